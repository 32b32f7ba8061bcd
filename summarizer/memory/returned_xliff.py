"""The targets of an XLIFF file, 1.2 or 2, that comes back from another program."""

from collections.abc import Iterator

from lxml import etree

from summarizer import exchange
from summarizer.errors import FormatError
from summarizer.memory.returning import Read, Target
from summarizer.safe_xml import Element, line_of, parse

_SPACES = ("urn:oasis:names:tc:xliff:document:1.2", "urn:oasis:names:tc:xliff:document:2.0")
_CHECKSUM = {f"{{{_SPACES[0]}}}": "extradata", f"{{{_SPACES[1]}}}": f"{{{exchange.EXCHANGE}}}draft"}
_HINT = "export it again, and change nothing but the targets"
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
    segment = unit.find(f"{space}segment")
    holder = unit if segment is None else segment
    source, target = holder.find(f"{space}source"), holder.find(f"{space}target")
    if source is None:
        raise FormatError(f"{name}, line {line}: a unit has no source", _HINT)
    given = "".join(_texts(source))
    text = "".join(_texts(target)) if target is not None else ""
    state = target is not None and (target.get("state") or holder.get("state"))
    if target is None or (state in _UNDONE and text.split() == given.split()):
        return Target(number, given, "", is_approved=False, line=line, is_undone=True)
    approved = unit.get("approved") == "yes" or "final" in {holder.get("state"), target.get("state")}
    return Target(number, given, text, approved, line, unit.get(_CHECKSUM[space]) or "")


def _texts(element: Element) -> Iterator[str]:
    """The text without comments and processing instructions."""
    yield element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            yield from _texts(child)
        yield child.tail or ""
