"""Lines in reading order to blocks: a paragraph ends by its indent, its gap, its short last line or another type."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from summarizer.ingest._pdf_columns import Column
from summarizer.ingest._pdf_lines import Line
from summarizer.press.breaks import ends_sentence, goes_on

MARKS = "•●◦▪▫■□‣⁃∙►▶✓✔➤"  # what only a list item begins with; a dash or a number may begin any wrapped line
_WIDER = 1.15  # of the usual step between lines: TeX parts paragraphs by 1.22 steps, superscripts shift one by 1.05
_OTHER_STEP = 1.45  # ems, for type of another size, whose own step is not known
_ITEM = re.compile(rf"[{MARKS}]|[-–—*] |\(?(?:\d{{1,3}}|[a-zа-я])[.)] ")
_INDENT = (0.7, 5.0)  # ems, of a paragraph's first line


class Placed(NamedTuple):
    """A line with the edges of its column; `turn`: it is the column's first."""

    line: Line
    left: float
    right: float
    edge: float  # where its text is wrapped: `right`, or less in an inset of three lines or more
    turn: bool


@dataclass(frozen=True, slots=True)
class Type:
    """How the text is set: size of the body, step between its lines, first-line indent (0: none), bold or not."""

    size: float
    step: float
    indent: float
    bold: bool


def placed(columns: Iterable[Column]) -> Iterator[Placed]:
    """The lines of the columns with their edges."""
    for column in columns:
        for index, (line, edge) in enumerate(zip(column.lines, _edges(column), strict=True)):
            yield Placed(line, column.left, column.right, edge, index == 0)


def _edges(column: Column) -> list[float]:
    found: list[float] = []
    inset: list[Line] = []
    for line in (*column.lines, None):
        if line is not None and (not inset or abs(line.left - inset[-1].left) < 2):
            inset.append(line)
            continue
        is_inset = len(inset) > 2 and inset[0].left - column.left > 2
        right = max(part.right for part in inset) if is_inset else column.right
        found += [right] * len(inset)
        inset = [line] if line is not None else []
    return found


def type_of(columns: Sequence[Column]) -> Type:
    """What most letters of the text are set in."""
    sizes: Counter[float] = Counter()
    bold = 0
    for line in (line for column in columns for line in column.lines):
        sizes[line.size] += len(line.text)
        bold += len(line.text) if line.bold else 0
    size = sizes.most_common(1)[0][0]
    steps: Counter[float] = Counter()
    indents: Counter[int] = Counter()
    for column in columns:
        body = [line for line in column.lines if line.size == size]
        steps.update(round((above.base - below.base) * 2) / 2 for above, below in pairwise(body))
        indents.update(_first_indents(column))
    common = indents.most_common(2)
    indent = next((value for value, count in common if count > 1 and value > _INDENT[0] * size), 0)
    return Type(size, _usual_step(steps, size), indent, bold * 2 > sizes.total())


def _usual_step(steps: Counter[float], size: float) -> float:
    """The smallest step that is common: with many paragraphs of one line, the steps between them are more common."""
    likely = {step: count for step, count in steps.items() if step > 0.8 * size}
    most = max(likely.values(), default=0)
    return min((step for step, count in likely.items() if count >= 0.2 * most), default=1.2 * size)


def _first_indents(column: Column) -> Iterator[int]:
    """How far lines begin to the right of the lines above and below them, in points."""
    for above, line, below in zip(column.lines, column.lines[1:], column.lines[2:], strict=False):
        alone = above.left - column.left < 1 and below.left - column.left < 1
        if alone and not _ITEM.match(above.text) and not _ITEM.match(below.text):
            yield round(line.left - column.left)


def blocks(lines: Iterable[Placed], type_: Type) -> Iterator[list[Placed]]:
    """The lines that belong together."""
    block: list[Placed] = []
    for line in lines:
        if block and _begins(block, line, type_):
            yield block
            block = []
        block.append(line)
    if block:
        yield block


def _begins(block: list[Placed], after: Placed, type_: Type) -> bool:
    before = block[-1]
    if _is_other_type(before.line, after.line) or after.line.text[0] in MARKS:
        return True
    if after.turn or after.line.base > before.line.base:
        return not _goes_over(before, after, type_)
    return _is_far(before.line, after.line, type_) or _is_indented(block, after, type_) or _is_short(before, after)


def _is_other_type(before: Line, after: Line) -> bool:
    if abs(before.size - after.size) > 0.06 * before.size:
        return True
    return before.bold != after.bold and before.words[-1].style != after.words[0].style


def _is_far(before: Line, after: Line, type_: Type) -> bool:
    other = max(_OTHER_STEP, _WIDER * type_.step / type_.size)
    usual = type_.step * _WIDER if after.size == type_.size else after.size * other
    return before.base - after.base > usual


def _is_indented(block: list[Placed], after: Placed, type_: Type) -> bool:
    before, size = block[-1], after.line.size
    deeper = after.line.left - before.line.left
    if _INDENT[0] * size < deeper < _INDENT[1] * size:
        return len(block) > 1 or not _ITEM.match(before.line.text)  # a list item's second line hangs
    if len(block) > 1 and deeper < -_INDENT[0] * size:
        return True  # back from an inset
    both = abs(before.line.left - before.left - type_.indent) < 2 and abs(deeper) < 2
    return bool(type_.indent) and both and not _ITEM.match(block[0].line.text)


def _is_short(before: Placed, after: Placed) -> bool:
    """The line ends although the next word had room on it."""
    return _has_room(before, after) and not goes_on(after.line.text)


def _has_room(before: Placed, after: Placed) -> bool:
    word = after.line.words[0]
    return before.line.right + (word.right - word.left) + 0.6 * before.line.size < before.edge


def _goes_over(before: Placed, after: Placed, type_: Type) -> bool:
    """The paragraph goes on in the next column: the sentence does, or the type says so."""
    indented = after.line.left - after.left > _INDENT[0] * after.line.size
    if indented or _has_room(before, after):
        return goes_on(after.line.text) and not ends_sentence(before.line.text)
    return bool(type_.indent) or not ends_sentence(before.line.text)
