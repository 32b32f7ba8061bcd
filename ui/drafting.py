"""What the Draft tab asks of the server, a request a deed: plain data in, plain data out, no Gradio.

Everything lies in project files; nothing is held between two requests but the drafts that are being written.
"""

import hashlib
import uuid
from collections.abc import Callable
from pathlib import Path

from summarizer import (
    ConflictError,
    Document,
    Job,
    Lang,
    Pipeline,
    Project,
    Segment,
    Source,
    SvodkaError,
    UsageError,
    other_lang,
)
from ui import draft_glossary
from ui.draft_beside import beside
from ui.draft_data import Data, state, summary, title, trouble
from ui.draft_files import can_be_rebuilt, export, source_of
from ui.draft_returned import bring
from ui.draft_room import Room, memory_of
from ui.draft_search import find, replace
from ui.draft_terms import accept, forget, terms
from ui.drafts_at_work import Drafter
from ui.turns import Turns

_ALTERNATIVES = 3  # further wordings a sentence: as many as are read at a glance


class Desk:
    """The projects of one machine; in a shared page each reader (`owner`) has a folder of their own."""

    def __init__(self, pipeline: Pipeline, folder: Path, turns: Turns, *, shared: bool = False) -> None:
        self._pipeline = pipeline
        self._folder = folder
        self._shared = shared
        self.drafter = Drafter(pipeline, turns, lambda path: memory_of(path.parent), draft_glossary.holding)

    def answer(self, request: Data, user: str = "", address: str = "") -> Data:
        """Do what is asked. What the reader caused comes back as `error` and `hint`, a conflict with both texts.

        `address`: where the request comes from, for the queue, if there is no `user`.
        """
        deeds: dict[str, Callable[[Room, Data], Data]] = {
            "list": self._list,
            "new": self._new,
            "open": self._open,
            "changes": self._changes,
            "edit": _edit,
            "undo": _undo,
            "draft": self._draft,
            "export": export,
            "remove": self._remove,
            "beside": beside,
            "repeat": _repeat,
            "find": find,
            "replace": replace,
            "bring": bring,
            "terms": terms,
            "accept": accept,
            "forget": forget,
        }
        lang: Lang = "ru" if request.get("lang") == "ru" else "en"
        try:
            deed = deeds.get(str(request.get("deed")))
            if deed is None:
                raise UsageError(f"the page asked for {request.get('deed')!r}", "load it again")
            room = self._room(user or str(request.get("owner", "")), user or address, lang)
            return deed(room, request)
        except ConflictError as error:
            return {"conflict": {"number": error.segment, "yours": error.yours, "theirs": error.theirs}}
        except SvodkaError as error:
            return trouble(error, lang)

    def carry(self, document: Document, owner: str = "", job: Job | None = None) -> str:
        """A project of an article that was read already; gives its name."""
        return _begin(document, None, job or Job(), self._room(owner).folder)

    def _room(self, owner: str, user: str = "", lang: Lang = "en") -> Room:
        folder = self._folder
        if self._shared:
            folder /= hashlib.sha256(owner.encode("utf-8", "replace")).hexdigest()[:32]
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise UsageError(f"cannot make the folder {folder}: {error.strerror}", "set SVODKA_DATA_DIR") from error
        return Room(self._pipeline, folder, user, lang)

    def _list(self, room: Room, _: Data) -> Data:
        paths = sorted(room.folder.glob("*.svodka"), key=lambda path: path.stat().st_mtime, reverse=True)
        return {"projects": [summary(path) for path in paths]}

    def _new(self, room: Room, request: Data) -> Data:
        source = source_of(request, self._pipeline)
        document = self._pipeline.read(source)
        name = _begin(document, source, Job(floor=_floor(request)), room.folder)
        return self._open(room, {"project": name, "draft": True})

    def _open(self, room: Room, request: Data) -> Data:
        path = room.path(request)
        with room.open(request) as project:
            project.verify()
            document = project.document
            opened = {
                "project": path.stem,
                "title": title(document),
                "from": document.lang,
                "to": project.job.to,
                "same": can_be_rebuilt(self._pipeline, project),
            }
        if request.get("draft"):
            self.drafter.start(path, room.user)
        return opened | self._changes(room, {**request, "since": -1})

    def _changes(self, room: Room, request: Data) -> Data:
        work = self.drafter.work(room.path(request))
        running = work is not None and work.is_running  # asked before the file: what it wrote last is not missed
        with room.open(request) as project:
            clock = project.clock
            segments = project.segments(int(request.get("since", -1)))
            answer = state(project, segments, clock)
        answer["work"] = {"running": running, "done": work.done if work else 0, "total": work.total if work else 0}
        if work is not None and work.error is not None:
            answer |= trouble(work.error, room.lang)
        return answer

    def _draft(self, room: Room, request: Data) -> Data:
        path = room.path(request)
        if request.get("stop"):
            self.drafter.stop(path)
        else:
            self.drafter.start(path, room.user)
        return self._changes(room, {**request, "since": request.get("since", -1)})

    def _remove(self, room: Room, request: Data) -> Data:
        path = room.path(request)
        self.drafter.stop(path)
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        draft_glossary.forget(path)
        return self._list(room, request)


def _begin(document: Document, source: Source | None, job: Job, folder: Path) -> str:
    to = job.to or other_lang(document.lang)
    job = Job(task="translate", to=to, model=job.model, alternatives=_ALTERNATIVES, floor=job.floor)
    name = uuid.uuid4().hex[:16]
    Project.create(folder / f"{name}.svodka", document, source, job).close()
    return name


def _floor(request: Data) -> float:
    """The confidence that the reader asks of a draft, 0 to 1."""
    floor = request.get("floor") or 0
    if not isinstance(floor, int | float) or not 0 <= floor <= 1:
        raise UsageError(f"{floor!r} is no confidence", "it can be 0 to 1")
    return float(floor)


def _edit(room: Room, request: Data) -> Data:
    number, version, text = int(request["number"]), int(request["version"]), request.get("text")
    with room.open(request) as project:
        wanted = request.get("state", "edited")
        if wanted == "approved":
            segment = project.approve(number, version, text)
            room.remember(project, [segment])
        elif wanted == "reopened":
            segment = project.reopen(number, version)
        else:
            segment = project.set_text(number, str(text), version)
        return room.changed(project, (segment,))


def _repeat(room: Room, request: Data) -> Data:
    """What stands for a sentence, put where the same sentence stands again (`versions` by number), as one step."""
    versions = {int(number): int(version) for number, version in dict(request.get("versions") or {}).items()}
    with room.open(request) as project:
        first = project.segment(int(request["number"]))
        with project.one_step():
            segments = tuple(_put(project, first, number, version) for number, version in sorted(versions.items()))
        return room.changed(project, segments) | {"repeated": len(segments)}


def _put(project: Project, first: Segment, number: int, version: int) -> Segment:
    if project.segment(number).source.split() != first.source.split():
        raise UsageError(f"segment {number + 1} is another sentence", "load the page again")
    if first.state == "approved":
        return project.approve(number, version, first.text)
    return project.set_text(number, first.text, version)


def _undo(room: Room, request: Data) -> Data:
    """Take a step back or make it again; all of its segments come back."""
    with room.open(request) as project:
        before = project.clock
        segment = project.redo() if request.get("again") else project.undo()
        return {"nothing": True} if segment is None else room.changed(project, project.segments(before))
