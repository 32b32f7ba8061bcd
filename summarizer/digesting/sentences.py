"""A digest in the other language, from the article's own sentences: each is translated, and one whose translation
cannot be trusted gives its place to the next best.

A reader who does not know the article's language cannot see that a translation went wrong, and a digest need not have
one sentence rather than another: here, other than in a translation, a bad draft can be left out.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from summarizer import repair, tasks
from summarizer.compression import Short
from summarizer.document import Document
from summarizer.engine.model import Model
from summarizer.job import Finding, Job, Passage, Result, Step
from summarizer.tasks import digest
from summarizer.version import __version__

_FIRST = 1  # passages translated at first: the reader waits for them
_GROUP = 4  # then: enough for a batch
_ROUNDS = 3  # of replacements; each asks for as many as are still wanted
_WEIGHTS = {"error": 3, "warning": 1, "note": 0}
_REJECTED = 10  # from here on: the checks found more than a name that may be lost
# mean log-probability of a token under which a sentence gives way to one that the model is surer of. Swept -1.2 to -0.6
# with svodka-ruen on digest_gold.dev, short (2026-11-28): at -0.7 facts found 33.3 to 34.8% (en-ru), 25.9 to 30.9%
# (ru-en), chrF2 32.5 to 33.1 and 37.3 to 37.8. To reject lost names too cost 1.5 and 0 points of facts, 0.8 and 1.2 of
# chrF2: a fact or two of 69 and 81, paid so that no name is lost in silence
LEAST_SCORE = -0.7


@dataclass(slots=True)
class _Draft:
    """A passage of the digest with how bad the checks find it, and whether the model was sure of it."""

    passage: Passage
    weight: int
    rejected: bool
    unsure: bool

    @property
    def is_good(self) -> bool:
        return not self.weight and not self.unsure


@dataclass(slots=True)
class _Work:
    short: Short
    job: Job
    model: Model
    kept: list[Passage] = field(default_factory=list)
    doubtful: list[_Draft] = field(default_factory=list)
    replaced: list[Passage] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)  # what was put right on the way

    @property
    def document(self) -> Document:
        """The article itself."""
        return self.short.whole

    @property
    def read(self) -> Document:
        """What is translated: the article, its sentences shortened where the job asks for it."""
        return self.short.document


def translated(document: Document, job: Job, model: Model) -> Iterator[Step]:
    """Yield a step a passage, as soon as it is ready; the result has the order of the text.

    What the checks reject after further hypotheses is replaced by the next best sentences of the article; where none
    passes, it is given with a finding that quotes its original.
    """
    work = _Work(digest.shortened(document, job), job, model)
    groups = digest.groups(work.read, job)
    for passage in _first_tries(work, groups):
        work.kept.append(passage)
        yield Step(stage="write", done=len(work.kept), total=len(groups), passage=passage)
    for passage in _others(work):
        work.kept.append(passage)
        yield Step(stage="write", done=len(work.kept), total=len(groups), passage=passage)
    passages = _in_form(work)
    signature = f"digest|{digest.method(job)}|model:{model.signature}{_count(work)}|v:{__version__}"
    findings = (*work.findings, *_passed_over(work), *_beside(work, passages), *digest.left_out(work.short, passages))
    result = Result(job=job, document=document, passages=passages, findings=findings, signature=signature)
    yield Step(stage="done", done=len(passages), total=len(passages), result=result)


def _in_form(work: _Work) -> tuple[Passage, ...]:
    passages = tuple(sorted(work.kept, key=lambda passage: passage.sentences))
    to = digest.target(work.document, work.job)
    return digest.card(work.read, passages, to) if work.job.form == "card" else passages


def _first_tries(work: _Work, groups: Sequence[tuple[int, ...]]) -> Iterator[Passage]:
    at, size = 0, _FIRST
    while at < len(groups):
        for draft in _drafts(work, groups[at : at + size]):
            if draft.is_good:
                yield draft.passage
            else:
                work.doubtful.append(draft)
        at, size = at + size, _GROUP


def _others(work: _Work) -> Iterator[Passage]:
    """What stands for the doubtful passages: the next best of the article that pass, else they themselves."""
    reserves = digest.reserves(work.read, work.job) if work.doubtful else []
    work.doubtful.sort(key=lambda draft: (draft.weight, draft.unsure))
    for _ in range(_ROUNDS):
        wanted = len(work.doubtful)
        ready, reserves = reserves[:wanted], reserves[wanted:]
        for draft in _drafts(work, ready):
            if draft.is_good and work.doubtful:
                work.replaced.append(work.doubtful.pop().passage)
                yield draft.passage
    yield from (draft.passage for draft in work.doubtful)


def _drafts(work: _Work, groups: Sequence[tuple[int, ...]]) -> list[_Draft]:
    """The groups translated in one go, with further hypotheses where the checks reject the first."""
    if not groups:
        return []
    numbers = [number for group in groups for number in group]
    part = replace(work.read, sentences=tuple(work.read.sentences[n] for n in numbers))
    asked = replace(work.job, task="translate", alternatives=repair.HYPOTHESES)
    steps = tasks.task("translate").run(part, asked, work.model)
    written = [step.passage for step in steps if step.passage is not None]
    placed = [replace(passage, sentences=(n,)) for passage, n in zip(written, numbers, strict=True)]
    better = dict(zip(numbers, repair.improved(placed, work.read, asked, work.model, careful=True), strict=True))
    return [_draft(work, [better[n] for n in group], asked) for group in groups]


def _tied(passage: Passage, place: Callable[[int, int], tuple[int, int]]) -> Passage:
    """The passage with the sources of its ties where `place` finds them."""
    spans = (place(tie.start, tie.stop) for tie in passage.ties)
    ties = (tie._replace(start=a, stop=b) for (a, b), tie in zip(spans, passage.ties, strict=True))
    return replace(passage, ties=tuple(ties))


def _draft(work: _Work, parts: list[Passage], job: Job) -> _Draft:
    numbers = tuple(n for part in parts for n in part.sentences)
    passage = joined(replace(parts[0], sentences=numbers, alternatives=()), parts)
    unsure = passage.score is not None and passage.score < LEAST_SCORE
    weight = sum(distrust(part, work.read, job) for part in parts)
    return _Draft(_tied(passage, work.short.spread), weight, weight >= _REJECTED, unsure)


def distrust(passage: Passage, document: Document, job: Job) -> int:
    """How far a translated sentence is from one to rely on: a name that it may have lost is 1, a rejection is more."""
    found = repair.found_in(passage, document, job)
    lost = any(f.check == "names" and f.severity == "note" for f in found)
    return lost + _REJECTED * sum(_WEIGHTS[f.severity] for f in found)


def joined(digest_passage: Passage, parts: Sequence[Passage]) -> Passage:
    """The translated sentences of one digest passage, as one passage with the digest's evidence."""
    scores = [part.score for part in parts if part.score is not None]
    return replace(
        digest_passage,
        text=" ".join(part.text for part in parts),
        cut=any(part.cut for part in parts),
        origin="model" if any(part.origin == "model" for part in parts) else digest_passage.origin,
        score=min(scores) if scores else None,
    )


def _count(work: _Work) -> str:
    return f"|replaced:{len(work.replaced)}" if work.replaced else ""


def _passed_over(work: _Work) -> Iterator[Finding]:
    for passage in work.replaced:
        first, last = (work.document.sentences[n] for n in (passage.sentences[0], passage.sentences[-1]))
        message = f"passed over, its translation cannot be trusted: {_quoted(work.document, passage)}"
        yield Finding("replacement", message, None, "note", (first.start, last.stop))


def _beside(work: _Work, passages: Sequence[Passage]) -> Iterator[Finding]:
    """A finding for every passage that the checks reject and nothing could replace: its original, to be read beside."""
    rejected = {draft.passage.sentences for draft in work.doubtful if draft.rejected}
    for index, passage in enumerate(passages):
        if passage.sentences in rejected:
            first, last = (work.document.sentences[n] for n in (passage.sentences[0], passage.sentences[-1]))
            message = f"this translation cannot be trusted; the original: {_quoted(work.document, passage)}"
            yield Finding("original", message, index, "warning", (first.start, last.stop), (0, len(passage.text)))


def _quoted(document: Document, passage: Passage) -> str:
    return f"“{' '.join(document.sentence_text(n) for n in passage.sentences)}”"


def checked(result: Result, check: Callable[[Result], Iterable[Finding]]) -> tuple[Finding, ...]:
    """What `check` finds; a translation of shortened sentences is held against those, not against the whole ones."""
    job = result.job
    if job.task != "digest" or job.digest_model is not None or job.to in {None, result.document.lang}:
        return tuple(check(result))
    short = digest.shortened(result.document, job)
    passages = tuple(_tied(passage, short.within) for passage in result.passages)
    found = check(replace(result, document=short.document, passages=passages))
    return tuple(replace(f, source=f.source and short.spread(*f.source)) for f in found)
