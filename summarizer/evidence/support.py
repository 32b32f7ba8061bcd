"""The source sentences behind a sentence: the share of its words, weighted by how telling they are, that they hold.

Words meet by their stems; across the languages by the table of stems in `facts`, and where that is silent by their
sound, which is how names meet.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from summarizer.document import Document, Lang
from summarizer.facts import across, sound
from summarizer.ranking.stems import terms

# swept 0.15 to 0.45 on digest_gold.dev (2026-11-28): of an editor's sentences 98% (same language) and 97% (across)
# reach it, of the same sentences held against another article 4%
THRESHOLD = 0.25
_GAIN = 0.12  # what a second sentence must add to be named


class Support(NamedTuple):
    """Source sentences (indices, the best first, two at most) and the share of the text they hold, 0 to 1."""

    sentences: tuple[int, ...]
    score: float


def support(document: Document, text: str, lang: Lang) -> Support:
    """What of the document supports `text`, a sentence in `lang`; no sentences and 0 where nothing does."""
    index = _index(document)
    wanted = [(weight, index.sentences_with(forms)) for forms, weight in _weighed(text, lang, index)]
    total = sum(weight for weight, _ in wanted)
    if not total:
        return Support((), 0.0)
    first, got = _best(wanted, len(document.sentences))
    if not got:
        return Support((), 0.0)
    rest = [(weight, where) for weight, where in wanted if first not in where]
    second, more = _best(rest, len(document.sentences), near=first)
    if more / total < _GAIN:
        return Support((first,), got / total)
    return Support((first, second), (got + more) / total)


class _Index(NamedTuple):
    places: Mapping[str, frozenset[int]]
    height: int
    lang: Lang

    def sentences_with(self, forms: Iterable[str]) -> frozenset[int]:
        return frozenset().union(*(self.places.get(form, frozenset()) for form in forms))


@lru_cache(maxsize=4)
def _index(document: Document) -> _Index:
    places: dict[str, set[int]] = {}
    for number, sentence in enumerate(document.sentences):
        lang = document.blocks[sentence.block].lang
        for term in set(terms(document.sentence_text(number), lang)):
            for form in {term, sound(term)} - {""}:
                places.setdefault(form, set()).add(number)
    return _Index({form: frozenset(found) for form, found in places.items()}, len(document.sentences), document.lang)


def _weighed(text: str, lang: Lang, index: _Index) -> list[tuple[tuple[str, ...], float]]:
    """Each different term of the text as the forms it may have in the document, with its weight there."""
    weighed = []
    for term in dict.fromkeys(terms(text, lang)):
        forms: tuple[str, ...] = (term,)
        if lang != index.lang:
            known = (term, *across(term, lang))
            forms = known if any(form in index.places for form in known) else (*known, sound(term))
        found = len(index.sentences_with(forms))
        weighed.append((forms, math.log((1 + index.height) / (0.5 + found)) + 0.3))
    return weighed


def _best(wanted: Sequence[tuple[float, frozenset[int]]], count: int, near: int | None = None) -> tuple[int, float]:
    """The sentence that holds most of what is wanted, the earliest of equals (the nearest to `near`), and how much."""
    held = [0.0] * count
    for weight, where in wanted:
        for number in where:
            held[number] += weight
    if not any(held):
        return 0, 0.0
    best = max(range(count), key=lambda n: (held[n], -n if near is None else -abs(n - near)))
    return best, held[best]
