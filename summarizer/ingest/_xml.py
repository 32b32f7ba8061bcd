"""XML that came from outside: no entities, no DTD, no network; what cannot be parsed is a `FormatError`."""

import codecs
import html
import re
from typing import Any, TypeAlias

from lxml import etree

from summarizer.errors import FormatError
from summarizer.source import Source

Element: TypeAlias = etree._Element  # noqa: SLF001

ENTITY_CHARS = 1  # books declare nbsp and its like; longer entities are what attacks are made of

_PROLOG = re.compile(rb"^\s*<\?xml[^>]*?encoding\s*=\s*[\"']([\w.:-]+)[\"']")
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_REFERENCE = re.compile(r"&(#\d+;|#[xX][0-9a-fA-F]+;|\w+;)?")
_OWN = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})
# XML 1.0, production 2 (Char)
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def local(element: Element) -> str:
    """The tag without its namespace and prefix, "" for comments and processing instructions."""
    tag = element.tag
    return re.split("[}:]", tag)[-1] if isinstance(tag, str) else ""


def parse(data: bytes, name: str, *, encoding: str | None = None) -> Element:
    """The root of a document; `name` is for the error."""
    try:
        root = etree.fromstring(data, _parser(encoding=encoding))
    except (etree.XMLSyntaxError, ValueError) as error:
        said = error.msg if isinstance(error, etree.XMLSyntaxError) else str(error)
        why = " ".join(said.split())  # libxml2 ends some of its messages with a newline
        raise FormatError(
            f"{name} is broken: {why}", "open it in the program it came from and save it again"
        ) from error
    return _without_entities(root, name)


def parse_text(text: str, name: str) -> Element:
    """The root of a document that is already decoded, whatever encoding its prolog declares."""
    return parse(text.encode(), name, encoding="utf-8")


def recover(text: str, name: str) -> Element:
    """The root of a document that `parse_text` refuses; what the parser cannot place is not in it."""
    if "<!ENTITY" in text:
        raise _refused(name)
    root = etree.fromstring(text.encode(), _parser(encoding="utf-8", recover=True))
    if root is None:
        raise FormatError(f"{name} holds no markup", "check that the file is what its name says")
    return _without_entities(root, name)


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
    return _REFERENCE.sub(_reference, _NOT_XML.sub("", text))


def _reference(match: re.Match[str]) -> str:
    inner = match[1]
    if inner is None:
        return "&amp;"
    if inner in _OWN:
        return match[0]
    written = html.unescape(match[0])
    return "&amp;" + inner if written == match[0] else html.escape(_NOT_XML.sub("", written))


def _parser(*, encoding: str | None, recover: bool = False) -> etree.XMLParser:
    return etree.XMLParser(
        encoding=encoding,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        recover=recover,
    )


def _without_entities(root: Element, name: str) -> Element:
    dtd: Any = root.getroottree().docinfo.internalDTD  # its stub lacks iterentities
    for entity in dtd.iterentities() if dtd is not None else ():
        if entity.content is None or len(entity.content) > ENTITY_CHARS:
            raise _refused(name)
    return root


def _refused(name: str) -> FormatError:
    return FormatError(f"{name} declares XML entities, which can read files or fill the memory", "do not trust it")
