"""The shelf of checks: each sees a finished `Result` and yields findings; thin, over `facts`.

A module defines `TASKS` (the tasks it is for) and `check(result)`; one that judges the result as a whole, and has
nothing to say of a passage by itself, `WHOLE = True`; one whose findings no second try is made for, `MENDED = False`.
"""

from collections.abc import Iterator
from typing import Protocol, cast

from summarizer.job import Finding, Result
from summarizer.shelf import Shelf


class Check(Protocol):
    """What a module on this shelf promises."""

    TASKS: tuple[str, ...]

    def check(self, result: Result) -> Iterator[Finding]:
        """Yield what is wrong."""


_SHELF = Shelf(__name__, ("TASKS", "check"))


def checks_for(task: str, *, alone: bool = False, mended: bool = False) -> Iterator[Check]:
    """The checks for a task, in the order of their names.

    `alone`: without those that judge only the whole; `mended`: without those that no second try is made for.
    """
    for _, module in _SHELF.all():
        check = cast(Check, module)
        left = (alone and getattr(module, "WHOLE", False)) or (mended and not getattr(module, "MENDED", True))
        if task in check.TASKS and not left:
            yield check
