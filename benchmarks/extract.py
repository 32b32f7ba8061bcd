"""How much of an article's text the HTML reader finds, and how much else: word-level F1 on typed article bodies.

    python benchmarks/extract.py DIR [--verbose] [--record [--allow-regression]]

DIR holds `ground-truth.json` (page id -> `articleBody`, `url`) and `pages/ID.html.gz`, as in scrapinghub's
article-extraction-benchmark (MIT).

The measure: words are runs of `\\w` characters, as in that benchmark; precision and recall of a page are the overlap of
the two bags of words, F1 their harmonic mean. `extract_f1_mean` is the mean over pages, `extract_f1_worst_tenth` the
first decile: the score that a tenth of the pages stay under (position n // 10, counted from 0, the worst first). By
this definition trafilatura 2.3.1 alone (`extract(html, include_comments=False)`) has 0.965 and 0.905.
scrapinghub itself counts runs of four words (shingles) and takes F1 of the mean precision and recall; both are printed
too, with the mean of the worst tenth, which is harsher than its decile.

What counts as the body is every piece but the title; a page that is refused counts as empty. The floors are for what
`press.tidy` leaves.
"""

import argparse
import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean as mean

from gate import add_arguments, fingerprint, settle

from summarizer.document import Dropped, Meta, Piece
from summarizer.errors import SourceError
from summarizer.ingest import reader
from summarizer.press import tidy
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
    add_arguments(parser)
    arguments = parser.parse_args()
    truth = json.loads((arguments.folder / "ground-truth.json").read_text())
    pages = {page: arguments.folder / "pages" / f"{page}.html.gz" for page in truth}
    typed = {page: entry["articleBody"] for page, entry in truth.items()}
    read = {page: items(path, truth[page]["url"]) for page, path in pages.items()}
    report("as read", {page: body(found) for page, found in read.items()}, typed)
    tidied = {page: body(tidy(found)[0]) for page, found in read.items()}
    scores = report("after press.tidy", tidied, typed)
    for each in scored(tidied, typed) if arguments.verbose else ():
        print(f"{each.f1:.3f}  precision {each.precision:.3f}  recall {each.recall:.3f}  {truth[each.page]['url']}")
    return settle(arguments, scores, fingerprint([arguments.folder / "ground-truth.json", *pages.values()]))


def items(path: Path, url: str) -> list[Piece | Dropped | Meta]:
    """What the reader gives for a page; nothing when it refuses it."""
    source = Source(data=gzip.decompress(path.read_bytes()), name=path.stem, media_type="text/html", origin=url)
    try:
        return list(reader("html").read(source))
    except SourceError as error:
        print(f"refused: {error}", file=sys.stderr)
        return []


def body(found: Iterable[Piece | Dropped | Meta]) -> str:
    """The article's text without its title."""
    return "\n".join(item.text for item in found if isinstance(item, Piece) and item.kind != "title")


def scored(found: Mapping[str, str], typed: Mapping[str, str], run: int = 1) -> list[Score]:
    """The pages, the worst first."""
    return sorted((score(page, found[page], typed[page], run) for page in typed), key=lambda each: each.f1)


def score(page: str, found: str, typed: str, run: int = 1) -> Score:
    """Overlap of the two bags of runs of `run` words."""
    mine, theirs = bag(found, run), bag(typed, run)
    both = (mine & theirs).total()
    return Score(page, both / max(1, mine.total()), both / max(1, theirs.total()))


def bag(text: str, run: int) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    return Counter(tuple(words[start : start + run]) for start in range(max(0, len(words) - run + 1)))


def report(title: str, found: Mapping[str, str], typed: Mapping[str, str]) -> dict[str, float]:
    """Print what was measured, and give the two scores that have floors."""
    words, count = scored(found, typed), len(typed)
    tenth = count // 10
    scores = {"extract_f1_mean": mean(each.f1 for each in words), "extract_f1_worst_tenth": words[tenth].f1}
    print(f"{title}, {count} pages")
    print(f"  words: F1 {scores['extract_f1_mean']:.4f}, first decile {scores['extract_f1_worst_tenth']:.4f}", end="")
    print(f", mean of the worst tenth {mean(each.f1 for each in words[: max(1, tenth)]):.4f}", end="")
    print(f"; precision {mean(s.precision for s in words):.4f}, recall {mean(s.recall for s in words):.4f}")
    fours = scored(found, typed, run=4)
    whole = Score("", mean(each.precision for each in fours), mean(each.recall for each in fours))
    print(f"  four-word shingles: precision {whole.precision:.4f}, recall {whole.recall:.4f}, F1 {whole.f1:.4f}")
    return scores


if __name__ == "__main__":
    sys.exit(main())
