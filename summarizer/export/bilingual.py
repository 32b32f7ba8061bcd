"""A Markdown table of source and draft, a row a sentence: for reading one against the other."""

from summarizer.export import _layout, _opening
from summarizer.job import Passage, Result

EXTENSION = ".md"


def render(result: Result) -> bytes:
    """UTF-8 Markdown: the opening, then the table."""
    labels = _opening.words(result)
    head = [f"| # | {labels['source']} | {labels['target']} |", "| ---: | --- | --- |"]
    rows = [_row(n, result, passage) for n, passage in enumerate(result.passages, 1)]
    return ("\n\n".join([*_opening.lines(result), "\n".join(head + rows)]) + "\n").encode()


def _row(n: int, result: Result, passage: Passage) -> str:
    return f"| {n} | {_cell(_layout.evidence(result, passage))} | {_cell(passage.text)} |"


def _cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("\n", "<br>")
