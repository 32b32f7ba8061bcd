"""Labels that a reader gave to findings, for the benchmarks that count them."""

import csv
from pathlib import Path
from typing import NamedTuple

FINDINGS, SLIPS = (Path(__file__).parent / "labels" / f"{name}.tsv" for name in ("findings", "slips"))


class Key(NamedTuple):
    """What a label is kept by; `line` counts from one."""

    direction: str
    line: int
    check: str
    words: str


def labels(path: Path = FINDINGS) -> dict[Key, bool]:
    """Whether each labelled finding is right."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE))[1:]
    return {Key(direction, int(line), check, words): label == "real" for direction, line, check, words, label in rows}
