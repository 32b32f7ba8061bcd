"""Digests against Lead-3, DIR holds `summ/` of the evaluation sets:

    python benchmarks/digest.py DIR [--length short|medium|long] [--record [--allow-regression]]

ROUGE-1/2/L are F1 in per cent with a tokenizer that keeps Cyrillic (lower case, ё = е, `[a-zа-я0-9]+`, no stemming);
the press sets' references have about 60 words, so that `short` is the length to compare. `digest_gold`: share of the
digest's sentences among those an editor thinks carry the story, and among those that never belong in a digest. Floors
(`floors.json`) are held for `short`.
"""

import argparse
import json
import lzma
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from gate import add_arguments, fingerprint, settle

from summarizer import language, press
from summarizer.document import Block, Document, Meta, Piece, Sentence
from summarizer.job import Job, Length, Result
from summarizer.tasks import digest

_SETS = {
    "ru_rt": "ru_rt.dev.jsonl.xz",
    "cnndm": "en_cnndm_realsumm.jsonl",
    "gold": "digest_gold.dev.jsonl",
}
_ROUGE = ("ROUGE-1", "ROUGE-2", "ROUGE-L")
_TOKEN = re.compile(r"[a-zа-я0-9]+")


@dataclass(frozen=True, slots=True)
class Article:
    lang: str
    title: str
    text: str
    reference: str


def tokens(text: str) -> list[str]:
    return _TOKEN.findall(text.lower().replace("ё", "е"))


def rouge(candidate: str, reference: str) -> tuple[float, float, float]:
    ours, theirs = tokens(candidate), tokens(reference)
    return (
        _f1(_overlap(ours, theirs, 1), len(ours), len(theirs)),
        _f1(_overlap(ours, theirs, 2), len(ours) - 1, len(theirs) - 1),
        _f1(_longest(ours, theirs), len(ours), len(theirs)),
    )


def _overlap(ours: list[str], theirs: list[str], n: int) -> int:
    grams = [Counter(zip(*(words[i:] for i in range(n)), strict=False)) for words in (ours, theirs)]
    return sum((grams[0] & grams[1]).values())


def _longest(ours: list[str], theirs: list[str]) -> int:
    row = [0] * (len(theirs) + 1)
    for word in ours:
        previous = 0
        for at, other in enumerate(theirs, 1):
            kept = row[at]
            row[at] = previous + 1 if word == other else max(row[at], row[at - 1])
            previous = kept
    return row[-1]


def _f1(hits: int, ours: int, theirs: int) -> float:
    return 200 * hits / (ours + theirs) if hits else 0.0


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


def digest_of(document: Document, length: Length) -> Result:
    *_, last = digest.run(document, Job(task="digest", length=length), None)
    assert last.result is not None
    return last.result


def lead(document: Document, count: int = 3) -> str:
    numbers = (n for n, s in enumerate(document.sentences) if document.blocks[s.block].kind == "paragraph")
    return " ".join(document.sentence_text(n) for n, _ in zip(numbers, range(count), strict=False))


def press_scores(path: Path, length: Length) -> dict[str, tuple[float, ...]]:
    found: dict[str, list[tuple[float, ...]]] = {"digest": [], "lead-3": []}
    for article in articles(path):
        document = document_of(article)
        for name, text in (("digest", _text(digest_of(document, length))), ("lead-3", lead(document))):
            found[name].append((*rouge(text, article.reference), float(len(tokens(text)))))
    return {name: _mean(rows) for name, rows in found.items()}


def gold_scores(path: Path, length: Length) -> dict[str, tuple[float, ...]]:
    found: dict[str, list[tuple[float, ...]]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        document = _numbered(row["sentences"], row["lang"], row["title"])
        chosen = {n for passage in digest_of(document, length).passages for n in passage.sentences}
        for name, numbers in (("digest", chosen), ("lead-3", {0, 1, 2})):
            text = " ".join(row["sentences"][n] for n in sorted(numbers))
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
    add_arguments(parser)
    options = parser.parse_args()
    files = {name: options.folder / "summ" / file for name, file in _SETS.items()}
    scores: dict[str, float] = {}
    for name in ("ru_rt", "cnndm"):
        began = time.perf_counter()
        rows = press_scores(files[name], options.length)
        print("\n".join(_table(name, "     R1      R2      RL   words", rows)))
        print(f"  {time.perf_counter() - began:.1f} s")
        scores |= {f"digest {name} {key}": value for key, value in zip(_ROUGE, rows["digest"], strict=False)}
    gold = gold_scores(files["gold"], options.length)
    print("\n".join(_table("gold", "   must     bad      R1      R2      RL", gold)))
    scores |= {f"digest gold {lang} must": gold[f"{lang} digest"][0] for lang in ("ru", "en")}
    return settle(options, scores, fingerprint(files.values())) if options.length == "short" else 0


if __name__ == "__main__":
    sys.exit(main())
