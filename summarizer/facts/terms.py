"""Terms of the press that have one accepted name in the other language: institutions, treaties, offices, abbreviations.

The glossary (`data/facts/press.tsv`) is read longest term first, by stem, with ё = е; names in it keep their capitals.
A fact's value is the number of its rows in the glossary, joined by "|": two terms are the same when they share a row.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from summarizer.document import Lang
from summarizer.facts import Fact
from summarizer.facts._lexicon import across, sound
from summarizer.facts._press import Entry, entries
from summarizer.ranking.stems import stem

__all__ = ["Entry", "across", "entries", "find", "same", "sound"]

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


def find(text: str, lang: Lang) -> Iterator[Fact]:
    """Yield the terms of the text in order, the longest where two begin at one word."""
    words = [(match, _key(match.group())) for match in _WORD.finditer(text)]
    table = _table(lang)
    at = 0
    while at < len(words):
        found = next(_longest(table, words, at), None)
        if found is None:
            at += 1
            continue
        length, rows = found
        start, stop = words[at][0].start(), words[at + length - 1][0].end()
        kind = entries()[rows[0]].kind
        yield Fact(kind, "|".join(map(str, rows)), start, stop, text[start:stop])
        at += length


def same(a: Fact, b: Fact) -> bool:
    """Whether the two are renderings of one term."""
    return not set(a.value.split("|")).isdisjoint(b.value.split("|"))


def _key(word: str) -> str:
    return stem(word.lower().replace("ё", "е").replace("’", "'"))


class _Form(NamedTuple):
    keys: tuple[str, ...]
    capital: bool
    row: int


@lru_cache(maxsize=2)
def _table(lang: Lang) -> dict[str, tuple[_Form, ...]]:
    """The forms of a language by the stem of their first word, the longest first."""
    table: dict[str, list[_Form]] = {}
    for row, entry in enumerate(entries()):
        for form in entry.ru if lang == "ru" else entry.en:
            words = _WORD.findall(form)
            if words:
                keys = tuple(_key(word) for word in words)
                table.setdefault(keys[0], []).append(_Form(keys, words[0][:1].isupper(), row))
    return {key: tuple(sorted(forms, key=lambda form: -len(form.keys))) for key, forms in table.items()}


def _longest(
    table: dict[str, tuple[_Form, ...]], words: list[tuple[re.Match[str], str]], at: int
) -> Iterator[tuple[int, list[int]]]:
    capital = words[at][0].group()[:1].isupper()
    fitting = [
        form
        for form in table.get(words[at][1], ())
        if (capital or not form.capital) and form.keys == tuple(key for _, key in words[at : at + len(form.keys)])
    ]
    if fitting:
        longest = len(fitting[0].keys)
        yield longest, [form.row for form in fitting if len(form.keys) == longest]
