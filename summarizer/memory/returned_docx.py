"""The targets of a bilingual Word table that comes back from an editor, tracked changes accepted."""

import re
from collections.abc import Iterator
from itertools import chain

from summarizer import exchange
from summarizer.errors import FormatError
from summarizer.ingest.docx import main_part
from summarizer.memory.returning import Read, Target
from summarizer.safe_xml import Element, local
from summarizer.source import Source

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HINT = "export it again as bilingual-docx, and keep its columns"
_COLUMNS = 5
# What is not text, or is text no more: deleted runs, field instructions, properties, drawings with their boxes.
_SKIPPED = frozenset(
    ["del", "moveFrom", "pPr", "rPr", "tcPr", "sdtPr", "sdtEndPr", "drawing", "pict", "object", "Fallback"]
)
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


def read(data: bytes, name: str) -> Read:
    """The rows whose first cell holds an id. Raises `FormatError` where no table has one."""
    _, root = main_part(Source(data=data, name=name))
    tables = [rows for rows in map(list, map(_rows, root.iter(f"{_W}tbl"))) if any(map(_label, rows))]
    if not tables:
        raise FormatError(f"{name} holds no table of a project's segments", _HINT)
    heads = [rows[0] for rows in tables if _label(rows[0]) is None]
    targets: list[Target] = []
    odd: list[tuple[int, str]] = []
    for line, row in enumerate(chain.from_iterable(tables), 1):  # an editor may have split the table
        found = _target(row, line, odd) if row not in heads else None
        targets += [found] if found else []
    return Read(tuple(targets), tuple(odd))


def _target(row: Element, line: int, odd: list[tuple[int, str]]) -> Target | None:
    cells = _cells(row)
    label = _label(row)
    if label is None or len(cells) != _COLUMNS:
        why = "its first cell is no segment's id" if label is None else f"it has {len(cells)} cells, not {_COLUMNS}"
        odd += [(line, f"{why}: {' | '.join(cells)!r}")] if any(map(str.strip, cells)) else []
        return None
    _, source, text, word, note = cells
    state = exchange.state_named(word)
    if state is None and word.strip():
        odd.append((line, f"the state {word.strip()!r} is none of this table's"))
    number, checksum = label
    return Target(
        number,
        source,
        text,
        is_approved=state == "approved",
        line=line,
        checksum=checksum,
        is_undone=state == "new",
        note=note,
        is_trimmed=True,
    )


def _label(row: Element) -> tuple[int, str] | None:
    cells = _cells(row)
    return exchange.of_label(cells[0]) if cells else None


def _rows(table: Element) -> Iterator[Element]:
    """Rows, also those in content controls; not those whose deletion is tracked, not those of a table in a cell."""
    for child in table:
        if local(child) in {"sdt", "sdtContent", "customXml"}:
            yield from _rows(child)
        elif local(child) == "tr" and child.find(f"{_W}trPr/{_W}del") is None:
            yield child


def _cells(row: Element) -> list[str]:
    found: list[str] = []
    for child in row:
        if local(child) in {"sdt", "sdtContent", "customXml"}:
            found += _cells(child)
        elif local(child) == "tc":
            found.append("".join(_texts(child)).removesuffix("\n"))
    return found


def _texts(element: Element) -> Iterator[str]:
    """The text in order, each paragraph ended by a line break unless its end was deleted."""
    for child in element:
        tag = local(child)
        if tag in _SKIPPED or not tag:
            continue
        if tag in {"t", "sym"}:
            yield _symbol(child) if tag == "sym" else child.text or ""
        elif tag in _CHARACTERS:
            yield _CHARACTERS[tag]
        elif tag != "instrText":
            yield from _texts(child)
        if tag == "p" and child.find(f"{_W}pPr/{_W}rPr/{_W}del") is None:
            yield "\n"


def _symbol(element: Element) -> str:
    code = element.get(f"{_W}char") or ""
    return chr(int(code, 16)) if re.fullmatch("[0-9A-Fa-f]{1,5}", code) else ""
