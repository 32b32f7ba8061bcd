"""Jobs that a reader stops: the job itself says last that it was stopped, so that nothing comes after."""

import threading
from collections import defaultdict
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import replace
from typing import Any, Literal

from ui.handlers import View

_Why = Literal["stopped", "replaced"]


class Stops:
    """The jobs at work on every open page, and how to stop them; safe for threads."""

    def __init__(self) -> None:
        self._at_work: defaultdict[str, list[Future[_Why]]] = defaultdict(list)
        self._lock = threading.Lock()

    def stop(self, page: str, why: _Why = "stopped") -> bool:
        """End the jobs of this page; one that is replaced ends without a word. Returns whether there were any."""
        with self._lock:
            jobs = self._at_work.get(page, ())
            for job in jobs:
                if not job.done():
                    job.set_result(why)
            return bool(jobs)

    def until_stopped(
        self, page: str, views: Iterator[View], leave: Callable[[], None] = lambda: None
    ) -> Iterator[View]:
        """The views of a job of this page. A stopped one ends at once, though the view at work is still being made.

        `leave` is called at the end, whatever it was: what the next view waits for may be called off with it.
        """
        job = self._begun(page)
        worker = ThreadPoolExecutor(1, "job")
        view = View()
        try:
            while (ahead := _ahead(worker, views, job)) is not None:
                view = ahead
                yield view
            if job.done() and job.result() == "stopped":
                yield replace(view, stage="stopped")
        finally:
            leave()
            worker.submit(_close, views)  # in the thread that makes them: it comes when the view at work is made
            worker.shutdown(wait=False)
            self._left(page, job)

    def _begun(self, page: str) -> Future[_Why]:
        job: Future[_Why] = Future()
        with self._lock:
            self._at_work[page].append(job)
        return job

    def _left(self, page: str, job: Future[_Why]) -> None:
        with self._lock:
            self._at_work[page].remove(job)
            if not self._at_work[page]:
                del self._at_work[page]


def _ahead(worker: ThreadPoolExecutor, views: Iterator[View], job: Future[_Why]) -> View | None:
    """The next view; None where there is none, or where the job was stopped before it came."""
    made = worker.submit(next, views, None)
    either: tuple[Future[Any], ...] = (made, job)
    wait(either, return_when=FIRST_COMPLETED)
    return None if job.done() else made.result()


def _close(views: Iterator[View]) -> None:
    close = getattr(views, "close", None)
    if close is not None:
        close()
