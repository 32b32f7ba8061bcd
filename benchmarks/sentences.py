"""How well the ends of sentences are found: `python benchmarks/sentences.py DIR [--show N]`.

DIR holds newstest2018.rus-eng.rus and .eng (WMT 2018, one sentence a line). The lines are joined with a space, ends of
lines are the truth; razdel bare is the rival. Some lines hold two sentences or are headlines without a full stop, so
that nobody reaches 100.
"""

import argparse
import json
import re
import time
from collections.abc import Iterator
from pathlib import Path

from razdel import sentenize

from summarizer.document import Lang
from summarizer.language import split

FILES: dict[Lang, str] = {"ru": "newstest2018.rus-eng.rus", "en": "newstest2018.rus-eng.eng"}
SIGNED = re.compile(r"[.?!…][»”’)\]\"']*$")  # a line that ends as sentences do; the others are headlines
SHOWN = 60  # characters on each side of a place where splitter and lines disagree


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", type=int, default=0, metavar="N", help="print N disagreements of each kind")
    chosen = parser.parse_args()
    for lang, name in FILES.items():
        text, truth = joined((chosen.folder / name).read_text(encoding="utf-8").splitlines())
        print(json.dumps(report(text, truth, lang)))
        found = ends(text, lang)
        for kind, places in (("missed", truth - found), ("invented", found - truth)):
            for place in spread(sorted(places), chosen.show):
                print(f"{lang} {kind}: {text[max(0, place - SHOWN) : place]} || {text[place : place + SHOWN]}")


def joined(lines: list[str]) -> tuple[str, set[int]]:
    """The lines as one text, and where each ends; the last end is no question."""
    lines = [" ".join(line.split()) for line in lines if line.strip()]
    truth, place = set(), 0
    for line in lines[:-1]:
        truth.add(place + len(line))
        place += len(line) + 1
    return " ".join(lines), truth


def ends(text: str, lang: Lang) -> set[int]:
    return {stop for _, stop in split(text, lang)[:-1]}


def report(text: str, truth: set[int], lang: Lang) -> dict[str, object]:
    began = time.process_time()
    ours = ends(text, lang)
    seconds = time.process_time() - began
    bare = {sentence.stop for sentence in list(sentenize(text))[:-1]}
    scores = {"ours": f1(ours, truth), "razdel": f1(bare, truth)}
    signed = {place for place in truth if SIGNED.search(text[place - 4 : place])}
    for name, found in (("ours", ours), ("razdel", bare)):
        scores[name] |= {"missed after a sign": len(signed - found), "invented": len(found - truth)}
    return {"lang": lang, "ends": len(truth), **scores, "Mchar per CPU second": round(len(text) / seconds / 1e6, 2)}


def f1(found: set[int], truth: set[int]) -> dict[str, float]:
    hits = len(found & truth)
    precision, recall = hits / len(found), hits / len(truth)
    f1 = 2 * precision * recall / (precision + recall)
    return {"f1": round(100 * f1, 2), "precision": round(100 * precision, 2), "recall": round(100 * recall, 2)}


def spread(places: list[int], count: int) -> Iterator[int]:
    step = max(1, len(places) // max(1, count))
    yield from places[::step][:count]


if __name__ == "__main__":
    main()
