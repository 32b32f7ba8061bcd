"""Forms under which a name may stand on the other side: without a suffix, spelt out, taken apart.

«Тиррелловский» is of Tyrrell, «Афганистан» is where Afghans live, Colo. is Colorado, «Минэкономики» a ministry.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

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


def _by_letter(forms: Iterable[str], place: int) -> Mapping[str, tuple[str, ...]]:
    """The forms, in their order, by their first or last letter: a word is held only against what can fit it."""
    found: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for form in forms:
        found[form[place]] += (form,)
    return found


_ENDINGS = _by_letter(RU_ENDINGS, -1)
_SUFFIXES = _by_letter((*RU_SUFFIXES, *EN_SUFFIXES), -1)
_BEGINNINGS = _by_letter(RU_COMPOUNDS, 0)


def bases(low: str) -> Iterator[str]:
    """What is left of a Russian word when an ending is taken off."""
    for ending in _ENDINGS.get(low[-1:], ()):
        if low.endswith(ending) and len(low) - len(ending) >= _SHORTEST_BASE:
            yield low[: -len(ending)]


def roots(form: str) -> Iterator[str]:
    """What is left of a base when a suffix that makes adjectives, peoples or countries is taken off."""
    for suffix in _SUFFIXES.get(form[-1:], ()):
        if form.endswith(suffix) and len(form) - len(suffix) >= _SHORTEST_ROOT:
            yield form[: -len(suffix)]


def spelt_out(low: str) -> str:
    """The name that an English abbreviation stands for (`colo`: `colorado`), the word itself for any other."""
    return EN_SHORT.get(low, low)


def parts(low: str) -> Iterator[str]:
    """English words that the parts of a Russian short form stand for: «Минэкономики», «Генпрокуратура», «СПб»."""
    yield from RU_SHORT.get(low, ())
    for beginning in _BEGINNINGS.get(low[:1], ()):
        if low.startswith(beginning) and len(low) - len(beginning) >= _SHORTEST_REST:
            yield from RU_COMPOUNDS[beginning]
