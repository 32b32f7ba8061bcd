"""The shelf of readers: one file an input format.

A reader defines `EXTENSIONS` (with the dot), `MEDIA_TYPES`, and `read(source)`, which yields the pieces in reading
order, what it left out on purpose, and (once, anywhere) what the source says of itself. It raises `FormatError` when
the bytes are not its format or broken, `NoArticleError` when there is nothing to read. Where the format can be written
back, it also defines `rebuild(source, result) -> bytes`.
"""

from collections.abc import Callable, Iterator
from typing import Protocol, TypeAlias, cast

from summarizer.document import Dropped, Meta, Piece
from summarizer.errors import UsageError
from summarizer.ingest._fragment import Fragment
from summarizer.ingest._recognise import READERS, recognise
from summarizer.job import Result
from summarizer.source import Source

__all__ = ["Fragment", "Read", "Reader", "names", "reader", "rebuilder", "recognise"]

Read: TypeAlias = Piece | Dropped | Meta


class Reader(Protocol):
    """What a module on this shelf promises."""

    EXTENSIONS: tuple[str, ...]
    MEDIA_TYPES: tuple[str, ...]

    def read(self, source: Source) -> Iterator[Read]:
        """Yield what the source holds."""


def reader(name: str) -> Reader:
    """The reader called `name`."""
    return cast(Reader, READERS.get(name))


def rebuilder(source: Source) -> Callable[[Source, Result], bytes]:
    """What writes the source's own format again, with the drafts of a result in place of its text.

    Raises `UsageError` for a format that cannot be written back.
    """
    name = recognise(source)
    write: Callable[[Source, Result], bytes] | None = getattr(READERS.get(name), "rebuild", None)
    if write is None:
        raise UsageError(f"{name} cannot be written back", "choose another format: docx, html or markdown")
    return write


def names() -> tuple[str, ...]:
    """The formats that can be read."""
    return READERS.names()
