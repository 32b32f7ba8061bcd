"""The targets of an XLIFF file, 1.2 or 2, that comes back from another program."""

import re
import sys
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from summarizer import exchange
from summarizer.errors import FormatError
from summarizer.memory.returning import Read, Target
from summarizer.safe_xml import Element, line_of, local, parse

_SPACES = ("urn:oasis:names:tc:xliff:document:1.2", "urn:oasis:names:tc:xliff:document:2.0")
_CHECKSUM = {f"{{{_SPACES[0]}}}": "extradata", f"{{{_SPACES[1]}}}": f"{{{exchange.EXCHANGE}}}draft"}
_HINT = "export it again, and change nothing but the targets"
_CODES = frozenset({"", "bpt", "ept", "ph", "it"})  # hold native codes; "" is a comment
_UNDONE = frozenset({"new", "initial", "needs-translation"})


def read(data: bytes, name: str) -> Read:
    """The units. Raises `FormatError` with the line where the file is wrong."""
    root = parse(data, name, _HINT)
    space = etree.QName(root).namespace
    if etree.QName(root).localname != "xliff" or space not in _SPACES:
        raise FormatError(f"{name}, line {line_of(root)}: it is no XLIFF 1.2 or 2", _HINT)
    units = root.iter(f"{{{space}}}trans-unit", f"{{{space}}}unit")
    return Read(tuple(_target(unit, f"{{{space}}}", name) for unit in units))


def _target(unit: Element, space: str, name: str) -> Target:
    line = line_of(unit)
    number = exchange.segment_number(unit.get("id", ""))
    if number is None:
        raise FormatError(f"{name}, line {line}: the unit {unit.get('id', '')!r} is none of a project", _HINT)
    parts = [_part(one, space) for one in unit.iter(f"{space}segment", f"{space}ignorable")] or [_part(unit, space)]
    if any(part.source is None for part in parts):
        raise FormatError(f"{name}, line {line}: a unit has no source", _HINT)
    given = "".join(part.source or "" for part in parts)
    if all(part.target is None or (part.state in _UNDONE and part.target.split() == given.split()) for part in parts):
        return Target(number, given, "", is_approved=False, line=line, is_undone=True)
    approved = unit.get("approved") == "yes" or {part.state for part in parts if not part.is_between} == {"final"}
    return Target(number, given, _in_order(parts), approved, line, unit.get(_CHECKSUM[space]) or "")


class _Part(NamedTuple):
    """A segment, or what stands between two: other programs cut the sentence of a unit in XLIFF 2 where they like."""

    source: str | None
    target: str | None
    state: str
    order: int | None
    is_between: bool


def _part(holder: Element, space: str) -> _Part:
    source, target = holder.find(f"{space}source"), holder.find(f"{space}target")
    order = target.get("order", "") if target is not None else ""
    return _Part(
        "".join(_texts(source)) if source is not None else None,
        "".join(_texts(target)) if target is not None else None,
        (target.get("state") if target is not None else "") or holder.get("state") or "",
        int(order) if re.fullmatch("[1-9][0-9]{0,5}", order) else None,
        local(holder) == "ignorable",
    )


def _in_order(parts: list[_Part]) -> str:
    """The targets in the order that they ask for; what stands between two segments stands for itself."""
    texts = [part.target if part.target is not None else part.source if part.is_between else "" for part in parts]
    places = [part.order for part in parts]
    free = iter([n for n in range(1, len(parts) + 1) if n not in places])
    placed = [place if place is not None else next(free, len(parts)) for place in places]
    return "".join(text or "" for _, text in sorted(zip(placed, texts, strict=True), key=lambda pair: pair[0]))


def _texts(element: Element) -> Iterator[str]:
    """The text without comments, processing instructions and native codes."""
    yield element.text or ""
    for child in element:
        if local(child) == "cp":
            yield _character(child.get("hex", ""))
        elif local(child) not in _CODES:
            yield from _texts(child)
        yield child.tail or ""


def _character(code: str) -> str:
    """What XML does not allow, written as a number (XLIFF 2, `cp`)."""
    number = int(code, 16) if re.fullmatch("[0-9A-Fa-f]{1,6}", code) else 0xFFFD
    return chr(number) if number <= sys.maxunicode else "\ufffd"
