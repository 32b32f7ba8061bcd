"""What the Draft tab asks of the server, a request a deed: plain data in, plain data out, no Gradio.

Everything lies in project files; nothing is held between two requests but the drafts that are being written.
"""

import base64
import binascii
import hashlib
import io
import mimetypes
import re
import uuid
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from summarizer import (
    ConflictError,
    Document,
    Job,
    Memory,
    Pipeline,
    Project,
    Segment,
    Source,
    SvodkaError,
    UsageError,
    around,
    check_segment,
    other_lang,
    pair,
)
from ui.draft_data import Data, state, summary, title
from ui.drafts_at_work import Drafter

_ID = re.compile(r"[0-9a-z][0-9a-z-]{0,79}")
_MEMORY = "memory.db"
_ALTERNATIVES = 3  # further wordings a sentence: as many as are read at a glance
FORMATS = {
    "docx": ".docx",
    "same": "",  # the suffix of the file that the article came from
    "markdown": ".md",
    "html": ".html",
    "bilingual": ".bilingual.md",
    "tmx": ".tmx",
    "xliff": ".xlf",
    "xliff2": ".xlf",
    "srt": ".srt",
    "svodka": ".svodka",
}


class Desk:
    """The projects of one machine; in a shared page each reader (`owner`) has a folder of their own."""

    def __init__(self, pipeline: Pipeline, folder: Path, *, shared: bool = False) -> None:
        self._pipeline = pipeline
        self._folder = folder
        self._shared = shared
        self.drafter = Drafter(pipeline, _MEMORY)

    def answer(self, request: Data, user: str = "") -> Data:
        """Do what is asked. What the reader caused comes back as `error` and `hint`, a conflict with both texts."""
        deeds: dict[str, Callable[[Data, Path], Data]] = {
            "list": self._list,
            "new": self._new,
            "open": self._open,
            "changes": self._changes,
            "edit": self._edit,
            "undo": self._undo,
            "draft": self._draft,
            "export": self._export,
            "remove": self._remove,
            "matches": self._matches,
        }
        try:
            deed = deeds.get(str(request.get("deed")))
            if deed is None:
                raise UsageError(f"the page asked for {request.get('deed')!r}", "load it again")
            return deed(request, self._own(user or str(request.get("owner", ""))))
        except ConflictError as error:
            return {"conflict": {"number": error.segment, "yours": error.yours, "theirs": error.theirs}}
        except SvodkaError as error:
            return {"error": str(error), "hint": error.hint}

    def carry(self, document: Document, owner: str = "", job: Job | None = None) -> str:
        """A project of an article that was read already; gives its name."""
        return self._begin(document, None, job or Job(), self._own(owner))

    def _own(self, owner: str) -> Path:
        folder = self._folder
        if self._shared:
            folder /= hashlib.sha256(owner.encode("utf-8", "replace")).hexdigest()[:32]
        try:
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError as error:
            raise UsageError(f"cannot make the folder {folder}: {error.strerror}", "set SVODKA_DATA_DIR") from error
        return folder

    def _list(self, _: Data, folder: Path) -> Data:
        paths = sorted(folder.glob("*.svodka"), key=lambda path: path.stat().st_mtime, reverse=True)
        return {"projects": [summary(path) for path in paths]}

    def _new(self, request: Data, folder: Path) -> Data:
        source = _source(request, self._pipeline)
        document = self._pipeline.read(source)
        name = self._begin(document, source, Job(), folder)
        return self._open({"project": name, "draft": True}, folder)

    def _begin(self, document: Document, source: Source | None, job: Job, folder: Path) -> str:
        to = job.to or other_lang(document.lang)
        job = Job(task="translate", to=to, model=job.model, alternatives=_ALTERNATIVES)
        name = uuid.uuid4().hex[:16]
        Project.create(folder / f"{name}.svodka", document, source, job).close()
        return name

    def _open(self, request: Data, folder: Path) -> Data:
        path = _path(request, folder)
        with Project.open(path) as project:
            project.verify()
            document = project.document
            opened = {
                "project": path.stem,
                "title": title(document),
                "from": document.lang,
                "to": project.job.to,
                "same": _can_be_rebuilt(self._pipeline, project),
            }
        if request.get("draft"):
            self.drafter.start(path)
        return opened | self._changes({**request, "since": -1}, folder)

    def _changes(self, request: Data, folder: Path) -> Data:
        path = _path(request, folder)
        work = self.drafter.work(path)
        running = work is not None and work.is_running  # asked before the file: what it wrote last is not missed
        with Project.open(path) as project:
            clock = project.clock
            segments = project.segments(int(request.get("since", -1)))
            answer = state(project, segments, clock)
        answer["work"] = {"running": running, "done": work.done if work else 0, "total": work.total if work else 0}
        if work is not None and work.error is not None:
            answer |= {"error": str(work.error), "hint": work.error.hint}
        return answer

    def _edit(self, request: Data, folder: Path) -> Data:
        number, version, text = int(request["number"]), int(request["version"]), request.get("text")
        with Project.open(_path(request, folder), str(request.get("window", ""))) as project:
            wanted = request.get("state", "edited")
            if wanted == "approved":
                segment = project.approve(number, version, text)
                self._remember(project, segment, folder)
            elif wanted == "reopened":
                segment = project.reopen(number, version)
            else:
                segment = project.set_text(number, str(text), version)
            return self._after(project, segment)

    def _remember(self, project: Project, segment: Segment, folder: Path) -> None:
        """A confirmed sentence is offered to every article from now on."""
        with Memory(folder / _MEMORY) as memory:
            memory.add(pair(project), segment.source, segment.text, around(project, segment.number))

    def _matches(self, request: Data, folder: Path) -> Data:
        with Project.open(_path(request, folder)) as project, Memory(folder / _MEMORY) as memory:
            segment = project.segment(int(request["number"]))
            found = memory.search(pair(project), segment.source, around(project, segment.number))
        return {"matches": [match._asdict() for match in found]}

    def _undo(self, request: Data, folder: Path) -> Data:
        with Project.open(_path(request, folder), str(request.get("window", ""))) as project:
            segment = project.redo() if request.get("again") else project.undo()
            return {"nothing": True} if segment is None else self._after(project, segment)

    def _after(self, project: Project, segment: Segment) -> Data:
        check_segment(self._pipeline, project, segment)
        return state(project, (segment,), project.clock)

    def _draft(self, request: Data, folder: Path) -> Data:
        path = _path(request, folder)
        if request.get("stop"):
            self.drafter.stop(path)
        else:
            self.drafter.start(path)
        return self._changes({**request, "since": request.get("since", -1)}, folder)

    def _export(self, request: Data, folder: Path) -> Data:
        path = _path(request, folder)
        with Project.open(path) as project:
            suffix, data = _exported(self._pipeline, project, str(request.get("format")))
            name = re.sub(r"[^\w-]+", " ", title(project.document)).split()
        stem = "-".join(name)[:60].strip("-_") or "svodka"
        return {"name": f"{stem}{suffix}", "data": base64.b64encode(data).decode()}

    def _remove(self, request: Data, folder: Path) -> Data:
        path = _path(request, folder)
        self.drafter.stop(path)
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        return self._list(request, folder)


def _path(request: Data, folder: Path) -> Path:
    """The file of a project by its name; a name never leads out of the folder."""
    name = str(request.get("project", ""))
    if not _ID.fullmatch(name):
        raise UsageError(f"{name!r} is no name of a project", "choose one from the list")
    return folder / f"{name}.svodka"


def _source(request: Data, pipeline: Pipeline) -> Source:
    """A file (name and base64), a link, or a text."""
    if "data" in request:
        try:
            data = base64.b64decode(str(request["data"]), validate=True)
        except binascii.Error as error:
            raise UsageError("the file did not arrive whole", "try again") from error
        name = str(request.get("name", ""))
        return replace(Source.from_stream(io.BytesIO(data), name), name=name)
    text = str(request.get("text", ""))
    if re.fullmatch(r"\s*https?://\S+\s*", text, re.IGNORECASE):
        return Source.from_url(text.strip(), pipeline.settings)
    return Source.from_text(text)


def _can_be_rebuilt(pipeline: Pipeline, project: Project) -> bool:
    source = project.source
    if source is None:
        return False
    try:
        pipeline.rebuilder(source)
    except SvodkaError:
        return False
    return True


def _exported(pipeline: Pipeline, project: Project, name: str) -> tuple[str, bytes]:
    if name not in FORMATS:
        raise UsageError(f"there is no format {name!r}", f"there are: {', '.join(FORMATS)}")
    if name == "svodka":
        return FORMATS[name], project.copy()
    result = project.result()
    source = project.source
    project.mark_exported()
    if name != "same":
        return FORMATS[name], pipeline.export(result, name)
    if source is None:
        raise UsageError("the file that the article came from is not kept", "choose another format")
    suffix = Path(source.name).suffix or mimetypes.guess_extension(source.media_type) or ".txt"
    return suffix, pipeline.rebuilder(source)(source, result)
