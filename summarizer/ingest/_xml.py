"""XML of books and office files, some of it badly made: what declares short entities, and what must be mended."""

import codecs
import html
import re

from lxml import etree

from summarizer.errors import FormatError
from summarizer.safe_xml import HINT, NOT_XML, Element, local, parser, reason, refuse_declared
from summarizer.source import Source

__all__ = ["ENTITY_CHARS", "Element", "clean", "decode", "local", "parse", "parse_text", "recover"]

ENTITY_CHARS = 1  # books declare nbsp and its like; longer entities are what attacks are made of

_PROLOG = re.compile(rb"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)[\"']")
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_REFERENCE = re.compile(r"&(#\d+;|#[xX][0-9a-fA-F]+;|\w+;)?")
_OWN = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})


def parse(data: bytes, name: str, *, encoding: str | None = None) -> Element:
    """The root of a document; `name` is for the error."""
    try:
        root = etree.fromstring(data, parser(encoding=encoding))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise FormatError(f"{name} is broken: {reason(error)}", HINT) from error
    refuse_declared(root, name, ENTITY_CHARS)
    return root


def parse_text(text: str, name: str) -> Element:
    """The root of a document that is already decoded, whatever encoding its prolog declares."""
    return parse(text.encode(), name, encoding="utf-8")


def recover(text: str, name: str) -> Element:
    """The root of a document that `parse_text` refuses; what the parser cannot place is not in it."""
    if "<!ENTITY" in text:
        raise FormatError(f"{name} declares XML entities and is broken besides", "do not trust it")
    root = etree.fromstring(text.encode(), parser(encoding="utf-8", recover=True))
    if root is None:
        raise FormatError(f"{name} holds no markup", "check that the file is what its name says")
    refuse_declared(root, name, ENTITY_CHARS)
    return root


def decode(data: bytes, name: str) -> str:
    """The text of XML bytes: by a mark at their start, their prolog, or, where these lie, what they look like.

    Raises `FormatError` when they are binary.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace")
    declared = _PROLOG.match(data[:400])
    try:
        return data.decode(declared[1].decode() if declared else "utf-8")
    except (LookupError, UnicodeDecodeError):
        return Source(data=data, origin=name).text()


def clean(text: str) -> str:
    """The text with HTML's named characters written out, and without what XML does not allow."""
    return _REFERENCE.sub(_reference, NOT_XML.sub("", text))


def _reference(match: re.Match[str]) -> str:
    inner = match[1]
    if inner is None:
        return "&amp;"
    if inner in _OWN:
        return match[0]
    written = html.unescape(match[0])
    return "&amp;" + inner if written == match[0] else html.escape(NOT_XML.sub("", written))
