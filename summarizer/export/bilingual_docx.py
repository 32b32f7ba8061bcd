"""A Word table of source and draft, a row a sentence, for an editor without a translator's program; read back by id."""

import io
from typing import Any

from summarizer import exchange
from summarizer.document import Lang
from summarizer.export import _opening, _units, _word, _word_grid
from summarizer.inline import Run
from summarizer.job import Result

EXTENSION = ".docx"

_WIDTHS = (21, 89, 89, 27, 41)  # mm: A4 across, less its margins of 15 mm
_TITLES: dict[Lang, tuple[str, ...]] = {
    "en": ("No.", "Source", "Draft", "State", "Note"),
    "ru": ("№", "Оригинал", "Черновик", "Статус", "Заметка"),
}
_HOW: dict[Lang, str] = {
    "en": "Edit the drafts, set the state to “{approved}” where one is done; leave the first two columns as they are.",
    "ru": "Правьте черновики; где готово, поставьте статус «{approved}»; первые два столбца не меняйте.",
}


def render(result: Result) -> bytes:
    """A file that `memory.take_in` reads. Raises `UsageError` for a digest."""
    source, target = _units.languages(result)
    units = list(_units.units(result))
    document = _word.new(target, _opening.title(result))
    _word_grid.turn(document, margin=15)
    styles = _word_grid.styles(document, source)
    states = exchange.STATES[target]
    for line in (*_opening.lines(result), _HOW[target].format(**states)):
        _word.paragraph(document, "Caption", [Run(line)])
    for cells, unit in zip(_word_grid.grid(document, _TITLES[target], len(units), _WIDTHS), units, strict=True):
        _row(cells, unit, states, styles)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _row(cells: list[Any], unit: _units.Unit, states: dict[str, str], styles: _word_grid.Styles) -> None:
    target = list(unit.target) if unit.is_drafted else []
    draft = "".join(run.text for run in target)
    notes = "\n".join(exchange.remark(finding.severity, finding.message) for finding in unit.findings)
    given = (
        (styles.small, [Run(exchange.label(unit.number, draft))]),
        (styles.foreign, list(unit.source)),
        (styles.plain, target),
        (styles.small, [Run(states[unit.state])]),
        (styles.small, [Run(notes)]),
    )
    for cell, (style, runs) in zip(cells, given, strict=True):
        _word_grid.put(cell, style, runs)
