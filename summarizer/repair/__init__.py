"""A second try for drafts that the checks find wrong: further hypotheses of the model, the best one by the checks.

A small model drops or bends a number in one sentence of twenty; among its next hypotheses there is often one that
does not. What no hypothesis mends stays as it was, and the checks say so in the end.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from summarizer import tasks
from summarizer.checks import Check, checks_for
from summarizer.document import Document, Lang, other_lang
from summarizer.engine.model import Model
from summarizer.job import Finding, Job, Passage, Result, Step, Tie
from summarizer.repair import lost_names, terms
from summarizer.repair.floor import judged
from summarizer.repair.likelihoods import both_ways
from summarizer.repair.names import NameBook, findings

HYPOTHESES = 7  # further ones that a careful choice is made among
# Of a second try: on the first 600 lines of newstest2018 the checks' weights of the drafts they marked fall from 170 to
# 150 (ru-en) and from 149 to 122 (en-ru) with 3, to 129 and 91 with 5, to 122 and 97 with 7 (svodka-ruen 3, 28 November
# 2026); the cost grows with the square
_FURTHER = 5
_TERMS = 3  # of a sentence that are put in one after the other
_WEIGHTS = {"error": 6, "warning": 3, "note": 1}


def repaired(steps: Iterator[Step], document: Document, job: Job, model: Model) -> Iterator[Step]:
    """The steps of a translation, with better drafts in place of those that the checks find wrong.

    Steps keep their order and number. The last one's result has the passages that were given and, where some were
    written again, a note on how many.
    """
    given: list[Passage] = []
    notes: list[Finding] = []
    changed, book = 0, NameBook()
    for group in _groups(steps):
        passages = [step.passage for step in group if step.passage is not None]
        better = improved(passages, document, job, model)
        changed += sum(new is not old for new, old in zip(better, passages, strict=True))
        mended = named(better, document, job, book)
        notes += [note for n, (_, said) in enumerate(mended, len(given)) for note in findings(said, n)]
        better = judged([passage for passage, _ in mended], document, job, model)
        yield from (replace(step, passage=new) for step, new in zip(group, better, strict=False))
        given += better
        if group[0].result is not None:
            yield replace(group[0], result=_noted(replace(group[0].result, passages=tuple(given)), changed, notes))
        elif group[0].passage is None:
            yield group[0]


def _groups(steps: Iterator[Step]) -> Iterator[list[Step]]:
    """Steps that come together, so that second tries fill their batches; one without a passage is alone."""
    waiting: list[Step] = []
    for step in steps:
        if waiting and step.passage is None:
            yield waiting
            waiting = []
        waiting.append(step)
        if not step.ready:
            yield waiting
            waiting = []


def improved(
    passages: Sequence[Passage], document: Document, job: Job, model: Model, *, careful: bool = False
) -> list[Passage]:
    """The passages of a translation, in order; the very same object where a second try found nothing better.

    `careful`: every passage is chosen among the alternatives that it has, not only what the checks find wrong. Drafts
    with so many take about three times as long: it is for the few sentences of a digest.
    """
    before = [weight(passage, document, job) for passage in passages]
    tried = [n for n, found in enumerate(before) if found or (careful and passages[n].origin == "model")]
    chosen = [passages[n] for n in tried]
    tries = [_hypotheses(one) for one in chosen] if careful else _second_tries(chosen, document, job, model)
    equals = []
    for n, others in zip(tried, tries, strict=True):
        weights = [before[n] if _same(one, passages[n]) else weight(one, document, job) for one in others]
        equals.append(_least(others, weights, before[n] + careful))  # careful: of two that are no worse the better fit
    fittest = _fittest(equals, document, model, job.to or other_lang(document.lang))
    mended = _tied([_put(*pair) for pair in zip(chosen, fittest, strict=True)], chosen, document, job, model)
    if job.glossary:
        mended = [_with_terms(passage, document, job, model) for passage in mended]
    mended = _with_names(mended, document, job, model)
    best = dict(zip(tried, mended, strict=True))
    return [best.get(n, passage) for n, passage in enumerate(passages)]


def _least(others: Sequence[Passage], weights: Sequence[int], bound: int) -> list[Passage]:
    """Those that the checks find least wrong, by less than `bound`; none where all are as bad."""
    least = min(weights, default=bound)
    return [one for one, found in zip(others, weights, strict=True) if found == least] if least < bound else []


def _fittest(equals: Sequence[Sequence[Passage]], document: Document, model: Model, to: Lang) -> list[Passage | None]:
    """Of each sentence's drafts the best fit, with its score; the first where the model cannot tell.

    Only what is left to choose between is rated: for a rating the model reads a draft twice.
    """
    rated = [one for drafts in equals if len(drafts) > 1 for one in drafts]
    found = both_ways(model, _pairs(rated, document), to) if rated else None
    if found is None:
        return [next(iter(drafts), None) for drafts in equals]
    fits = iter(zip(found, rated, strict=True))
    return [_fit(list(islice(fits, len(drafts)))) if len(drafts) > 1 else next(iter(drafts), None) for drafts in equals]


def _fit(rated: Sequence[tuple[tuple[float, float], Passage]]) -> Passage:
    """The first of the best, with its likelihood for a score where it has none."""
    (_, there), best = max(rated, key=lambda row: row[0][0])
    return best if best.score is not None else replace(best, score=there)


def _put(passage: Passage, best: Passage | None) -> Passage:
    """The passage with the better draft in it; itself where there is none."""
    if best is None or _same(best, passage):
        return passage
    return replace(passage, text=best.text, cut=best.cut, score=best.score, ties=best.ties)


def _same(one: Passage, other: Passage) -> bool:
    return (one.text, one.cut) == (other.text, other.cut)


def _with_terms(passage: Passage, document: Document, job: Job, model: Model) -> Passage:
    """The passage with the glossary's terms put in, one after the other, as far as the checks find it better."""
    for _ in range(_TERMS):
        found = terms.candidates(passage, document, job, model)
        weights = [weight(one, document, job) for one in found]
        better = _least(found, weights, weight(passage, document, job))
        if not better:
            break
        [passage] = _tied([_put(passage, better[0])], [passage], document, job, model)
    return passage


def _with_names(passages: Sequence[Passage], document: Document, job: Job, model: Model) -> list[Passage]:
    """The passages with a lost name put back, where that makes them better."""
    drafts = lost_names.restored(passages, document, job, model)
    better = [
        n
        for n, (old, new) in enumerate(zip(passages, drafts, strict=True))
        if new is not old and weight(new, document, job) < weight(old, document, job)
    ]
    fit = lost_names.fits([(passages[n], drafts[n]) for n in better], document, job, model)
    taken = {n for n, is_fit in zip(better, fit, strict=True) if is_fit}
    mended = [_put(passage, drafts[n]) if n in taken else passage for n, passage in enumerate(passages)]
    return _tied(mended, passages, document, job, model)


def _tied(
    mended: Sequence[Passage], passages: Sequence[Passage], document: Document, job: Job, model: Model
) -> list[Passage]:
    """The mended ones with ties, where they have none and the model can find them; what is no other as it is."""
    tied = list(mended)
    bare = [n for n, one in enumerate(mended) if not one.ties and one is not passages[n]]
    align = getattr(model, "align", None)
    if not bare or align is None:
        return tied
    for n, links in zip(bare, align(_pairs([mended[n] for n in bare], document), job.to), strict=True):
        start = document.sentences[mended[n].sentences[0]].start
        ties = tuple(Tie(start + a, start + b, c, d, w) for a, b, c, d, w in links)
        tied[n] = replace(mended[n], ties=ties)
    return tied


def _pairs(passages: Sequence[Passage], document: Document) -> list[tuple[str, str]]:
    """Source and draft."""
    return [(document.sentence_text(one.sentences[0]), one.text) for one in passages]


def weight(passage: Passage, document: Document, job: Job) -> int:
    """How bad the checks find the passage: 6 an error, 3 a warning, 1 a note such as a lost name."""
    found = _found(checks_for("translate", alone=True, mended=True), passage, document, job)
    return sum(_WEIGHTS[finding.severity] for finding in found)


def found_in(passage: Passage, document: Document, job: Job) -> list[Finding]:
    """What the checks of a translation find in one passage; nothing in what was left as it stood."""
    return list(_found(checks_for("translate", alone=True), passage, document, job))


def _found(checks: Iterable[Check], passage: Passage, document: Document, job: Job) -> Iterator[Finding]:
    if passage.origin != "source":
        result = Result(job=job, document=document, passages=(passage,))
        yield from (f for check in checks for f in check.check(result) if f.passage is not None)


def _second_tries(passages: Sequence[Passage], document: Document, job: Job, model: Model) -> list[list[Passage]]:
    """The model's hypotheses for the sentence of each passage, best first."""
    if not passages:
        return []
    numbers = [passage.sentences[0] for passage in passages]
    part = replace(document, sentences=tuple(document.sentences[n] for n in numbers))
    wanted = replace(job, alternatives=_FURTHER)
    written = (step.passage for step in tasks.task("translate").run(part, wanted, model) if step.passage)
    placed = (replace(passage, sentences=(number,)) for number, passage in zip(numbers, written, strict=True))
    return [_hypotheses(passage) for passage in placed]


def _hypotheses(passage: Passage) -> list[Passage]:
    """The passage and its alternatives, each as a passage; one that was cut into runs has none."""
    best = replace(passage, alternatives=())
    return [best, *(replace(best, text=text, score=None, ties=()) for text in passage.alternatives)]


def named(passages: Sequence[Passage], document: Document, job: Job, book: NameBook) -> list[tuple[Passage, list[str]]]:
    """The passages with names put right, each with what was changed in it, in words."""
    if job.to != "en" or document.lang != "ru":
        return [(passage, []) for passage in passages]
    return [book.mend(passage, document) for passage in passages]


def _noted(result: Result, changed: int, notes: Sequence[Finding]) -> Result:
    result = replace(result, findings=(*result.findings, *notes))
    if not changed:
        return result
    message = f"{changed} of {len(result.passages)} sentences were drafted again: the first draft failed a check"
    note = Finding("repair", message, None, "note")
    return replace(result, findings=(*result.findings, note), signature=f"{result.signature}|second-try:{changed}")
