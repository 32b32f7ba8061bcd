"""A file written back with its text translated: paragraphs are found again by their words, everything else stays.

`Slot` is a paragraph of a container that can be given another text. A paragraph is known by its words alone, so that
whatever stands around it, and whatever a reader left out, is never touched.
"""

import logging
import re
from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from typing import Protocol

from summarizer.inline import Drafted, drafts
from summarizer.job import Result

_LOG = logging.getLogger(__name__)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\x00-\x08\x0e-\x1b\x7f]")
_NEAR = 6  # paragraphs within which a block was put together: two halves, and what stood between them
_SPACE = re.compile(r"\s+")


class Slot(Protocol):
    """A paragraph of the container."""

    @property
    def text(self) -> str:
        """Its text, white space even."""

    def parts(self) -> "list[Slot]":
        """The paragraphs that line breaks make of it, where it is more than one."""

    def put(self, drafted: Drafted) -> None:
        """Write the draft in place of the text, with its formatting."""


def even(text: str) -> str:
    """Single spaces, none at the ends, nothing invisible: how two texts are compared."""
    return _SPACE.sub(" ", _INVISIBLE.sub("", text)).strip()


def fill(slots: Iterable[Slot], result: Result) -> None:
    """Put every block's draft into the paragraph with the block's words; says in the log how many blocks found none.

    Words that stand in several places (a title, a running head) are translated in all of them. A block that a reader
    put together from several paragraphs, or took the note references from, is found by its letters alone.
    """
    filling = _Filling(result)
    for slot in slots:
        filling.take(slot)
    filling.join()
    lost = sum(not drafted.is_left for _, drafted in filling.unplaced())
    if lost:
        every = sum(len(queue) for queue in filling.waiting.values())
        _LOG.warning("%d of %d paragraphs were not found again in the file and keep their own words", lost, every)


class _Filling:
    """The drafts by their blocks' words, those that have their place, and the paragraphs that said no block's words."""

    def __init__(self, result: Result) -> None:
        self.waiting: defaultdict[str, deque[Drafted]] = defaultdict(deque)
        for number, drafted in drafts(result):
            self.waiting[even(result.document.block_text(number))].append(drafted)
        self._placed: set[int] = set()
        self._over: list[Slot] = []
        self._blank = Drafted(result, 0, ())

    def unplaced(self) -> list[tuple[str, Drafted]]:
        """Every block's words and draft that no paragraph has taken."""
        every = [(text, drafted) for text, queue in self.waiting.items() for drafted in queue]
        return [(text, drafted) for text, drafted in every if id(drafted) not in self._placed]

    def take(self, slot: Slot) -> None:
        """Put the draft of its words into the paragraph, or those of its parts into them."""
        queue = self.waiting.get(even(slot.text))
        if queue is not None:
            self._put(slot, next((one for one in queue if id(one) not in self._placed), queue[-1]))
            return
        parts = slot.parts()
        for part in parts:
            self.take(part)
        if not parts:
            self._over.append(slot)

    def join(self) -> None:
        """Into the first of the paragraphs whose letters a block has, one after the other, its draft; the rest go."""
        over = [(letters(slot.text), slot) for slot in self._over]
        for text, drafted in self.unplaced():
            wanted = letters(text)
            run = next((run for n in range(len(over)) if (run := _run(over[n : n + _NEAR], wanted))), [])
            for number, slot in enumerate(run):
                self._put(slot, self._blank if number else drafted, is_left=drafted.is_left)
            over = [one for one in over if one[1] not in run]

    def _put(self, slot: Slot, drafted: Drafted, *, is_left: bool | None = None) -> None:
        self._placed.add(id(drafted))
        if not (drafted.is_left if is_left is None else is_left):
            slot.put(drafted)


def letters(text: str) -> str:
    """The letters of a text alone: note references, hyphens and the space around them are not."""
    return "".join(char for char in text.lower() if char.isalpha())


def _run(paragraphs: Sequence[tuple[str, Slot]], wanted: str) -> list[Slot]:
    """The paragraphs, the first of the given ones among them, whose letters together are the wanted; none otherwise."""
    found, left = [], wanted
    for own, slot in paragraphs:
        if own and left.startswith(own):
            found.append(slot)
            left = left[len(own) :]
        if not found or not left:
            break
    return found if not left else []
