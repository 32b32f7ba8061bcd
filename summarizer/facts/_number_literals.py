"""Figures as they are written with digits: grouping, decimals, times, dates, decades, Roman numerals."""

import re
from collections.abc import Callable
from decimal import Decimal, localcontext
from typing import NamedTuple

from summarizer.document import Lang

_SPACE = r"[ \u00a0\u202f\u2009]"  # plain, no-break, narrow no-break, thin
_ORDINAL = r"(?:-?(?:st|nd|rd|th)\b|-(?:го|й|я|е|му|м|ю|х|ый|ой|ая|ое|ые|ого|ому|ым|ом|ти|ми)\b)?"
_PATTERNS = {
    "iso": r"(?<![\d-])\d{4}-\d{2}-\d{2}(?![\d-])",
    "date": r"(?<![\d./])\d{1,2}(?P<mark>[./])\d{1,2}(?P=mark)(?:\d{4}|\d{2})(?!\d)",
    "pair": r"(?<![\d:])\d{1,3}:\d{1,3}(?:\s?[ap]\.?m\b\.?)?(?![\d:])",
    "decade": r"(?<!\d)(?:\d{2})?\d0(?:-(?:х|е|ми|м)(?=\s?-?г|\s+год|\W|$)|[’']?s\b)",
    "dotted": r"(?<![\d.])\d+(?:\.\d+){2,}(?![\d])",
    "fraction": r"(?<![\d/])\d{1,3}/\d{1,3}(?![\d/])",
    "hour": r"(?<![\d.,:])\d{1,2}\s?(?:[ap]\.m\b\.?|[ap]m\b)",
    "sign": r"\d*[½¼¾⅓⅔]",
    "figure": rf"\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,]\d+)*{_ORDINAL}",
    "roman": r"(?<![\w-])[IVXХ]{1,7}(?![\w])",
}
LITERAL = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in _PATTERNS.items()), re.IGNORECASE)
_LAKHS = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")  # as Indian papers group: 7,00,000
_SIGNS = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.3333", "⅔": "0.6667"}
_ROMAN = {"I": 1, "V": 5, "X": 10}
_ROMAN_FORM = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
_CENTURY = re.compile(r"\s*[-–—]?\s*(?:[IVXХ]+\s*)?(?:вв?\b|век|столет|centur|съезд|созыв|квартал)", re.IGNORECASE)


class Reading(NamedTuple):
    """What a literal can mean: plain amounts (they can be multiplied), or whole values such as `pair:18:30`."""

    amounts: tuple[Decimal, ...] = ()
    whole: tuple[str, ...] = ()


def read(match: re.Match[str], lang: Lang) -> Reading | None:
    """What the literal can mean, the likeliest first; `None` when it is no number (a word in Roman letters)."""
    kind = match.lastgroup or ""
    if kind == "roman":
        return _roman(match)
    if kind == "figure":
        return Reading(figure(match.group(), lang))
    return _READERS[kind](match.group())


def figure(text: str, lang: Lang) -> tuple[Decimal, ...]:
    """The amounts that grouped or decimal digits can stand for: a Russian "1.234" is two numbers, "1,2,3" none."""
    digits = re.match(r"[\d., \u00a0\u202f\u2009]+", text)
    plain = re.sub(_SPACE, "", digits.group() if digits else "").rstrip(".,")
    marks = re.findall(r"[.,]", plain)
    grouped = re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", plain) is not None and not plain.startswith("0")
    if len(marks) > 1:
        return _marked(plain, marks, grouped=grouped)
    decimal = Decimal(plain.replace(",", "."))
    if not grouped or re.search(_SPACE, text):
        return (decimal,)
    whole = Decimal(re.sub(r"[.,]", "", plain))
    if lang == "en":
        return (whole,) if marks[0] == "," else (decimal,)
    return (decimal,) if marks[0] == "," else (whole, decimal)


def _marked(plain: str, marks: list[str], *, grouped: bool) -> tuple[Decimal, ...]:
    """The amount of digits with several marks; of two kinds the last one is the decimal mark."""
    if len(set(marks)) == 1:
        return (Decimal(re.sub(r"[.,]", "", plain)),) if grouped or _LAKHS.fullmatch(plain) else ()
    if marks.count(marks[-1]) > 1:
        return ()
    return (Decimal(plain.replace(marks[0], "").replace(marks[-1], ".")),)


def _date(text: str) -> Reading:
    first, second, year = (int(part) for part in re.split(r"[./]", text))
    return Reading(whole=(f"date:{first}:{second}:{year}", f"date:{second}:{first}:{year}"))


def _iso(text: str) -> Reading:
    year, month, day = (int(part) for part in text.split("-"))
    return Reading(whole=(f"date:{day}:{month}:{year}",))


def _pair(text: str) -> Reading:
    first, second = (int(part) for part in re.findall(r"\d+", text))
    whole: tuple[str, ...] = (f"pair:{first}:{second}",)
    hour = _by_24(first, text)
    return Reading(whole=whole if hour is None else (f"pair:{hour}:{second}", *whole))


def _decade(text: str) -> Reading:
    number = int(re.findall(r"\d+", text)[0])
    if number >= 100:
        return Reading(whole=(f"decade:{number}", f"number:{number}"))
    return Reading(whole=(f"decade:{1900 + number}", f"decade:{2000 + number}", f"number:{number}"))


def _fraction(text: str) -> Reading:
    above, below = (int(part) for part in text.split("/"))
    share = (f"number:{normal(Decimal(above) / below)}",) if 0 < above < below else ()
    return Reading(whole=(*share, f"pair:{above}:{below}"))


def _hour(text: str) -> Reading:
    hour = int(re.findall(r"\d+", text)[0])
    other = _by_24(hour, text)
    return Reading(whole=(f"number:{hour}",) if other is None else (f"hour:{hour}", f"number:{other}"))


def _by_24(hour: int, text: str) -> int | None:
    """The hour by the clock of 24 where that is another one: 1 p.m. is 13:00, 12 a.m. is 0:00."""
    half = re.search(r"[ap](?=\.?m)", text, re.IGNORECASE)
    return (hour + 12) % 24 if half and hour <= 12 and (hour == 12) == (half[0] in "aA") else None


def _sign(text: str) -> Reading:
    return Reading((Decimal(text[:-1] or 0) + Decimal(_SIGNS[text[-1]]),))


def _dotted(text: str) -> Reading:
    if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", text):
        return Reading((Decimal(text.replace(".", "")),))
    return Reading(whole=(f"text:{text}",))


def _roman(match: re.Match[str]) -> Reading | None:
    letters = match.group().replace("Х", "X")
    before_century = _CENTURY.match(match.string, match.end()) is not None
    if not letters.isupper() or not _ROMAN_FORM.fullmatch(letters) or (len(letters) == 1 and not before_century):
        return None
    values = [_ROMAN[letter] for letter in letters]
    signed = [-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True)]
    return Reading((Decimal(sum(signed)),))


def normal(amount: Decimal) -> str:
    """The shortest plain writing, four decimals at most."""
    with localcontext(prec=max(28, amount.adjusted() + 10)):  # rounding a very long number needs more than 28 digits
        text = f"{round(amount, 4):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


_READERS: dict[str, Callable[[str], Reading]] = {
    "iso": _iso,
    "date": _date,
    "pair": _pair,
    "decade": _decade,
    "dotted": _dotted,
    "fraction": _fraction,
    "hour": _hour,
    "sign": _sign,
}
