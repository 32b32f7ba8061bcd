"""Dates with a month or a weekday in a form that Russian and English share; bare years are numbers.

A fact's value is a list of parts parted by "|": `day:12`, `month:5`, `year:2016`, `weekday:1` (Monday). Kinds: `date`;
`weekday`; `relative` (today, вчера), which can answer for any date but should not be asked for.
"""

import re
from collections.abc import Iterator

from summarizer.document import Lang
from summarizer.facts import Fact
from summarizer.facts._date_words import MONTHS, RELATIVE, RU_MONTH_ADJECTIVES, WEEKDAYS

_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th|-?го|-?е)?"
_YEAR = r"(?:,?\s+(?P<{0}>(?:1[0-9]|20)\d\d)(?!\d))?"
_NUMERIC = re.compile(r"(?<![\d./])(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>\d{4})(?!\d)")
_ISO = re.compile(r"(?<![\d-])(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?![\d-])")
_WORD = re.compile(r"[^\W\d_]+")
# these are other words too: a month only beside a day, a year or a preposition of time
_CAPITAL_ONLY = frozenset(["may", "march", "mar", "jan", "sept", "sep", "dec"])
_SENSE = re.compile(r"(?:in|of|on|by|since|until|from|to|last|next|this|early|late|mid-?|\d)[\s-]*$", re.IGNORECASE)


def _pattern(lang: Lang) -> re.Pattern[str]:
    months = "|".join(sorted(MONTHS[lang], key=len, reverse=True))
    before = _DAY.format("before") + r"(?:(?:\s*[-–—]\s*|\s+(?:по|to|and|и)\s+)(?P<last>\d{1,2}))?\s+(?:of\s+)?"
    after = (
        r"(?:\.?\s+"
        + _DAY.format("after")
        + r"(?!\d|[.,]\d|\s?%)(?:\s*(?:[-–—]|and|to)\s*(?P<until>\d{1,2})(?![\d.,]\d|\d))?)?"
        if lang == "en"
        else ""
    )
    return re.compile(rf"(?:(?<![\d.,]){before})?\b(?P<month>{months})\b{after}{_YEAR.format('year')}", re.IGNORECASE)


_PATTERNS = {lang: _pattern(lang) for lang in ("ru", "en")}


def find(text: str, lang: Lang) -> Iterator[Fact]:
    """Yield the dates of the text, in order."""
    found = [*_written(text, lang), *_in_figures(text), *_weekdays(text, lang)]
    if lang == "ru":  # what a draft left in English
        found += _written(text, "en")
    yield from sorted(found, key=lambda fact: fact.start)


def same(a: Fact, b: Fact) -> bool:
    """Whether the two can be one date: they share a part, and contradict each other in none."""
    if "relative" in {a.kind, b.kind}:
        return True
    x, y = _parts(a), _parts(b)
    shared = x.keys() & y.keys()
    return bool(shared) and all(x[part] & y[part] for part in shared) and ("month" in shared or "weekday" in shared)


def _parts(fact: Fact) -> dict[str, set[str]]:
    parts: dict[str, set[str]] = {}
    for part in fact.value.split("|"):
        name, _, amount = part.partition(":")
        parts.setdefault(name, set()).add(amount)
    return parts


def _written(text: str, lang: Lang) -> Iterator[Fact]:
    for match in _PATTERNS[lang].finditer(text):
        word = match["month"]
        day = match["before"] or match.groupdict().get("after")
        if lang == "en" and not _is_month(text, match, day):
            continue
        parts = [f"day:{int(n)}" for n in (day, match["last"], match.groupdict().get("until")) if n]
        parts.append(f"month:{MONTHS[lang][word.lower()]}")
        parts += [f"year:{match['year']}"] if match["year"] else []
        yield Fact("date", "|".join(parts), match.start(), match.end(), match.group())


def _is_month(text: str, match: re.Match[str], day: str | None) -> bool:
    word = match["month"]
    if word.lower() not in _CAPITAL_ONLY or day or match["year"]:
        return True
    return word[0].isupper() and _SENSE.search(text[: match.start()][-8:]) is not None


def _in_figures(text: str) -> Iterator[Fact]:
    for pattern in (_NUMERIC, _ISO):
        for match in pattern.finditer(text):
            day, month = int(match["day"]), int(match["month"])
            parts = [f"year:{match['year']}", f"day:{day}", f"month:{month}"]
            if day <= 12 and pattern is _NUMERIC:  # 5/12/2016 is read both ways
                parts += [f"day:{month}", f"month:{day}"]
            if day <= 31 and (month <= 12 or day <= 12):
                yield Fact("date", "|".join(dict.fromkeys(parts)), match.start(), match.end(), match.group())


def _weekdays(text: str, lang: Lang) -> Iterator[Fact]:
    for match in _WORD.finditer(text):
        word = match.group().lower().replace("ё", "е")
        day = WEEKDAYS["en" if word.isascii() else lang].get(word)  # «Ruby Tuesday» in a Russian text
        if day is not None and not _is_medium(text, match, word):
            yield Fact("weekday", f"weekday:{day}", match.start(), match.end(), match.group())
        elif match.group() in RU_MONTH_ADJECTIVES:
            month = RU_MONTH_ADJECTIVES[match.group()]
            yield Fact("date", f"month:{month}", match.start(), match.end(), match.group())
        elif word in RELATIVE[lang]:
            yield Fact("relative", "day:0", match.start(), match.end(), match.group())


def _is_medium(text: str, match: re.Match[str], word: str) -> bool:
    """Среда is the environment far more often than Wednesday: a day only after "в", "во" or "с" and in its case."""
    if not word.startswith("сред"):
        return False
    before = re.search(r"\b(?:в|во|на|к|до|с|по|прошлую|минувшую)\s+$", text[: match.start()], re.IGNORECASE)
    if word == "средам":
        return before is None or not before.group().lower().startswith("по")
    return before is None or word not in {"среду", "среды"} or (word == "среды" and "с" not in before.group())
