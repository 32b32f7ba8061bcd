"""How much of an article's text the HTML reader finds, and how much else: word-level F1 on typed article bodies.

    python benchmarks/extract.py DIR [--verbose] [--record [--allow-regression]]

DIR holds `ground-truth.json` (page id -> `articleBody`, `url`) and `pages/ID.html.gz`, as in scrapinghub's
article-extraction-benchmark (MIT).

The measure: words are runs of `\\w` characters, as in that benchmark; precision and recall of a page are the overlap of
the two bags of words, F1 their harmonic mean. `extract_f1_mean` is the mean over pages, `extract_f1_worst_tenth` the
first decile, that is, the best page of the worst tenth: the score at position n // 10 when pages are sorted from the
worst. By this definition trafilatura 2.3.1 alone (`extract(html, include_comments=False)`) has 0.965 and 0.905.
scrapinghub itself counts runs of four words (shingles) and takes F1 of the mean precision and recall; both are printed
too, with the mean of the worst tenth, which is harsher than its decile.

What counts as the body is every piece but the title. A page that is refused counts as empty.
"""

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from gate import add_arguments, fingerprint, settle

from summarizer.document import Piece
from summarizer.errors import SourceError
from summarizer.ingest import reader
from summarizer.source import Source

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and F1 of one page."""

    page: str
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def main() -> int:
    parser = argparse.ArgumentParser(description="word-level F1 of the HTML reader against typed article bodies")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--verbose", action="store_true", help="a line for each page, the worst first")
    parser.add_argument("--raw", action="store_true", help="what the reader gives, before press.tidy")
    add_arguments(parser)
    arguments = parser.parse_args()
    truth = json.loads((arguments.folder / "ground-truth.json").read_text())
    pages = {page: arguments.folder / "pages" / f"{page}.html.gz" for page in truth}
    bodies = {page: body(path, truth[page]["url"], tidied=not arguments.raw) for page, path in pages.items()}
    words = sorted((score(page, bodies[page], truth[page]["articleBody"]) for page in truth), key=lambda s: s.f1)
    fours = [score(page, bodies[page], truth[page]["articleBody"], run=4) for page in truth]
    if arguments.verbose:
        for each in words:
            print(f"{each.f1:.3f}  precision {each.precision:.3f}  recall {each.recall:.3f}  {truth[each.page]['url']}")
    scores = summary(words)
    report(words, fours, scores)
    seen = fingerprint([arguments.folder / "ground-truth.json", *pages.values()])
    return settle(arguments, scores, seen)


def body(path: Path, url: str, *, tidied: bool) -> str:
    """The article's text as the reader gives it (and `press.tidy` leaves it), without the title."""
    source = Source(data=gzip.decompress(path.read_bytes()), name=path.stem, media_type="text/html", origin=url)
    try:
        items = list(reader("html").read(source))
    except SourceError as error:
        print(f"refused: {error}", file=sys.stderr)
        return ""
    if tidied:
        from summarizer.press import tidy

        items = list(tidy(items)[0])
    return "\n".join(item.text for item in items if isinstance(item, Piece) and item.kind != "title")


def score(page: str, found: str, typed: str, run: int = 1) -> Score:
    """Overlap of the two bags of runs of `run` words."""
    mine, theirs = bag(found, run), bag(typed, run)
    both = (mine & theirs).total()
    return Score(page, both / max(1, mine.total()), both / max(1, theirs.total()))


def bag(text: str, run: int) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[start : start + run]) for start in range(max(0, len(words) - run + 1)))


def summary(worst_first: list[Score]) -> dict[str, float]:
    """The two scores that have floors."""
    mean = sum(each.f1 for each in worst_first) / len(worst_first)
    return {"extract_f1_mean": mean, "extract_f1_worst_tenth": worst_first[len(worst_first) // 10].f1}


def report(worst_first: list[Score], fours: list[Score], scores: dict[str, float]) -> None:
    count = len(worst_first)
    tenth = worst_first[: max(1, count // 10)]
    precision, recall = (sum(getattr(each, name) for each in fours) / count for name in ("precision", "recall"))
    print(f"{count} pages, words: F1 mean {scores['extract_f1_mean']:.4f}", end="")
    print(f", first decile {scores['extract_f1_worst_tenth']:.4f}", end="")
    print(f", mean of the worst tenth {sum(each.f1 for each in tenth) / len(tenth):.4f}")
    means = [sum(getattr(each, name) for each in worst_first) / count for name in ("precision", "recall")]
    print(f"words: precision {means[0]:.4f}, recall {means[1]:.4f}")
    print(f"four-word shingles: precision {precision:.4f}, recall {recall:.4f}", end="")
    print(f", F1 of the means {2 * precision * recall / (precision + recall):.4f}")


if __name__ == "__main__":
    sys.exit(main())
