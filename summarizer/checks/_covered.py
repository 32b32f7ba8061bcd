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
_MARK = re.compile("[,;:—–]")  # what parts clauses
_CLOSING = tuple(',;:—–-”"')  # what the last word of a clause ends with
_LETTERS = 8  # a word weighs its letters, no more than so many
_LONG_GAP = 10  # words: a longer gap is no surer sign
_HALF = 0.5  # of a word that is looked at less than that, it counts for an omission, else against
_BY_MEANING = 0.8  # what a word counts as looked at where a word of the draft can stand for it
_FEWEST, _LIGHTEST = 3, 8  # words and weight of a clause that is judged alone


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


@lru_cache(maxsize=1_000)  # a sentence is held against all of its drafts
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


def measures(source: Side, draft: Side, looks: Sequence[float], ratio: float) -> tuple[float, ...]:
    """Eleven signs of an omission.

    `looks` says how much the draft looked at each word of the source, 0 to 1; `ratio` is the draft's characters to the
    source's.
    """
    tied = [look > 0 for look in looks]
    gap = longest_gap(source, tied)
    held, heard = _met(source, draft), _met(draft, source)
    unheld = [telling and not met for telling, met in zip(source.telling, held, strict=True)]
    own = [telling and not met for telling, met in zip(draft.telling, heard, strict=True)]
    either = [tie or (met and telling) for tie, met, telling in zip(tied, held, source.telling, strict=True)]
    lost, added = _weight(source, unheld), _weight(draft, own)
    in_gap = [flag and gap.first <= at < gap.behind for at, flag in enumerate(unheld)]
    by_meaning = [max(look, _BY_MEANING * met) for look, met in zip(looks, held, strict=True)]
    by_words = [
        max(look, _BY_MEANING * (met and telling))
        for look, met, telling in zip(looks, held, source.telling, strict=True)
    ]
    unseen = sum(weight * (1 - look) for weight, look in zip(source.weights, looks, strict=True)) / source.total
    return (
        _weight(source, either) / source.total,
        _weight(source, in_gap) / source.total,
        min(gap.behind - gap.first, _LONG_GAP) / _LONG_GAP,
        (lost - added) / source.total,
        math.log(ratio) ** 2,
        (added / draft.total) ** 2,
        (lost / source.total) ** 2,
        math.log1p(_worst_stretch(source, by_words)),
        _worst_clause(source, by_meaning),
        (_marks(source) - _marks(draft)) / len(source.words),
        unseen * math.log(source.total),
    )


def _weight(side: Side, flags: Iterable[bool]) -> int:
    return sum(weight for weight, flag in zip(side.weights, flags, strict=True) if flag)


def _worst_stretch(source: Side, looks: Sequence[float]) -> float:
    """The most that a run of words lacks: the sum of what each lacks of half a look, heavy words counting more."""
    worst = run = 0.0
    for weight, look in zip(source.weights, looks, strict=True):
        run = max(run, 0.0) + weight * (_HALF - look)
        worst = max(worst, run)
    return worst


def _worst_clause(source: Side, looks: Sequence[float]) -> float:
    """The share of its weight that the clause lacks which lacks most."""
    worst, first = 0.0, 0
    for at, word in enumerate(source.words):
        if not word.endswith(_CLOSING) and at < len(source.words) - 1:
            continue
        clause = range(first, at + 1)
        weight = sum(source.weights[n] for n in clause)
        if len(clause) >= _FEWEST and weight > _LIGHTEST:
            worst = max(worst, sum(source.weights[n] * (1 - looks[n]) for n in clause) / weight)
        first = at + 1
    return worst


def _marks(side: Side) -> int:
    return sum(len(_MARK.findall(word)) for word in side.words)


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
