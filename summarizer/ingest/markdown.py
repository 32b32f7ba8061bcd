"""Markdown (CommonMark and tables), read from markdown-it's tokens; front matter in YAML goes into `Meta`."""

import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from summarizer.document import Dropped, Meta, Piece
from summarizer.errors import FormatError
from summarizer.ingest import _rebuild_lines
from summarizer.ingest._front_matter import front_matter
from summarizer.ingest._markdown_inline import Inline
from summarizer.ingest._pieces import Run, pieces
from summarizer.job import Result
from summarizer.press.characters import clean
from summarizer.source import Source

if TYPE_CHECKING:
    from markdown_it.token import Token

EXTENSIONS = (".md", ".markdown", ".mdown", ".mkd")
MEDIA_TYPES = ("text/markdown", "text/x-markdown")

_DEEPEST = 100  # lists and quotes inside each other; what is deeper is lost, and the stack ends at about 200
_NOTE = re.compile(r"^\[\^[^\]\n]+\]:[^\n]*(?:\n(?:[ \t]+[^\n]*|[ \t]*(?=\n[ \t]+\S)))*\n?", re.MULTILINE)
_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style)\b.*?(?:</\1\s*>|\Z)|</?[A-Za-z][^<>]*>", re.DOTALL | re.IGNORECASE
)


def read(source: Source) -> Iterator[Piece | Dropped | Meta]:
    """Yield the blocks in order. Raises `FormatError` when there is no text."""
    text, said = front_matter(clean(source.text()))
    yield from said
    text, notes = _NOTE.sub("", text), [found[0] for found in _NOTE.finditer(text)]
    empty = True
    for piece in _pieces(text):
        empty = False
        yield piece
    if empty:
        name = source.name or source.origin or "the text"
        raise FormatError(f"{name} holds no text", "give a file that holds a text")
    yield from (Dropped("notes", " ".join(note.split())) for note in notes)


def rebuild(source: Source, result: Result) -> bytes:
    """The text with its blocks translated; front matter and notes as they were."""
    text = source.text()
    body, _ = front_matter(text)
    return (text[: len(text) - len(body)] + _rebuild_lines.markdown(body, result)).encode()


def _pieces(text: str) -> Iterator[Piece | Dropped]:
    from markdown_it import MarkdownIt

    walk = _Walk()
    for token in MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table").parse(text):
        yield from walk.take(token)


class _Walk:
    """Where in the document the next token stands."""

    def __init__(self) -> None:
        self._lists: list[int | None] = []  # the next number of each list that is open; None: bullets
        self._items: list[str] = []  # the number of each item that is open, "" for a bullet
        self._quotes = 0
        self._heading = 0
        self._cell = False
        self._place = [0, 0, 0]  # table, row, column

    def take(self, token: "Token") -> Iterator[Piece | Dropped]:
        """What the token gives."""
        if token.type == "inline":
            yield from self._inline(token)
        elif token.type in ("fence", "code_block"):
            yield from pieces("code", [Run(token.content.strip("\n"))])
        elif token.type == "html_block":
            yield from self._flowing([Run(html.unescape(_TAG.sub(" ", token.content)))])
        else:
            self._move(token)

    def _inline(self, token: "Token") -> Iterator[Piece | Dropped]:
        found = Inline(token.children or ())
        if self._heading:
            yield from pieces("heading", found.runs, self._heading)
        elif self._cell:
            yield from pieces("cell", found.runs, anchor="t{}r{}c{}".format(*self._place))
        else:
            yield from self._flowing(found.runs)
        yield from found.dropped

    def _flowing(self, runs: list[Run]) -> Iterator[Piece]:
        if self._items:
            yield from pieces("item", runs, len(self._items) - 1, self._items[-1])
        else:
            yield from pieces("quote" if self._quotes else "paragraph", runs)

    def _move(self, token: "Token") -> None:
        opens = token.nesting > 0
        name = token.type.removesuffix("_open").removesuffix("_close")
        if name in ("bullet_list", "ordered_list"):
            self._list(token, opens=opens)
        elif name == "list_item":
            self._item(opens=opens)
        elif name == "blockquote":
            self._quotes += token.nesting
        elif name == "heading":
            self._heading = int(token.tag[1]) if opens else 0
        elif name in ("table", "tr", "th", "td"):
            self._table(name, opens=opens)

    def _list(self, token: "Token", *, opens: bool) -> None:
        if opens:
            self._lists.append(int(token.attrs.get("start", 1)) if token.type == "ordered_list_open" else None)
        else:
            self._lists.pop()

    def _item(self, *, opens: bool) -> None:
        if not opens:
            self._items.pop()
            return
        number = self._lists[-1]
        self._items.append("" if number is None else f"{number}.")
        self._lists[-1] = None if number is None else number + 1

    def _table(self, name: str, *, opens: bool) -> None:
        self._cell = opens and name in ("th", "td")
        if opens:
            level = {"table": 0, "tr": 1}.get(name, 2)
            self._place = [*self._place[:level], self._place[level] + 1, *[0] * (2 - level)]
