"""TMX 1.4b (LISA OSCAR, 2005): the drafted sentences as units of a translation memory, marks as `bpt` and `ept`."""

from lxml import etree

from summarizer.export import _units
from summarizer.inline.xml import Event, add_text, events
from summarizer.job import Result
from summarizer.safe_xml import Element

EXTENSION = ".tmx"

_XML = "{http://www.w3.org/XML/1998/namespace}"


def render(result: Result) -> bytes:
    """UTF-8 XML, without what nobody translated. Raises `UsageError` for a digest."""
    source, target = _units.languages(result)
    root = etree.Element("tmx", {"version": "1.4"})
    header = {
        "creationtool": _units.TOOL["name"],
        "creationtoolversion": _units.TOOL["version"],
        "segtype": "sentence",
        "o-tmf": "svodka",
        "adminlang": "en",
        "srclang": source,
        "datatype": "plaintext",
    }
    etree.SubElement(root, "header", header)
    body = etree.SubElement(root, "body")
    for unit in _units.units(result):
        if unit.passage.origin != "source":
            _unit(body, unit, (source, target))
    return _units.serialised(root)


def _unit(body: Element, unit: _units.Unit, langs: tuple[str, str]) -> None:
    holder = etree.SubElement(body, "tu", {"tuid": unit.id})
    state = "approved" if unit.passage.approved else "draft"
    for name, value in (("x-state", state), ("x-origin", unit.passage.origin)):
        if value:
            etree.SubElement(holder, "prop", {"type": name}).text = value
    for lang, runs in zip(langs, (unit.source, unit.target), strict=True):
        variant = etree.SubElement(holder, "tuv", {f"{_XML}lang": lang})
        segment = etree.SubElement(variant, "seg")
        for event in events(runs, unit.marks):
            _put(segment, event)


def _put(segment: Element, event: Event) -> None:
    if event.what == "text":
        add_text(segment, event.text)
        return
    number = _number(event.id)
    if event.what == "close":
        etree.SubElement(segment, "ept", {"i": number})
    elif event.mark is not None:
        etree.SubElement(segment, "bpt", {"i": number, "x": event.id.partition("-")[0], "type": event.mark.kind})


def _number(name: str) -> str:
    """A whole number for an id: of the second part of a mark that was cut, one that no other mark has."""
    first, _, part = name.partition("-")
    return first if not part else str(1000 * int(part) + int(first))
