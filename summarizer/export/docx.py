"""Word documents: a draft with headings, lists, quotes, tables and links; a digest with the sentences it rests on."""

import io
from itertools import groupby
from typing import Any

from summarizer import inline
from summarizer.export import _layout, _opening, _word
from summarizer.inline import Run
from summarizer.job import Result

EXTENSION = ".docx"


def render(result: Result) -> bytes:
    """A file of Word's built-in styles, in the language of the result."""
    document = _word.new(result.job.to or result.document.lang, _opening.title(result))
    _introduce(document, result)
    if result.job.task == "digest":
        _digest(document, result)
    else:
        _draft(document, result)
    _remarks(document, result)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _introduce(document: Any, result: Result) -> None:
    """What this was made from and by what, in small type above the text."""
    meta = result.document.meta
    label = _opening.words(result)["original"]
    origin = _opening.provenance(meta)
    for line in (f"{label}: {origin}" if origin else "", meta.url, _opening.notice(result)):
        if line:
            _word.paragraph(document, "Caption", [Run(line)])


def _digest(document: Any, result: Result) -> None:
    texts = [f"{passage.text} [{number}]" for number, passage in enumerate(result.passages, 1)]
    if result.job.form == "headline" and texts:
        _word.paragraph(document, "Title", [Run(texts.pop(0))])
    if result.job.form == "paragraph":
        _word.paragraph(document, "Normal", [Run(" ".join(texts))])
    else:
        for text in texts:
            _word.paragraph(document, "List Bullet", [Run(text)])
    _word.paragraph(document, "Heading 2", [Run(_opening.words(result)["evidence"])])
    for passage in result.passages:
        _word.paragraph(document, "List Number", [Run(_layout.evidence(result, passage))])


def _draft(document: Any, result: Result) -> None:
    for is_table, group in groupby(_layout.blocks(result), key=_layout.is_table):
        laid = list(group)
        if is_table:
            _word.table(document, _layout.rows(laid))
        else:
            for one in laid:
                _word.paragraph(document, _style(one), _runs(result, one))


def _style(laid: _layout.Laid) -> str:
    block = laid.block
    match block.kind:
        case "title":
            return "Title"
        case "heading":
            return f"Heading {min(max(block.level or 2, 1), 6)}"
        case "item":
            return ("List Bullet", "List Bullet 2", "List Bullet 3")[min(block.level, 2)]
        case "quote":
            return "Quote"
        case "code":
            return _word.CODE
        case _:
            return "Normal"


def _runs(result: Result, laid: _layout.Laid) -> list[Run]:
    """The sentences of a block with a space between them."""
    given: list[Run] = []
    for passage in laid.passages:
        if passage.text:
            given += [Run(" ")] if given else []
            given += inline.runs(result.document, passage)
    return given


def _remarks(document: Any, result: Result) -> None:
    lines = [f"{head}: {message}" for head, message in _layout.remarks(result)]
    if lines:
        _word.paragraph(document, "Heading 2", [Run(_opening.words(result)["findings"])])
    for line in lines:
        _word.paragraph(document, "List Bullet", [Run(line)])
