"""Sentences that somebody translated before, in place of the model's: word for word from a translation memory."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from summarizer.document import Document
from summarizer.errors import UsageError
from summarizer.job import Job, Passage, Step
from summarizer.memory import Around, Memory, Pair
from summarizer.memory.units import of_tmx, opened

_EXACT = 100  # percent; below, a person must look at the difference


def recalled(steps: Iterator[Step], document: Document, job: Job) -> Iterator[Step]:
    """The steps of a translation, exact matches of the job's memory in their passages; the signature counts them.

    Raises `UsageError` where the memory cannot be read.
    """
    if job.memory is None or job.to is None:
        yield from steps
        return
    with _memory(job.memory) as memory:
        given: list[Passage] = []
        for step in steps:
            if step.passage is not None:
                passage = _recalled(step.passage, memory, document, Pair(document.lang, job.to))
                given.append(passage)
                yield replace(step, passage=passage)
            elif step.result is not None:
                count = sum(passage.origin == "memory" for passage in given)
                signature = f"{step.result.signature}|memory:{count}"
                yield replace(step, result=replace(step.result, passages=tuple(given), signature=signature))
            else:
                yield step


def _memory(path: Path) -> Memory:
    """A memory's own file, or a TMX file taken into one that is gone afterwards."""
    if path.suffix.lower() != ".tmx":
        return opened(path)
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"the memory {path} cannot be read: {error.strerror}", "name another file") from error
    return of_tmx(path, data)


def _recalled(passage: Passage, memory: Memory, document: Document, pair: Pair) -> Passage:
    text = exact(memory, pair, document, passage.sentences[0])
    if text is None:
        return passage
    return replace(passage, text=text, origin="memory", score=None, confidence=None, cut=False, ties=())


def exact(memory: Memory, pair: Pair, document: Document, number: int) -> str | None:
    """What the memory has for this sentence word for word, best where its neighbours are the same too."""
    found = memory.search(pair, document.sentence_text(number), Around.of(document, number), limit=1)
    return found[0].target if found and found[0].score >= _EXACT else None
