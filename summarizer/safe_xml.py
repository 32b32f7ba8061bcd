"""XML that came from outside: no entities, no DTD, no network, bounded; refused with its line and the reason."""

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias

from lxml import etree

from summarizer.errors import FormatError

Element: TypeAlias = etree._Element  # noqa: SLF001

HINT = "open it in the program it came from and save it again"
# XML 1.0, production 2 (Char)
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_PLACE = re.compile(r"(, line \d+)?(, column \d+)?$")  # libxml2 ends its messages with it; ours begin with the line
_OPTIONS: dict[str, Any] = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}


def allowed(text: str) -> str:
    """The text with a replacement character in the place of each that XML does not allow."""
    return NOT_XML.sub("\ufffd", text)


def local(element: Element) -> str:
    """The tag without its namespace and prefix, "" for comments and processing instructions."""
    tag = element.tag
    return re.split("[}:]", tag)[-1] if isinstance(tag, str) else ""


def line_of(element: Element) -> int:
    """Where the element begins in its file, from 1."""
    line: Any = element.sourceline
    return line if isinstance(line, int) else 1


@contextmanager
def refusing(name: str, hint: str = HINT) -> Iterator[None]:
    """The parser's errors as a `FormatError` with the name and the line."""
    try:
        yield
    except (etree.XMLSyntaxError, ValueError, LookupError) as error:
        line = getattr(error, "lineno", None) or 1
        raise FormatError(f"{name}, line {line}: {_PLACE.sub('', reason(error))}", hint) from error


def reason(error: Exception) -> str:
    """What the parser says, on one line."""
    return " ".join(((isinstance(error, etree.XMLSyntaxError) and error.msg) or str(error)).split())


def parse(data: bytes, name: str, hint: str = HINT) -> Element:
    """The root of a document without entities of its own. Raises `FormatError` with the line and the reason."""
    with refusing(name, hint):
        root = etree.fromstring(data, parser())
    refuse_declared(root, name)
    refuse_references(root, name)
    return root


def walk(data: bytes, name: str, hint: str = HINT) -> Iterator[tuple[str, Element]]:
    """The `start` and `end` of each element, for files too long to be held whole; refused as `parse` does.

    Who takes an element in looks for references (`refuse_references`) and lets go of it (`forget`).
    """
    checked = False
    with refusing(name, hint):
        for event, element in etree.iterparse(io.BytesIO(data), ("start", "end"), **_OPTIONS):
            if not checked:
                checked = True
                refuse_declared(element, name)
            yield event, element


def forget(element: Any) -> None:
    """Free what `walk` gave, and what stood before it beside it."""
    element.clear(keep_tail=True)
    while element.getprevious() is not None and element.getparent() is not None:
        del element.getparent()[0]


def parser(*, encoding: str | None = None, recover: bool = False) -> etree.XMLParser:
    """A parser that reads nothing but what it is given; `recover` goes on past what is broken."""
    return etree.XMLParser(encoding=encoding, recover=recover, dtd_validation=False, **_OPTIONS)


def refuse_declared(root: Element, name: str, longest: int = 0) -> None:
    """Raise `FormatError` where the document declares an entity of its own that is longer than `longest` characters."""
    dtd: Any = root.getroottree().docinfo.internalDTD  # its stub lacks iterentities
    for entity in dtd.iterentities() if dtd is not None else ():
        if not longest or entity.content is None or len(entity.content) > longest:
            raise _untrusted(f"{name}, line 1: declares XML entities ({entity.name})")


def refuse_references(root: Element, name: str) -> None:
    """Raise `FormatError` where the text refers to an entity, which would be missing from it."""
    for entity in root.iter(etree.Entity):
        raise _untrusted(f"{name}, line {line_of(entity)}: refers to the XML entity {entity.text}")


def _untrusted(what: str) -> FormatError:
    return FormatError(f"{what}, which can read files or fill the memory", "do not trust it")
