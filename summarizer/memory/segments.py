"""A segment of a project: a sentence of the source, what stands for it, and how far that is."""

import json
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from summarizer.document import Document, Kind
from summarizer.job import Passage, Tie
from summarizer.memory.packed import pack, ties_in

State = Literal["new", "draft", "edited", "approved"]
COLUMNS = "number, text, state, origin, score, confidence, cut, signature, ties, alternatives, version"


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """`version` grows with every change, over the whole project: who changes a segment says which one they saw."""

    number: int
    source: str
    kind: Kind
    block: int
    text: str = ""
    state: State = "new"
    origin: str = ""  # source, model, memory, person
    score: float | None = None
    confidence: float | None = None  # 0 to 1
    cut: bool = False
    signature: str = ""
    ties: tuple[Tie, ...] = ()
    alternatives: tuple[str, ...] = ()
    version: int = 0

    def passage(self) -> Passage:
        """What stands for the sentence in a result: the draft, or the source where there is none yet."""
        if self.state == "new":
            return Passage(self.source, (self.number,), self.block, origin="source")
        return Passage(
            self.text,
            (self.number,),
            self.block,
            cut=self.cut,
            origin=self.origin,
            score=self.score,
            alternatives=self.alternatives,
            approved=self.state == "approved",
            ties=self.ties,
            confidence=self.confidence,
        )


class Wanted(NamedTuple):
    """What a person makes of a segment."""

    what: str  # edit, approve, reopen
    text: str
    state: State
    origin: str


class Content(NamedTuple):
    """What a change of a segment changes, and what undoing it brings back."""

    text: str
    state: State
    origin: str
    score: float | None
    cut: bool
    signature: str
    confidence: float | None = None
    ties: tuple[Tie, ...] = ()

    @classmethod
    def of(cls, segment: Segment) -> "Content":
        """What the segment holds now."""
        return cls(*(getattr(segment, name) for name in cls._fields))

    @classmethod
    def unpack(cls, text: str) -> "Content":
        """What `pack` made of one."""
        *values, ties = json.loads(text)
        given = dict(zip(cls._fields, values, strict=False))  # older files have no confidence
        return cls(**given, ties=tuple(Tie(*one) for one in ties))

    def pack(self) -> str:
        """As JSON."""
        return pack(self)

    def changed(self, wanted: Wanted) -> "Content":
        """What it is after the change: another wording has no score and no word links any more."""
        after = self._replace(text=wanted.text, state=wanted.state, origin=wanted.origin)
        return after if wanted.text == self.text else after._replace(score=None, confidence=None, cut=False, ties=())

    def row(self) -> tuple[Any, ...]:
        """The columns, in the order of the fields."""
        return (*self[:-1], pack(self.ties))


def segment_in(row: tuple[Any, ...], document: Document) -> Segment:
    """A row of `COLUMNS` as a segment of the document."""
    number, text, state, origin, score, confidence, cut, signature, ties, alternatives, version = row
    block = document.sentences[number].block
    return Segment(
        number=number,
        source=document.sentence_text(number),
        kind=document.blocks[block].kind,
        block=block,
        text=text,
        state=state,
        origin=origin,
        score=score,
        confidence=confidence,
        cut=bool(cut),
        signature=signature,
        ties=ties_in(ties),
        alternatives=tuple(json.loads(alternatives)),
        version=version,
    )
