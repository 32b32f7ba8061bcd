"""Forms under which a name may stand on the other side: without a suffix, spelt out, taken apart.

«Тиррелловский» is of Tyrrell, «Афганистан» is where Afghans live, Colo. is Colorado, «Минэкономики» a ministry.
"""

from collections.abc import Iterator

from summarizer.facts._name_words import (
    EN_SHORT,
    EN_SUFFIXES,
    RU_COMPOUNDS,
    RU_ENDINGS,
    RU_SHORT,
    RU_SUFFIXES,
)

_SHORTEST_BASE = 3
_SHORTEST_ROOT = 4
_SHORTEST_REST = 4  # letters behind the first part of a compound: «Минск» is none


def bases(low: str) -> Iterator[str]:
    """What is left of a Russian word when an ending is taken off."""
    for ending in RU_ENDINGS:
        if low.endswith(ending) and len(low) - len(ending) >= _SHORTEST_BASE:
            yield low[: -len(ending)]


def roots(form: str) -> Iterator[str]:
    """What is left of a base when a suffix that makes adjectives, peoples or countries is taken off."""
    for suffix in RU_SUFFIXES if "а" <= form[-1:] <= "я" else EN_SUFFIXES:
        if form.endswith(suffix) and len(form) - len(suffix) >= _SHORTEST_ROOT:
            yield form[: -len(suffix)]


def spelt_out(low: str) -> str:
    """The name that an English abbreviation stands for (`colo`: `colorado`), the word itself for any other."""
    return EN_SHORT.get(low, low)


def parts(low: str) -> Iterator[str]:
    """English words that the parts of a Russian short form stand for: «Минэкономики», «Генпрокуратура», «СПб»."""
    yield from RU_SHORT.get(low, ())
    for beginning, words in RU_COMPOUNDS.items():
        if low.startswith(beginning) and len(low) - len(beginning) >= _SHORTEST_REST:
            yield from words
