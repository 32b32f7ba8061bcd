"""OpenDocument texts: what LibreOffice shows, without what was deleted, notes, contents and running heads."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from summarizer.document import Dropped, Meta, Piece
from summarizer.errors import FormatError
from summarizer.ingest import _rebuild_books
from summarizer.ingest._archive import Archive
from summarizer.ingest._odtstyles import OFFICE, STYLE, TEXT, OdtStyles
from summarizer.ingest._pieces import BREAK, Run, cells, finish, joined, pieces, plain
from summarizer.ingest._wordstyles import Role, number
from summarizer.ingest._xml import Element, local, parse
from summarizer.job import Result
from summarizer.source import Source

EXTENSIONS = (".odt", ".ott")
MEDIA_TYPES = (
    "application/vnd.oasis.opendocument.text",
    "application/vnd.oasis.opendocument.text-template",
)

INDEXES = frozenset(
    {"table-of-content", "illustration-index", "table-index", "object-index", "user-index", "alphabetical-index"}
)
# Inline elements whose content is not the paragraph's own text.
ASIDE = {"note": "notes", "annotation": "comment", "hidden-text": "hidden text", "hidden-paragraph": "hidden text"}
SKIPPED = frozenset({"tracked-changes", "forms", "sequence-decls", "ruby-text", "title", "desc", "object"})
SPACES = 80  # text:s may claim any number of spaces; only code keeps them, and lines are no longer than this
_XLINK = "{http://www.w3.org/1999/xlink}href"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_ADDRESS = re.compile("(?:https?|mailto|ftp):")


@dataclass(slots=True)
class _Paragraph:
    runs: list[Run] = field(default_factory=list)
    hidden: list[Run] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)

    def add(self, text: str | None, styles: frozenset[str], link: str) -> None:
        if text:
            target = self.hidden if "hidden" in styles else self.runs
            target.append(Run(text, styles - {"hidden"}, link))


def read(source: Source) -> Iterator[Piece | Dropped | Meta]:
    """The text with all changes accepted; anchors p12 and t0r1c2 count in the body."""
    archive = Archive(source)
    return finish(_read(archive), archive.name)


def rebuild(source: Source, result: Result) -> bytes:
    """The text with the drafts in place."""
    return _rebuild_books.odt(source, result)


def _read(archive: Archive) -> Iterator[Piece | Dropped | Meta]:
    _refuse_encrypted(archive)
    content = parse(archive.need("content.xml"), f"{archive.name}: content.xml")
    text = content.find(f"{OFFICE}body/{OFFICE}text")
    if text is None:
        raise FormatError(f"{archive.name} holds no OpenDocument text", "choose an .odt file with text")
    common = _part(archive, "styles.xml")
    styles = OdtStyles(common, content)
    yield _meta(_part(archive, "meta.xml"))
    yield from _Body(text, styles).read()
    heads: dict[str, None] = {}
    for place in ("header", "header-left", "header-first", "footer", "footer-left", "footer-first"):
        for head in common.iter(STYLE + place) if common is not None else ():
            heads[joined(_Body(head, styles).read())] = None
    yield from (Dropped("running head", head) for head in heads if head)


def _refuse_encrypted(archive: Archive) -> None:
    manifest = archive.get("META-INF/manifest.xml")
    if manifest and b"encryption-data" in manifest:
        raise FormatError(f"{archive.name} is encrypted", "open it in LibreOffice and save it without a password")


def _part(archive: Archive, path: str) -> Element | None:
    data = archive.get(path)
    return parse(data, f"{archive.name}: {path}") if data else None


def _meta(root: Element | None) -> Meta:
    said = {local(found): " ".join((found.text or "").split()) for found in root.iter()} if root is not None else {}
    return Meta(
        title=said.get("title", ""),
        byline=said.get("initial-creator") or said.get("creator", ""),
        date=(said.get("creation-date") or said.get("date", ""))[:10],
    )


class _Body:
    def __init__(self, root: Element, styles: OdtStyles) -> None:
        self._root = root
        self._styles = styles
        found = (each for each in root.iter() if local(each) in {"p", "h"})
        self._numbers = {each: place for place, each in enumerate(found)}
        self._tables = {each: place for place, each in enumerate(root.iter(_TABLE + "table"))}
        self._filled: Counter[str] = Counter()

    def read(self) -> Iterator[Piece | Dropped]:
        yield from self._blocks(self._root, "", -1)

    def _blocks(self, parent: Element, cell: str, depth: int) -> Iterator[Piece | Dropped]:
        for child in parent:
            tag = local(child)
            if tag in {"p", "h"}:
                yield from self._paragraph(child, cell, depth)
            elif tag == "table":
                yield from self._table(child, cell)
            elif tag in INDEXES:
                yield from _said("contents", joined(_Body(child, self._styles).read()))
            elif tag == "section" and child.get(TEXT + "display") == "none":
                yield from _said("hidden text", joined(_Body(child, self._styles).read()))
            elif tag == "frame" or tag.startswith("custom-shape"):
                yield from self._boxes([child], cell)
            elif tag not in SKIPPED:
                yield from self._blocks(child, cell, depth + (tag == "list"))

    def _table(self, table: Element, outer: str) -> Iterator[Piece | Dropped]:
        rows = list(_within(table, {"table-row"}))
        cells = [list(_within(row, {"table-cell", "covered-table-cell"})) for row in rows]
        if sum(map(len, cells)) == 1:  # a frame around text, not a table
            yield from self._blocks(cells[0][0], outer, -1)
            return
        for place, row in enumerate(cells):
            column = 0
            for cell in row:
                anchor = f"t{self._tables[table]}r{place}c{column}"
                if local(cell) == "table-cell":
                    yield from self._blocks(cell, anchor, -1)
                column += number(cell.get(_TABLE + "number-columns-repeated") or "", 1)

    def _paragraph(self, element: Element, cell: str, depth: int) -> Iterator[Piece | Dropped]:
        gathered = _Paragraph()
        self._gather(element, gathered, frozenset(), "")
        style = element.get(TEXT + "style-name") or ""
        if self._styles.hidden(style):
            gathered.hidden, gathered.runs = [*gathered.hidden, *gathered.runs], []
        role = self._role(element, style, depth)
        yield from self._made(gathered, role, f"p{self._numbers[element]}", cell)
        yield from gathered.dropped
        yield from _said("hidden text", plain(gathered.hidden))
        yield from self._boxes(gathered.boxes, cell)

    def _role(self, element: Element, style: str, depth: int) -> Role:
        role = self._styles.paragraph(style)
        if local(element) == "h" and role.kind != "title":
            return Role("heading", min(max(number(element.get(TEXT + "outline-level") or "", 1), 1), 6))
        if depth >= 0 and role.kind in {"paragraph", "item"}:
            return Role("item", depth)
        return role

    def _made(self, gathered: _Paragraph, role: Role, anchor: str, cell: str) -> Iterator[Piece | Dropped]:
        if role.kind == "contents":
            yield from _said("contents", plain(gathered.runs))
        elif cell:
            yield from cells(gathered.runs, cell, self._filled)
        else:
            yield from pieces(role.kind, gathered.runs, role.level, anchor)

    def _boxes(self, boxes: list[Element], cell: str) -> Iterator[Piece | Dropped]:
        for box in boxes:
            yield from self._blocks(box, cell, -1)

    def _gather(self, parent: Element, into: _Paragraph, styles: frozenset[str], link: str) -> None:
        into.add(parent.text, styles, link)
        for child in parent:
            tag = local(child)
            if tag in ASIDE:
                into.dropped.extend(_said(ASIDE[tag], _aside(child, self._styles)))
            elif tag in {"frame", "custom-shape", "g", "text-box"}:
                into.boxes.append(child)
            elif tag in {"s", "tab", "line-break"}:
                into.add(_white(child, tag), styles, link)
            elif tag and tag not in SKIPPED:
                own = styles | self._styles.run(child.get(TEXT + "style-name") or "") if tag == "span" else styles
                self._gather(child, into, own, _address(child) if tag == "a" else link)
            into.add(child.tail, styles, link)


def _white(element: Element, tag: str) -> str:
    count = number(element.get(TEXT + "c") or "", 1)
    return " " * min(count, SPACES) if tag == "s" else {"tab": "\t"}.get(tag, BREAK)


def _address(link: Element) -> str:
    href = link.get(_XLINK) or ""
    return href if _ADDRESS.match(href) else ""


def _aside(element: Element, styles: OdtStyles) -> str:
    """What a note or comment says, without its number, its author and its date."""
    body = element.find(TEXT + "note-body")
    text = joined(_Body(body if body is not None else element, styles).read())
    return text or " ".join((element.text or "").split())


def _said(reason: str, text: str) -> Iterator[Dropped]:
    if text:
        yield Dropped(reason, text)


def _within(parent: Element, tags: set[str]) -> Iterator[Element]:
    for child in parent:
        if local(child) in tags:
            yield child
        elif local(child) != "table":
            yield from _within(child, tags)
