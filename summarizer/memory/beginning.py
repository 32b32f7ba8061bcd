"""How a project file begins, and what is told of one without its text."""

import sqlite3
import time
from dataclasses import dataclass
from pathlib import Path

from summarizer.document import Document
from summarizer.errors import UsageError
from summarizer.job import Job
from summarizer.memory import packed, schema
from summarizer.source import Source


@dataclass(frozen=True, slots=True)
class Progress:
    """Segments by state."""

    total: int
    new: int
    draft: int
    edited: int
    approved: int


def clean(text: str) -> str:
    """A text as it can be stored: half a character (a lone surrogate), which no file holds, becomes a question mark."""
    return text.encode("utf-8", "replace").decode()


def begin(path: Path, document: Document, source: Source | None, job: Job) -> sqlite3.Connection:
    """A new file, whole or not at all. Raises `UsageError` where the path is taken or cannot be written."""
    try:
        path.touch(mode=0o600, exist_ok=False)
    except OSError as error:
        raise UsageError(f"cannot make {path}: {error.strerror}", "choose another name or folder") from error
    try:
        with schema.guarded(path.name):
            connection = schema.connect(path)
            connection.execute("PRAGMA journal_mode = WAL")
            _fill(connection, document, source, job)
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return connection


def resume(path: Path) -> sqlite3.Connection:
    """A connection to a project's file, brought up to date."""
    if not path.is_file():
        raise UsageError(f"there is no project {path}", "svodka project new makes one")
    with schema.guarded(path.name):
        connection = schema.connect(path)
        try:
            schema.check(connection, path.name)
        except BaseException:
            connection.close()
            raise
    return connection


def _fill(connection: sqlite3.Connection, document: Document, source: Source | None, job: Job) -> None:
    """The tables of a new file with a segment for every sentence, in one transaction."""
    connection.execute("BEGIN IMMEDIATE")
    connection.execute(f"PRAGMA application_id = {schema.APPLICATION}")
    schema.migrate(connection)
    facts = {"document": packed.document_out(document), "job": packed.job_out(job), "exported": "-1"}
    connection.executemany("INSERT INTO fact VALUES (?, ?)", [*facts.items(), ("made", str(time.time()))])
    if source is not None:
        row = (source.name, source.media_type, source.charset, source.origin, source.data)
        connection.execute("INSERT INTO source VALUES (?, ?, ?, ?, ?)", row)
    rows = [(number,) for number in range(len(document.sentences))]
    columns = "number, text, state, origin, cut, signature, alternatives, ties, version"
    query = f"INSERT INTO segment ({columns}) VALUES (?, '', 'new', '', 0, '', '[]', '[]', 0)"  # noqa: S608
    connection.executemany(query, rows)
    connection.execute("COMMIT")
