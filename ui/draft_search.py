"""Search and replace over a whole draft: shown before anything is replaced, and taken back by one undo."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer import Project, Segment, UsageError
from ui.draft_data import Data
from ui.draft_room import Room

_SHOWN = 300  # places that are listed; all of them are counted, and replaced
_AROUND = 40  # characters shown on each side of a place


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is searched, and what is to stand in its place."""

    what: str
    instead: str = ""
    case: bool = False
    word: bool = False  # whole words alone
    source: bool = False  # the originals are searched, too
    approved: bool = False  # what was approved is replaced, too, and is in work again

    @classmethod
    def of(cls, request: Data) -> "Wanted":
        """From what the page asks."""
        switches = {name: bool(request.get(name)) for name in ("case", "word", "source", "approved")}
        return cls(str(request.get("what", "")), str(request.get("instead", "")), **switches)

    def places(self, text: str) -> list[tuple[int, int]]:
        """Where it stands."""
        if not self.what:
            return []
        pattern = re.escape(self.what)
        if self.word:
            pattern = rf"(?<!\w){pattern}(?!\w)"
        return [found.span() for found in re.finditer(pattern, text, 0 if self.case else re.IGNORECASE)]

    def replaced(self, text: str, at: int | None = None) -> str:
        """The text with every place replaced, or the one alone that begins at `at`."""
        parts, done = [], 0
        for start, stop in self.places(text):
            if at in (None, start):
                parts += [text[done:start], self.instead]
                done = stop
        return "".join([*parts, text[done:]])

    def may(self, segment: Segment) -> bool:
        """Whether it may be replaced in this segment."""
        return segment.state != "new" and (self.approved or segment.state != "approved")


def find(room: Room, request: Data) -> Data:
    """Every place, how many of them would be replaced, and how many stand in what was approved."""
    wanted = Wanted.of(request)
    with room.open(request) as project:
        segments = project.segments()
    places = [place for segment in segments for place in _places(wanted, segment)]
    targets = [(place, segments[place["number"]]) for place in places if place["side"] == "target"]
    return {
        "places": places[:_SHOWN],
        "total": len(places),
        "can": sum(wanted.may(segment) for _, segment in targets),
        "approved": sum(segment.state == "approved" for _, segment in targets),
        "versions": {str(segment.number): segment.version for _, segment in targets},
    }


def replace(room: Room, request: Data) -> Data:
    """Replace the one place that is named (`number`, `at`) or all, as one step.

    Raises `ConflictError`, and replaces nothing, where a segment is not any more what was shown.
    """
    wanted = Wanted.of(request)
    versions = {int(number): int(version) for number, version in dict(request.get("versions") or {}).items()}
    if not wanted.what:
        raise UsageError("there is nothing to search", "type what is to be replaced")
    at = int(request["at"]) if "at" in request else None
    with room.open(request) as project:
        with project.one_step():
            changed = tuple(_changed(project, wanted, versions, at))
        return room.changed(project, changed) | {"replaced": len(changed)}


def _changed(project: Project, wanted: Wanted, versions: dict[int, int], at: int | None) -> Iterator[Segment]:
    for number, version in sorted(versions.items()):
        segment = project.segment(number)
        text = wanted.replaced(segment.text, at)
        if wanted.may(segment) and text != segment.text:
            yield project.set_text(number, text, version)


def _places(wanted: Wanted, segment: Segment) -> Iterator[Data]:
    texts = [("target", segment.text)] if segment.state != "new" else []
    for side, text in [*([("source", segment.source)] if wanted.source else []), *texts]:
        for start, stop in wanted.places(text):
            yield {
                "number": segment.number,
                "side": side,
                "start": start,
                "stop": stop,
                "before": text[max(0, start - _AROUND) : start],
                "found": text[start:stop],
                "after": text[stop : stop + _AROUND],
                "can": side == "target" and wanted.may(segment),
            }
