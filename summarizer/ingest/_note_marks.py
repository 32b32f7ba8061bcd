"""The mark of a note in an EPUB: in EPUB 2 a linked, raised number is all that tells it."""

import re

from summarizer.ingest._xml import Element, local

_RAISED = "[{*†‡¹²³⁴⁵⁶⁷⁸⁹⁰"
_MARK = re.compile(r"[\[({]?(\d{1,4}|\*{1,4}|[†‡¹²³⁴⁵⁶⁷⁸⁹⁰]+|[ivxlc]{1,6}|[a-zа-я])[\])}]?")


def types_of(element: Element) -> list[str]:
    """The words of `epub:type` and `role`, lower case."""
    return [word.removeprefix("doc-") for name in ("type", "role") for word in attribute(element, name).lower().split()]


def is_note_mark(element: Element) -> bool:
    """A linked number: in EPUB 2 that is all that tells a note's mark."""
    link = element if local(element) == "a" else next((child for child in element if local(child) == "a"), None)
    if link is None or "#" not in (link.get("href") or ""):
        return False
    if "noteref" in types_of(link):
        return True
    words = words_of(element)
    parent = element.getparent()
    raised = "sup" in {local(element), local(parent) if parent is not None else "", *map(local, element)}
    return _MARK.fullmatch(words) is not None and (raised or words[0] in _RAISED)


def attribute(element: Element, name: str) -> str:
    """The attribute of that local name, "" where there is none."""
    return next((str(value) for key, value in element.items() if re.split("[}:]", str(key))[-1] == name), "")


def words_of(element: Element) -> str:
    """All text of the element in one line."""
    return " ".join("".join(str(text) for text in element.itertext()).split())
