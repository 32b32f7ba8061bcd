"""Words that the press writes with a small letter more often than not: a capital does not make a name of them.

    python -m training.common_words CORPORA/llm-news.tsv.xz summarizer/data/facts/common.txt.xz

Counted in both languages of the project's own pairs; the file holds single words, sorted, no text of its sources.
"""

import argparse
import lzma
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

LEAST = 3  # times in lower case
_WORD = re.compile(r"[^\W\d_]{2,}")


def common(lines: Iterable[str]) -> list[str]:
    """The words, lower case, with е for ё."""
    small, capital = Counter[str](), Counter[str]()
    for line in lines:
        for number, match in enumerate(_WORD.finditer(line)):
            word = match.group()
            if word.islower():
                small[word.replace("ё", "е")] += 1
            elif number:  # the first word of a sentence says nothing
                capital[word.lower().replace("ё", "е")] += 1
    return sorted(word for word, count in small.items() if count >= LEAST and count > capital[word])


def main() -> None:
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    with lzma.open(given.pairs, "rt", encoding="utf-8") as file:
        words = common(side for line in file for side in line.rstrip("\n").split("\t")[1:])
    given.out.write_bytes(lzma.compress("\n".join(words).encode(), preset=9 | lzma.PRESET_EXTREME))
    print(f"{len(words)} words, {given.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
