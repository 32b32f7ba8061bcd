"""XLIFF 2.1 (OASIS, 2018): a unit with one segment a sentence, marks as `pc` elements, findings as notes."""

from itertools import groupby

from lxml import etree

from summarizer.exchange import EXCHANGE
from summarizer.export import _units
from summarizer.inline.xml import Event, events, nest
from summarizer.job import Finding, Result
from summarizer.safe_xml import Element, allowed

EXTENSION = ".xlf"

_NS = "urn:oasis:names:tc:xliff:document:2.0"  # 2.1 kept the namespace of 2.0
_XML = "{http://www.w3.org/XML/1998/namespace}"
_TYPES = {
    "bold": {"type": "fmt", "subType": "xlf:b"},
    "italic": {"type": "fmt", "subType": "xlf:i"},
    "link": {"type": "link"},
    "code": {"type": "fmt", "subType": "svodka:code"},
}


def render(result: Result) -> bytes:
    """UTF-8 XML; the article's blocks are groups. Raises `UsageError` for a digest."""
    source, target = _units.languages(result)
    spaces: dict[str, str] = {None: _NS, "svodka": EXCHANGE}  # type: ignore[dict-item]  # the stubs lack the default prefix
    root = etree.Element(f"{{{_NS}}}xliff", {"version": "2.1", "srcLang": source, "trgLang": target}, nsmap=spaces)
    about = {"id": "f1", "original": allowed(_units.original(result)), f"{_XML}space": "preserve", "canResegment": "no"}
    file = _add(root, "file", about)
    _notes(file, [finding for finding in result.findings if finding.passage is None])
    for block, given in groupby(_units.units(result), key=lambda unit: unit.passage.block):
        _block(file, block, list(given))
    if not result.passages:
        _add(file, "group", {"id": "b0"})  # a file may not be empty
    return _units.serialised(root)


def _block(file: Element, number: int, given: list[_units.Unit]) -> None:
    group = _add(file, "group", {"id": f"b{number + 1}", "type": f"svodka:{given[0].block.kind}"})
    for unit in given:
        holder = _add(group, "unit", {"id": unit.id, f"{{{EXCHANGE}}}draft": unit.checksum})
        _notes(holder, unit.findings, appliesTo="target")
        segment = _add(holder, "segment", _state(unit))
        nest(_add(segment, "source"), events(unit.source, unit.marks), _mark)
        nest(_add(segment, "target"), events(unit.target, unit.marks), _mark)


def _state(unit: _units.Unit) -> dict[str, str]:
    if not unit.is_drafted:
        return {"state": "initial"}
    if unit.passage.approved:
        return {"state": "final"}
    return {"state": "translated", "subState": f"svodka:{unit.passage.origin or 'model'}"}


def _notes(parent: Element, findings: list[Finding] | tuple[Finding, ...], **about: str) -> None:
    if not findings:
        return
    notes = _add(parent, "notes")
    for finding in findings:
        attributes = {"category": finding.check, "priority": _units.PRIORITIES[finding.severity]} | about
        _add(notes, "note", attributes).text = allowed(finding.message)


def _mark(parent: Element, event: Event) -> Element:
    kind = event.mark.kind if event.mark else ""
    return _add(parent, "pc", {"id": event.id, **_TYPES.get(kind, {"type": "other"})})


def _add(parent: Element, tag: str, attributes: dict[str, str] | None = None) -> Element:
    return etree.SubElement(parent, f"{{{_NS}}}{tag}", attributes or {})
