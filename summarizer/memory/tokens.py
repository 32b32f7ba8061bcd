"""A sentence as the memory compares it: words without their endings, all figures alike, no punctuation."""

import re
import zlib
from collections import Counter

from summarizer.ranking.stems import stem

_TOKEN = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d+)*|[^\W\d_]+(?:[-'’][^\W\d_]+)*")
NUMBER = "#"


def words(text: str) -> list[str]:
    """The words as they stand but for case and ё; every figure is `#`."""
    found = (match.group() for match in _TOKEN.finditer(text.lower().replace("ё", "е")))
    return [NUMBER if word[0].isdigit() else word for word in found]


def stems(given: list[str]) -> list[str]:
    """Words without their endings."""
    return [stem(word) if word[0].isalpha() else word for word in given]


def key(text: str) -> int:
    """A number for a text and its like in case, white space and ё; texts that share one are compared."""
    return zlib.crc32(" ".join(text.lower().replace("ё", "е").split()).encode("utf-8", "replace"))


def shape(given: list[str]) -> str:
    """The stems as a text with a character each, so that many can be compared at once; few stems share one."""
    return "".join(chr(0x100 + zlib.crc32(one.encode()) % 0xD000) for one in given)


def prefix(given: list[str], floor: float) -> list[int]:
    """Numbers of the stems that are looked up.

    Two texts that are alike by `floor` (0 to 1) share at least that part of their stems, so at least one of the first
    few in any order that both keep to (Bayardo, Ma, Srikant 2007). Long stems come first: they are the rare ones.
    """
    counted: Counter[str] = Counter()
    numbered = []
    for one in given:
        counted[one] += 1
        numbered.append((-len(one), one, counted[one]))
    most = len(given) - -(-len(given) * floor // 1) + 1
    return [zlib.crc32(f"{one} {nth}".encode()) for _, one, nth in sorted(numbered)[: int(most)]]
