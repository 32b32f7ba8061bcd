"""What was changed in a project and how it is taken back; the keystrokes of one stretch of typing are one change."""

import sqlite3
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from summarizer.memory.segments import Content, Segment

PAUSE = 3.0  # seconds; a pause in typing after which undoing stops: about as long as one thinks about the next phrase


class Change(NamedTuple):
    """A change of a segment that a person made."""

    segment: int
    what: str  # edit, approve, reopen
    before: Content
    after: Content
    session: str
    at: float


class Found(NamedTuple):
    """A change to be taken back or made again."""

    segment: int
    before: Content
    after: Content


def record(connection: sqlite3.Connection, change: Change) -> None:
    """Write the change down; what had been undone before it cannot be made again."""
    connection.execute("UPDATE change SET standing = 'left' WHERE standing = 'undone'")
    last = connection.execute(
        "SELECT number, segment, what, session, at FROM change WHERE standing = 'done' ORDER BY number DESC LIMIT 1"
    ).fetchone()
    same = last is not None and last[1:4] == (change.segment, "edit", change.session) and change.what == "edit"
    if same and 0 <= change.at - last[4] < PAUSE:
        values = (change.after.pack(), change.at, last[0])
        connection.execute("UPDATE change SET after = ?, at = ? WHERE number = ?", values)
        return
    connection.execute(
        "INSERT INTO change (segment, what, before, after, at, session, standing) VALUES (?, ?, ?, ?, ?, ?, 'done')",
        (change.segment, change.what, change.before.pack(), change.after.pack(), change.at, change.session),
    )


def last_done(connection: sqlite3.Connection) -> Found | None:
    """The change to take back next; it counts as taken back from now on."""
    return _take(connection, "SELECT max(number) FROM change WHERE standing = 'done'", "undone")


def last_undone(connection: sqlite3.Connection) -> Found | None:
    """The change to make again next; it counts as made from now on."""
    return _take(connection, "SELECT min(number) FROM change WHERE standing = 'undone'", "done")


def _take(connection: sqlite3.Connection, query: str, standing: str) -> Found | None:
    number = connection.execute(query).fetchone()[0]
    if number is None:
        return None
    row = connection.execute("SELECT segment, before, after FROM change WHERE number = ?", (number,)).fetchone()
    connection.execute("UPDATE change SET standing = ? WHERE number = ?", (standing, number))
    return Found(row[0], Content.unpack(row[1]), Content.unpack(row[2]))


def signature(segments: Iterable[Segment]) -> str:
    """What made the draft (the signature of most segments), and how much of it a person wrote or approved."""
    segments = tuple(segments)
    made = Counter(segment.signature for segment in segments if segment.signature)
    states = Counter(segment.state for segment in segments)
    parts = [made.most_common(1)[0][0] if made else "translate"]
    parts += [f"{state}:{states[state]}/{len(segments)}" for state in ("edited", "approved") if states[state]]
    return "|".join(parts)
