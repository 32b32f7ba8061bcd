"""The digest: whole sentences of the article, each its own evidence; or a model's words, each sentence with the source
sentences that support it."""

from collections.abc import Iterable, Iterator

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
    if model is not None:
        yield from _written(document, job, model)
        return
    own = tuple(_own(document, job))
    passages = card(document, own, document.lang) if job.form == "card" else own
    yield from _steps(document, job, passages, f"digest|extractive@1|v:{__version__}")


def groups(document: Document, job: Job) -> list[tuple[int, ...]]:
    """The sentences of every extractive passage, in the order of the text."""
    return _choice.groups(document, job)


def reserves(document: Document, job: Job) -> list[tuple[int, ...]]:
    """The groups that come next where one cannot be used, the best first."""
    return [] if job.form == "headline" and len(_choice.title_of(document)) > 2 else _choice.reserves(document, job)


def card(document: Document, passages: Iterable[Passage], lang: Lang) -> tuple[Passage, ...]:
    """The passages of a digest, in `lang`, as the lines of a card."""
    return _card.entries(document, passages, lang)


def _own(document: Document, job: Job) -> Iterator[Passage]:
    for group in _choice.groups(document, job):
        first, last = document.sentences[group[0]], document.sentences[group[-1]]
        yield Passage(document.text[first.start : last.stop], group, first.block, origin="source")


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
