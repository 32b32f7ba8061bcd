"""Numbers of a text in a normal form that Russian and English share.

A fact's value is one reading or several, joined by "|": `number:1500000000`, `percent:5`, `usd:5000000`, `pair:18:30`
(a time or a score), `hour:5` (of 5 p.m.: "5 вечера", not "5:00"), `date:12:5:2019`, `decade:1990`; "~" before it: the
text says that it is rounded. Kinds: `number` has digits, `number word` has none, `weak number` (one, second, half,
пара) is often no figure at all: it can answer for a number on the other side, but should not be asked for.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from summarizer.document import Lang
from summarizer.facts import Fact
from summarizer.facts._number_grammar import Number, numbers
from summarizer.facts._number_literals import normal
from summarizer.facts._number_words import APPROXIMATE, MONEY, PERCENT

_PERCENT_AFTER = re.compile(rf"[\s\u00a0-]{{0,2}}(?:{PERCENT})", re.IGNORECASE)
_MONEY_AFTER = tuple((unit, re.compile(rf"[\s\u00a0.-]{{0,2}}(?:{words})", re.IGNORECASE)) for unit, words in MONEY)
_MONEY_BEFORE = (("usd", "$"), ("eur", "€"), ("gbp", "£"), ("rub", "₽"), ("jpy", "¥"), ("uah", "₴"))
_APPROXIMATE = {
    lang: re.compile(rf"\b(?:{words})\s+(?:US)?[$€£₽¥]?\s?$", re.IGNORECASE) for lang, words in APPROXIMATE.items()
}
_RANK = re.compile(r"(?:\bNo\.?|№|#|\bномер|\bnumber)\s?$", re.IGNORECASE)
_ROMAN = re.compile(r"[IVXХ]+")
_CAPITALISED = re.compile(r"(?:^|\s)[A-ZА-ЯЁ][\w’'-]*\s$")
_RANGE = re.compile(r"\s?[-–—]\s?|\s(?:to|or|и|или|до|and)\s", re.IGNORECASE)


def find(text: str, lang: Lang) -> Iterator[Fact]:
    """Yield the numbers of the text, in order."""
    found = numbers(text, lang)
    units = [_unit(text, number) for number in found]
    for index, number in enumerate(found):
        unit = units[index]
        if not unit and index + 1 < len(found) and _RANGE.fullmatch(text, number.stop, found[index + 1].start):
            unit = units[index + 1]
        yield _fact(text, lang, number, unit)


def same(a: Fact, b: Fact) -> bool:
    """Whether the two can state the same amount: rounded to the coarser where one of them says that it is rounded.

    A number without a unit is the same as one with; a single number is the same as a pair or date it is part of.
    """
    rounded = a.value.startswith("~") != b.value.startswith("~")  # both: they quote one figure
    return any(_agree(x, y, rounded=rounded) for x in _readings(a) for y in _readings(b))


def _readings(fact: Fact) -> list[tuple[str, str]]:
    parts = (reading.partition(":") for reading in fact.value.lstrip("~").split("|"))
    return [(unit, amount) for unit, _, amount in parts]


def _agree(a: tuple[str, str], b: tuple[str, str], *, rounded: bool) -> bool:
    (unit, x), (other, y) = a, b
    if unit == other:
        return x == y or (rounded and unit not in _COMPOSED and _close(Decimal(x), Decimal(y)))
    if unit in _COMPOSED or other in _COMPOSED:
        single, composed = (y, x) if unit in _COMPOSED else (x, y)
        return (other if unit in _COMPOSED else unit) not in _WHOLE and _part(single, composed)
    return "number" in (unit, other) and (x == y or (rounded and _close(Decimal(x), Decimal(y))))


_COMPOSED = frozenset({"pair", "date", "text", "decade"})
_WHOLE = _COMPOSED | {"hour"}  # no part of a composed one


def _part(single: str, composed: str) -> bool:
    parts = composed.split(":")
    return single in parts or single in {part[2:] for part in parts if len(part) == 4}  # nineties, 1990s; 16, 2016


def _close(a: Decimal, b: Decimal) -> bool:
    """Equal once both are rounded to as many significant digits as the coarser one shows."""
    digits = min(len(normal(x).replace(".", "").strip("0")) or 1 for x in (a, b))
    return f"{a:.{digits - 1}e}" == f"{b:.{digits - 1}e}"


def _unit(text: str, number: Number) -> str:
    if number.whole:
        return ""
    if _PERCENT_AFTER.match(text, number.stop):
        return "percent"
    before = text[max(0, number.start - 2) : number.start].rstrip()
    for unit, sign in _MONEY_BEFORE:
        if before.endswith(sign):
            return unit
    return next((unit for unit, pattern in _MONEY_AFTER if pattern.match(text, number.stop)), "")


def _fact(text: str, lang: Lang, number: Number, unit: str) -> Fact:
    readings = [f"{unit or 'number'}:{normal(amount)}" for amount in number.amounts] or list(number.whole)
    readings = readings or [f"text:{text[number.start : number.stop]}"]
    rounded = "~" if _APPROXIMATE[lang].search(text[max(0, number.start - 30) : number.start]) else ""
    surface = text[number.start : number.stop]
    weak = number.weak or _is_rank(text, number, surface)
    kind = "weak number" if weak else "number" if any(c.isdigit() for c in surface) else "number word"
    return Fact(kind, rounded + "|".join(dict.fromkeys(readings)), number.start, number.stop, surface)


def _is_rank(text: str, number: Number, surface: str) -> bool:
    """Whether it ranks: for "No 1" or "the starting XI" the other language as often as not has no number."""
    before = text[max(0, number.start - 30) : number.start]
    if _ROMAN.fullmatch(surface):
        after = text[number.stop : number.stop + 12].lower().lstrip(" -–—")
        return not (_CAPITALISED.search(before) or after.startswith(("век", "столет", "centur", "в", "съезд", "созыв")))
    return surface == "1" and _RANK.search(before) is not None
