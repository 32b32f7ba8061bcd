"""A draft that comes back from another program, XLIFF or a bilingual Word table: targets by the id of their segment.

Nothing is overwritten that its editor had not seen: a segment that changed in the project after it went out, and came
back as another text, is a conflict; both texts are shown, and the project's stays. What else cannot be taken is listed.
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from summarizer.exchange import checksum, remark, written
from summarizer.memory import returned_docx, returned_xliff
from summarizer.memory.project import Project
from summarizer.memory.returning import Read, Target
from summarizer.memory.segments import Segment

Why = Literal["missing", "repeated", "emptied", "odd", "note"]


class Left(NamedTuple):
    """What stays as it is: a segment that is missing, there twice or emptied, an odd line, a note of the editor."""

    why: Why
    number: int | None  # of the segment, from 0
    line: int | None  # of the file
    text: str = ""


class Returned(NamedTuple):
    """What an import did: segments taken over, those that came back as they were, and those left as they are."""

    taken: tuple[int, ...]
    same: int
    conflicts: tuple[tuple[Segment, str], ...]
    strangers: tuple[Target, ...]  # their source is not that of the segment
    left: tuple[Left, ...] = ()


@dataclass(slots=True)
class _Sorting:
    """Where each target goes, before anything is written."""

    exported: int
    remarks: frozenset[str]  # the project's own, as they stand in the notes
    taken: list[tuple[Segment, Target]] = field(default_factory=list)
    same: int = 0
    conflicts: list[tuple[Segment, str]] = field(default_factory=list)
    strangers: list[Target] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)


def take_in(project: Project, data: bytes, name: str) -> Returned:
    """Put the targets into the project, all in one step. Raises `FormatError` where the file is wrong."""
    read = (returned_docx if data.startswith(b"PK") else returned_xliff).read(data, name)
    with project.one_step():
        sorting = _sorted(project, read)
        for segment, target in sorting.taken:
            _take(project, segment, target)
    taken = tuple(segment.number for segment, _ in sorting.taken)
    return Returned(taken, sorting.same, tuple(sorting.conflicts), tuple(sorting.strangers), tuple(sorting.left))


def _sorted(project: Project, read: Read) -> _Sorting:
    segments = {segment.number: segment for segment in project.segments()}
    sorting = _Sorting(project.exported, frozenset(remark(one.severity, one.message) for one in project.findings()))
    times = Counter(target.number for target in read.targets)
    for target in read.targets:
        if times[target.number] > 1:
            sorting.left.append(Left("repeated", target.number, target.line, target.text))
        else:
            _sort(sorting, segments.get(target.number), target)
    sorting.left += [Left("odd", None, line, text) for line, text in read.odd]
    sorting.left += [Left("missing", number, None) for number in segments if number not in times]
    return sorting


def _sort(sorting: _Sorting, segment: Segment | None, target: Target) -> None:
    if segment is None or written(segment.source).split() != target.source.split():
        sorting.strangers.append(target)
        return
    note = "\n".join(line for line in target.note.split("\n") if line.strip() and line not in sorting.remarks)
    if note:
        sorting.left.append(Left("note", target.number, target.line, note))
    if not target.text.strip():
        if not target.is_unedited and not target.is_undone and segment.state != "new":
            sorting.left.append(Left("emptied", target.number, target.line))
    elif _is_same(segment, target) or (target.is_unedited and not target.is_approved):
        sorting.same += 1
    elif _is_conflict(segment, target, sorting.exported):
        sorting.conflicts.append((segment, target.text))
    else:
        sorting.taken.append((segment, target))


def _is_same(segment: Segment, target: Target) -> bool:
    return not target.differs(segment.text) and (segment.state == "approved" or not target.is_approved)


def _is_conflict(segment: Segment, target: Target, exported: int) -> bool:
    """A person's text here that the file's editor had not before them."""
    if segment.state not in {"edited", "approved"} or not target.differs(segment.text):
        return False
    return checksum(target.seen(segment.text)) != target.checksum if target.checksum else segment.version > exported


def _take(project: Project, segment: Segment, target: Target) -> None:
    text = target.text if target.differs(segment.text) else segment.text
    if target.is_approved:
        project.approve(segment.number, segment.version, text)
    else:
        project.set_text(segment.number, text, segment.version)
