"""Running heads and feet, page numbers and footnotes: what stands at the edges of a page and is no part of the text."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from summarizer.document import Dropped
from summarizer.ingest._pdf_columns import Column
from summarizer.ingest._pdf_lines import RAISED, Line, without_marks

_EDGE = 0.13  # of the page's height: heads of A4, Letter and A5 pages stand in the outer 5 to 11 per cent
_SAME_PLACE = 3.0  # points
_NUMBER = re.compile(
    r"[\W_]*(?:(?:page|p\.|стр\.?|страница|с\.)\s*)?(?:\d{1,4}|[ivxlc]{1,7})(?:\s*(?:/|of|из)\s*\d{1,4})?[\W_]*",
    re.IGNORECASE,
)
_BROWSER = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d{2}(?: [AP]M)?\b|(?:https?|file)://\S+(?: \d+/\d+)?$")
_NOTE = re.compile(r"\[?([⁰¹²³⁴⁵⁶⁷⁸⁹]+|[*†‡]+|\d{1,3}(?=[\].)]? ))")
_RAISED = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_SMALL = 0.92  # of the body's size: footnotes are set in 7 to 9 points under a text of 9 to 12


def without_heads(pages: Sequence[tuple[float, list[Line]]]) -> tuple[list[list[Line]], list[Dropped]]:
    """The runs of each page (height, runs) less heads, feet and page numbers; each form of them is said once."""
    repeated = _repeated(pages)
    kept: list[list[Line]] = []
    dropped: dict[str, Dropped] = {}
    for height, runs in pages:
        heads = list(_heads(height, runs, repeated))
        kept.append([run for run in runs if run not in heads])
        for run in heads:
            reason = "page number" if _NUMBER.fullmatch(run.text) else "running head"
            dropped.setdefault(_form(run.text), Dropped(reason, run.text))
    return kept, list(dropped.values())


def _repeated(pages: Sequence[tuple[float, list[Line]]]) -> set[tuple[str, int]]:
    """What stands in one place on three pages, or on two of a short text: its form, its height in thirds of a step."""
    counts: Counter[tuple[str, int]] = Counter()
    for height, runs in pages:
        forms = {(_form(run.text), round(run.base / _SAME_PLACE)) for run in runs if _at_edge(height, run)}
        counts.update({(form, place + step) for form, place in forms for step in (-1, 0, 1)})
    enough = 2 if len(pages) < 5 else 3
    return {key for key, count in counts.items() if count >= enough}


def _heads(height: float, runs: Sequence[Line], repeated: set[tuple[str, int]]) -> Iterator[Line]:
    outer = [run for run in runs if _at_edge(height, run)]
    rows = {round(run.base) for run in runs}
    for run in outer:
        seen = (_form(run.text), round(run.base / _SAME_PLACE)) in repeated
        outermost = round(run.base) in (max(rows), min(rows))
        if _NUMBER.fullmatch(run.text):
            if outermost and (seen or _is_apart(run, runs)):
                yield run
        elif seen or (outermost and _BROWSER.match(run.text)):
            yield run


def _at_edge(height: float, run: Line) -> bool:
    return run.base < _EDGE * height or run.base > (1 - _EDGE) * height


def _is_apart(run: Line, runs: Sequence[Line]) -> bool:
    """Nothing but itself stands on the line and near it."""
    return all(abs(other.base - run.base) > 1.8 * run.size for other in runs if other is not run)


def _form(text: str) -> str:
    """The text with every number made one sign."""
    if re.fullmatch(r"[ivxlc]{1,7}", text):
        return "#"
    return re.sub(r"\d+", "#", text.casefold())


def split_notes(columns: Sequence[Column], body: float) -> tuple[list[Column], list[str]]:
    """The columns of a page less the footnotes at their ends, and the notes.

    Notes are small lines; the first begins with a mark that the text above refers to. The marks go with the notes.
    """
    text = " ".join(line.text for column in columns for line in column.lines if line.size >= _SMALL * body)
    kept: list[Column] = []
    notes: list[str] = []
    for column in columns:
        first = _first_note(column.lines, body, text)
        notes += (line.text for line in column.lines[first:])
        kept.append(replace(column, lines=column.lines[:first]))
    marks = frozenset(found[0] for note in notes if (found := _RAISED.match(_as_raised(note))))
    return [replace(part, lines=tuple(without_marks(line, marks) for line in part.lines)) for part in kept], notes


def _first_note(lines: Sequence[Line], body: float, text: str) -> int:
    start = len(lines)
    while start and lines[start - 1].size < _SMALL * body:
        start -= 1
    marked = (index for index in range(start, len(lines)) if _is_note(lines[index].text, text))
    return next(marked, len(lines))


def _is_note(line: str, text: str) -> bool:
    found = _NOTE.match(line)
    if not found:
        return False
    number = found[1]
    raised = _as_raised(number)
    return any(mark in text for mark in (raised, f"[{number}]", f"({number})"))


def _as_raised(text: str) -> str:
    return text.translate(RAISED)
