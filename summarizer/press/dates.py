"""Dates as newspapers print them in a head line, for `Meta.date`."""

import re
from datetime import date
from typing import NamedTuple

_ENGLISH = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_RUSSIAN = ("янв", "фев", "мар", "апр", "ма", "июн", "июл", "авг", "сен", "окт", "ноя", "дек")
_MONTH = r"(?P<month{0}>[A-Za-zА-Яа-яё]{{3,9}})\.?"
_YEAR = r"(?P<year{0}>(?:18|19|20)\d\d)"
_DATE = re.compile(
    rf"(?<!\d)(?:(?P<day1>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? {_MONTH.format(1)},? {_YEAR.format(1)}"
    r"(?: ?(?:года|г\.|г\b))?"
    rf"|{_MONTH.format(2)} (?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,? {_YEAR.format(2)}"
    rf"|{_YEAR.format(3)}-(?P<month3>\d{{1,2}})-(?P<day3>\d{{1,2}})"
    rf"|(?P<day4>\d{{1,2}})[./](?P<month4>\d{{1,2}})[./]{_YEAR.format(4)})(?!\d)"
)


class Found(NamedTuple):
    """A date at characters `start` to `stop`, as ISO 8601."""

    start: int
    stop: int
    iso: str


def find(text: str) -> Found | None:
    """The first date with a day, a month and a year; 4/5/2024 is read as day first, 4/25/2024 as month first."""
    for found in _DATE.finditer(text):
        kind = next(kind for kind in "1234" if found[f"day{kind}"])
        iso = _iso(found[f"year{kind}"], found[f"month{kind}"], found[f"day{kind}"])
        if iso:
            return Found(found.start(), found.end(), iso)
    return None


def is_date(text: str) -> bool:
    """Whether the text is a date and nothing else."""
    found = find(text)
    return found is not None and not any(letter.isalnum() for letter in text[: found.start] + text[found.stop :])


def _iso(year: str, month: str, day: str) -> str:
    number, day_number = _month(month), int(day)
    if number > 12 >= day_number:
        number, day_number = day_number, number
    try:
        return date(int(year), number, day_number).isoformat()
    except ValueError:
        return ""


def _month(name: str) -> int:
    if name.isdecimal():
        return int(name)
    name = name.lower()
    for months in (_ENGLISH, _RUSSIAN):
        for number, stem in enumerate(months, 1):
            if name.startswith(stem) and (stem != "ма" or name in ("мая", "май")):
                return number
    return 0
