"""Which single-byte encoding a text is in: the letters decide, because the bytes alone do not.

Every candidate reads the same words; the reading whose letters follow each other as Russian letters do costs the
fewest bits and wins. Readings that no text has (a capital after a small letter, Latin and Cyrillic in one word, a
table line beside a letter) cost extra.
"""

import re
from collections import Counter
from collections.abc import Mapping

from summarizer.source.letters import (
    ALPHABET,
    COST,
    MARKS,
    NEIGHBOURS,
    NEVER_AFTER_LETTER,
    NEVER_BEFORE_LETTER,
    RARE_MARKS,
)

# What a candidate pays before it has read a letter: how rarely texts come in it. Mac Cyrillic, which shares its small
# letters with cp1251, was swept on newstest2018's lines cut after 10 and 50 letters (2026-11-28): at 0 it takes 5% and
# 2% of the cp1251 texts, at 6 0.1% and 0.2%, at 10 no more than at 30. ISO 8859-5 at 0, 6, 12: cp1251 hardly moves.
CANDIDATES: Mapping[str, int] = {
    "cp1251": 0,
    "koi8_u": 2,  # KOI8-R with the Ukrainian letters in place of eight table lines
    "cp866": 3,
    "iso8859_5": 3,
    "mac_cyrillic": 10,
    "cp1252": 4,
}
DECLARED = 24  # what a candidate that the sender or the page names is spared: about five letters' worth

_LETTERS = frozenset(ALPHABET[1:])
_MARK, _RARE_MARK, _MARK_ASTRAY, _NEIGHBOUR, _OTHER_LETTER, _STRANGE = 3, 6, 5, 9, 13, 14
_SMALL_THEN_CAPITAL, _ABBREVIATION, _TWO_SCRIPTS = 6, 7, 8
_ACCENT_IN_WORD, _ACCENT_ALONE = 4, 9

_WORD = re.compile(rb"[A-Za-z\x80-\xff]+")
_WORDS = 2_000  # words that are looked at; 200 letters are enough for every line of newstest2018
_LONGEST = 40  # bytes of a word that are looked at


def best(data: bytes, declared: tuple[str, ...] = ()) -> str:
    """The candidate that reads `data` at the lowest cost; `declared` are the codecs that were named, best first."""
    words = _words(data)
    spared = {codec: DECLARED >> place for place, codec in reversed(list(enumerate(declared)))}
    costs = {codec: _cost(words, codec) + start - spared.get(codec, 0) for codec, start in CANDIDATES.items()}
    return min(costs, key=costs.__getitem__)


def plainly_russian(data: bytes, codec: str) -> bool:
    """Whether this reading has the letters of Russian, so that it stands against whatever was declared."""
    words = _words(data)
    high = sum(count for word, count in words.items() for byte in word if byte >= 0x80)
    return high >= 20 and _cost(words, codec) <= 5.5 * high


def _words(data: bytes) -> Counter[bytes]:
    found: Counter[bytes] = Counter()
    for number, match in enumerate(m for m in _WORD.finditer(data) if not m[0].isascii()):
        if number == _WORDS:
            break
        found[match[0][:_LONGEST]] += 1
    return found


def _cost(words: Counter[bytes], codec: str) -> int:
    cost = _latin if codec == "cp1252" else _cyrillic
    return sum(count * cost(word.decode(codec, "replace")) for word, count in words.items())


def _cyrillic(word: str) -> int:
    dearest = _ABBREVIATION if len(word) <= 4 and word.isupper() else _STRANGE + 1
    cost, before, small = 0, " ", False
    for place, char in enumerate(word):
        letter = char.lower()
        if letter in _LETTERS:
            cost += min(COST[before, letter], dearest) + _SMALL_THEN_CAPITAL * (small and char != letter)
            before, small = letter, char == letter
        else:
            cost += COST[before, " "] * (before != " ") + _foreign(word, place)
            before, small = " ", False
    return cost + min(COST[before, " "], dearest) * (before != " ")


def _foreign(word: str, place: int) -> int:
    char = word[place]
    beside = word[max(place - 1, 0) : place], word[place + 1 : place + 2]
    if char.isascii():
        return _TWO_SCRIPTS * any(other.isalpha() and not other.isascii() for other in beside)
    if char in MARKS:
        astray = (beside[0].isalpha() and char in NEVER_AFTER_LETTER) or (
            beside[1].isalpha() and char in NEVER_BEFORE_LETTER
        )
        return (_RARE_MARK if char in RARE_MARKS else _MARK) + _MARK_ASTRAY * astray
    if char in NEIGHBOURS:
        return _NEIGHBOUR
    return _OTHER_LETTER if char.isalpha() else _STRANGE


def _latin(word: str) -> int:
    return sum(_accent(word, place) for place, char in enumerate(word) if not char.isascii())


def _accent(word: str, place: int) -> int:
    if word[place] in MARKS:
        return _MARK
    if not word[place].isalpha():
        return _STRANGE
    beside = word[max(place - 1, 0) : place] + word[place + 1 : place + 2]
    return _ACCENT_IN_WORD if any(char.isascii() for char in beside) else _ACCENT_ALONE
