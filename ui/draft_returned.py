"""What comes back into a draft from another program, shown before it is taken; memories and glossaries as well."""

import tempfile
from pathlib import Path

from summarizer import Project, Returned, Segment, take_in
from ui import draft_glossary
from ui.draft_data import Data
from ui.draft_room import Room, data_of

_SHOWN = 200  # segments that are listed; all are counted, and taken


def bring(room: Room, request: Data) -> Data:
    """A TMX goes into the memory, a glossary to the draft; a translation is shown, and taken with `really`."""
    name = str(request.get("name", "")) or "the file"
    suffix = Path(name).suffix.lower()
    data = data_of(request)
    if suffix == ".tmx":
        with room.memory() as memory:
            taken, left = memory.import_tmx(data, name)
        return {"memory": taken, "left": left}
    if suffix in draft_glossary.SUFFIXES:
        return _glossary(room, request, name, data)
    return _taken(room, request, name, data) if request.get("really") else _preview(room, request, name, data)


def _glossary(room: Room, request: Data, name: str, data: bytes) -> Data:
    found = draft_glossary.give(room.path(request), name, data)
    with room.open(request) as project:
        return room.changed(project, project.segments()) | {"glossary": len(found.terms)}


def _preview(room: Room, request: Data, name: str, data: bytes) -> Data:
    """What the file would do, tried on a copy."""
    with room.open(request) as project, tempfile.TemporaryDirectory() as folder:
        before = project.segments()
        copy = Path(folder) / "copy.svodka"
        copy.write_bytes(project.copy())
        with Project.open(copy) as tried:
            returned = take_in(tried, data, name)
            after = tried.segments()
    return {
        "preview": {
            "taken": [_change(before[number], after[number].text) for number in returned.taken[:_SHOWN]],
            "count": len(returned.taken),
            **_left(returned),
        }
    }


def _left(returned: Returned) -> Data:
    """What stays as it is, and why."""
    return {
        "same": returned.same,
        "conflicts": [_change(segment, text) for segment, text in returned.conflicts],
        "strangers": [{"number": one.number, "line": one.line, "source": one.source} for one in returned.strangers],
        "left": [one._asdict() for one in returned.left if one.why != "missing"],
        "missing": sum(one.why == "missing" for one in returned.left),
    }


def _change(segment: Segment, text: str) -> Data:
    return {
        "number": segment.number,
        "source": segment.source,
        "yours": segment.text,
        "theirs": text,
        "state": segment.state,
        "version": segment.version,
    }


def _taken(room: Room, request: Data, name: str, data: bytes) -> Data:
    """Take it in as one step: of the conflicts those whose text the reader chose, by number with the version seen."""
    chosen = {int(number): int(version) for number, version in dict(request.get("chosen") or {}).items()}
    with room.open(request) as project:
        with project.one_step():
            returned = take_in(project, data, name)
            theirs = [(segment.number, text) for segment, text in returned.conflicts if segment.number in chosen]
            for number, text in theirs:
                project.set_text(number, text, chosen[number])
        changed = {*returned.taken, *(number for number, _ in theirs)}
        segments = tuple(segment for segment in project.segments() if segment.number in changed)
        room.remember(project, [segment for segment in segments if segment.state == "approved"])
        left = _left(returned._replace(conflicts=tuple(c for c in returned.conflicts if c[0].number not in chosen)))
        return room.changed(project, segments) | {"brought": len(segments), **left}
