"""Whose turn it is: so many jobs at once, so many waiting, and no user more than a share of them."""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass


class BusyError(Exception):
    """There is no room for this job now; `position` is where in the queue it would stand."""

    def __init__(self, position: int) -> None:
        super().__init__(f"busy, position {position}")
        self.position = position


class LeftError(Exception):
    """Who waited has left before the turn came."""


@dataclass(frozen=True, slots=True, eq=False)
class _Ticket:
    is_long: bool


class Turns:
    """Hands out turns in the order of asking; safe for threads.

    Of long jobs, which take minutes, one is done at a time: there is always room for those that somebody waits for.
    """

    def __init__(self, at_once: int = 2, waiting: int = 32, each: int = 8) -> None:
        self._at_once, self._most, self._each = at_once, at_once + waiting, each
        self._changed = threading.Condition()
        self._at_work: list[_Ticket] = []
        self._waiting: list[_Ticket] = []
        self._users: Counter[str] = Counter()

    @contextmanager
    def turn(self, user: str, *, is_long: bool = False, left: threading.Event | None = None) -> Iterator[None]:
        """Wait for a turn and hold it. Raises `BusyError` where the queue is full or the user has too many in it.

        Raises `LeftError` where `left` was set (and `look` called) while it waited.
        """
        ticket = _Ticket(is_long)
        with self._changed:
            if self.length >= self._most or self._users[user] >= self._each:
                raise BusyError(self.length + 1)
            self._waiting.append(ticket)
            self._users[user] += 1
        try:
            self._wait(ticket, left)
            yield
        finally:
            self._end(ticket, user)

    def look(self) -> None:
        """Let those that wait see whether they have left."""
        with self._changed:
            self._changed.notify_all()

    @property
    def length(self) -> int:
        """Jobs at work and waiting."""
        return len(self._at_work) + len(self._waiting)

    def _wait(self, ticket: _Ticket, left: threading.Event | None) -> None:
        with self._changed:
            self._changed.wait_for(lambda: (left is not None and left.is_set()) or self._is_next(ticket))
            if left is not None and left.is_set():
                raise LeftError
            self._waiting.remove(ticket)
            self._at_work.append(ticket)
            self._changed.notify_all()

    def _is_next(self, ticket: _Ticket) -> bool:
        if len(self._at_work) >= self._at_once:
            return False
        has_long = any(other.is_long for other in self._at_work)
        return ticket is next((other for other in self._waiting if not (other.is_long and has_long)), None)

    def _end(self, ticket: _Ticket, user: str) -> None:
        with self._changed:
            (self._at_work if ticket in self._at_work else self._waiting).remove(ticket)
            self._users[user] -= 1
            if not self._users[user]:
                del self._users[user]
            self._changed.notify_all()
