"""Work that goes on while its fruit is used: in windows that grow, the next items being made in a thread beside.

What makes an item mostly waits for a library that leaves Python free (CTranslate2, a server), so the checks of one
window of sentences run while the next is drafted.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TypeVar

Item = TypeVar("Item")
# Sentences. Small windows make small batches: 300 lines took 4.9 processor seconds in one, 5.4 by 64, 6.6 by 32, 9.8 by
# 8 (beam 4, two cores, 28 November 2026); a cancelled job stops when its window is done, in a second
_FIRST, _MOST = 8, 128
_AHEAD = 2  # items: with one, the engine waits wherever the checks of a window take longer than drafting the next


def growing() -> Iterator[int]:
    """Sizes of windows of sentences: the first ones are soon there, the later ones fill an engine's batches."""
    size = _FIRST
    while True:
        yield size
        size = min(4 * size, _MOST)


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
