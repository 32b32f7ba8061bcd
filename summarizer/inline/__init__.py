"""Bold, italic, links and the like, from a text to its translation: a marked run goes where its words went.

Word links come from the engine where it gives them; where it does not, or a person wrote the draft, figures, names in
the same letters and the run's place in the sentence decide.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple, TypeAlias

from summarizer.document import Document, Mark
from summarizer.job import Passage, Result, Tie

Span: TypeAlias = tuple[int, int]
_WORD = re.compile(r"\S+")
_STOPS = frozenset(",.;:!?…")
_QUOTES = frozenset('«»“”„"()[]')


class Run(NamedTuple):
    """A stretch of a draft under the same marks (their places are those of the source)."""

    text: str
    marks: tuple[Mark, ...] = ()


class Carried(NamedTuple):
    """Where a run stands in the draft; `sure` is False where only its place in the sentence was known."""

    start: int
    stop: int
    sure: bool


def runs(document: Document, passage: Passage) -> tuple[Run, ...]:
    """The passage's text under the marks of the sentences it came from; nothing of the text is left out."""
    placed = _placed(document, passage)
    edges = sorted({0, len(passage.text), *(edge for one, _ in placed for edge in (one.start, one.stop))})
    found = []
    for start, stop in pairwise(edges):
        over = tuple(mark for one, mark in placed if one.start <= start and stop <= one.stop)
        found.append(Run(passage.text[start:stop], over))
    return tuple(found)


def guessed(result: Result) -> int:
    """How many marks of a draft stand where they do only because of their place in the sentence."""
    return sum(not one.sure for passage in result.passages for one, _ in _placed(result.document, passage))


def _placed(document: Document, passage: Passage) -> list[tuple[Carried, Mark]]:
    """The passage's marks with their places in its text."""
    block = document.blocks[passage.block]
    if not block.marks or not passage.sentences or not passage.text or block.kind == "code":
        return []
    start, stop = _span(document, passage)
    inside = [
        (max(block.start + m.start, start) - start, min(block.start + m.stop, stop) - start, m) for m in block.marks
    ]
    cut = [(a, b, mark) for a, b, mark in inside if a < b]
    ties = [tie._replace(start=tie.start - start, stop=tie.stop - start) for tie in passage.ties]
    source = document.text[start:stop]
    if source == passage.text:
        return [(Carried(a, b, sure=True), mark) for a, b, mark in cut]
    places = carry([(a, b) for a, b, _ in cut], source, passage.text, ties)
    return [(place, mark) for place, (_, _, mark) in zip(places, cut, strict=True)]


def carry(spans: Sequence[Span], source: str, draft: str, ties: Sequence[Tie]) -> list[Carried]:
    """The place of each span of `source` in `draft`, in order; every span gets one, however short.

    A span over the whole source covers the whole draft. Words that the draft has with the same letters or figures count
    before links, links before the place.
    """
    return [_carry(span, source, draft, ties) for span in spans]


def _carry(span: Span, source: str, draft: str, ties: Sequence[Tie]) -> Carried:
    text = source[span[0] : span[1]]
    if source == draft:
        return Carried(*span, sure=True)
    if text.strip() == source.strip():
        return Carried(0, len(draft), sure=True)
    at = _only_place(text, draft)
    if at is not None:
        return Carried(at, at + len(text), sure=True)
    first = {tie.target_start: tie for tie in reversed(ties)}.values()
    words = [(tie.target_start, tie.target_stop) for tie in first if tie.start < span[1] and span[0] < tie.stop]
    run = _densest(words, draft)
    if run is not None:
        return Carried(*_without_edges(run, draft, text), sure=True)
    return Carried(*_without_edges(_by_place(span, source, draft), draft, text), sure=False)


def _only_place(text: str, draft: str) -> int | None:
    """Where the text stands in the draft letter for letter, if only once."""
    found = [match.start() for match in re.finditer(rf"(?<!\w){re.escape(text)}(?!\w)", draft)] if text.strip() else []
    return found[0] if len(found) == 1 else None


def _densest(words: Iterable[Span], draft: str) -> Span | None:
    """The longest run of linked words, a gap of one word allowed: a stray link far off does not stretch it."""
    order = {span: n for n, span in enumerate(match.span() for match in _WORD.finditer(draft))}
    numbers = sorted(order[word] for word in set(words) if word in order)
    places = list(order)
    runs = list(_runs(numbers))
    if not runs:
        return None
    best = max(runs, key=len)
    return places[best[0]][0], places[best[-1]][1]


def _runs(numbers: Sequence[int]) -> Iterator[list[int]]:
    run: list[int] = []
    for number in numbers:
        if run and number - run[-1] > 2:
            yield run
            run = []
        run.append(number)
    if run:
        yield run


def _by_place(span: Span, source: str, draft: str) -> Span:
    """As many words as the span has, as far into the draft as the span is into the source."""
    before = len(_WORD.findall(source[: span[0]]))
    inside = max(1, len(_WORD.findall(source[span[0] : span[1]])))
    whole = max(1, len(_WORD.findall(source)))
    words = [match.span() for match in _WORD.finditer(draft)]
    if not words:
        return 0, len(draft)
    first = min(round(before / whole * len(words)), len(words) - 1)
    last = min(first + max(1, round(inside / whole * len(words))), len(words)) - 1
    return words[first][0], words[last][1]


def _without_edges(run: Span, draft: str, text: str) -> Span:
    """The run without the punctuation at its ends, where the marked text has none there either."""
    start, stop = run
    while start + 1 < stop and _is_loose(draft[start], text[:1]):
        start += 1
    while start + 1 < stop and _is_loose(draft[stop - 1], text[-1:]):
        stop -= 1
    return start, stop


def _is_loose(char: str, own: str) -> bool:
    """Whether a sign at the edge is none of the run's: a stop or comma where it has none, a quote where it has none."""
    return (char in _STOPS and own not in _STOPS) or (char in _QUOTES and own not in _QUOTES)


class Drafted:
    """The draft of one block: its text, and where a span of the block's text went."""

    def __init__(self, result: Result, number: int, passages: Sequence[Passage]) -> None:
        document = result.document
        self._start = document.blocks[number].start
        self._parts: list[tuple[Span, int, Passage]] = []  # where in the block, where in the draft, which passage
        text, last = "", None
        found: list[Run] = []
        for passage in passages:
            start, stop = _span(document, passage)
            gap = document.text[last:start] if last is not None else ""
            found += [Run(gap)] if gap else []
            found += runs(document, passage)
            text += gap
            self._parts.append(((start, stop), len(text), passage))
            text, last = text + passage.text, stop
        self.text = text
        self.runs = tuple(found)
        self._document = document
        self.is_left = all(passage.origin == "source" for passage in passages)

    def places(self, span: Span) -> list[Span]:
        """Where the span (offsets into the block's text) went: one place for each sentence that it touches."""
        found = []
        for (start, stop), at, passage in self._parts:
            a = max(self._start + span[0], start) - start
            b = min(self._start + span[1], stop) - start
            if a < b:
                ties = [tie._replace(start=tie.start - start, stop=tie.stop - start) for tie in passage.ties]
                (place,) = carry([(a, b)], self._document.text[start:stop], passage.text, ties)
                found.append((at + place.start, at + place.stop))
        return found

    def after(self, offset: int, source: str) -> int:
        """Where something goes that stands at this offset of the block's text: after the word that it stands behind."""
        for (_, stop), at, passage in self._parts:
            if self._start + offset in (stop, stop + 1):
                return at + len(passage.text)
        words = [match.span() for match in _WORD.finditer(source[:offset])]
        if not words:
            return 0
        if offset >= len(source.rstrip()):
            return len(self.text)
        places = self.places(words[-1])
        if not places:
            return len(self.text)
        end = re.compile(r"\S*").match(self.text, places[-1][1])
        return end.end() if end else places[-1][1]


def drafts(result: Result) -> Iterator[tuple[int, Drafted]]:
    """Every block that has passages, with its draft."""
    for number, passages in groupby(result.passages, key=lambda passage: passage.block):
        yield number, Drafted(result, number, tuple(passages))


def _span(document: Document, passage: Passage) -> Span:
    return document.sentences[passage.sentences[0]].start, document.sentences[passage.sentences[-1]].stop
