"""What was changed in a project and how it is taken back, step by step.

The keystrokes of one stretch of typing are one change; changes that were made together are one step.
"""

import sqlite3
import uuid
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from summarizer.memory.segments import Content, Segment

_STEP = "step "  # how the session begins whose changes are taken back together
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
    """What a segment is to hold when a change is taken back or made again."""

    segment: int
    content: Content


def step() -> str:
    """A session of its own for changes that are one step of the history."""
    return f"{_STEP}{uuid.uuid4().hex}"


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


def last_done(connection: sqlite3.Connection) -> list[Found]:
    """The step to take back next, the last change first; it counts as taken back from now on."""
    rows = _take(
        connection, "SELECT number, session FROM change WHERE standing = 'done' ORDER BY number DESC", "undone"
    )
    return [Found(number, Content.unpack(before)) for number, before, _ in reversed(rows)]


def last_undone(connection: sqlite3.Connection) -> list[Found]:
    """The step to make again next; it counts as made from now on."""
    rows = _take(connection, "SELECT number, session FROM change WHERE standing = 'undone' ORDER BY number", "done")
    return [Found(number, Content.unpack(after)) for number, _, after in rows]


def _take(connection: sqlite3.Connection, query: str, standing: str) -> list[tuple[int, str, str]]:
    """Segment, before and after of every change of the step that the query gives first, in order."""
    first = connection.execute(f"{query} LIMIT 1").fetchone()
    if first is None:
        return []
    number, session = first
    which = "session = ? AND standing <> ?" if session.startswith(_STEP) else "number = ? AND standing <> ?"
    values = (session if session.startswith(_STEP) else number, standing)
    select = f"SELECT segment, before, after FROM change WHERE {which} ORDER BY number"  # noqa: S608
    rows = connection.execute(select, values).fetchall()
    connection.execute(f"UPDATE change SET standing = ? WHERE {which}", (standing, *values))  # noqa: S608
    return rows


def signature(segments: Iterable[Segment]) -> str:
    """What made the draft (the signature of most segments), and how much of it a person wrote or approved."""
    segments = tuple(segments)
    made = Counter(segment.signature for segment in segments if segment.signature)
    states = Counter(segment.state for segment in segments)
    parts = [made.most_common(1)[0][0] if made else "translate"]
    parts += [f"{state}:{states[state]}/{len(segments)}" for state in ("edited", "approved") if states[state]]
    return "|".join(parts)
