"""Whose turn it is: so many jobs at once, so many waiting, and no user more than a share of them."""

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager


class BusyError(Exception):
    """There is no room for this job now; `position` is where in the queue it would stand."""

    def __init__(self, position: int) -> None:
        super().__init__(f"busy, position {position}")
        self.position = position


class Turns:
    """Hands out turns in the order of asking; safe for threads."""

    def __init__(self, at_once: int = 2, waiting: int = 32, each: int = 8) -> None:
        self._at_once, self._most, self._each = at_once, at_once + waiting, each
        self._changed = threading.Condition()
        self._queue: list[object] = []  # those at work first, then those that wait
        self._users: Counter[str] = Counter()

    @contextmanager
    def turn(self, user: str) -> Iterator[None]:
        """Wait for a turn and hold it. Raises `BusyError` where the queue is full or the user has too many in it."""
        ticket = object()
        with self._changed:
            if len(self._queue) >= self._most or self._users[user] >= self._each:
                raise BusyError(len(self._queue) + 1)
            self._queue.append(ticket)
            self._users[user] += 1
        try:
            with self._changed:
                self._changed.wait_for(lambda: self._queue.index(ticket) < self._at_once)
            yield
        finally:
            with self._changed:
                self._queue.remove(ticket)
                self._users[user] -= 1
                if not self._users[user]:
                    del self._users[user]
                self._changed.notify_all()

    @property
    def length(self) -> int:
        """Jobs at work and waiting."""
        return len(self._queue)
