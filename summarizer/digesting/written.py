"""A digest that a model wrote: held against the article, and carried over into the other language."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from summarizer import language, repair, tasks
from summarizer.checks import checks_for
from summarizer.digesting.sentences import joined
from summarizer.document import Piece
from summarizer.engine.model import Model
from summarizer.job import Finding, Job, Passage, Result, Step


def verified(steps: Iterator[Step]) -> Iterator[Step]:
    """The steps of a digest that a model wrote, without the passages that state what the article does not."""
    for step in steps:
        if step.result is not None:
            result = _checked(step.result)
            total = len(result.passages)
            yield from (Step(stage="write", done=n, total=total, passage=p) for n, p in enumerate(result.passages, 1))
            yield replace(step, done=total, total=total, result=result)
        elif step.passage is None:
            yield step


def _checked(result: Result) -> Result:
    """A passage with an error (a number that its evidence does not have) is left out, and the finding says so."""
    kept: list[Passage] = []
    left: list[Finding] = []
    for passage in result.passages:
        alone = replace(result, passages=(passage,), findings=())
        errors = [f for check in checks_for("digest") for f in check.check(alone) if f.severity == "error"]
        if errors:
            message = f"left out, {errors[0].message}: “{passage.text}”"
            left.append(Finding("digest", message, None, "warning", errors[0].source))
        else:
            kept.append(passage)
    places = {id(old): n for n, old in enumerate(kept)}
    moved = [f for f in (_moved(f, result, places) for f in result.findings) if f is not None]
    return replace(result, passages=tuple(kept), findings=(*moved, *left))


def _moved(finding: Finding, result: Result, places: dict[int, int]) -> Finding | None:
    """The finding with its passage's new number; none where the passage is gone."""
    if finding.passage is None:
        return finding
    number = places.get(id(result.passages[finding.passage]))
    return None if number is None else replace(finding, passage=number)


def carried_over(result: Result, job: Job, model: Model) -> Iterator[Step]:
    """A digest in the article's language that a model wrote, translated; its passages keep their evidence."""
    pieces = [Piece("paragraph", passage.text) for passage in result.passages]
    laid_out = language.lay_out(pieces, lang=result.document.lang)
    asked = replace(job, task="translate", digest_model=None)
    drafts: list[list[Passage]] = [[] for _ in result.passages]
    sizes = Counter(sentence.block for sentence in laid_out.sentences)
    steps = repair.repaired(tasks.task("translate").run(laid_out, asked, model), laid_out, asked, model)
    for step in steps:
        if step.passage is not None:
            number = step.passage.block
            drafts[number].append(step.passage)
            whole = len(drafts[number]) == sizes[number]
            passage = joined(result.passages[number], drafts[number]) if whole else None
            yield Step(stage="write", done=number + whole, total=len(drafts), passage=passage)
    passages = tuple(joined(old, new) for old, new in zip(result.passages, drafts, strict=True))
    rejected = (n for n, new in enumerate(drafts) if any(repair.weight(part, laid_out, asked) for part in new))
    beside = tuple(_doubt(result, n) for n in rejected)
    signature = result.signature.replace("|v:", f"|model:{model.signature}|v:")
    done = replace(result, job=job, passages=passages, findings=(*result.findings, *beside), signature=signature)
    yield Step(stage="done", done=len(passages), total=len(passages), result=done)


def _doubt(result: Result, number: int) -> Finding:
    message = f"this translation cannot be trusted; the original: “{result.passages[number].text}”"
    return Finding("original", message, number, "warning")
