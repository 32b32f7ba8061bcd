"""A digest in a model's words: the article packed into its window, condensed part by part and then again, and every
sentence of the outcome held against the article.

Nothing is believed: a chat model names the sentences it drew on, but what stands as evidence is what `evidence` finds.
"""

from collections.abc import Generator, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from summarizer import evidence, packing
from summarizer.document import Document, Lang
from summarizer.engine.model import Completion, Model, Prompt
from summarizer.job import Finding, Job, Passage, Step
from summarizer.tasks import _answers, _choice

_READ = {"title", "heading", "paragraph", "item", "quote", "cell"}
_GROUP = 4  # prompts to the model at once: a cancelled job stops after these
# of the window: a summariser's prompt may fill it but for its prefix; a chat model reads and writes in one window, and
# its family adds instructions
_SHARE = {False: 0.9, True: 0.6}
_SPARE = 1.25  # times the words asked for: so long a digest is left whole
_LEAST_WORDS = 30  # of a part's condensation
_SHRINKS = 0.9  # a pass that keeps more of the tokens than this does not condense: no further one is made
_POINTS = 4  # sentences of the form headline, its head among them


class Line(NamedTuple):
    """A sentence on its way to the model, with the number of the source sentence it stands on."""

    number: int
    text: str


class Written(NamedTuple):
    """The passages, what was left out and why, and how many times the text went through the model."""

    passages: tuple[Passage, ...]
    findings: tuple[Finding, ...]
    passes: int


@dataclass(slots=True)
class _Work:
    document: Document
    job: Job
    model: Model
    lang: Lang  # of the digest
    words: int
    findings: list[Finding] = field(default_factory=list)
    passes: int = 0

    def leave_out(self, why: str, texts: Iterable[str]) -> None:
        self.findings += [Finding("digest", f"left out, {why}: “{text}”", None, "warning") for text in texts]


def write(document: Document, job: Job, model: Model) -> Generator[Step, None, Written]:
    """Yield a step a group of prompts; the outcome is what `yield from` gives."""
    work = _Work(document, job, model, job.to or document.lang, _choice.budget(document, job))
    lines = [Line(n, document.sentence_text(n)) for n in _readable(document)]
    while True:
        size = _tokens(work, lines)
        parts = _parts(work, lines)
        answers = yield from _complete(work, parts)
        work.passes += 1
        passages = [passage for answer in answers for passage in _supported(work, answer)]
        lines = [Line(passage.sentences[0], passage.text) for passage in passages]
        if len(parts) <= 1 or _tokens(work, lines) > _SHRINKS * size:
            return Written(tuple(_measured(work, passages)), tuple(work.findings), work.passes)


def _readable(document: Document) -> Iterator[int]:
    for number, sentence in enumerate(document.sentences):
        if document.blocks[sentence.block].kind in _READ:
            yield number


def _tokens(work: _Work, lines: Sequence[Line]) -> int:
    return sum(work.model.count(line.text) for line in lines)


def _parts(work: _Work, lines: Sequence[Line]) -> list[str]:
    """The text of every prompt; a chat model gets a sentence a line, with its number."""
    limit = max(1, int(work.model.window * _SHARE[work.model.chats]))
    texts = [f"[{line.number}] {line.text}" if work.model.chats else line.text for line in lines]
    groups = packing.gather(texts, limit, work.model.count)
    return [("\n" if work.model.chats else " ").join(group) for group in groups]


def _complete(work: _Work, parts: Sequence[str]) -> Generator[Step, None, list[Completion]]:
    """Every part condensed: to the words of the digest where it is the only one, else to its share of twice as many."""
    words = work.words if len(parts) == 1 else max(_LEAST_WORDS, 2 * work.words // max(len(parts), 1))
    answers: list[Completion] = []
    for at in range(0, len(parts), _GROUP):
        prompts = [Prompt(text, to=work.lang, task="digest", words=words) for text in parts[at : at + _GROUP]]
        answers += work.model.complete(prompts)
        yield Step(stage="write", done=len(answers), total=len(parts))
    return answers


def _supported(work: _Work, answer: Completion) -> list[Passage]:
    """The answer's sentences that something in the article supports; what the model did not finish is marked."""
    said = list(_answers.sentences(answer.text, work.lang))
    passages: list[Passage] = []
    for n, one in enumerate(said):
        passage = _passage(work, one, cut=answer.cut and n == len(said) - 1)
        if passage is None:
            work.leave_out("nothing in the article supports it", [one.text])
        else:
            passages.append(passage)
    return passages


def _passage(work: _Work, said: _answers.Said, *, cut: bool) -> Passage | None:
    found = evidence.support(work.document, said.text, work.lang)
    if not found.sentences or found.score < evidence.THRESHOLD:
        return None
    named = [n for n in found.sentences if n in said.claims]
    sentences = tuple(dict.fromkeys((*named, *found.sentences)))
    return Passage(said.text, sentences, work.document.sentences[sentences[0]].block, cut, origin="model")


def _measured(work: _Work, passages: Sequence[Passage]) -> Iterator[Passage]:
    """What is said once and fits the length; the rest is named in the findings."""
    said: set[str] = set()
    words = 0
    whole = True
    most = _POINTS if work.job.form == "headline" else len(passages)
    for n, passage in enumerate(passages):
        key = " ".join(passage.text.lower().split())
        words += len(passage.text.split())
        whole = whole and n < most and (not said or words <= work.words * _SPARE)
        if key in said:
            work.leave_out("it is said already", [passage.text])
        elif not whole:
            work.leave_out("over the length asked for", [passage.text])
        else:
            said.add(key)
            yield passage
            if passage.cut:
                work.findings.append(Finding("digest", "the model stopped at its limit here", len(said) - 1))
