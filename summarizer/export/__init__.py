"""The shelf of export formats: a module defines `EXTENSION` and `render(result) -> bytes`."""

from typing import Protocol, cast

from summarizer.job import Result
from summarizer.shelf import Shelf


class Format(Protocol):
    """What a module on this shelf promises."""

    EXTENSION: str

    def render(self, result: Result) -> bytes:
        """The result in this format."""


_SHELF = Shelf(__name__, ("EXTENSION", "render"))


def export_format(name: str) -> Format:
    """The format called `name`."""
    return cast(Format, _SHELF.get(name))


def names() -> tuple[str, ...]:
    """The formats there are."""
    return _SHELF.names()
