"""How well changed facts are found, and how often sound sentences are marked: DIR holds `summ/` and `mt/`.

    python benchmarks/facts.py DIR [--show N]

Swaps: 300 sentences of Russian leads (`summ/ru_rt.dev`) and of English references (`summ/en_cnndm_realsumm`) whose
figures and capitalised words all occur in their article; in each one number, date, name or negation is changed
(seeded). Consistency: balanced accuracy and right pairs of `evidence.consistency`; its threshold comes from the other
set. References: alarms on newstest2018, whose human translations are taken to be right.
"""

import argparse
import json
import lzma
import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.swaps import KINDS, Swapped, is_covered, swap
from summarizer.checks import checks_for
from summarizer.document import Block, Document, Lang, Piece, Sentence
from summarizer.evidence import as_result, consistency
from summarizer.job import Finding, Job, Passage, Result
from summarizer.language import lay_out

SEED = 2018
EACH = {"number": 40, "date": 35, "name": 40, "negation": 35}  # of each language: 150 and 150
ALARMS = ("error", "warning")


class Case(NamedTuple):
    article: Document
    sentence: str


def rows(path: Path) -> list[dict]:
    packed = path.read_bytes()
    text = (lzma.decompress(packed) if path.suffix == ".xz" else packed).decode()
    return [json.loads(line) for line in text.split("\n") if line]


def article(text: str, lang: Lang) -> Document:
    return lay_out([Piece("paragraph", part) for part in text.split("\n") if part.strip()], lang=lang)


def cases(found: list[dict], lang: Lang, written: str) -> Iterator[Case]:
    """Sentences whose facts all occur in their article, in a shuffled order."""
    for row in found:
        document = article(row["text"], lang)
        lead = article(row[written], lang)
        for number in range(len(lead.sentences)):
            sentence = lead.sentence_text(number)
            if len(sentence.split()) >= 6 and is_covered(sentence, row["text"]):
                yield Case(document, sentence)


def alarms(document: Document, sentence: str) -> list[Finding]:
    result = as_result(document, article(sentence, document.lang), "digest")
    found = [f for check in checks_for("digest") for f in check.check(result)]
    return [finding for finding in found if finding.severity in ALARMS]


def swaps(found: list[Case], lang: Lang, show: int) -> None:
    random.Random(SEED).shuffle(found)
    found = found[:600]
    names = [case.sentence for case in found]
    left, hit, missed = Counter(EACH), Counter[str](), []
    flagged = [bool(alarms(*case)) for case in found[:300]]
    chance = random.Random(SEED + 1)
    for case in found:
        for kind in KINDS:
            changed: Swapped | None = swap(kind, case.sentence, case.article.text, lang, (chance, names))
            if changed is not None and left[kind]:
                left[kind] -= 1
                good = bool(alarms(case.article, changed.text))
                hit[kind] += good
                missed += [] if good else [(kind, changed)]
                break
    for kind in KINDS:
        made = EACH[kind] - left[kind]
        print(f"swaps {lang} {kind}: {hit[kind]} of {made} found ({hit[kind] / max(made, 1):.1%})")
    print(f"swaps {lang} untouched: {sum(flagged)} of {len(flagged)} flagged ({sum(flagged) / len(flagged):.1%})")
    for kind, changed in missed[:show]:
        print(f"   missed {kind}: {changed.old!r} -> {changed.new!r}: {changed.text}")
    for case in [case for case, bad in zip(found, flagged, strict=False) if bad][:show]:
        print(f"   flagged: {case.sentence} {[f.message for f in alarms(*case)]}")


def best_threshold(scored: list[tuple[float, int]]) -> float:
    return max({score for score, _ in scored}, key=lambda at: (balanced(scored, at), -at))


def balanced(scored: list[tuple[float, int]], at: float) -> float:
    right = [score >= at for score, label in scored if label]
    wrong = [score < at for score, label in scored if not label]
    return (sum(right) / len(right) + sum(wrong) / len(wrong)) / 2


def scores(path: Path) -> list[tuple[float, int]]:
    kept: dict[str, Document] = {}
    return [
        (consistency(kept.setdefault(row["text"], article(row["text"], "en")), row["summary"]), int(row["label"]))
        for row in rows(path)
    ]


def consistent(folder: Path) -> None:
    qags, rank = scores(folder / "cons_qags_cnndm_sent.jsonl"), scores(folder / "cons_rank19.jsonl")
    at = best_threshold(rank)
    pairs = [(a > b) + 0.5 * (a == b) for (a, _), (b, _) in zip(rank[::2], rank[1::2], strict=True)]
    print(f"cons_qags_cnndm_sent: balanced accuracy {balanced(qags, at):.3f} at {at:.3f}, chosen on cons_rank19")
    print(f"cons_rank19: {sum(pairs) / len(pairs):.3f} of {len(pairs)} pairs right (a tie is half)")


def references(folder: Path) -> None:
    sides = {lang: (folder / f"newstest2018.eng-rus.{name}").read_text(encoding="utf-8").splitlines()
             for lang, name in (("en", "eng"), ("ru", "rus"))}  # fmt: skip
    for source, to in (("en", "ru"), ("ru", "en")):
        result = translated(sides[source], sides[to], source, to)
        for check in checks_for("translate"):
            marked = {f.passage for f in check.check(result) if f.severity in ALARMS and f.passage is not None}
            name = check.__name__.rsplit(".", 1)[-1]
            print(f"references {source}-{to} {name}: {len(marked) / len(sides[to]):.2%} of sentences marked")


def translated(source: list[str], target: list[str], lang: Lang, to: Lang) -> Result:
    blocks, at = [], 0
    for line in source:
        blocks.append(Block("paragraph", at, at + len(line), 0, lang))
        at += len(line) + 1
    sentences = tuple(Sentence(block.start, block.stop, n) for n, block in enumerate(blocks))
    document = Document(text="\n".join(source), lang=lang, blocks=tuple(blocks), sentences=sentences)
    passages = tuple(Passage(line, (n,), n, origin="model") for n, line in enumerate(target))
    return Result(job=Job(task="translate", to=to), document=document, passages=passages)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", type=int, default=0, help="missed swaps and flagged sentences to print")
    given = parser.parse_args()
    summ = given.folder / "summ"
    swaps(list(cases(rows(summ / "ru_rt.dev.jsonl.xz"), "ru", "summary")), "ru", given.show)
    swaps(list(cases(rows(summ / "en_cnndm_realsumm.jsonl"), "en", "summary")), "en", given.show)
    consistent(summ)
    references(given.folder / "mt")


if __name__ == "__main__":
    main()
