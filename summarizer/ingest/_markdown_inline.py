"""The inline tokens of one Markdown block as runs of formatted text."""

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from summarizer.document import Dropped
from summarizer.ingest._pieces import BREAK, Run

if TYPE_CHECKING:
    from markdown_it.token import Token

_STYLES = {"em": "italic", "strong": "bold"}
_REFERENCE = re.compile(r"\[\^[^\]\s]+\]")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_RAISED = re.compile(r"<sup[\s>]", re.IGNORECASE)
_FIGURES = re.compile(r"\[?\d{1,3}\]?")


class Inline:
    """The runs of a block and what was left out of them: pictures and note references.

    A hard line break parts a paragraph in two, for `press.tidy` to join again where it falls inside a sentence.
    """

    def __init__(self, tokens: Iterable["Token"]) -> None:
        self.runs: list[Run] = []
        self.dropped: list[Dropped] = []
        self._styles: list[str] = []
        self._links: list[str] = []
        self._raised = False
        for token in tokens:
            self._take(token)

    def _take(self, token: "Token") -> None:
        name, _, side = token.type.rpartition("_")
        if name in _STYLES:
            self._nest(self._styles, _STYLES[name], opens=side == "open")
        elif name == "link":
            self._nest(self._links, str(token.attrs.get("href", "")), opens=side == "open")
        elif token.type == "html_inline":
            self._tag(token.content)
        elif token.type == "image":
            if token.content.strip():
                self.dropped.append(Dropped("picture", token.content))
        elif token.type == "code_inline":
            self._add(token.content, "code")
        else:
            self._text({"softbreak": " ", "hardbreak": BREAK * 2}.get(token.type, token.content))

    @staticmethod
    def _nest(stack: list[str], name: str, *, opens: bool) -> None:
        if opens:
            stack.append(name)
        elif stack:
            stack.pop()

    def _tag(self, tag: str) -> None:
        self._raised = bool(_RAISED.match(tag))
        if _BREAK.match(tag):
            self._add(BREAK * 2)

    def _text(self, text: str) -> None:
        references = [text] if self._raised and _FIGURES.fullmatch(text) else _REFERENCE.findall(text)
        self.dropped += [Dropped("note reference", reference) for reference in references]
        self._add("" if references == [text] else _REFERENCE.sub("", text))

    def _add(self, text: str, *styles: str) -> None:
        link = self._links[-1] if self._links else ""
        self.runs.append(Run(text, frozenset((*self._styles, *styles)), link))
