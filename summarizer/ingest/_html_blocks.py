"""The page as blocks of text in reading order: what the eye sees as one paragraph, heading, item, cell.

trafilatura decides what is the article, but its own output cuts paragraphs at inline tags and loses lists in some
containers; so the text always comes from here, whole, with its marks, and trafilatura only votes on the blocks.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement

from summarizer.document import Kind, Mark
from summarizer.ingest._html_words import BREAKING, SKIPPED

_MARKS = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic", "a": "link"} | dict.fromkeys(
    ("code", "kbd", "samp", "tt"), "code"
)
_LISTS = frozenset(("ul", "ol", "menu", "dir", "dl"))
_SPACE = re.compile(r"\s+")
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2028\u2029\u2060\ufeff]")
_SENTENCE_END = re.compile(r"[.!?…:;][\"'»”’)]*\s*$")
_SENTENCE_START = re.compile(r"\s*[\"'«“‘(—–-]*\s*[A-ZА-ЯЁ0-9]")
_HOVER_CARD = re.compile(
    r"(?i)\b(?:tooltip|popover|popup|rollover|hover-?card)[\w-]*(?:block|content|text|card|body)\b"
)
_LAYOUT_CELL = 600  # characters; the longest cell of a data table on 94 press pages has 97, measured November 2026


@dataclass(slots=True)
class Block:
    """One run of text with the element that holds it; `texts` are the text nodes it was made of: (element, is tail)."""

    node: HtmlElement
    kind: Kind
    text: str
    level: int = 0
    marks: tuple[Mark, ...] = ()
    anchor: str = ""
    texts: tuple[tuple[HtmlElement, bool], ...] = ()

    @property
    def link_share(self) -> float:
        """The share of the text that is inside links, 0 to 1."""
        linked = sum(mark.stop - mark.start for mark in self.marks if mark.kind == "link")
        return linked / len(self.text)


@dataclass(slots=True)
class _Run:
    """A text node, or a line break where `text` is a newline and `node` is the `br`."""

    text: str
    marks: tuple[HtmlElement, ...]
    node: HtmlElement
    tail: bool = False
    is_break: bool = False


@dataclass(slots=True)
class _Walk:
    """Where the walk through the page stands."""

    holders: list[HtmlElement] = field(default_factory=list)
    inline: list[HtmlElement] = field(default_factory=list)
    runs: list[_Run] = field(default_factory=list)
    begun: set[HtmlElement] = field(default_factory=set)  # list items that already gave a block
    cells: dict[HtmlElement, str] = field(default_factory=dict)


def blocks(root: HtmlElement) -> list[Block]:
    """The blocks of a page in reading order; none is empty."""
    walk = _Walk(cells=_cell_anchors(root))
    walk.holders.append(root)
    found: list[Block] = []
    walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, node in walker:
        if event in ("comment", "pi"):
            _hear_tail(walk, node)
        elif event == "start":
            found.extend(_enter(walk, node))
            if is_skipped(node):
                walker.skip_subtree()
        else:
            found.extend(_leave(walk, node, is_root=node is root))
    found.extend(_flush(walk))
    return found


def is_skipped(node: HtmlElement) -> bool:
    """Scripts, controls, a card that opens over a name, and the number of a note, which links to its own page."""
    if node.tag in SKIPPED or (node.tag == "span" and _HOVER_CARD.search(str(node.get("class", "")))):
        return True
    return node.tag == "sup" and any(str(link.get("href", "")).startswith("#") for link in node.iter("a"))


def _enter(walk: _Walk, node: HtmlElement) -> Iterator[Block]:
    if node.tag in BREAKING:
        yield from _flush(walk)
        walk.holders.append(node)
    elif node.tag in _MARKS:
        walk.inline.append(node)
    elif node.tag == "br":
        walk.runs.append(_Run("\n", (), node, is_break=True))
    if node.text and not is_skipped(node):
        walk.runs.append(_Run(node.text, tuple(walk.inline), node))


def _leave(walk: _Walk, node: HtmlElement, *, is_root: bool) -> Iterator[Block]:
    if node.tag in BREAKING:
        yield from _flush(walk)
        walk.holders.pop()
    elif node.tag in _MARKS:
        walk.inline.pop()
    if not is_root:
        _hear_tail(walk, node)


def _hear_tail(walk: _Walk, node: HtmlElement) -> None:
    """The text after an element or a comment; pages made by scripts break their paragraphs with comments."""
    if node.tail:
        walk.runs.append(_Run(node.tail, tuple(walk.inline), node, tail=True))


def _flush(walk: _Walk) -> Iterator[Block]:
    runs, walk.runs = walk.runs, []
    if not any(run.text.strip() for run in runs):
        return
    holder = walk.holders[-1] if walk.holders else runs[0].node
    chain = (holder, *holder.iterancestors())
    if any(node.tag == "pre" for node in chain):
        text = "".join(run.text for run in runs).strip("\n").rstrip()
        yield Block(holder, "code", text, texts=_nodes(runs))
        return
    for part in _paragraphs(runs):
        text, marks = _compose(part)
        if text:
            kind, level, anchor = _kind(walk, chain)
            yield Block(holder, kind, text, level, marks, anchor, _nodes(part))


def _nodes(runs: list[_Run]) -> tuple[tuple[HtmlElement, bool], ...]:
    return tuple((run.node, run.tail) for run in runs if not run.is_break and run.text.strip())


def _kind(walk: _Walk, chain: tuple[HtmlElement, ...]) -> tuple[Kind, int, str]:
    """Kind, level and anchor by the innermost element that says something."""
    for node in chain:
        if re.fullmatch("h[1-6]", node.tag):
            return "heading", int(node.tag[1]), ""
        if node in walk.cells:
            return "cell", 0, walk.cells[node]
        if node.tag in ("li", "dd", "dt"):
            first = node not in walk.begun
            walk.begun.add(node)
            depth = sum(1 for above in node.iterancestors() if above.tag in _LISTS)
            return ("item" if first else "paragraph"), max(0, depth - 1) if first else 0, ""
        if node.tag == "blockquote":
            return "quote", 0, ""
    return "paragraph", 0, ""


def _paragraphs(runs: list[_Run]) -> Iterator[list[_Run]]:
    """Runs between paragraph breaks: two `br`, or one between a finished sentence and the start of another."""
    part: list[_Run] = []
    for index, run in enumerate(runs):
        if run.is_break and _ends_paragraph(part, runs[index + 1 :]):
            yield part
            part = []
        else:
            part.append(run)
    yield part


def _ends_paragraph(before: list[_Run], after: list[_Run]) -> bool:
    said = next((run for run in after if run.is_break or run.text.strip()), None)
    if said is None or said.is_break:
        return True
    written = "".join(run.text for run in before[-3:])
    return bool(_SENTENCE_END.search(written)) and bool(_SENTENCE_START.match(said.text))


def _compose(runs: list[_Run]) -> tuple[str, tuple[Mark, ...]]:
    """The text with single spaces, and each inline element's place in it."""
    text = ""
    spans: dict[HtmlElement, list[int]] = {}
    for run in runs:
        piece = _SPACE.sub(" ", _INVISIBLE.sub("", run.text))
        if not text or text.endswith(" "):
            piece = piece.lstrip(" ")
        start, text = len(text), text + piece
        for node in run.marks:
            spans.setdefault(node, [start, start])[1] = len(text)
    text = text.rstrip(" ")
    marks = (_mark(text, node, *span) for node, span in spans.items())
    return text, tuple(mark for mark in marks if mark is not None)


def _mark(text: str, node: HtmlElement, start: int, stop: int) -> Mark | None:
    inner = text[start:stop]
    stop = start + len(inner.rstrip())
    start += len(inner) - len(inner.lstrip())
    kind = _MARKS[str(node.tag)]
    target = str(node.get("href", "")).strip() if kind == "link" else ""
    return Mark(start, stop, kind, target) if start < stop and (kind != "link" or target) else None


def _cell_anchors(root: HtmlElement) -> dict[HtmlElement, str]:
    """Table, row and column of every cell of a data table; a table that only lays out the page has none."""
    anchors: dict[HtmlElement, str] = {}
    tables = [table for table in root.iter("table") if not _is_layout(table)]
    for number, table in enumerate(tables):
        for row_number, row in enumerate(table.iter("tr")):
            column = 0
            for cell in row.iterchildren("td", "th"):
                anchors[cell] = f"t{number}r{row_number}c{column}"
                span = str(cell.get("colspan", "1"))
                column += min(int(span), 100) if span.isdecimal() else 1
    return anchors


def _is_layout(table: HtmlElement) -> bool:
    if table.get("role") in ("presentation", "none") or next(table.iterdescendants("table"), None) is not None:
        return True
    rows = [list(row.iterchildren("td", "th")) for row in table.iter("tr")]
    if max((len(row) for row in rows), default=0) < 2:
        return True
    return any(len("".join(cell.itertext())) > _LAYOUT_CELL for row in rows for cell in row)
