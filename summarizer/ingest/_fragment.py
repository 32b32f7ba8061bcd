"""A piece of HTML as a program sends it: all of its text is meant, none is boilerplate."""

from lxml import html

from summarizer.document import Piece
from summarizer.ingest._rebuild_html import GRAMMAR
from summarizer.ingest._refill import fill
from summarizer.ingest._refill_tree import slots
from summarizer.job import Result


class Fragment:
    """Markup whose paragraphs can be read and filled."""

    def __init__(self, text: str) -> None:
        self._root = html.fragment_fromstring(text, create_parent="div")
        self._slots = list(slots(self._root, GRAMMAR, lambda element: str(element.tag)))

    def pieces(self) -> list[Piece]:
        """A piece for every paragraph, in order."""
        return [Piece("paragraph", slot.text) for slot in self._slots if slot.text]

    def filled(self, result: Result) -> str:
        """The markup with the drafts in it."""
        fill(self._slots, result)
        whole: str = html.tostring(self._root, encoding="unicode")
        return whole[len("<div>") : -len("</div>")]
