"""A sentence as the memory compares it: words without their endings, all figures alike, no punctuation."""

import re
import zlib
from collections import Counter
from functools import cache, lru_cache
from importlib.resources import files

from summarizer.ranking.stems import stem

_TOKEN = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d+)*|[^\W\d_]+(?:[-'’][^\W\d_]+)*")
NUMBER = "#"
_stem = lru_cache(maxsize=1 << 16)(stem)  # the words of a text are few: taking in 200,000 units, nine in ten are known


def words(text: str) -> list[str]:
    """The words as they stand but for case and ё; every figure is `#`."""
    found = (match.group() for match in _TOKEN.finditer(text.lower().replace("ё", "е")))
    return [NUMBER if word[0].isdigit() else word for word in found]


def stems(given: list[str]) -> list[str]:
    """Words without their endings."""
    return [_stem(word) if word[0].isalpha() else word for word in given]


def key(text: str) -> int:
    """A number for a text and its like in case, white space and ё; texts that share one are compared."""
    return zlib.crc32(" ".join(text.lower().replace("ё", "е").split()).encode("utf-8", "replace"))


def shape(given: list[str]) -> str:
    """The stems as a text with a character each, so that many can be compared at once; few stems share one."""
    return "".join(chr(0x100 + zlib.crc32(one.encode()) % 0xD000) for one in given)


def prefix(given: list[str], floor: float) -> list[int]:
    """Numbers of the stems that are looked up, rare ones first.

    Two texts that are alike by `floor` (0 to 1) share at least that part of their stems, so at least one of the first
    few in any order that both keep to (Bayardo, Ma, Srikant 2007). Ours is by how common a stem is in the press, long
    stems first among those that are not. Another order makes older indexes useless: `fuzzy_index.ORDER` counts them.
    """
    common, counted = _common(), Counter[str]()
    numbered = []
    for one in given:
        counted[one] += 1
        numbered.append((common.get(one, 0), -len(one), one, counted[one]))
    most = len(given) - -(-len(given) * floor // 1) + 1
    return [zlib.crc32(f"{one} {nth}".encode()) for *_, one, nth in sorted(numbered)[: int(most)]]


@cache
def _common() -> dict[str, int]:
    """Stems that many sentences have, each with how common it is: 1 for the least common of them.

    The thousand most frequent of English and of Russian, by how many of 255,778 sentences of news and reports have
    them (2026-11-28). With none a query's stems led to 716 postings of 200,000 units in the middle and 6,128 at worst;
    with 300 a language to 380 and 2,405, with 1,000 to 260 and 1,319, with 3,000 to 221 and 1,320.
    """
    text = files("summarizer").joinpath("data/memory/common_stems.txt").read_text(encoding="utf-8")
    return {word: place for place, word in enumerate(reversed(text.split()), 1)}
