"""A result laid out again along the blocks of its document; what the textual formats share."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from summarizer import inline
from summarizer.document import Block
from summarizer.export import _opening
from summarizer.job import Passage, Result

TAGS = {"bold": "b", "italic": "i", "code": "code"}  # of HTML, by kind of mark


class Laid(NamedTuple):
    """A block of the original with the passages that stand for it."""

    block: Block
    passages: tuple[Passage, ...]

    @property
    def text(self) -> str:
        """The passages as running text."""
        return " ".join(passage.text for passage in self.passages if passage.text)


def blocks(result: Result) -> Iterator[Laid]:
    """The blocks of a translation that have passages, in order."""
    for index, passages in groupby(result.passages, key=lambda passage: passage.block):
        yield Laid(result.document.blocks[index], tuple(passages))


def is_table(laid: Laid) -> bool:
    """Whether the block is a table's cell."""
    return laid.block.kind == "cell"


def rows(cells: list[Laid]) -> list[list[str]]:
    """Cells (with anchors like `t0r1c2`) as the rows of their table; a cell without an anchor is a row of its own."""
    table: list[list[str]] = []
    last = None
    for cell in cells:
        row = cell.block.anchor.rpartition("c")[0]
        if last is None or row != last or not row:
            table.append([])
        table[-1].append(cell.text)
        last = row
    return table


def remarks(result: Result) -> Iterator[tuple[str, str]]:
    """What stands at the end of a result: how bad and where, and the message; guessed formatting comes last."""
    for finding in result.findings:
        where = "" if finding.passage is None else f" [{finding.passage + 1}]"
        yield f"{finding.severity}{where}", finding.message
    guessed = inline.guessed(result) if result.job.task == "translate" else 0
    if guessed:
        yield "note", f"{guessed} inline marks (bold, italic, links) stand by their place in the sentence only"


def is_link(target: str) -> bool:
    """Whether it leads somewhere without running anything."""
    return target.startswith(("http://", "https://", "mailto:"))


def is_left(passage: Passage) -> bool:
    """Whether the source's own sentence stands for a draft that was too uncertain; code never had a draft to doubt."""
    return passage.origin == "source" and passage.confidence is not None


def evidence(result: Result, passage: Passage) -> str:
    """The source sentences of a passage, as they stand."""
    return result.document.sentences_text(passage.sentences)


def is_doubtful(result: Result, index: int) -> bool:
    """Whether the passage is a translation that nothing could replace: its original belongs beside it."""
    return any(finding.check == "original" and finding.passage == index for finding in result.findings)


def shown(result: Result, index: int) -> str:
    """A digest passage's text, a doubtful one with its original beside it."""
    passage = result.passages[index]
    if not is_doubtful(result, index):
        return passage.text
    return f"{passage.text} [{_opening.words(result)['beside']}: {evidence(result, passage)}]"
