"""The shelf of facts: what a text states, and whether two statements agree across Russian and English.

A module defines `find(text, lang)`, which yields the facts of its kind with their place, and `same(a, b)`, which says
whether two facts (of either language) state the same. Beside them: words across the languages, by stem and by sound.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol, cast

from summarizer.document import Lang
from summarizer.facts._lexicon import across, romanised, sound
from summarizer.shelf import Shelf

__all__ = ["Fact", "Facts", "across", "facts", "romanised", "sound"]


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact at characters `start` to `stop` of the text it was found in; `value` is its normal form."""

    kind: str
    value: str
    start: int
    stop: int
    text: str


class Facts(Protocol):
    """What a module on this shelf promises."""

    def find(self, text: str, lang: Lang) -> Iterator[Fact]:
        """Yield the facts in the text, in order."""

    def same(self, a: Fact, b: Fact) -> bool:
        """Whether the two state the same."""


_SHELF = Shelf(__name__, ("find", "same"))


def facts(name: str) -> Facts:
    """The kind of facts called `name`."""
    return cast(Facts, _SHELF.get(name))
