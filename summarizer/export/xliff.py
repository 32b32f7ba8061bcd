"""XLIFF 1.2 (OASIS, 2008), as OmegaT, memoQ and Trados read it: a trans-unit a sentence, marks as `g` elements."""

from itertools import groupby

from lxml import etree

from summarizer.export import _units
from summarizer.inline.xml import Event, events, nest
from summarizer.job import Result
from summarizer.safe_xml import Element, allowed

EXTENSION = ".xlf"

_NS = "urn:oasis:names:tc:xliff:document:1.2"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_TYPES = {"bold": "bold", "italic": "italic", "link": "link", "code": "x-code"}


def render(result: Result) -> bytes:
    """UTF-8 XML; the article's blocks are groups. Raises `UsageError` for a digest."""
    source, target = _units.languages(result)
    root = etree.Element(f"{{{_NS}}}xliff", {"version": "1.2"}, nsmap={None: _NS})  # type: ignore[dict-item]  # the stubs lack the default prefix
    named = {"original": allowed(_units.original(result)), "source-language": source, "target-language": target}
    file = _add(root, "file", named | {"datatype": "plaintext", "tool-id": _units.TOOL["id"]})
    header = _add(file, "header")
    _add(header, "tool", {f"tool-{name}": value for name, value in _units.TOOL.items()})
    for finding in (finding for finding in result.findings if finding.passage is None):
        _add(header, "note", {"from": finding.check}, finding.message)
    body = _add(file, "body")
    for block, given in groupby(_units.units(result), key=lambda unit: unit.passage.block):
        _block(body, block, list(given))
    return _units.serialised(root)


def _block(body: Element, number: int, given: list[_units.Unit]) -> None:
    group = _add(body, "group", {"id": f"b{number + 1}", "restype": f"x-{given[0].block.kind}"})
    for unit in given:
        _unit(group, unit)


def _unit(group: Element, unit: _units.Unit) -> None:
    approved = "yes" if unit.passage.approved else "no"
    about = {"id": unit.id, f"{_XML}space": "preserve", "approved": approved, "extradata": unit.checksum}
    holder = _add(group, "trans-unit", about)
    nest(_add(holder, "source"), events(unit.source, unit.marks), _mark)
    target = _add(holder, "target", {"state": _state(unit), **_quality(unit)})
    nest(target, events(unit.target, unit.marks), _mark)
    for finding in unit.findings:
        about = {"from": finding.check, "annotates": "target", "priority": _units.PRIORITIES[finding.severity]}
        _add(holder, "note", about, finding.message)


def _state(unit: _units.Unit) -> str:
    """The standard's names: `final` what a person approved, `translated` what one wrote, else to be reviewed."""
    if not unit.is_drafted:
        return "new"
    if unit.passage.approved:
        return "final"
    return "translated" if unit.passage.origin == "person" else "needs-review-translation"


def _quality(unit: _units.Unit) -> dict[str, str]:
    origins = {"model": "mt-suggestion", "memory": "tm-suggestion"}
    return {"state-qualifier": origins[unit.passage.origin]} if unit.passage.origin in origins else {}


def _mark(parent: Element, event: Event) -> Element:
    """A `g`; the address of a link has no place in it and stays in the project."""
    kind = event.mark.kind if event.mark else ""
    return _add(parent, "g", {"id": event.id, "ctype": _TYPES.get(kind, f"x-{kind}")})


def _add(parent: Element, tag: str, attributes: dict[str, str] | None = None, text: str = "") -> Element:
    element = etree.SubElement(parent, f"{{{_NS}}}{tag}", attributes or {})
    if text:
        element.text = allowed(text)
    return element
