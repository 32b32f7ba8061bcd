"""Work that goes on while its fruit is used: the next item of an iterator is made in a thread beside.

What makes an item mostly waits for a library that leaves Python free (CTranslate2, a server), so the checks of one
window of sentences run while the next is drafted.
"""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TypeVar

Item = TypeVar("Item")


def one_ahead(items: Iterable[Item]) -> Iterator[Item]:
    """The items in order; from the second on, the next one is being made while one is used.

    The first is given before anything else is begun, so that what a reader waits for comes as soon as it did. Closing
    waits for the item that is being made: what made it may be closed next.
    """
    source = iter(items)
    with suppress(StopIteration):
        yield next(source)
        with ThreadPoolExecutor(max_workers=1, thread_name_prefix="ahead") as worker:
            item = next(source)
            while True:
                coming = worker.submit(_next, source)
                yield item
                found = coming.result()
                if found is None:
                    return
                item = found[0]


def _next(source: Iterator[Item]) -> tuple[Item] | None:
    """In a tuple: an exception of its own kind would stop at the thread's door."""
    for item in source:
        return (item,)
    return None
