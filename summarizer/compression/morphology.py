"""What kinds of words Russian words can be, by pymorphy3's dictionary."""

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer


@lru_cache(maxsize=50_000)
def tags(word: str) -> tuple[frozenset[str], ...]:
    """The grammemes (OpenCorpora's) of every reading that the dictionary has for the word, the likeliest first."""
    return tuple(frozenset(parse.tag.grammemes) for parse in _analyzer().parse(word.lower()))


def may_be(word: str, *wanted: str) -> bool:
    """Whether a reading of the word has all of these grammemes."""
    return any(reading.issuperset(wanted) for reading in tags(word))


def is_likely(word: str, *wanted: str) -> bool:
    """Whether the likeliest reading of the word has all of these grammemes."""
    readings = tags(word)
    return bool(readings) and readings[0].issuperset(wanted)


@lru_cache(maxsize=1)
def _analyzer() -> "MorphAnalyzer":
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer()
