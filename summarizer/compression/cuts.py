"""A cut: characters of a sentence that give way to fewer."""

from collections.abc import Callable, Iterator
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


def _raised(text: str) -> str:
    """The text with its first letter a capital, quotation marks before it passed over."""
    for at, char in enumerate(text):
        if char.isalpha():
            return text[:at] + char.upper() + text[at + 1 :]
        if char.isdigit():
            break
    return text
