"""XHTML body text as pieces, for books: every word is kept that the caller does not leave out."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import NamedTuple

from lxml import etree

from summarizer.document import Dropped, Kind, Piece
from summarizer.ingest._grid import places
from summarizer.ingest._pieces import BREAK, Run, cells, joined, pieces
from summarizer.ingest._xml import Element, local

LeaveOut = Callable[[Element], str | None]  # the reason to leave an element out; "": not worth a word; None: keep it

_SKIPPED = """
script style head title template svg img image audio video object iframe canvas map rt rp hr button select input
textarea binary annotation annotation-xml
"""
_BLOCKS = """
body p div section article main header footer nav aside figure figcaption address center details summary blockquote
pre li dt dd hgroup book-title h1 h2 h3 h4 h5 h6 table caption thead tbody tfoot tr td th
"""
SKIPPED = frozenset(_SKIPPED.split())
STYLES = {
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), "italic"),
    **dict.fromkeys(("code", "tt", "kbd", "samp"), "code"),
}
LISTS = frozenset({"ul", "ol", "dl", "menu"})
BLOCKS = LISTS | frozenset(_BLOCKS.split())
HEADINGS = {"book-title": 0, "h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
SCHEMES = ("http://", "https://", "mailto:", "ftp://")


class _Frame(NamedTuple):
    kind: Kind = "paragraph"
    level: int = 0
    anchor: str = ""


def blocks(body: Element, leave_out: LeaveOut) -> Iterator[Piece | Dropped]:
    """The pieces of `body` in reading order; links within the book are text only, table cells anchored t0r1c2."""
    return _Walk(leave_out).over(body)


def text_of(element: Element) -> str:
    """All that an element says, in one line."""
    return joined(_Walk(lambda _: None).over(element))


class _Walk:
    def __init__(self, leave_out: LeaveOut) -> None:
        self._leave_out = leave_out
        self._runs: list[Run] = []
        self._frames = [_Frame()]
        self._styles: list[str] = []
        self._links: list[str] = []
        self._lists = 0
        self._tables = 0
        self._cells: dict[Element, str] = {}
        self._filled: Counter[str] = Counter()

    def over(self, body: Element) -> Iterator[Piece | Dropped]:
        skipped: Element | None = None
        walk = etree.iterwalk(body, events=("start", "end", "comment", "pi"))
        for event, element in walk:
            if event == "start":
                reason = None if element is body else self._reason(element)
                if reason is None:
                    yield from self._open(element)
                    continue
                yield from self._drop(element, reason)
                skipped = element
                walk.skip_subtree()
            elif event == "end" and element is not skipped:
                yield from self._close(element)
            if event != "start" and element is not body:
                self._add(element.tail)
        yield from self._flush()

    def _reason(self, element: Element) -> str | None:
        return "" if local(element) in SKIPPED else self._leave_out(element)

    def _drop(self, element: Element, reason: str) -> Iterator[Piece | Dropped]:
        if local(element) in BLOCKS or local(element) == "hr":
            yield from self._flush()
        text = text_of(element) if reason else ""
        if text:
            yield Dropped(reason, text)

    def _open(self, element: Element) -> Iterator[Piece]:
        tag = local(element)
        if tag in BLOCKS:
            yield from self._flush()
            self._frames.append(self._frame(element, tag))
            self._lists += tag in LISTS
        elif tag == "br":
            self._add(BREAK)
        elif tag in STYLES:
            self._styles.append(STYLES[tag])
        elif tag == "a":
            address = element.get("href") or ""
            self._links.append(address if address.startswith(SCHEMES) else "")
        self._add(element.text)

    def _close(self, element: Element) -> Iterator[Piece]:
        tag = local(element)
        if tag in BLOCKS:
            yield from self._flush()
            self._frames.pop()
            self._lists -= tag in LISTS
        elif tag in STYLES:
            self._styles.pop()
        elif tag == "a":
            self._links.pop()

    def _frame(self, element: Element, tag: str) -> _Frame:
        outer = self._frames[-1]
        if tag == "table":
            self._cells.update(self._placed(element))
        elif element in self._cells:
            return _Frame("cell", 0, self._cells[element])
        if outer.kind in {"cell", "code"}:
            return outer
        if tag in HEADINGS:
            return _Frame("title" if tag == "book-title" else "heading", HEADINGS[tag])
        if tag in {"li", "dt", "dd"}:
            return _Frame("item", max(0, self._lists - 1))
        if tag == "pre":
            return _Frame("code")
        return _Frame("quote") if tag == "blockquote" else outer

    def _placed(self, table: Element) -> dict[Element, str]:
        groups = [child for child in table if local(child) in {"thead", "tbody", "tfoot"}]
        rows = [row for parent in [table, *groups] for row in parent if local(row) == "tr"]
        cells = [[cell for cell in row if local(cell) in {"td", "th"}] for row in rows]
        if sum(len(row) for row in cells) < 2:
            return {}  # a frame around text, not a table
        number, self._tables = self._tables, self._tables + 1
        spans = [[(_span(cell, "colspan"), _span(cell, "rowspan")) for cell in row] for row in cells]
        return {cells[row][index]: f"t{number}r{row}c{column}" for row, index, column in places(spans)}

    def _add(self, text: str | None) -> None:
        if text:
            link = self._links[-1] if self._links else ""
            self._runs.append(Run(text, frozenset(self._styles), link))

    def _flush(self) -> Iterator[Piece]:
        runs, self._runs = self._runs, []
        frame = self._frames[-1]
        if frame.kind == "code" and not any(run.text for run in runs):
            return
        if frame.kind == "cell":
            yield from cells(runs, frame.anchor, self._filled)
        else:
            yield from pieces(frame.kind, runs, frame.level, frame.anchor)


def _span(cell: Element, name: str) -> int:
    value = cell.get(name) or ""
    return int(value) if value.isascii() and value.isdecimal() and len(value) < 5 else 1
