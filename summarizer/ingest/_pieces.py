"""Runs of formatted text, as they come out of a marked-up format, made into pieces."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from summarizer.document import Dropped, Kind, Mark, Meta, Piece
from summarizer.errors import NoArticleError

BREAK = "\u2028"  # a line break that was meant; a newline in markup is only white space

_SPACE = re.compile(r"\s+")
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff\x00-\x08\x0e-\x1b\x7f]")
_RULE = re.compile(r"[\s*•·~#_=—–―⁂-]+")  # a line of these parts scenes, it says nothing
_FLOWING = frozenset({"paragraph", "item", "quote"})


class Run(NamedTuple):
    """Text with one formatting: `styles` of bold, italic, code; `link` an address."""

    text: str
    styles: frozenset[str] = frozenset()
    link: str = ""


@dataclass(slots=True)
class _Span:
    start: int
    stop: int
    kind: str
    target: str


def pieces(kind: Kind, runs: Iterable[Run], level: int = 0, anchor: str = "") -> Iterator[Piece]:
    """The piece that the runs make, if they say anything; two line breaks in a row part a paragraph into several.

    Anchors after the first are numbered: p12, p12.1. Code keeps its lines, also empty ones (see `finish`).
    """
    if kind == "code":
        yield Piece("code", _code(runs), level, (), anchor)
        return
    parts = _parted(runs) if kind in _FLOWING else [list(runs)]
    count = 0
    for part in parts:
        text, marks = _flowed(part)
        if text and (kind == "cell" or not _RULE.fullmatch(text)):
            yield Piece(kind, text, level, marks, numbered(anchor, count))
            count += 1


def cells(runs: Iterable[Run], anchor: str, filled: Counter[str]) -> Iterator[Piece]:
    """The pieces of one paragraph in a table's cell; `filled` counts, over the paragraphs, what stands in each cell."""
    for piece in pieces("cell", runs, 0, anchor):
        yield piece._replace(anchor=numbered(anchor, filled[anchor]))
        filled[anchor] += 1


def numbered(anchor: str, count: int) -> str:
    """The anchor of the `count`-th piece that stands in one place."""
    return f"{anchor}.{count}" if anchor and count else anchor


def plain(runs: Iterable[Run]) -> str:
    """The text alone, white space single."""
    return _flowed(runs)[0]


def joined(items: Iterable[Piece | Dropped | Meta]) -> str:
    """The texts of the pieces in one line, for what is left out."""
    return " ".join(item.text for item in items if isinstance(item, Piece) and item.text)


def finish(items: Iterable[Piece | Dropped | Meta], name: str) -> Iterator[Piece | Dropped | Meta]:
    """The items with code lines that follow each other made one piece; raises `NoArticleError` when nothing is said."""
    code: list[Piece] = []
    said = False
    for item in items:
        if isinstance(item, Piece) and item.kind == "code":
            code.append(item)
            continue
        said = said or isinstance(item, Piece)
        if isinstance(item, Piece):
            yield from _block(code)
            code = []
        yield item
    last = list(_block(code))
    yield from last
    if not said and not last:
        raise NoArticleError(f"{name} holds no text", "if it holds pictures of pages, recognise their text first (OCR)")


def _block(code: list[Piece]) -> Iterator[Piece]:
    text = "\n".join(piece.text for piece in code).strip("\n")
    if text.strip():
        yield code[0]._replace(text=text)


def _code(runs: Iterable[Run]) -> str:
    text = _INVISIBLE.sub("", "".join(run.text for run in runs).replace(BREAK, "\n"))
    return "\n".join(line.rstrip() for line in text.splitlines())


def _parted(runs: Iterable[Run]) -> Iterator[list[Run]]:
    current: list[Run] = []
    broken = False
    for run in runs:
        for number, text in enumerate(run.text.split(BREAK)):
            if number and broken:
                yield current
                current = []
            elif number:
                current.append(Run(" "))
                broken = True
            broken = broken and not text.strip()
            current.append(run._replace(text=text))
    yield current


def _flowed(runs: Iterable[Run]) -> tuple[str, tuple[Mark, ...]]:
    parts: list[str] = []
    placed: list[tuple[int, int, Run]] = []
    length, spaced = 0, True
    for run in runs:
        words = _SPACE.sub(" ", _INVISIBLE.sub("", run.text))
        words = words.removeprefix(" ") if spaced else words
        if words:
            parts.append(words)
            placed.append((length, length + len(words), run))
            length += len(words)
            spaced = words.endswith(" ")
    text = "".join(parts)
    return text.rstrip(), tuple(sorted(_marks(text, placed)))


def _marks(text: str, placed: list[tuple[int, int, Run]]) -> Iterator[Mark]:
    spans: list[_Span] = []
    last: dict[str, _Span] = {}
    for start, stop, run in placed:
        for kind, target in [*((style, "") for style in sorted(run.styles)), *([("link", run.link)] * bool(run.link))]:
            span = last.get(kind)
            if span and span.target == target and not text[span.stop : start].strip():
                span.stop = stop
            else:
                last[kind] = span = _Span(start, stop, kind, target)
                spans.append(span)
    for span in spans:
        inner = text[span.start : span.stop]
        if inner.strip():
            start = span.start + len(inner) - len(inner.lstrip())
            yield Mark(start, start + len(inner.strip()), span.kind, span.target)
