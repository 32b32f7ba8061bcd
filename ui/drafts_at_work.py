"""Drafts that are being written, each in a thread of its own: they go on when the window that asked is closed."""

import logging
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from summarizer import Memory, Pipeline, Project, SvodkaError, UsageError, draft
from ui.handlers import BugError
from ui.turns import BusyError, LeftError, Turns

_log = logging.getLogger(__name__)
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


@dataclass(slots=True)
class Drafter:
    """Writes what a project has no draft for, when its turn has come.

    `memory` gives the memory's file of a project's, `glossary` the terms that hold for a project, None for its own.
    """

    pipeline: Pipeline
    turns: Turns
    memory: Callable[[Path], Path]
    glossary: Callable[[Project], Path | None]
    _known: threading.Lock = field(default_factory=threading.Lock)
    _works: dict[Path, Work] = field(default_factory=dict)

    def start(self, path: Path, user: str) -> Work:
        """Go on with the draft in a turn of this user, or find it at work already."""
        with self._known:
            work = self._works.get(path)
            if work is None or not work.is_running:
                work = self._works[path] = Work()
                threading.Thread(target=self._run, args=(path, work, user), daemon=True).start()
        return work

    def stop(self, path: Path) -> None:
        """End it at the next sentence; what was written stays."""
        work = self._works.get(path)
        if work is not None:
            work.stopped.set()
            self.turns.look()

    def work(self, path: Path) -> Work | None:
        """The last work on the project, at work or ended."""
        return self._works.get(path)

    def _run(self, path: Path, work: Work, user: str) -> None:
        try:
            with self.turns.turn(user, is_long=True, left=work.stopped), Project.open(path, _WINDOW) as project:
                self._write(project, work)
        except LeftError:
            pass  # stopped before it began
        except BusyError as busy:
            work.error = UsageError(str(busy), "wait until one of your other jobs is done")
        except SvodkaError as error:
            work.error = error
        except Exception as error:  # noqa: BLE001 - the thread is a front door: nobody else would ever say it
            _log.exception("a draft")
            work.error = BugError(type(error).__name__)
        finally:
            work.ended.set()

    def _write(self, project: Project, work: Work) -> None:
        progress = project.progress()
        work.total = progress.new
        glossary = self.glossary(project)
        with (
            Memory(self.memory(project.path)) as memory,
            closing(draft(self.pipeline, project, memory, glossary)) as segments,
        ):
            for _ in segments:
                work.done += 1
                if work.stopped.is_set():
                    return
