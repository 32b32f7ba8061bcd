"""How much of a sentence its draft covers: by the model's ties, and by words that can stand for each other.

The words tell a clause that was left out from a free translation: a free one has words of its own that the source does
not have, a draft that lacks a clause has none.
"""

import math
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from summarizer.document import Lang
from summarizer.facts import across, sound
from summarizer.ranking.stems import stem
from summarizer.ranking.words import STOP

_WORD = re.compile(r"\S+")
_PART = re.compile(r"[^\W_]+")
_EDGES = ".,:;!?«»“”\"'()"
_BEFORE, _AFTER = ",;:—–-", ",;:.—–"  # what stands before and at the end of a clause
_LETTERS = 8  # a word weighs its letters, no more than so many
_LONG_GAP = 10  # words: a longer gap is no surer sign


class Gap(NamedTuple):
    """The longest run of words without a tie: its first word, the word behind it, its weight."""

    first: int = 0
    behind: int = 0
    weight: int = 0


class Side(NamedTuple):
    """The words of a text: their places, weights, and which carry meaning."""

    spans: tuple[tuple[int, int], ...]
    words: tuple[str, ...]
    weights: tuple[int, ...]
    telling: tuple[bool, ...]
    lang: Lang

    @property
    def total(self) -> int:
        """The weight of all words, at least one."""
        return max(sum(self.weights), 1)


def side(text: str, lang: Lang) -> Side:
    """The words of a text in `lang`."""
    spans = tuple(match.span() for match in _WORD.finditer(text))
    words = tuple(text[start:stop] for start, stop in spans)
    bare = [word.strip(_EDGES) for word in words]
    weights = tuple(min(len(word), _LETTERS) for word in bare)
    return Side(spans, words, weights, tuple(word.lower() not in STOP[lang] for word in bare), lang)


def longest_gap(source: Side, tied: Sequence[bool]) -> Gap:
    """The longest run of words without a tie; the first of equals."""
    best, weight, first = Gap(), 0, 0
    for at, is_tied in enumerate(tied):
        first = first if weight else at
        weight = 0 if is_tied else weight + source.weights[at]
        if weight > best.weight:
            best = Gap(first, at + 1, weight)
    return best


def measures(source: Side, draft: Side, tied: Sequence[bool], ratio: float) -> tuple[float, ...]:
    """Twelve signs of an omission; `ratio` is the draft's characters to the source's."""
    gap = longest_gap(source, tied)
    held, heard = _met(source, draft), _met(draft, source)
    unheld = [telling and not met for telling, met in zip(source.telling, held, strict=True)]
    own = [telling and not met for telling, met in zip(draft.telling, heard, strict=True)]
    either = [tie or (met and telling) for tie, met, telling in zip(tied, held, source.telling, strict=True)]
    lost, added = _weight(source, unheld), _weight(draft, own)
    in_gap = [flag and gap.first <= at < gap.behind for at, flag in enumerate(unheld)]
    gap_lost = _weight(source, in_gap) / source.total
    return (
        _weight(source, tied) / source.total,
        _weight(source, either) / source.total,
        gap_lost,
        math.log1p(gap.weight),
        _edges(source, gap) / 2,
        min(gap.behind - gap.first, _LONG_GAP) / _LONG_GAP,
        math.log(source.spans[-1][1]),
        (lost - added) / source.total,
        math.log(ratio) ** 2,
        (added / draft.total) ** 2,
        (lost / source.total) ** 2,
        gap_lost**2,
    )


def _weight(side: Side, flags: Iterable[bool]) -> int:
    return sum(weight for weight, flag in zip(side.weights, flags, strict=True) if flag)


def _edges(source: Side, gap: Gap) -> int:
    """At how many ends the gap ends where a clause does."""
    opens = gap.first == 0 or source.words[gap.first - 1][-1] in _BEFORE
    closes = gap.behind == len(source.words) or source.words[gap.behind - 1][-1:] in _AFTER
    return opens + closes


def _met(side: Side, other: Side) -> list[bool]:
    """Which words of a side can stand for a word of the other."""
    given = frozenset[str]().union(*(_forms(word, other.lang) for word in other.words))
    return [not given.isdisjoint(_forms(word, side.lang)) for word in side.words]


@lru_cache(maxsize=50_000)
def _forms(word: str, lang: Lang) -> frozenset[str]:
    """The stems of a word, their renderings and their sounds."""
    low = re.sub(r"['’]s\b", "", word.lower().replace("ё", "е"))
    stems = {stem(part) for part in _PART.findall(low)}
    forms = stems | {other for one in stems for other in across(one, lang)} | {sound(one) for one in stems}
    return frozenset(forms - {""})
