"""XLIFF that comes back from another program: targets by the number of their segment.

Read without entities, DTD or network. A segment that changed in the project after it was exported, and came back as
another text, is a conflict: both texts are shown, and the project's stays.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from lxml import etree

from summarizer.errors import FormatError, one_line
from summarizer.memory.project import Project
from summarizer.memory.segments import Segment

_SPACES = ("urn:oasis:names:tc:xliff:document:1.2", "urn:oasis:names:tc:xliff:document:2.0")
_HINT = "export it again, and change nothing but the targets"


class Target(NamedTuple):
    """What came back for a segment."""

    number: int
    source: str
    text: str
    is_approved: bool
    line: int


class Returned(NamedTuple):
    """What an import did: segments taken over, those that came back as they were, and those left as they are."""

    taken: tuple[int, ...]
    same: int
    conflicts: tuple[tuple[Segment, str], ...]
    strangers: tuple[Target, ...]  # their source is not that of the segment


def take_in(project: Project, data: bytes, name: str) -> Returned:
    """Put the targets into the project. Raises `FormatError` with the line where the file is wrong."""
    exported = project.exported
    taken: list[int] = []
    same = 0
    conflicts: list[tuple[Segment, str]] = []
    strangers: list[Target] = []
    segments = {segment.number: segment for segment in project.segments()}
    for target in list(read(data, name)):
        segment = segments.get(target.number)
        if segment is None or segment.source.split() != target.source.split():
            strangers.append(target)
        elif segment.text == target.text and (segment.state == "approved" or not target.is_approved):
            same += 1
        elif segment.state in {"edited", "approved"} and segment.version > exported and segment.text != target.text:
            conflicts.append((segment, target.text))
        else:
            _take(project, segment, target)
            taken.append(target.number)
    return Returned(tuple(taken), same, tuple(conflicts), tuple(strangers))


def _take(project: Project, segment: Segment, target: Target) -> None:
    if target.is_approved:
        project.approve(segment.number, segment.version, target.text)
    else:
        project.set_text(segment.number, target.text, segment.version)


def read(data: bytes, name: str) -> Iterator[Target]:
    """The units of an XLIFF file, 1.2 or 2, that have a target."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 1
        raise FormatError(f"{name}, line {line}: {one_line(error)}", _HINT) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise FormatError(f"{name}, line 1: it has a document type, which XLIFF has not", "do not trust it")
    space = etree.QName(root).namespace
    if etree.QName(root).localname != "xliff" or space not in _SPACES:
        raise FormatError(f"{name}, line {root.sourceline}: it is no XLIFF 1.2 or 2", _HINT)
    for unit in root.iter(f"{{{space}}}trans-unit", f"{{{space}}}unit"):
        yield from _targets(unit, f"{{{space}}}", name)


def _targets(unit: etree._Element, space: str, name: str) -> Iterator[Target]:
    line: Any = unit.sourceline or 1
    number = unit.get("id", "")
    if not (number[:1] == "s" and number[1:].isdecimal()):
        raise FormatError(f"{name}, line {line}: the unit {number!r} is none of a project", _HINT)
    segment = unit.find(f"{space}segment")
    holder = unit if segment is None else segment
    source, target = holder.find(f"{space}source"), holder.find(f"{space}target")
    if source is None:
        raise FormatError(f"{name}, line {line}: a unit has no source", _HINT)
    if target is None or (target.get("state") or holder.get("state")) in {"new", "initial", "needs-translation"}:
        return
    approved = unit.get("approved") == "yes" or holder.get("state") == "final" or target.get("state") == "final"
    text = "".join(_texts(target))
    if text.strip():
        yield Target(int(number[1:]) - 1, "".join(_texts(source)), text, approved, line)


def _texts(element: etree._Element) -> Iterator[str]:
    """The text without comments and processing instructions."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield from _texts(child)
        yield child.tail or ""
