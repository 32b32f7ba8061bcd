"""The digest: sentences of the article, whole or shortened, each its own evidence; or a model's words, each sentence
with the source sentences that support it."""

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from summarizer import compression
from summarizer.compression import Short
from summarizer.document import Document, Lang
from summarizer.engine.model import Model
from summarizer.errors import UsageError
from summarizer.job import Finding, Job, Passage, Result, Step
from summarizer.tasks import _card, _choice, _writing
from summarizer.version import __version__

Known = _choice.Known


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
    """The document that the digest is made from: what only ties a sentence to the one before it is left out, and all
    else that it can do without where the job asks for that.

    Sentences freed of "However," can stand alone. Short digests (2026-11-28): a reader's sentences of digest_gold.dev
    47.2 to 53.3% in Russian, 68.1% both ways in English; ROUGE-1 of ru_rt.dev 26.82 to 26.87, of 400 articles of
    ru_rt.train 23.72 to 23.80, of CNN/DailyMail 41.13 to 41.12. With all rules: 53.3 and 65.3%; 26.81, 23.58, 41.65.
    """
    return _shortened(document, compress=job.compress)


@lru_cache(maxsize=1)  # a digest is made from it and then held against it; of a book it takes seconds
def _shortened(document: Document, *, compress: bool) -> Short:
    return compression.shortened(document, None if compress else compression.OPENINGS)


def left_out(short: Short, passages: Sequence[Passage]) -> Iterator[Finding]:
    """A note for every passage whose sentences were shortened: what they lost."""
    for index, passage in enumerate(passages):
        runs = [run for number in passage.sentences for run in short.left_out[number]]
        if runs and passage.origin != "source":
            first, last = (short.whole.sentences[n] for n in (passage.sentences[0], passage.sentences[-1]))
            message = f"shortened, left out: {', '.join(f'“{run}”' for run in runs)}"
            yield Finding("compression", message, index, "note", (first.start, last.stop))


def budget(document: Document, job: Job) -> int:
    """Words that the digest may have, in its language: by its length, at most a third of the article's text."""
    return _choice.budget(document, job)


def groups(document: Document, job: Job, known: Known | None = None) -> list[tuple[int, ...]]:
    """The sentences of every extractive passage, in the order of the text, from what is known of their translations."""
    return _choice.groups(document, job, known)


def card(document: Document, passages: Iterable[Passage], lang: Lang) -> tuple[Passage, ...]:
    """The passages of a digest, in `lang`, as the lines of a card."""
    return _card.entries(document, passages, lang)


def _own(short: Short, job: Job) -> Iterator[Passage]:
    for group in _rejoined(short, _choice.groups(short.document, job), job):
        first, last = (short.whole.sentences[number] for number in (group[0], group[-1]))
        text = short.document.sentence_text(group[0]) + "".join(_behind(short, number, job) for number in group[1:])
        whole = short.whole.text[first.start : last.stop]
        yield Passage(text, group, first.block, origin="source" if text == whole else "shortened")


def _rejoined(short: Short, groups: Sequence[tuple[int, ...]], job: Job) -> Iterator[tuple[int, ...]]:
    """The groups, a sentence that was freed of its opening put back behind its own where that is there, too."""
    waiting: tuple[int, ...] = ()
    for group in groups:
        if not job.compress and len(waiting) == len(group) == 1 and _is_tied(short, waiting[0], group[0]):
            yield (*waiting, *group)
            waiting = ()
        else:
            yield from (one for one in (waiting,) if one)
            waiting = group
    yield from (one for one in (waiting,) if one)


def _is_tied(short: Short, before: int, number: int) -> bool:
    places = short.whole.sentences
    return before == number - 1 and places[before].block == places[number].block and bool(short.left_out[number])


def _behind(short: Short, number: int, job: Job) -> str:
    """The sentence as it stands behind the one before it: with what ties it to that, unless all goes that can."""
    document = short.document if job.compress else short.whole
    return document.text[document.sentences[number - 1].stop : document.sentences[number].stop]


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
