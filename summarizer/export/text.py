"""The result alone: a digest's sentences, a draft's blocks; nothing around them."""

from summarizer.export import _layout
from summarizer.job import Result

EXTENSION = ".txt"


def render(result: Result) -> bytes:
    """UTF-8 text; blocks are separated by an empty line, table cells by tabs."""
    body = _digest(result) if result.job.task == "digest" else _draft(result)
    return f"{body}\n".encode()


def _digest(result: Result) -> str:
    separator = " " if result.job.form == "paragraph" else "\n"
    return separator.join(_layout.shown(result, n) for n in range(len(result.passages)))


def _draft(result: Result) -> str:
    parts: list[str] = []
    cells: list[_layout.Laid] = []
    for laid in _layout.blocks(result):
        if _layout.is_table(laid):
            cells.append(laid)
            continue
        parts += _table(cells)
        cells = []
        parts.append(laid.text)
    return "\n\n".join(parts + _table(cells))


def _table(cells: list[_layout.Laid]) -> list[str]:
    return ["\n".join("\t".join(row) for row in _layout.rows(cells))] if cells else []
