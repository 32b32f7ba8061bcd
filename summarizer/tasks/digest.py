"""The digest: sentences of the article, whole or shortened, each its own evidence; or a model's words, each sentence
with the source sentences that support it."""

from collections.abc import Iterable, Iterator, Sequence

from summarizer import compression
from summarizer.compression import Short
from summarizer.document import Document, Lang
from summarizer.engine.model import Model
from summarizer.errors import UsageError
from summarizer.job import Finding, Job, Passage, Result, Step
from summarizer.tasks import _card, _choice, _writing
from summarizer.version import __version__


def target(document: Document, job: Job) -> Lang:
    """The language asked for, else the article's own."""
    return job.to or document.lang


def run(document: Document, job: Job, model: Model | None = None) -> Iterator[Step]:
    """Yield a step a passage; the last step carries the result.

    Without a model the passages are the article's own sentences, in its language whatever `job.to`; a model writes in
    the language asked for.
    """
    if model is not None and job.form == "card":
        raise UsageError("a card is made of the article's own sentences", "leave the digest model out")
    if model is not None and job.compress:
        raise UsageError("a digest model writes its own sentences, there are none to shorten", "leave --compress out")
    if model is not None:
        yield from _written(document, job, model)
        return
    short = shortened(document, job)
    own = tuple(_own(short, job))
    passages = card(document, own, document.lang) if job.form == "card" else own
    signature = f"digest|{method(job)}|v:{__version__}"
    yield from _steps(document, job, passages, signature, left_out(short, passages))


def method(job: Job) -> str:
    """What a signature says of how the sentences came about."""
    return "extractive@1+shortened" if job.compress else "extractive@1"


def shortened(document: Document, job: Job) -> Short:
    """The document that the digest is made from: with shorter sentences where the job asks for them."""
    return compression.shortened(document) if job.compress else compression.unchanged(document)


def left_out(short: Short, passages: Sequence[Passage]) -> Iterator[Finding]:
    """A note for every passage whose sentences were shortened: what they lost."""
    for index, passage in enumerate(passages):
        runs = [run for number in passage.sentences for run in short.left_out[number]]
        if runs:
            first, last = (short.whole.sentences[n] for n in (passage.sentences[0], passage.sentences[-1]))
            message = f"shortened, left out: {', '.join(f'“{run}”' for run in runs)}"
            yield Finding("compression", message, index, "note", (first.start, last.stop))


def groups(document: Document, job: Job) -> list[tuple[int, ...]]:
    """The sentences of every extractive passage, in the order of the text."""
    return _choice.groups(document, job)


def reserves(document: Document, job: Job) -> list[tuple[int, ...]]:
    """The groups that come next where one cannot be used, the best first."""
    return [] if job.form == "headline" and len(_choice.title_of(document)) > 2 else _choice.reserves(document, job)


def card(document: Document, passages: Iterable[Passage], lang: Lang) -> tuple[Passage, ...]:
    """The passages of a digest, in `lang`, as the lines of a card."""
    return _card.entries(document, passages, lang)


def _own(short: Short, job: Job) -> Iterator[Passage]:
    document = short.document
    for group in _choice.groups(document, job):
        first, last = document.sentences[group[0]], document.sentences[group[-1]]
        origin = "shortened" if any(short.left_out[number] for number in group) else "source"
        yield Passage(document.text[first.start : last.stop], group, first.block, origin=origin)


def _written(document: Document, job: Job, model: Model) -> Iterator[Step]:
    written = yield from _writing.write(document, job, model)
    signature = f"digest|model:{model.signature}|passes:{written.passes}|v:{__version__}"
    yield from _steps(document, job, written.passages, signature, written.findings)


def _steps(
    document: Document, job: Job, passages: tuple[Passage, ...], signature: str, findings: Iterable[Finding] = ()
) -> Iterator[Step]:
    for done, passage in enumerate(passages, 1):
        yield Step(stage="write", done=done, total=len(passages), passage=passage)
    result = Result(job=job, document=document, passages=passages, findings=tuple(findings), signature=signature)
    yield Step(stage="done", done=len(passages), total=len(passages), result=result)
