"""A page of source and draft, a row a sentence, to be read or printed; it stands alone, as the other page does."""

from lxml import etree

from summarizer import exchange
from summarizer.document import Lang
from summarizer.export import _layout, _opening, _units
from summarizer.inline import Run
from summarizer.inline.xml import Event, add_text, events, nest
from summarizer.job import Result
from summarizer.safe_xml import Element

EXTENSION = ".html"

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 Georgia, "PT Serif", serif; max-width: 75rem; margin: 2rem auto; padding: 0 1rem; }
header, th, td:first-child, td:last-child { font: 0.8rem/1.5 system-ui, sans-serif; }
table { border-collapse: collapse; width: 100%; }
th { text-align: left; }
th, td { border-bottom: 1px solid #8886; padding: 0.4rem 0.6rem; vertical-align: top; }
td:nth-child(2), td:nth-child(3) { width: 38%; white-space: pre-wrap; overflow-wrap: anywhere; }
tr { break-inside: avoid; }
p { margin: 0; }
"""
_TITLES: dict[Lang, tuple[str, ...]] = {
    "en": ("No.", "Source", "Draft", "Notes"),
    "ru": ("№", "Оригинал", "Черновик", "Заметки"),
}


def render(result: Result) -> bytes:
    """UTF-8 HTML. Raises `UsageError` for a digest."""
    source, target = _units.languages(result)
    page = etree.Element("html", lang=target)
    head, body = etree.SubElement(page, "head"), etree.SubElement(page, "body")
    etree.SubElement(head, "meta", charset="utf-8")
    etree.SubElement(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    add_text(etree.SubElement(head, "title"), _opening.title(result))
    etree.SubElement(head, "style").text = _STYLE
    header = etree.SubElement(body, "header")
    for line in _opening.lines(result):
        add_text(etree.SubElement(header, "p"), line)
    table = etree.SubElement(body, "table")
    row = etree.SubElement(etree.SubElement(table, "thead"), "tr")
    for title in _TITLES[target]:
        etree.SubElement(row, "th").text = title
    rows = etree.SubElement(table, "tbody")
    for unit in _units.units(result):
        _row(etree.SubElement(rows, "tr", id=unit.id), unit, source, target)
    return etree.tostring(page, encoding="utf-8", method="html", doctype="<!doctype html>")


def _row(row: Element, unit: _units.Unit, source: Lang, target: Lang) -> None:
    add_text(etree.SubElement(row, "td"), str(unit.number + 1))
    _text(etree.SubElement(row, "td", lang=source), unit.source, unit)
    _text(etree.SubElement(row, "td", lang=target), unit.target if unit.is_drafted else (), unit)
    notes = etree.SubElement(row, "td")
    said = (exchange.remark(finding.severity, finding.message) for finding in unit.findings)
    for line in (exchange.STATES[target][unit.state], *said):
        add_text(etree.SubElement(notes, "p"), line)


def _text(cell: Element, runs: tuple[Run, ...], unit: _units.Unit) -> None:
    nest(cell, events(runs, unit.marks), _opened)


def _opened(parent: Element, event: Event) -> Element:
    """The element of a mark; a link only where a browser would run nothing."""
    mark = event.mark
    if mark is not None and _layout.is_link(mark.target):
        return etree.SubElement(parent, "a", href=mark.target)
    return etree.SubElement(parent, _layout.TAGS.get(mark.kind if mark else "", "span"))
