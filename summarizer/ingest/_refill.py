"""A file written back with its text translated: paragraphs are found again by their words, everything else stays.

`Slot` is a paragraph of a container that can be given another text. A paragraph is known by its words alone, so that
whatever stands around it, and whatever a reader left out, is never touched.
"""

import logging
import re
from collections import defaultdict, deque
from collections.abc import Iterable
from typing import Protocol

from summarizer.inline import Drafted, drafts
from summarizer.job import Result

_LOG = logging.getLogger(__name__)
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff\x00-\x08\x0e-\x1b\x7f]")
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

    Words that stand in several places (a title, a running head) are translated in all of them.
    """
    waiting: defaultdict[str, deque[Drafted]] = defaultdict(deque)
    for number, drafted in drafts(result):
        waiting[even(result.document.block_text(number))].append(drafted)
    placed: dict[int, Drafted] = {}
    for slot in slots:
        _fill(slot, waiting, placed)
    every = {id(drafted): drafted for queue in waiting.values() for drafted in queue}
    lost = sum(1 for number, drafted in every.items() if number not in placed and not drafted.is_left)
    if lost:
        _LOG.warning("%d of %d paragraphs were not found again in the file and keep their own words", lost, len(every))


def _fill(slot: Slot, waiting: dict[str, deque[Drafted]], placed: dict[int, Drafted]) -> None:
    queue = waiting.get(even(slot.text))
    if queue is None:
        for part in slot.parts():
            _fill(part, waiting, placed)
        return
    drafted = next((one for one in queue if id(one) not in placed), queue[-1])
    placed[id(drafted)] = drafted
    if not drafted.is_left:
        slot.put(drafted)
