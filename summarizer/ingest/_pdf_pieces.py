"""Blocks of lines to pieces: their kind, their text with hyphenation undone, bold and italic as marks."""

import re
from collections.abc import Iterator, Sequence

from summarizer.document import Kind, Piece
from summarizer.ingest._pdf_blocks import MARKS, Placed, Type
from summarizer.ingest._pdf_hyphens import Breaks
from summarizer.ingest._pdf_text import Word
from summarizer.ingest._pieces import Run, pieces

_LARGER = 1.08  # of the body's size: headings begin at 12 points over a text of 11
_LONGEST_HEADING = 200  # characters; a lead in larger type is longer and ends in a full stop
_TITLE = 1.2  # of the body's size
_MARK = re.compile(rf"[{MARKS}]\s*")
_DASH = re.compile(r"[-–*] ")
_NUMBER = re.compile(r"\(?(\d{1,3})[.)] ")

Block = Sequence[Placed]


def title_of(blocks: Sequence[Block], type_: Type, said: str) -> int | None:
    """Which of the first page's blocks is the title: the one that the file's own title repeats, else the largest."""
    plain = [_letters(_text(block, Breaks())) for block in blocks]
    wanted = _letters(said)
    if wanted and wanted in plain:
        return plain.index(wanted)
    sizes = [block[0].line.size if len(text) > 1 else 0.0 for block, text in zip(blocks, plain, strict=True)]
    largest = max(sizes, default=0.0)
    return sizes.index(largest) if largest >= _TITLE * type_.size else None


def pieces_of(blocks: Sequence[Block], type_: Type, breaks: Breaks, title: int | None) -> Iterator[Piece]:
    """The pieces in the order of the blocks; `title` is the index of the title's block."""
    headings = (block for index, block in enumerate(blocks) if index != title and _is_heading(block, type_))
    sizes = sorted(set(map(_rank, headings)), reverse=True)
    before: Kind = "paragraph"
    for index, block in enumerate(blocks):
        kind = "title" if index == title else _kind(blocks, index, type_, before)
        level = min(2 + sizes.index(_rank(block)), 6) if kind == "heading" else 0
        runs = _runs(block, breaks)
        if kind in ("title", "heading"):
            runs = [Run(run.text) for run in runs]
        yield from pieces(kind, _unmarked(runs) if kind == "item" else runs, level)
        before = kind


def _rank(block: Block) -> tuple[float, bool]:
    return round(block[0].line.size * 2) / 2, block[0].line.bold


def _kind(blocks: Sequence[Block], index: int, type_: Type, before: Kind) -> Kind:
    block = blocks[index]
    if _is_item(blocks, index):
        return "item"
    if _is_heading(block, type_):
        return "heading"
    return "quote" if before != "item" and _is_inset(block, type_) else "paragraph"


def _is_heading(block: Block, type_: Type) -> bool:
    line = block[0].line
    text = _text(block, Breaks())
    ends = text.endswith((".", ",", ";", ":"))
    if len(text) > _LONGEST_HEADING or not any(map(str.isalpha, text)):
        return False
    if line.size > _LARGER * type_.size:
        return not ends or line.size > 1.5 * type_.size
    bold = not type_.bold and all(part.line.bold for part in block)
    return bold and not ends and line.size > 0.95 * type_.size


def _is_item(blocks: Sequence[Block], index: int) -> bool:
    block = blocks[index]
    text = block[0].line.text
    if _MARK.match(text):
        return True
    hangs = len(block) > 1 and all(part.line.left > block[0].line.left + 4 for part in block[1:])
    number = _number(block)
    beside = {_number(blocks[near]) for near in (index - 1, index + 1) if 0 <= near < len(blocks)}
    return (hangs and bool(_DASH.match(text))) or (
        number is not None and (hangs or bool(beside & {number - 1, number + 1}))
    )


def _number(block: Block) -> int | None:
    found = _NUMBER.match(block[0].line.text)
    return int(found[1]) if found else None


def _is_inset(block: Block, type_: Type) -> bool:
    """Set in from both sides."""
    margin = min(min(part.line.left - part.left, part.right - part.line.right) for part in block)
    return len(block) > 1 and margin > 0.9 * type_.size and block[0].line.size == type_.size


def _unmarked(runs: list[Run]) -> list[Run]:
    """The runs less the bullet; a number says something and stays."""
    first = runs[0].text.lstrip()
    mark = _MARK.match(first) or _DASH.match(first)
    return [Run(first[mark.end() :] if mark else first, runs[0].styles), *runs[1:]]


def _text(block: Block, breaks: Breaks) -> str:
    return "".join(run.text for run in _runs(block, breaks)).strip()


def _runs(block: Block, breaks: Breaks) -> list[Run]:
    joined: list[Word] = []
    for part in block:
        first, *rest = part.line.words
        first = first._replace(space=True)
        if joined and breaks.are_in(joined[-1].text):
            whole = breaks.weld(joined[-1].text, first.text)
            if " " not in whole:
                joined[-1] = joined[-1]._replace(text=whole)
                joined += rest
                continue
        joined += [first, *rest]
    return [Run(" " * word.space + word.text, frozenset(word.style.split())) for word in joined]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
