"""Rarer words and how the press renders them: what a small model has seen too seldom to know.

The list was written for this project by a language model (`training/rarer_words.py` puts it together). It holds what
our training data has fewer than sixty times, so a word that is not in it is common, or very rare indeed.
"""

import lzma
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from summarizer.document import Lang
from summarizer.glossary.lemmas import lemmas
from summarizer.ranking.stems import stem

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SHORTEST = 4  # letters


class Rendered(NamedTuple):
    """A rarer word in a text (`start` and `stop` are offsets into it) and its rendering, a dictionary form."""

    start: int
    stop: int
    rendering: str


class _Entry(NamedTuple):
    word: str  # е for ё
    rendering: str


def find(text: str, lang: Lang) -> Iterator[Rendered]:
    """The rarer words of the text that are written small, in order; the first one may have the sentence's capital."""
    for n, match in enumerate(_WORD.finditer(text)):
        word = match.group()
        if len(word) >= _SHORTEST and (word.islower() or (n == 0 and word[1:].islower())):
            rendering = _rendering(word.lower(), lang)
            if rendering:
                yield Rendered(match.start(), match.end(), rendering if word.islower() else _raised(rendering))


@lru_cache(maxsize=20_000)
def _rendering(low: str, lang: Lang) -> str:
    entries = _table(lang).get(stem(low.replace("ё", "е").replace("’", "'")), ())
    own = lemmas(low) if entries else frozenset()
    return next((entry.rendering for entry in entries if entry.word in own), "")


def _raised(text: str) -> str:
    return text[:1].upper() + text[1:]


@lru_cache(maxsize=2)
def _table(lang: Lang) -> dict[str, list[_Entry]]:
    """The entries by the stems that forms of their word can have."""
    table: defaultdict[str, list[_Entry]] = defaultdict(list)
    for line in _lines():
        word, rendering, *others = line.split("\t")
        if ("а" <= word[0] <= "я") == (lang == "ru"):
            entry = _Entry(word, rendering)
            for own in (stem(word), *others):
                table[own].append(entry)
    return dict(table)


def _lines() -> list[str]:
    packed = files("summarizer").joinpath("data/facts/rarer.tsv.xz").read_bytes()
    return lzma.decompress(packed).decode().splitlines()
