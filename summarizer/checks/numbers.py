"""Numbers that a passage lost or made up, against the source sentences it came from."""

from collections.abc import Iterator

from summarizer.checks._sides import judged, renders, span, stated, target_lang, written
from summarizer.facts import Fact, facts
from summarizer.job import Finding, Passage, Result, Severity

TASKS = ("translate", "digest")

_NUMBERS = "numbers"  # the kind of facts this check stands on
_SHOWN = 5  # numbers of the source that a message names


def check(result: Result) -> Iterator[Finding]:
    """Yield a finding for every number of the draft that the source lacks, and of a translation for every number lost.

    Passages that were left as they stood are passed over. A summary may take a number from elsewhere in the article.
    """
    document = result.document
    for index, passage in judged(result):
        source = stated(document, passage.sentences, _NUMBERS)
        target = written(passage.text, target_lang(result), _NUMBERS)
        if renders(result, passage):
            yield from _missing(source, target, passage, index)
        elif _unanswered(target, source):
            source = stated(document, range(len(document.sentences)), _NUMBERS)
        yield from _added(source, target, result, index)


def _missing(source: list[Fact], target: list[Fact], passage: Passage, index: int) -> Iterator[Finding]:
    for fact in _unanswered(source, target):
        instead = ", ".join(other.text for other in _unanswered(target, source)) or "no number in its place"
        message = f"“{fact.text}” of the source is missing; the draft has {instead}"
        yield Finding(
            _NUMBERS,
            message,
            index,
            _severity(fact),
            (fact.start, fact.stop),
            (0, len(passage.text)) if passage.text else None,
        )


def _added(source: list[Fact], target: list[Fact], result: Result, index: int) -> Iterator[Finding]:
    sentences = result.passages[index].sentences
    place = span(result.document, sentences)
    near = stated(result.document, sentences, _NUMBERS)
    instead = ", ".join(fact.text for fact in _unanswered(near, target)[:_SHOWN]) or "no such number"
    for fact in _unanswered(target, source):
        message = f"“{fact.text}” of the draft is not in the source, which has {instead}"
        # a summary counts for itself ("the three of them"): number words are only noted there
        severity = _severity(fact) if fact.kind == "number" or renders(result, result.passages[index]) else "note"
        yield Finding(_NUMBERS, message, index, severity, place, (fact.start, fact.stop))


def _unanswered(asked: list[Fact], given: list[Fact]) -> list[Fact]:
    same = facts(_NUMBERS).same
    return [fact for fact in asked if fact.kind != "weak number" and not any(same(fact, other) for other in given)]


def _severity(fact: Fact) -> Severity:
    return "error" if fact.kind == "number" else "warning"
