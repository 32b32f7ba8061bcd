"""Plain text: paragraphs and lists. What is a title or a heading is said by `press.tidy`, for every format alike."""

import re
from collections.abc import Iterator
from itertools import pairwise

from summarizer.document import Dropped, Meta, Piece
from summarizer.errors import FormatError
from summarizer.ingest import _rebuild_lines
from summarizer.job import Result
from summarizer.press.lines import paragraphs
from summarizer.press.shapes import bullet, is_script, number_of
from summarizer.source import Source

EXTENSIONS = (".txt", ".text")
MEDIA_TYPES = ("text/plain",)

_SURE = re.compile(r"[•●◦▪▫■□‣⁃∙·►▶✓✔➤]")  # a mark that nothing but a list item begins with
_SPEECH = re.compile(r"\?$|[,.!?…] [-–] [a-zа-яё]")  # dialogue typed with hyphens: "- No, - he said."


def read(source: Source) -> Iterator[Piece | Dropped | Meta]:
    """Yield the paragraphs and items. Raises `FormatError` when there is no text."""
    texts = paragraphs(source.text())
    if not texts:
        raise FormatError(f"{source.name or source.origin or 'the text'} is empty", "give a file that holds a text")
    for run in _runs(texts):
        if is_script(run[0]):
            yield from (Piece("code", text) for text in run)  # kept, but neither translated nor digested
            continue
        items = _is_list(run)
        for text in run:
            mark = bullet(text) if items else ""
            anchor = mark.strip() if number_of(text) is not None and mark else ""
            yield Piece("item" if mark else "paragraph", text[len(mark) :], anchor=anchor)


def rebuild(source: Source, result: Result) -> bytes:
    """The text with its paragraphs translated, each on one line; blank lines and marks as they were."""
    return _rebuild_lines.plain(source.text(), result).encode()


def _runs(texts: list[str]) -> Iterator[list[str]]:
    """Paragraphs in a row that begin with the same sort of mark, or with none."""
    run: list[str] = []
    for text in texts:
        if run and _sort(run[-1]) != _sort(text):
            yield run
            run = []
        run.append(text)
    if run:
        yield run


def _sort(text: str) -> str:
    if is_script(text):
        return "script"
    mark = bullet(text).strip()
    return "1" if number_of(text) is not None else mark


def _is_list(run: list[str]) -> bool:
    """Whether the marks are those of a list: a lone dash opens a line of speech, a lone number a heading."""
    if not bullet(run[0]):
        return False
    if _SURE.match(run[0]):
        return True
    if len(run) < 2 or any(_SPEECH.search(text) for text in run):
        return False
    numbers = [number_of(text) for text in run]
    if None in numbers:
        return True
    return all(b == a + 1 for a, b in pairwise(numbers) if a is not None and b is not None)
