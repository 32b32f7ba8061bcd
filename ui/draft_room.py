"""Where one reader's projects lie, and what lies beside them: the memory, the terms."""

import base64
import binascii
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from summarizer import (
    Lang,
    Memory,
    Pipeline,
    Project,
    Segment,
    SvodkaError,
    UsageError,
    around,
    check_project,
    check_segment,
    pair,
)
from ui import draft_glossary
from ui.draft_data import Data, state
from ui.russian import told

_ID = re.compile(r"[0-9a-z][0-9a-z-]{0,79}")
_MEMORY = "memory.db"
_FEW = 20  # segments up to which each is checked alone: a project of 300 is checked as a whole in the time of some 40


@dataclass(frozen=True, slots=True)
class Room:
    """The folder of one reader; `user` is whom the queue counts, `lang` what the reader reads."""

    pipeline: Pipeline
    folder: Path
    user: str = ""
    lang: Lang = "en"

    def path(self, request: Data) -> Path:
        """The file of a project by its name; a name never leads out of the folder."""
        name = str(request.get("project", ""))
        if not _ID.fullmatch(name):
            raise UsageError(f"{name!r} is no name of a project", "choose one from the list")
        return self.folder / f"{name}.svodka"

    def open(self, request: Data) -> Project:
        """The project that is asked about, written to by the window that asks."""
        return Project.open(self.path(request), str(request.get("window", "")))

    def memory(self) -> Memory:
        """What this reader approved, in every project."""
        return Memory(memory_of(self.folder))

    def remember(self, project: Project, segments: Iterable[Segment]) -> None:
        """Confirmed sentences are offered to every article from now on."""
        with self.memory() as memory:
            for segment in segments:
                memory.add(pair(project), segment.source, segment.text, around(project, segment.number))

    def changed(self, project: Project, segments: tuple[Segment, ...]) -> Data:
        """The segments as the page shows them, checked anew; `warned` says why they could not be: they are stored."""
        try:
            self._check(project, segments)
        except SvodkaError as error:
            return state(project, segments, project.clock) | {"warned": ". ".join(told(error, self.lang))}
        return state(project, segments, project.clock)

    def _check(self, project: Project, segments: tuple[Segment, ...]) -> None:
        glossary = draft_glossary.holding(project)
        if len(segments) > _FEW:
            check_project(self.pipeline, project, glossary)
            return
        for segment in segments:
            check_segment(self.pipeline, project, segment, glossary)


def memory_of(folder: Path) -> Path:
    """The file of the memory that belongs to the projects of a folder."""
    return folder / _MEMORY


def data_of(request: Data) -> bytes:
    """The bytes of a file that the page sends."""
    try:
        return base64.b64decode(str(request.get("data", "")), validate=True)
    except binascii.Error as error:
        raise UsageError("the file did not arrive whole", "try again") from error
