"""Digests against Lead-3 and other extractive summarizers, DIR holds `summ/` of the evaluation sets:

    python benchmarks/digest.py DIR [--length short|medium|long] [--compress] [--record [--allow-regression]]

ROUGE is `rouge.py`'s; the rivals are `rivals.py`'s, each at our digest's number of words. `gain` is by how much our
ROUGE-1 is higher, with the 95 % interval of a paired bootstrap. The press sets' references have about 60 words, so that
`short` is the length to compare. `digest_gold`: share of the
digest's sentences among those an editor thinks carry the story, and among those that never belong in a digest. Floors
(`floors.json`) are held for `short`, not compressed.
"""

import argparse
import json
import lzma
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from gate import add_arguments, fingerprint, settle
from rivals import summaries
from rouge import SIGNATURE, interval, rouge, tokens

from summarizer import language, press
from summarizer.document import Block, Document, Meta, Piece, Sentence
from summarizer.job import Job, Result
from summarizer.tasks import digest

_SETS = {
    "ru_rt": "ru_rt.dev.jsonl.xz",
    "cnndm": "en_cnndm_realsumm.jsonl",
    "gold": "digest_gold.dev.jsonl",
}
_ROUGE = ("ROUGE-1", "ROUGE-2", "ROUGE-L")


@dataclass(frozen=True, slots=True)
class Article:
    lang: str
    title: str
    text: str
    reference: str


def articles(path: Path) -> Iterator[Article]:
    data = path.read_bytes()
    for line in (lzma.decompress(data) if path.suffix == ".xz" else data).decode().rstrip("\n").split("\n"):
        row = json.loads(line)
        yield Article(row["lang"], row["title"], row["text"], row["summary"])


def document_of(article: Article) -> Document:
    pieces = [Piece("title", article.title)] if article.title else []
    pieces += [Piece("paragraph", line) for line in article.text.split("\n") if line.strip()]
    tidied, dropped, meta = press.tidy(pieces)
    return language.lay_out(tidied, lang=article.lang, dropped=tuple(dropped), meta=meta)


def digest_of(document: Document, job: Job) -> Result:
    *_, last = digest.run(document, job, None)
    assert last.result is not None
    return last.result


def lead(document: Document, count: int = 3) -> str:
    numbers = (n for n, s in enumerate(document.sentences) if document.blocks[s.block].kind == "paragraph")
    return " ".join(document.sentence_text(n) for n, _ in zip(numbers, range(count), strict=False))


def press_scores(path: Path, job: Job) -> dict[str, tuple[float, ...]]:
    """Mean ROUGE and words of every summarizer, then by how much our ROUGE-1 is higher, and that gain's interval."""
    found: dict[str, list[tuple[float, ...]]] = {}
    for article in articles(path):
        document = document_of(article)
        ours = _text(digest_of(document, job))
        rivals = [("digest", ours), ("lead-3", lead(document)), *summaries(document, len(tokens(ours)))]
        for name, text in rivals:
            found.setdefault(name, []).append((*rouge(text, article.reference), float(len(tokens(text)))))
    return {name: (*_mean(rows), *_gain(found["digest"], rows)) for name, rows in found.items()}


def _gain(ours: list[tuple[float, ...]], theirs: list[tuple[float, ...]]) -> tuple[float, ...]:
    gains = [mine[0] - other[0] for mine, other in zip(ours, theirs, strict=True)]
    return (sum(gains) / len(gains), *interval(gains))


def gold_scores(path: Path, job: Job) -> dict[str, tuple[float, ...]]:
    found: dict[str, list[tuple[float, ...]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        document = _numbered(row["sentences"], row["lang"], row["title"])
        ours = digest_of(document, job)
        chosen = {n for passage in ours.passages for n in passage.sentences}
        first = " ".join(row["sentences"][:3])
        for name, numbers, text in (("digest", chosen, _text(ours)), ("lead-3", {0, 1, 2}, first)):
            scores = (_share(numbers, row["must"]), _share(numbers, row["bad"]), *rouge(text, row["digest_same"]))
            found.setdefault(f"{row['lang']} {name}", []).append(scores)
    return {name: _mean(rows) for name, rows in found.items()}


def _numbered(sentences: list[str], lang: str, title: str) -> Document:
    """A document whose sentences are exactly the numbered ones, all in one block, its title aside."""
    text, places = "", []
    for sentence in sentences:
        places.append(Sentence(len(text), len(text) + len(sentence), 0))
        text += sentence + " "
    block = Block("paragraph", 0, len(text), 0, lang)
    return Document(text=text, lang=lang, blocks=(block,), sentences=tuple(places), meta=Meta(title=title))


def _share(numbers: set[int], wanted: list[int]) -> float:
    return 100 * len(numbers & set(wanted)) / max(len(numbers), 1)


def _text(result: Result) -> str:
    return " ".join(passage.text for passage in result.passages)


def _mean(rows: list[tuple[float, ...]]) -> tuple[float, ...]:
    return tuple(sum(column) / len(rows) for column in zip(*rows, strict=True))


def _table(title: str, columns: str, rows: dict[str, tuple[float, ...]]) -> Iterable[str]:
    yield f"{title:24}{columns}"
    for name, values in sorted(rows.items()):
        yield f"  {name:22}" + " ".join(f"{value:7.1f}" for value in values)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--length", choices=("short", "medium", "long"), default="short")
    parser.add_argument("--compress", action="store_true", help="as `svodka digest --compress`")
    add_arguments(parser)
    options = parser.parse_args()
    files = {name: options.folder / "summ" / file for name, file in _SETS.items()}
    job = Job(task="digest", length=options.length, compress=options.compress)
    scores: dict[str, float] = {}
    for name in ("ru_rt", "cnndm"):
        began = time.perf_counter()
        rows = press_scores(files[name], job)
        print("\n".join(_table(name, "     R1      R2      RL   words    gain    from      to", rows)))
        print(f"  {time.perf_counter() - began:.1f} s")
        scores |= {f"digest {name} {key}": value for key, value in zip(_ROUGE, rows["digest"], strict=False)}
    gold = gold_scores(files["gold"], job)
    print("\n".join(_table("gold", "   must     bad      R1      R2      RL", gold)))
    scores |= {f"digest gold {lang} must": gold[f"{lang} digest"][0] for lang in ("ru", "en")}
    print(SIGNATURE)
    return (
        settle(options, scores, fingerprint(files.values()))
        if options.length == "short" and not options.compress
        else 0
    )


if __name__ == "__main__":
    sys.exit(main())
