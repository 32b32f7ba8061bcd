"""The gazetteer of personal names in both scripts, from the Wikidata rows (CC0) of the project's dictionary.

    python -m training.gazetteer CORPORA/dict.tsv.xz summarizer/data/facts/names.tsv.xz

A line: the name in Latin letters, then its Russian forms. 48,001 rows (2026-11).
"""

import argparse
import lzma
from pathlib import Path

SOURCE = "dict_names_wikidata"


def gazetteer(rows: list[list[str]]) -> list[str]:
    """The lines of the file, sorted."""
    forms: dict[str, list[str]] = {}
    for source, english, russian in rows:
        if source == SOURCE and russian not in forms.setdefault(english, []):
            forms[english].append(russian)
    return ["\t".join([english, *russian]) for english, russian in sorted(forms.items()) if russian]


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    with lzma.open(given.pairs, "rt", encoding="utf-8") as file:
        lines = gazetteer([line.rstrip("\n").split("\t") for line in file])
    given.out.write_bytes(lzma.compress("\n".join(lines).encode(), preset=9 | lzma.PRESET_EXTREME))
    print(f"{len(lines)} names, {given.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
