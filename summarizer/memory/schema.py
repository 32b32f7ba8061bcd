"""The SQLite file behind a project: its tables, how older files are brought up to date, and how one is opened.

Write-ahead log and `synchronous=FULL`: what was committed survives a killed process and a cut of the power.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from summarizer.errors import FormatError, UsageError, one_line

APPLICATION = 0x53564F44  # "SVOD", at byte 68 of the file: what `file` and we tell a project by
WAIT = 5.0  # seconds that a writer waits for another one; a commit takes milliseconds

# Each entry brings a file of the version before it up to date; the file's `user_version` counts them.
MIGRATIONS = (
    """
    CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE clock (now INTEGER NOT NULL);
    INSERT INTO clock VALUES (0);
    CREATE TABLE source (name TEXT NOT NULL, media_type TEXT NOT NULL, charset TEXT NOT NULL, origin TEXT NOT NULL,
        data BLOB NOT NULL);
    CREATE TABLE segment (number INTEGER PRIMARY KEY, text TEXT NOT NULL, state TEXT NOT NULL, origin TEXT NOT NULL,
        score REAL, cut INTEGER NOT NULL, signature TEXT NOT NULL, alternatives TEXT NOT NULL, ties TEXT NOT NULL,
        version INTEGER NOT NULL, CHECK (state IN ('new', 'draft', 'edited', 'approved')));
    CREATE INDEX segment_version ON segment (version);
    CREATE TABLE finding (segment INTEGER, name TEXT NOT NULL, message TEXT NOT NULL, severity TEXT NOT NULL,
        source_start INTEGER, source_stop INTEGER, target_start INTEGER, target_stop INTEGER);
    CREATE INDEX finding_segment ON finding (segment);
    CREATE TABLE change (number INTEGER PRIMARY KEY AUTOINCREMENT, segment INTEGER NOT NULL, what TEXT NOT NULL,
        before TEXT NOT NULL, after TEXT NOT NULL, at REAL NOT NULL, session TEXT NOT NULL, standing TEXT NOT NULL,
        CHECK (standing IN ('done', 'undone', 'left')));
    CREATE INDEX change_standing ON change (standing, number);
    """,
    "ALTER TABLE segment ADD COLUMN confidence REAL",
)


@contextmanager
def guarded(name: str) -> Iterator[None]:
    """SQLite's errors as ours, with the file's name."""
    try:
        yield
    except sqlite3.OperationalError as error:
        said = one_line(error)
        if "locked" in said or "busy" in said:
            raise UsageError(f"{name} is held by another program", "close it there, or try again") from error
        raise UsageError(f"{name} cannot be used: {said}", "check the folder, its permissions and the disk") from error
    except sqlite3.DatabaseError as error:
        raise FormatError(
            f"{name} is not a sound file of this kind: {one_line(error)}",
            "take the last copy of it; it was changed by another program or by the disk",
        ) from error


def connect(path: Path) -> sqlite3.Connection:
    """A connection to the file, which must be there; for the thread that asks for it."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=WAIT, isolation_level=None)
    connection.execute("PRAGMA synchronous = FULL")
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[int]:
    """All or nothing; gives the new time of the file's clock, which changed segments carry as their version."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        connection.execute("UPDATE clock SET now = now + 1")
        yield connection.execute("SELECT now FROM clock").fetchone()[0]
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def check(connection: sqlite3.Connection, name: str) -> None:
    """Raises `FormatError` where the file is no project, or one of a later version; brings an older one up to date."""
    kind = connection.execute("PRAGMA application_id").fetchone()[0]
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if kind != APPLICATION:
        raise FormatError(f"{name} is no project of Svodka", "projects end in .svodka: svodka project new makes one")
    if version > len(MIGRATIONS):
        raise FormatError(f"{name} was made by a newer Svodka", "install that version")
    migrate(connection, version)


def migrate(connection: sqlite3.Connection, version: int = 0) -> None:
    """Bring the tables from `version` to the newest, in a transaction of its own or in the one that is open."""
    for number, statements in enumerate(MIGRATIONS[version:], version + 1):
        own = not connection.in_transaction
        if own:
            connection.execute("BEGIN IMMEDIATE")
        for statement in statements.split(";"):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {number}")
        if own:
            connection.execute("COMMIT")
