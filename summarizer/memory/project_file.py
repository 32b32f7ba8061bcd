"""An open project file without its segments: the connection, its locks, what is known of the whole."""

import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from summarizer.document import Document
from summarizer.memory import history, schema
from summarizer.source import Source


class ProjectFile:
    """For one thread, closed by `close` or at the end of a `with`; `session` is the window that writes."""

    def __init__(self, path: Path, connection: sqlite3.Connection, session: str = "") -> None:
        self.path = path
        self._connection = connection
        self._session = session or uuid.uuid4().hex
        self._document: Document | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file; there is nothing left to save."""
        self._connection.close()

    @property
    def source(self) -> Source | None:
        """The bytes that the article was read from, where they were kept."""
        with self._reading():
            row = self._connection.execute("SELECT name, media_type, charset, origin, data FROM source").fetchone()
        if row is None:
            return None
        name, media_type, charset, origin, data = row
        return Source(data=data, name=name, media_type=media_type, charset=charset, origin=origin)

    @property
    def clock(self) -> int:
        """The version of the latest change."""
        with self._reading():
            now: int = self._connection.execute("SELECT now FROM clock").fetchone()[0]
        return now

    @property
    def exported(self) -> int:
        """The version of the latest change that went out with the last export; -1 before the first."""
        return int(self._fact("exported"))

    def mark_exported(self) -> None:
        """What is here now went out: what changes after this meets what comes back as a conflict."""
        with self._writing() as now:
            self._connection.execute("UPDATE fact SET value = ? WHERE name = 'exported'", (str(now),))

    @contextmanager
    def one_step(self) -> Iterator[None]:
        """What is changed inside is written as a whole or not at all, and taken back by one undo."""
        if self._connection.in_transaction:  # a step inside of a step is part of it
            yield
            return
        session, self._session = self._session, history.step()
        try:
            with self._writing():
                yield
        finally:
            self._session = session

    def copy(self) -> bytes:
        """The whole project as a file, as it is at this moment."""
        with self._reading():
            return self._connection.serialize()

    def verify(self) -> None:
        """Read the whole file. Raises `FormatError` where SQLite finds it damaged."""
        with self._reading():
            said = self._connection.execute("PRAGMA integrity_check").fetchone()[0]
            if said != "ok":
                raise sqlite3.DatabaseError(said)

    def _fact(self, name: str) -> str:
        with self._reading():
            value: str = self._connection.execute("SELECT value FROM fact WHERE name = ?", (name,)).fetchone()[0]
        return value

    @contextmanager
    def _reading(self) -> Iterator[None]:
        with schema.guarded(self.path.name):
            yield

    @contextmanager
    def _writing(self) -> Iterator[int]:
        if self._connection.in_transaction:  # part of a step
            yield self.clock
            return
        with schema.guarded(self.path.name), schema.transaction(self._connection) as now:
            yield now
