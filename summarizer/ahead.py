"""Work that goes on while its fruit is used: in windows of a few seconds' work, the next ones in a thread beside.

What makes an item mostly waits for a library that leaves Python free (CTranslate2, a server), so the checks of one
window of sentences run while the next is drafted.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from time import monotonic
from typing import TypeVar

Item = TypeVar("Item")
# Sentences. Small windows make small batches: 300 lines took 4.9 processor seconds in one, 5.4 by 64, 6.6 by 32, 9.8 by
# 8 (beam 4, two cores, 28 November 2026). In other batches a model rounds otherwise, and of hypotheses that are nearly
# equal writes another: the sizes are few, and the wait is far above what a window of the shipped model takes, so that
# the clock does not change a draft.
_SIZES = (1, 2, 8, 32, 96)
_FIRST = _SIZES.index(8)
_WAIT = 8.0  # seconds that a reader waits for the next ones, and that a cancelled job goes on
_AHEAD = 2  # items: with one, the engine waits wherever the checks of a window take longer than drafting the next


class Pace:
    """How many sentences to take at a time: a few at first, then as many as a reader waits for."""

    def __init__(self) -> None:
        self._at = _FIRST

    @property
    def size(self) -> int:
        """Sentences of the next window."""
        return _SIZES[self._at]

    @contextmanager
    def taken(self) -> Iterator[None]:
        """Around the work on as many as `size` says."""
        begun = monotonic()
        yield
        each = (monotonic() - begun) / self.size
        most = min(self._at + 1, len(_SIZES) - 1)
        self._at = max((n for n in range(most + 1) if _SIZES[n] * each <= _WAIT), default=0)


def made_ahead(items: Iterable[Item]) -> Iterator[Item]:
    """The items in order; from the second on, the next ones are being made while one is used.

    The first is given before anything else is begun, so that what a reader waits for comes as soon as it did. Closing
    waits for the item that is being made: what made it may be closed next.
    """
    source = iter(items)
    with suppress(StopIteration):
        yield next(source)
        worker = ThreadPoolExecutor(max_workers=1, thread_name_prefix="ahead")
        try:
            coming = deque(worker.submit(_next, source) for _ in range(_AHEAD))
            while found := coming.popleft().result():
                coming.append(worker.submit(_next, source))
                yield found[0]
        finally:
            worker.shutdown(cancel_futures=True)


def _next(source: Iterator[Item]) -> tuple[Item] | None:
    """In a tuple: an exception of its own kind would stop at the thread's door."""
    for item in source:
        return (item,)
    return None
