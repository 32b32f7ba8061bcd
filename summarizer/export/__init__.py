"""The shelf of export formats: a module defines `EXTENSION` and `render(result) -> bytes`."""

from typing import Protocol, cast

from summarizer.export import _opening
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
    return cast(Format, _SHELF.get(name.replace("-", "_")))


def names() -> tuple[str, ...]:
    """The formats there are, as they are typed: with a hyphen where the file's name has an underscore."""
    return tuple(name.replace("_", "-") for name in _SHELF.names())


def measure(result: Result) -> str:
    """How long a digest is beside its article, in words and in time of reading, as the formats say it; else ""."""
    return _opening.measure(result)
