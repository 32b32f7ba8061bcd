"""Drafts that are being written, each in a thread of its own: they go on when the window that asked is closed."""

import threading
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from summarizer import Memory, Pipeline, Project, SvodkaError, draft

_WINDOW = "model"  # who writes, in the project's history


@dataclass(slots=True)
class Work:
    """How far a draft is; `error` is what it ended with."""

    done: int = 0
    total: int = 0
    error: SvodkaError | None = None
    stopped: threading.Event = field(default_factory=threading.Event)
    ended: threading.Event = field(default_factory=threading.Event)

    @property
    def is_running(self) -> bool:
        """Whether it still writes."""
        return not self.ended.is_set()


class Drafter:
    """Writes what a project has no draft for; one project at a time, the others wait for their turn."""

    def __init__(self, pipeline: Pipeline, memory: str) -> None:
        self._pipeline = pipeline
        self._memory = memory
        self._turn = threading.Lock()
        self._known = threading.Lock()
        self._works: dict[Path, Work] = {}

    def start(self, path: Path) -> Work:
        """Go on with the draft, or find it at work already."""
        with self._known:
            work = self._works.get(path)
            if work is None or not work.is_running:
                work = self._works[path] = Work()
                threading.Thread(target=self._run, args=(path, work), daemon=True).start()
        return work

    def stop(self, path: Path) -> None:
        """End it at the next sentence; what was written stays."""
        work = self._works.get(path)
        if work is not None:
            work.stopped.set()

    def work(self, path: Path) -> Work | None:
        """The last work on the project, at work or ended."""
        return self._works.get(path)

    def _run(self, path: Path, work: Work) -> None:
        try:
            with self._turn, Project.open(path, _WINDOW) as project:
                self._write(project, work)
        except SvodkaError as error:
            work.error = error
        finally:
            work.ended.set()

    def _write(self, project: Project, work: Work) -> None:
        progress = project.progress()
        work.total = progress.new
        path = project.path.with_name(self._memory)
        with Memory(path) as memory, closing(draft(self._pipeline, project, memory)) as segments:
            for _ in segments:
                work.done += 1
                if work.stopped.is_set():
                    return
