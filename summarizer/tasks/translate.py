"""Translation: one sentence a prompt, blocks kept, every source sentence in exactly one passage."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from summarizer.ahead import Pace, made_ahead
from summarizer.document import Document, Lang, other_lang
from summarizer.engine.model import Completion, Model, Prompt
from summarizer.errors import UsageError
from summarizer.job import Job, Passage, Result, Step
from summarizer.tasks._drafts import Draft, begin, finish, is_left, retry
from summarizer.tasks._ties import ties
from summarizer.tasks._turns import turns
from summarizer.version import __version__


def target(document: Document, job: Job) -> Lang:
    """The language asked for, else the other one. Raises `UsageError` when the document is already in it."""
    to: Lang = job.to or other_lang(document.lang)
    if to == document.lang:
        other = other_lang(to)
        raise UsageError(
            f"the text is already in the language asked for ({to})", f"ask for {other}, or name its language"
        )
    return to


def run(document: Document, job: Job, model: Model | None) -> Iterator[Step]:
    """Yield a step a sentence, in the order of the text; the last carries the result."""
    if model is None:
        raise UsageError("a translation needs a model", "name one that is on this machine: svodka models list")
    to = target(document, job)
    total = len(document.sentences)
    passages: list[Passage] = []
    for window in made_ahead(_windows(document, to, job.alternatives, model)):
        for ready, passage in zip(reversed(range(len(window))), window, strict=True):
            passages.append(passage)
            yield Step(stage="write", done=len(passages), total=total, passage=passage, ready=ready)
    signature = f"translate|model:{model.signature}|v:{__version__}"
    result = Result(job=replace(job, to=to), document=document, passages=tuple(passages), signature=signature)
    yield Step(stage="done", done=total, total=total, result=result)


def _windows(document: Document, to: Lang, alternatives: int, model: Model) -> Iterator[list[Passage]]:
    numbers, spoken, pace = iter(range(len(document.sentences))), turns(document, to), Pace()
    while window := list(islice(numbers, pace.size)):
        drafts = {n: begin(document, n, to, model) for n in window if not is_left(document, n, to)}
        for number, draft in drafts.items():
            draft.turn = spoken.get(number)
        with pace.taken():
            _write(list(drafts.values()), alternatives, model)
            again = [draft for draft in drafts.values() if retry(draft)]
            _write(again, alternatives, model)
        yield [_passage(document, number, drafts.get(number)) for number in window]


def _write(drafts: list[Draft], alternatives: int, model: Model) -> None:
    """Complete all texts of the drafts in one call, neighbours of like length together."""
    slots = [(draft, n) for draft in drafts for n in draft.open_slots()]
    slots.sort(key=lambda slot: len(slot[0].pieces[slot[1]].prompt))
    prompts = [Prompt(d.pieces[n].prompt, to=d.to, alternatives=alternatives, align=True) for d, n in slots]
    completions: list[Completion] = model.complete(prompts) if prompts else []
    for (draft, n), completion in zip(slots, completions, strict=True):
        draft.answers[n] = completion


def _passage(document: Document, number: int, draft: Draft | None) -> Passage:
    block = document.sentences[number].block
    if draft is None:
        return Passage(document.sentence_text(number), (number,), block, origin="source")
    written = finish(draft)
    return Passage(
        written.text,
        (number,),
        block,
        cut=written.cut,
        origin="model",
        score=written.score,
        alternatives=written.alternatives,
        ties=ties(draft, written.text, document.sentences[number].start),
    )
