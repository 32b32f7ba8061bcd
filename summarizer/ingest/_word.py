"""The body of a Word part as pieces: everything Word shows, once, with tracked changes accepted."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from summarizer.document import Dropped, Piece
from summarizer.ingest._pieces import BREAK, Run, cells, pieces, plain
from summarizer.ingest._wordstyles import Role, Styles, W, number, value
from summarizer.ingest._xml import Element, local

# Wrappers whose content is simply there; what is not named here (del, moveFrom, properties, marks) is not read.
WRAPPERS = frozenset({"sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "fldSimple", "bdo", "dir"})
DRAWINGS = frozenset({"drawing", "pict", "object"})
CHARACTERS = {"tab": " ", "ptab": " ", "br": BREAK, "cr": BREAK, "noBreakHyphen": "-"}
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_HYPERLINK = re.compile(r'\s*HYPERLINK\s+"([^"]+)"')
_EMPTY: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Field:
    """A field that is open: its instruction, then its result; fields nest, and may reach over paragraphs."""

    instruction: str = ""
    in_result: bool = False


@dataclass(slots=True)
class _Paragraph:
    """What is gathered of one paragraph."""

    runs: list[Run] = field(default_factory=list)
    hidden: list[Run] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    contents: bool = False


class Body:
    """Reads one part; `links` are the targets of its relationships."""

    def __init__(self, root: Element, styles: Styles, links: dict[str, str]) -> None:
        self._root = root
        self._styles = styles
        self._links = links
        self._fields: list[_Field] = []
        self._carried = _Paragraph()
        self._numbers = {found: number for number, found in enumerate(root.iter(W + "p"))}
        self._tables = {found: number for number, found in enumerate(root.iter(W + "tbl"))}
        self._filled: Counter[str] = Counter()

    def read(self) -> Iterator[Piece | Dropped]:
        """The pieces in the order of the text; a text box follows the paragraph that holds it."""
        yield from self._blocks(self._root, "")
        yield from self._made(self._carried, Role("paragraph"), f"p{len(self._numbers)}", "")

    def _blocks(self, parent: Element, cell: str) -> Iterator[Piece | Dropped]:
        for child in parent:
            tag = local(child)
            if tag == "p":
                yield from self._paragraph(child, cell)
            elif tag == "tbl":
                yield from self._table(child, cell)
            elif _is_contents(child):
                text = plain(Run(f"{found.text or ''} ") for found in child.iter(W + "t"))
                yield Dropped("contents", text)
            elif tag in WRAPPERS:
                yield from self._blocks(child, cell)
            elif tag == "AlternateContent":
                yield from self._blocks(_alternative(child), cell)
            elif tag == "altChunk":
                yield Dropped("embedded file", self._links.get(_id(child), _id(child)))

    def _table(self, table: Element, outer: str) -> Iterator[Piece | Dropped]:
        rows = [row for row in _within(table, "tr") if row.find(f"{W}trPr/{W}del") is None]
        cells = [list(_within(row, "tc")) for row in rows]
        if sum(map(len, cells)) == 1:  # a frame around text, not a table
            yield from self._blocks(cells[0][0], outer)
            return
        for place, row in enumerate(rows):
            column = number(value(row.find(f"{W}trPr/{W}gridBefore")), 0)
            for cell in cells[place]:
                yield from self._cell(cell, f"t{self._tables[table]}r{place}c{column}")
                column += number(value(cell.find(f"{W}tcPr/{W}gridSpan")), 1)

    def _cell(self, cell: Element, anchor: str) -> Iterator[Piece | Dropped]:
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        if merged is None or value(merged) == "restart":
            yield from self._blocks(cell, anchor)
            return
        covered = [item.text for item in self._blocks(cell, anchor) if item.text]
        yield from [Dropped("hidden text", " ".join(covered))] if covered else []

    def _paragraph(self, element: Element, cell: str) -> Iterator[Piece | Dropped]:
        properties = element.find(W + "pPr")
        style = value(properties.find(W + "pStyle")) if properties is not None else ""
        gathered, self._carried = self._carried, _Paragraph()
        gathered.contents |= self._in_contents()
        self._gather(element, gathered, "")
        if self._styles.hidden(style):
            gathered.hidden, gathered.runs = [*gathered.hidden, *gathered.runs], []
        if properties is not None and properties.find(f"{W}rPr/{W}del") is not None:
            self._carried = gathered  # the paragraph's end was deleted: it goes on in the next
            return
        yield from self._made(gathered, self._styles.paragraph(style, properties), f"p{self._numbers[element]}", cell)

    def _made(self, gathered: _Paragraph, role: Role, anchor: str, cell: str) -> Iterator[Piece | Dropped]:
        hidden = plain(gathered.hidden)
        yield from [Dropped("hidden text", hidden)] if hidden else []
        if role.kind == "contents" or gathered.contents:
            text = plain(gathered.runs)
            yield from [Dropped("contents", text)] if text else []
        elif cell:
            yield from cells(gathered.runs, cell, self._filled)
        else:
            yield from pieces(role.kind, gathered.runs, role.level, anchor)
        for box in gathered.boxes:
            yield from self._blocks(box, cell)

    def _gather(self, parent: Element, into: _Paragraph, link: str) -> None:
        for child in parent:
            tag = local(child)
            if tag == "r":
                self._run(child, into, link)
            elif tag == "hyperlink":
                self._gather(child, into, self._links.get(_id(child), ""))
            elif tag in WRAPPERS:
                self._gather(child, into, link)
            elif tag == "AlternateContent":
                self._gather(_alternative(child), into, link)
            elif tag in {"oMath", "oMathPara"}:
                into.runs.append(Run("".join(found.text or "" for found in child.iter("{*}t"))))

    def _run(self, run: Element, into: _Paragraph, link: str) -> None:
        properties = run.find(W + "rPr")
        style = value(properties.find(W + "rStyle")) if properties is not None else ""
        styles = self._styles.run(style, properties) if properties is not None else _EMPTY
        target = into.hidden if "hidden" in styles else into.runs
        for child in run:
            tag = local(child)
            if tag in {"fldChar", "instrText"}:
                self._field(child, tag, into)
            elif tag == "AlternateContent" or tag in DRAWINGS:
                into.boxes.extend(_boxes(child))
            elif tag == "ruby":
                self._gather_ruby(child, into, link)
            elif all(opened.in_result for opened in self._fields):
                text = CHARACTERS.get(tag, (child.text or "") if tag == "t" else "")
                text = " " if child.get(W + "type") in {"page", "column"} else text
                target.append(Run(text, styles - {"hidden"}, link or self._field_link()))

    def _gather_ruby(self, ruby: Element, into: _Paragraph, link: str) -> None:
        for base in ruby.iterfind(W + "rubyBase"):
            self._gather(base, into, link)

    def _field(self, element: Element, tag: str, into: _Paragraph) -> None:
        kind = element.get(W + "fldCharType")
        if tag == "instrText" and self._fields:
            self._fields[-1].instruction += element.text or ""
        elif kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
            into.contents |= self._in_contents()
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _in_contents(self) -> bool:
        return any(opened.instruction.split()[:1] == ["TOC"] for opened in self._fields)

    def _field_link(self) -> str:
        found = [match[1] for opened in self._fields if (match := _HYPERLINK.match(opened.instruction))]
        return found[-1] if found else ""


def _id(element: Element) -> str:
    return element.get(_R + "id") or ""


def _is_contents(element: Element) -> bool:
    gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return value(gallery) == "Table of Contents"


def _within(parent: Element, tag: str) -> Iterator[Element]:
    """The rows of a table, the cells of a row, also those in content controls and insertions."""
    for child in parent:
        if local(child) == tag:
            yield child
        elif local(child) in WRAPPERS:
            yield from _within(child, tag)


def _alternative(element: Element) -> Element:
    """The first way in which a thing is given; the others (`mc:Fallback`) say the same again."""
    return next((child for child in element if local(child) in {"Choice", "Fallback"}), element)


def _boxes(element: Element) -> Iterator[Element]:
    """The text boxes of a drawing, not those inside them."""
    for child in element if local(element) != "AlternateContent" else _alternative(element):
        if local(child) == "txbxContent":
            yield child
        else:
            yield from _boxes(child)
