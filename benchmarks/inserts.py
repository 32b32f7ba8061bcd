"""How many related-link inserts go, and how many of the article's own words go with them.

    python benchmarks/inserts.py FOLDER      the folder that holds ru_rt_inserts.dev.jsonl.xz

Every text with its inserts (`text_raw`) takes the real path: `Source.from_text`, the plain reader, `press.tidy`. A word
is a run of letters and figures. The words of `text_raw` that stand on lines which `text` lacks are insert words, a run
of such lines is an insert, all other words are the article's own. The words of what came out are aligned with those of
`text_raw`; what has no partner is gone. An insert is gone when at most a tenth of its words is left. Own words are lost
whatever took them: also a photo credit that was dropped on purpose counts (they are given by reason).
"""

import argparse
import difflib
import json
import lzma
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from gate import add_arguments, fingerprint, settle

from summarizer.ingest import reader
from summarizer.press import tidy
from summarizer.source import Source

SET = "ru_rt_inserts.dev.jsonl.xz"
MOST_LEFT = 0.1  # of an insert's words, for it to be gone
_WORD = re.compile(r"\w+")


class Score(NamedTuple):
    """Shares from 0 to 1."""

    inserts_gone: float
    insert_words_gone: float
    own_words_lost: float


def score(folder: Path) -> tuple[Score, Counter[str], dict[str, int]]:
    """The shares, the words that were dropped by reason, and the counts."""
    reasons: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for line in lzma.decompress((folder / SET).read_bytes()).decode().splitlines():
        article = json.loads(line)
        runs = list(_inserts(article["text_raw"], article["text"]))
        raw, kept = _words(article["text_raw"]), _kept(article["text_raw"], reasons)
        gone = _gone(raw, kept)
        inside = {place for run in runs for place in run}
        count["inserts"] += len(runs)
        count["inserts gone"] += sum(sum(place not in gone for place in run) <= MOST_LEFT * len(run) for run in runs)
        count["insert words"] += len(inside)
        count["insert words gone"] += len(inside & gone)
        count["own words"] += len(raw) - len(inside)
        count["own words lost"] += len(gone - inside)
    shares = Score(
        count["inserts gone"] / count["inserts"],
        count["insert words gone"] / count["insert words"],
        count["own words lost"] / count["own words"],
    )
    return shares, reasons, dict(count)


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _inserts(raw: str, clean: str) -> Iterator[range]:
    """The inserts as places in the words of `raw`."""
    lines, wanted = raw.split("\n"), clean.split("\n")
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(_words(line)))
    matcher = difflib.SequenceMatcher(None, lines, wanted, autojunk=False)
    for what, first, last, _, _ in matcher.get_opcodes():
        if what in ("delete", "replace") and starts[last] > starts[first]:
            yield range(starts[first], starts[last])


def _kept(raw: str, reasons: Counter[str]) -> list[str]:
    pieces, dropped, _ = tidy(reader("plain").read(Source.from_text(raw)))
    for item in dropped:
        reasons[item.reason] += len(_words(item.text))
    return [word for piece in pieces for word in _words(piece.text)]


def _gone(raw: list[str], kept: list[str]) -> set[int]:
    gone = set(range(len(raw)))
    for start, _, length in difflib.SequenceMatcher(None, raw, kept, autojunk=False).get_matching_blocks():
        gone.difference_update(range(start, start + length))
    return gone


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("folder", type=Path)
    add_arguments(parser)
    arguments = parser.parse_args()
    shares, reasons, count = score(arguments.folder)
    for name, value in shares._asdict().items():
        print(f"{name:20} {value:8.2%}")
    print("counts:", ", ".join(f"{name} {value}" for name, value in count.items()))
    print("words dropped by reason:", ", ".join(f"{reason} {words}" for reason, words in reasons.most_common()))
    floors = {
        "inserts_words_gone": shares.insert_words_gone,
        "inserts_own_words_kept": 1 - shares.own_words_lost,
    }
    return settle(arguments, floors, fingerprint([arguments.folder / SET]))


if __name__ == "__main__":
    sys.exit(main())
