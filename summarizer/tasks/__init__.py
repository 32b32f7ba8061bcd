"""The shelf of tasks. A task defines `target(document, job)`, the language it writes in, and `run(document, job,
model)`, an iterator of steps whose last one carries the result (without findings: checks come after it)."""

from collections.abc import Iterator
from typing import Protocol, cast

from summarizer.document import Document, Lang
from summarizer.engine.model import Model
from summarizer.job import Job, Step
from summarizer.shelf import Shelf


class Task(Protocol):
    """What a module on this shelf promises."""

    def target(self, document: Document, job: Job) -> Lang:
        """The language the task writes in."""

    def run(self, document: Document, job: Job, model: Model | None) -> Iterator[Step]:
        """Do it; closing the iterator cancels within one step."""


_SHELF = Shelf(__name__, ("target", "run"))


def task(name: str) -> Task:
    """The task called `name`."""
    return cast(Task, _SHELF.get(name))
