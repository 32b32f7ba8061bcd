"""What a model answered, as sentences with the source sentences that it names for them: claims, to be verified."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from summarizer import language
from summarizer.document import Lang

_MARK = re.compile(r"\s*\[(\d{1,5}(?:\s*[-–,;]\s*\d{1,5})*)\]")
_MARKS = re.compile(rf"(?:{_MARK.pattern}[,;]?)+")
_BULLET = re.compile(r"^\s*(?:[-–—*•]|\d{1,2}[.)])\s+")
_STYLE = re.compile(r"\*\*|__|`|^#{1,6}\s+", re.MULTILINE)
_LONGEST_RANGE = 10  # sentences: more is no evidence


class Said(NamedTuple):
    """A sentence of an answer, and the numbers that it claims to stand on."""

    text: str
    claims: tuple[int, ...] = ()


def sentences(answer: str, lang: Lang) -> Iterator[Said]:
    """Yield the sentences of an answer, without bullets, Markdown and the marks like `[3]`, which become claims."""
    for line in _STYLE.sub("", answer).splitlines():
        at = 0
        body = _BULLET.sub("", line)
        for marks in _MARKS.finditer(body):
            stop = marks.end() + (body[marks.end() : marks.end() + 1] in set(".!?…"))
            yield from _split(body[at : marks.start()] + body[marks.end() : stop], _claims(marks.group()), lang)
            at = stop
        yield from _split(body[at:], (), lang)


def _split(text: str, claims: tuple[int, ...], lang: Lang) -> Iterator[Said]:
    tidy = " ".join(text.split())
    for start, stop in language.split(tidy, lang):
        if any(char.isalnum() for char in tidy[start:stop]):
            yield Said(tidy[start:stop], claims)


def _claims(marks: str) -> tuple[int, ...]:
    numbers: list[int] = []
    for part in (one for mark in _MARK.findall(marks) for one in re.split(r"[,;]", mark)):
        first, *rest = (int(number) for number in re.findall(r"\d+", part))
        last = rest[-1] if rest and first <= rest[-1] < first + _LONGEST_RANGE else first
        numbers += range(first, last + 1)
    return tuple(dict.fromkeys(numbers))
