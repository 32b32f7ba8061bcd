"""A page's text as a tree, however badly it is nested, and what it says of itself in JSON-LD."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser as Tokens

from lxml import etree
from lxml import html as lxml_html
from lxml.html import HtmlElement

from summarizer.ingest._html_words import TEXT_TAGS, VOID

_DEPTH = 150  # libxml2 stops reading at 256 levels and says nothing; 94 press pages are at most 51 deep
_TEXT_DEPTH = 240  # of paragraphs and headings, inside containers that are kept
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def parse(text: str) -> HtmlElement | None:
    """The tree of a page, flattened where it is nested deeper than the parser reads; None when there is no element."""
    text = _CONTROL.sub("", text)
    tree, is_too_deep = _parse(text)
    if is_too_deep:
        tree, _ = _parse(_flattened(text))
    return tree


def _parse(text: str) -> tuple[HtmlElement | None, bool]:
    parser = lxml_html.HTMLParser(encoding="utf-8")
    try:
        tree = lxml_html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None, False
    return tree, any("depth" in entry.message.lower() for entry in parser.error_log)


class _Flattener(Tokens):
    """Writes a page again without the containers that lie deeper than the parser reads; their text stays."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.written: list[str] = []
        self.open: list[tuple[str, bool]] = []
        self.kept = 0
        self.count: Counter[str] = Counter()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in VOID:
            self.written.append(self.get_starttag_text() or "")
            return
        if tag in TEXT_TAGS and self.open and self.open[-1][0] == tag:
            self._close()
        keep = self.kept < (_TEXT_DEPTH if tag in TEXT_TAGS else _DEPTH)
        self.open.append((tag, keep))
        self.count[tag] += 1
        self.kept += keep
        self.written.append(self.get_starttag_text() or "" if keep else " ")

    def handle_endtag(self, tag: str) -> None:
        while self.count[tag]:
            if self._close() == tag:
                return

    def _close(self) -> str:
        tag, kept = self.open.pop()
        self.count[tag] -= 1
        self.kept -= kept
        self.written.append(f"</{tag}>" if kept else " ")
        return tag

    def handle_data(self, data: str) -> None:
        self.written.append(data)

    def handle_entityref(self, name: str) -> None:
        self.written.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.written.append(f"&#{name};")


def _flattened(text: str) -> str:
    flattener = _Flattener()
    flattener.feed(text)
    flattener.close()
    return "".join(flattener.written)


def linked_data(tree: HtmlElement) -> list[dict[str, object]]:
    """Every object in the page's JSON-LD; broken JSON is passed over, as search engines do."""
    found: list[dict[str, object]] = []
    for script in tree.iter("script"):
        if str(script.get("type", "")).lower().startswith("application/ld+json"):
            try:
                found.extend(_objects(json.loads(script.text or "", strict=False)))
            except (ValueError, RecursionError):
                continue
    return found


def _objects(data: object) -> Iterator[dict[str, object]]:
    waiting = [data]
    for here in waiting:
        if isinstance(here, dict):
            yield here
            waiting.extend(here.values())
        elif isinstance(here, list):
            waiting.extend(here)


def meta_tag(tree: HtmlElement, *names: str) -> str:
    """The content of the first `meta` that has one of these names or properties."""
    for name in names:
        for tag in tree.iter("meta"):
            if name in (str(tag.get("property", "")).lower(), str(tag.get("name", "")).lower()):
                content = str(tag.get("content", "")).strip()
                if content:
                    return content
    return ""
