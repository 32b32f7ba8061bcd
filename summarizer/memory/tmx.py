"""Translation memories of other programs: TMX 1.4 read unit by unit, checked as its DTD would, kept as it came.

What stands in a unit beside the sentences (notes, properties, dates, inline tags) is kept with it, for export.
"""

import copy
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree

from summarizer.errors import FormatError
from summarizer.safe_xml import Element, forget, line_of, refuse_references, walk
from summarizer.version import __version__

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_CODES = frozenset({"bpt", "ept", "it", "ph", "ut"})  # hold native codes; `hi` holds text
_HINT = "export it again from the program it came from"
HEADER = (
    f'<header creationtool="Svodka" creationtoolversion="{__version__}" segtype="sentence" o-tmf="svodka"'
    ' adminlang="en" srclang="*all*" datatype="plaintext"/>'
)


class Variant(NamedTuple):
    """A sentence in one language, without its inline tags."""

    lang: str
    text: str


class Unit(NamedTuple):
    """A unit: its sentences, and itself as XML."""

    variants: tuple[Variant, ...]
    xml: str


def read(data: bytes, name: str) -> Iterator[Unit]:
    """The units in order. Raises `FormatError` with the line and what is wrong there."""
    depth = 0
    for event, element in walk(data, name, _HINT):
        depth += 1 if event == "start" else -1
        if event == "start" and depth == 1:
            _check_root(element, name)
        if event == "end" and element.tag == "tu":
            yield _unit(element, name)
            forget(element)


def _check_root(root: Element, name: str) -> None:
    if root.tag != "tmx":
        raise FormatError(f"{name}, line {line_of(root)}: it is no TMX: it begins with <{root.tag}>", _HINT)
    version = root.get("version", "")
    if not version.startswith("1."):
        raise FormatError(f"{name}, line {line_of(root)}: TMX {version!r} is not known", "export it as TMX 1.4")


def _unit(element: Element, name: str) -> Unit:
    refuse_references(element, name)
    variants = tuple(_variant(one, name) for one in element.findall("tuv"))
    if not variants:
        raise FormatError(f"{name}, line {line_of(element)}: a unit has no <tuv>", _HINT)
    kept = copy.copy(element)
    kept.tail = None
    return Unit(variants, etree.tostring(kept, encoding="unicode"))


def _variant(element: Element, name: str) -> Variant:
    lang = element.get(_LANG) or element.get("lang") or ""
    if not lang:
        raise FormatError(f"{name}, line {line_of(element)}: a <tuv> does not say its language", _HINT)
    segment = element.find("seg")
    if segment is None:
        raise FormatError(f"{name}, line {line_of(element)}: a <tuv> has no <seg>", _HINT)
    return Variant(lang.lower().partition("-")[0].partition("_")[0], text_of(segment))


def text_of(segment: Element) -> str:
    """The text of a segment, without the native codes in it."""
    parts = [segment.text or ""]
    for child in segment:
        if isinstance(child.tag, str) and child.tag not in _CODES and child.tag != "sub":
            parts.append(text_of(child))
        parts.append(child.tail or "")
    return "".join(parts)


def unit_xml(source: Variant, target: Variant) -> str:
    """A unit of our own."""
    unit = etree.Element("tu")
    for variant in (source, target):
        holder = etree.SubElement(unit, "tuv", {_LANG: variant.lang})
        etree.SubElement(holder, "seg").text = variant.text
    return etree.tostring(unit, encoding="unicode")


def written(units: Iterator[str]) -> Iterator[bytes]:
    """A TMX file, piece by piece."""
    yield b'<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n'
    yield f"{HEADER}\n<body>\n".encode()
    for unit in units:
        yield f"{unit}\n".encode()
    yield b"</body>\n</tmx>\n"
