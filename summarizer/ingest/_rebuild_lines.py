"""Plain text and Markdown written back: marks of lists, quotes and headings, blank lines and line ends as they were."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from summarizer.ingest._markdown_inline import Inline
from summarizer.ingest._pieces import plain as plain_runs
from summarizer.ingest._refill import Slot, even, fill
from summarizer.inline import Drafted
from summarizer.inline.markdown import markdown as as_markdown
from summarizer.job import Result
from summarizer.press.hyphens import broken
from summarizer.press.shapes import bullet

_ENDS = re.compile(r"\r\n|\n|\r")
_MOST_LINES = 200  # of one paragraph
Write = Callable[[Drafted], str]


def _text(drafted: Drafted) -> str:
    return drafted.text


def _markdown(drafted: Drafted) -> str:
    return as_markdown(drafted.runs)


@dataclass(slots=True)
class _Lines:
    """The lines of a file with their ends; an edited one has its new text, a swallowed one is None."""

    lines: list[str]
    ends: list[str]
    edited: dict[int, str | None] = field(default_factory=dict)

    @classmethod
    def of(cls, text: str) -> "_Lines":
        return cls(_ENDS.split(text), [*_ENDS.findall(text), ""])

    def whole(self) -> str:
        """The file's text."""
        parts = []
        for number, (line, end) in enumerate(zip(self.lines, self.ends, strict=True)):
            text = self.edited.get(number, line)
            parts += [] if text is None else [text + end]
        return "".join(parts)

    def replace(self, start: int, stop: int, text: str) -> None:
        """One line in place of several; the last one's end stays."""
        self.edited[start] = text
        for number in range(start + 1, stop):
            self.edited[number] = None
        self.ends[start] = self.ends[stop - 1]


@dataclass(slots=True)
class _Span:
    """A `Slot` of whole lines: `before` and `after` are what stands around the words, such as a list's mark."""

    file: _Lines
    start: int
    stop: int
    text: str
    before: str
    after: str = ""
    write: Write = _text
    smaller: list[Slot] = field(default_factory=list)

    def parts(self) -> list[Slot]:
        """Its lines one by one."""
        return self.smaller

    def put(self, drafted: Drafted) -> None:
        """Write the draft as one line."""
        self.file.replace(self.start, self.stop, self.before + self.write(drafted) + self.after)


@dataclass(slots=True)
class _Cell:
    """A `Slot` in the line of a table's row."""

    file: _Lines
    line: int
    text: str
    content: str

    def parts(self) -> list[Slot]:
        """A cell is one."""
        return []

    def put(self, drafted: Drafted) -> None:
        """Write the draft between the bars."""
        row = self.file.edited.get(self.line) or self.file.lines[self.line]
        at = re.search(rf"(?<![^|\s]){re.escape(self.content)}(?=\s*(?:\||$))", row)
        if at:
            self.file.edited[self.line] = row[: at.start()] + _markdown(drafted) + row[at.end() :]


def plain(text: str, result: Result) -> str:
    """The text with its paragraphs in the other language, each on one line."""
    file = _Lines.of(text)
    fill(_paragraphs(file, result), result)
    return file.whole()


def _paragraphs(file: _Lines, result: Result) -> Iterator[Slot]:
    """Runs of lines that say what a block of the result says, longest first."""
    wanted = {even(result.document.block_text(number)) for number in range(len(result.document.blocks))}
    number = 0
    while number < len(file.lines):
        span = _longest(file, number, wanted) if file.lines[number].strip() else None
        if span is not None:
            yield span
        number = span.stop if span is not None else number + 1


def _longest(file: _Lines, start: int, wanted: set[str]) -> _Span | None:
    first = file.lines[start]
    lead = first[: len(first) - len(first.lstrip())]
    best = None
    for mark in dict.fromkeys(("", bullet(first.strip()))):
        text = first.strip()[len(mark) :]
        for stop in range(start + 1, min(start + _MOST_LINES, len(file.lines)) + 1):
            if even(text) in wanted and (best is None or stop > best.stop):
                best = _Span(file, start, stop, text, lead + mark)
            line = file.lines[stop].strip() if stop < len(file.lines) else ""
            if not line:
                break
            text = text[:-1] + line if broken(text) else f"{text} {line}"
    return best


def markdown(text: str, result: Result) -> str:
    """The text with its paragraphs, headings, items and cells in the other language."""
    file = _Lines.of(text)
    fill(_blocks(file, "\n".join(file.lines)), result)
    return file.whole()


def _blocks(file: _Lines, text: str) -> Iterator[Slot]:
    from markdown_it import MarkdownIt

    in_cell = False
    for token in MarkdownIt("commonmark").enable("table").parse(text):
        in_cell = token.type in ("th_open", "td_open") or (in_cell and token.type == "inline")
        if token.type == "inline" and token.map:
            words = plain_runs(Inline(token.children or ()).runs)
            start, stop = token.map
            if in_cell:
                yield _Cell(file, start, words, token.content)
            else:
                yield _span(file, (start, stop), words, token.content)


def _span(file: _Lines, place: tuple[int, int], words: str, content: str) -> _Span:
    start, stop = place
    inner = content.split("\n")
    stop = min(stop, start + len(inner))
    first, last = file.lines[start], file.lines[stop - 1]
    before = first[: max(0, first.find(inner[0].strip()))]
    end = inner[stop - start - 1].rstrip()
    after = last[last.rfind(end) + len(end) :] if end else ""
    return _Span(file, start, stop, words, before, after.rstrip(), _markdown)
