"""Subtitles written back: numbers, times, settings and notes as they were, two lines a cue."""

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from summarizer.ingest._cues import runs_of
from summarizer.ingest._pieces import plain
from summarizer.ingest._refill import Slot, fill
from summarizer.inline import Drafted
from summarizer.job import Result

_WIDTH = 42  # characters of a line: the common limit of broadcasters for Latin and Cyrillic alike
_TIMES = re.compile(r"[ \t]*(?:\d{1,4}:)?\d{1,2}:\d{1,2}[.,]\d{1,3}[ \t]*-->.*")
_DASH = re.compile(r"\s*[-–—] ?")


@dataclass(slots=True)
class _Cue:
    """A `Slot`: some lines of a cue."""

    lines: list[str]
    start: int
    stop: int
    text: str
    begun: bool = False  # with a dash, as a speaker's line in a cue of two

    def parts(self) -> list[Slot]:
        """The lines that begin with a dash, one a speaker."""
        starts = [n for n in range(self.start, self.stop) if _DASH.match(_bare(self.lines[n]))]
        if self.begun or not starts:
            return []
        bounds = [*dict.fromkeys([self.start, *starts]), self.stop]
        return [_Cue(self.lines, a, b, _text(self.lines[a:b]), begun=True) for a, b in pairwise(bounds)]

    def put(self, drafted: Drafted) -> None:
        """Write the draft in at most as many lines as reading allows: two, of about equal length where it is long."""
        wrapped = [drafted.text] if self.begun else _wrapped(drafted.text)
        lead, tail = _tags(self.lines[self.start : self.stop])
        self.lines[self.start] = lead + "\n".join(wrapped) + tail
        for number in range(self.start + 1, self.stop):
            self.lines[number] = "\0"


def rebuild(text: str, result: Result) -> str:
    """The file's text with the drafts in its cues; a cue in one pair of tags keeps them."""
    end = "\r\n" if "\r\n" in text else "\n"
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    fill(_cues(lines), result)
    return end.join("\n".join(line for line in lines if line != "\0").split("\n"))


def _cues(lines: list[str]) -> Iterator[Slot]:
    starts = [number + 1 for number, line in enumerate(lines) if _TIMES.match(line)]
    for start in starts:
        stop = start
        while stop < len(lines) and lines[stop].strip() and stop + 1 not in starts:
            stop += 1
        if stop > start:
            yield _Cue(lines, start, stop, _text(lines[start:stop]))


def _wrapped(text: str) -> list[str]:
    """Two lines of about equal length; more only where a draft is longer than two lines hold."""
    if len(text) <= _WIDTH:
        return [text]
    for width in range(-(-len(text) // 2), _WIDTH):
        lines = textwrap.wrap(text, width, break_long_words=False)
        if len(lines) <= 2:
            return lines
    return textwrap.wrap(text, _WIDTH, break_long_words=False)


def _text(lines: list[str]) -> str:
    return plain(runs_of("\n".join(lines)))


def _bare(line: str) -> str:
    return "".join(run.text for run in runs_of(line))


def _tags(lines: list[str]) -> tuple[str, str]:
    """The tags that hold all of the text."""
    found = re.fullmatch(r"\s*(<([biu])>)(.*)(</\2>)\s*", "\n".join(lines), re.DOTALL)
    return (found[1], found[4]) if found and f"<{found[2]}>" not in found[3] else ("", "")
