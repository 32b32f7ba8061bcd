"""A summary or translation that somebody else wrote, as a result that the checks can see."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from summarizer.document import Document
from summarizer.evidence.alignment import align
from summarizer.evidence.support import support
from summarizer.job import Finding, Job, Passage, Result
from summarizer.ranking.stems import count_words

Task = Literal["digest", "translate"]
_WHOLE = 0.6  # words of the draft to words of the source: below, a draft in the other language is a summary


def task_of(source: Document, draft: Document) -> Task:
    """A draft in the other language, about as long as its source, is a translation; all else a digest."""
    whole = count_words(draft.text) >= _WHOLE * count_words(source.text)
    return "translate" if whole and draft.lang != source.lang else "digest"


def as_result(source: Document, draft: Document, task: Task) -> Result:
    """The draft's sentences as passages, each with the source sentences it rests on; none where there are none."""
    passages = tuple(_aligned(source, draft) if task == "translate" else _digested(source, draft))
    return Result(job=Job(task=task, to=draft.lang), document=source, passages=passages)


def in_draft(result: Result, draft: Document) -> tuple[Finding, ...]:
    """The findings on such a result with `target` as offsets into the draft's text."""
    starts: list[int] = []
    end = 0
    for passage in result.passages:  # stretches of the draft, in its order
        starts.append(draft.text.index(passage.text, end))
        end = starts[-1] + len(passage.text)
    return tuple(_moved(finding, starts) for finding in result.findings)


def _moved(finding: Finding, starts: list[int]) -> Finding:
    if finding.passage is None or finding.target is None:
        return finding
    start = starts[finding.passage]
    return replace(finding, target=(finding.target[0] + start, finding.target[1] + start))


def _digested(source: Document, draft: Document) -> Iterator[Passage]:
    for number, sentence in enumerate(draft.sentences):
        text = draft.sentence_text(number)
        behind = support(source, text, draft.lang)
        yield Passage(text, behind.sentences, sentence.block, origin="person")


def _aligned(source: Document, draft: Document) -> Iterator[Passage]:
    """A passage a bead; a source sentence that nothing stands for is in no passage, and the checks say so."""
    for bead in align(source, draft):
        if bead.draft:
            first, last = draft.sentences[bead.draft[0]], draft.sentences[bead.draft[-1]]
            text = draft.text[first.start : last.stop]
            yield Passage(text, bead.source, first.block, origin="person")
