"""What is asked (`Job`), what is seen on the way (`Step`), what comes out (`Result`)."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from summarizer.document import Document, Lang

Length = Literal["short", "medium", "long"]
Form = Literal["paragraph", "points", "headline", "card"]
Severity = Literal["note", "warning", "error"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """All that a caller may choose; the only options object."""

    task: Literal["digest", "translate"] = "translate"
    to: Lang | None = (
        None  # None: translate into the other language; a digest into the reader's, else the article's own
    )
    length: Length = "medium"  # about 60, 120, 250 words, at most a third of the article
    form: Form = "paragraph"
    model: str | None = None  # the translator; None: the best in models.yaml that is on this machine
    digest_model: str | None = None  # None: extractive
    glossary: Path | None = None
    memory: Path | None = None
    alternatives: int = 0
    compress: bool = False  # of a digest: its sentences without parentheses, asides, places of saying
    floor: float = 0.0  # a draft of less confidence is not put in its sentence's place; one without a confidence is


class Tie(NamedTuple):
    """A word of a passage (`target_*`, offsets into its text) and a word of the document that it came from.

    A word's first tie is to the word that it came from most, others follow; `weight` is 0 to 1.
    """

    start: int
    stop: int
    target_start: int
    target_stop: int
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of output and the source sentences (indices into `Document.sentences`) it came from."""

    text: str
    sentences: tuple[int, ...]
    block: int
    cut: bool = False  # the model stopped at its limit: the text is not whole
    origin: str = ""  # source, shortened, model, memory, person
    score: float | None = None
    alternatives: tuple[str, ...] = ()
    approved: bool = False  # by a person
    ties: tuple[Tie, ...] = ()  # empty where the engine does not know, or a person wrote
    confidence: float | None = None  # 0 to 1: how likely the draft is a good one; None: nobody knows


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check says; `source` are offsets into the document's text, `target` into the passage's text."""

    check: str
    message: str
    passage: int | None
    severity: Severity = "warning"
    source: tuple[int, int] | None = None
    target: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """The passages of a finished job, what the checks found, and the signature of what made it."""

    job: Job
    document: Document
    passages: tuple[Passage, ...]
    findings: tuple[Finding, ...] = ()
    signature: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A tick of a running job; the last one (`done`) carries the result."""

    stage: Literal["load", "write", "check", "done"]
    done: int = 0
    total: int = 0
    passage: Passage | None = None
    result: Result | None = None
    ready: int = 0  # further steps that come without a wait: of the same window of a translation
