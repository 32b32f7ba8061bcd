"""A cut: characters of a sentence that give way to fewer."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeAlias


class Cut(NamedTuple):
    """Characters `start` to `stop` of a sentence, and what is put in their place."""

    start: int
    stop: int
    put: str = ""

    def applied(self, text: str) -> str:
        """The text after the cut, with a capital where it begins anew."""
        left, right = text[: self.start], text[self.stop :]
        if not any(char.isalnum() for char in left + self.put):
            right = _raised(right)
        return left + self.put + right


Rule: TypeAlias = Callable[[str], Iterator[Cut]]  # the places of a sentence where it can be cut


def at_start(text: str, *patterns: re.Pattern[str]) -> Iterator[Cut]:
    """What each pattern matches where the text begins."""
    yield from _whole(pattern.match(text) for pattern in patterns)


def first_of_each(text: str, *patterns: re.Pattern[str]) -> Iterator[Cut]:
    """What each pattern finds first."""
    yield from _whole(pattern.search(text) for pattern in patterns)


def groups(text: str, *patterns: re.Pattern[str]) -> Iterator[Cut]:
    """The first group of everything that the patterns find."""
    for pattern in patterns:
        for match in pattern.finditer(text):
            yield Cut(match.start(1), match.end(1))


def _whole(matches: Iterable[re.Match[str] | None]) -> Iterator[Cut]:
    for match in matches:
        if match:
            yield Cut(match.start(), match.end())


def _raised(text: str) -> str:
    """The text with its first letter a capital, quotation marks before it passed over."""
    for at, char in enumerate(text):
        if char.isalpha():
            return text[:at] + char.upper() + text[at + 1 :]
        if char.isdigit():
            break
    return text
