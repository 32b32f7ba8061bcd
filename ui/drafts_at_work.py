"""Drafts that are being written, each in a thread of its own: they go on when the window that asked is closed."""

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from summarizer import Finding, Passage, Pipeline, Project, Result, Step, SvodkaError

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

    def __init__(self, pipeline: Pipeline) -> None:
        self._pipeline = pipeline
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
        numbers = [segment.number for segment in project.segments() if segment.state == "new"]
        document = project.document
        part = replace(document, sentences=tuple(document.sentences[n] for n in numbers))
        work.total = len(numbers)
        if not numbers:
            return
        with _closed(self._pipeline.stream(part, project.job)) as steps:
            for step in steps:
                if work.stopped.is_set():
                    return
                if step.passage is not None:
                    number = numbers[step.passage.sentences[0]]
                    passage = replace(step.passage, sentences=(number,))
                    project.draft(number, passage)
                    project.set_findings(number, found(self._pipeline, project, passage))
                    work.done += 1
                if step.result is not None:
                    _finish(self._pipeline, project, step.result)


@contextmanager
def _closed(steps: Iterator[Step]) -> Iterator[Iterator[Step]]:
    with closing(steps):  # type: ignore[type-var]  # a generator: closing it cancels the job
        yield steps


def _finish(pipeline: Pipeline, project: Project, result: Result) -> None:
    project.sign(result.signature)
    whole = replace(project.result(), findings=tuple(f for f in result.findings if f.check == "repair"))
    findings = pipeline.check(whole).findings
    for number in {f.passage for f in findings if f.passage is not None}:
        project.set_findings(number, [f for f in findings if f.passage == number])
    project.set_findings(None, [f for f in findings if f.passage is None])


def found(pipeline: Pipeline, project: Project, passage: Passage) -> list[Finding]:
    """What the checks find in one passage, numbered 0; remarks on the whole are left out."""
    result = Result(job=project.job, document=project.document, passages=(passage,))
    return [finding for finding in pipeline.check(result).findings if finding.passage is not None]
