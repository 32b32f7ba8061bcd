"""What else an amount can mean: its fraction, and the same span of time in a smaller unit."""

import re
from decimal import Decimal

_HALF = re.compile(r"\s+(?:and (?:a )?half|с половиной)\b", re.IGNORECASE)
_SHARES = (
    (re.compile(r"[\s-](?:thirds?|трет(?:ь|и|ей|ям|ями|ях))\b", re.IGNORECASE), Decimal(3)),
    (re.compile(r"[\s-](?:quarters|четверт(?:и|ей|ям|ями|ях))\b", re.IGNORECASE), Decimal(4)),
)
# "four decades": forty years; "two dozen": twenty-four
_GROUPS = (
    (re.compile(r"[\s-]+(?:decades?|десятилети\w+)\b", re.IGNORECASE), Decimal(10)),
    (re.compile(r"[\s-]+(?:dozens?|дюжин\w*)\b", re.IGNORECASE), Decimal(12)),
)
# of a broken amount only: "a year and a half" is 18 months, «полуторачасовой» 90 minutes
_SMALLER = (
    (re.compile(r"\w*?час\w*|[\s-]+(?:час\w*|(?:an? )?hours?\b)", re.IGNORECASE), Decimal(60)),
    (re.compile(r"[\s-]+(?:год\w*|лет\b|(?:an? )?years?\b)", re.IGNORECASE), Decimal(12)),
)
_IN_WORD = (("полчас", Decimal(30)), ("полгод", Decimal(6)), ("полугод", Decimal(6)), ("полуторачас", Decimal(90)))
_AND_A = re.compile(r"\b(?:years?|hours?) and a $", re.IGNORECASE)  # "a year and a half"
_HALVES = frozenset({"half", "halved", "halves"})  # "fell by half": «упало в два раза»


def with_fraction(text: str, stop: int, amounts: tuple[Decimal, ...]) -> tuple[tuple[Decimal, ...], int]:
    """Amounts that end at `stop`, with what a fraction makes of them ("two and a half"), and their new end."""
    if half := _HALF.match(text, stop):
        return tuple(amount + Decimal("0.5") for amount in amounts), half.end()
    for pattern, below in _SHARES:
        if match := pattern.match(text, stop):
            return (*(amount / below for amount in amounts), *amounts), match.end()
    return amounts, stop


def other_readings(text: str, start: int, stop: int, amounts: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    """The amounts with the others that the same words can stand for, which come last."""
    word = text[start:stop].lower()
    others = [amount * times for pattern, times in _GROUPS if pattern.match(text, stop) for amount in amounts]
    others += [
        amount * times for pattern, times in _SMALLER if pattern.match(text, stop) for amount in amounts if amount % 1
    ]
    others += [other for beginning, other in _IN_WORD if word.startswith(beginning)]
    others += [Decimal(2)] if word in _HALVES else []
    others += [Decimal("1.5"), Decimal(18)] if _AND_A.search(text[:start][-12:]) else []
    return (*amounts, *others) if amounts else ()
