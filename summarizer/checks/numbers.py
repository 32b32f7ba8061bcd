"""Numbers that a passage lost or made up, against the source sentences it came from."""

from collections.abc import Iterator
from dataclasses import replace

from summarizer.facts import Fact, facts
from summarizer.job import Finding, Passage, Result, Severity

TASKS = ("translate", "digest")

_NUMBERS = "numbers"  # the kind of facts this check stands on


def check(result: Result) -> Iterator[Finding]:
    """Yield a finding for every number on one side that the other does not state; verbatim passages are passed over."""
    to = result.job.to or result.document.lang
    for index, passage in enumerate(result.passages):
        if passage.origin == "source" or not passage.sentences:
            continue
        source = list(_stated(result, passage))
        target = list(facts(_NUMBERS).find(passage.text, to))
        yield from _missing(source, target, passage, index)
        yield from _added(source, target, result, index)


def _stated(result: Result, passage: Passage) -> Iterator[Fact]:
    """The numbers of the passage's source sentences, placed in the document's text."""
    document = result.document
    for number in passage.sentences:
        sentence = document.sentences[number]
        lang = document.blocks[sentence.block].lang
        for fact in facts(_NUMBERS).find(document.sentence_text(number), lang):
            yield replace(fact, start=fact.start + sentence.start, stop=fact.stop + sentence.start)


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
    first, *_, last = (*result.passages[index].sentences, result.passages[index].sentences[-1])
    sentences = result.document.sentences
    for fact in _unanswered(target, source):
        instead = ", ".join(other.text for other in _unanswered(source, target)) or "no such number"
        message = f"“{fact.text}” of the draft is not in the source, which has {instead}"
        place = (sentences[first].start, sentences[last].stop)
        yield Finding(_NUMBERS, message, index, _severity(fact), place, (fact.start, fact.stop))


def _unanswered(asked: list[Fact], given: list[Fact]) -> list[Fact]:
    same = facts(_NUMBERS).same
    return [fact for fact in asked if fact.kind != "weak number" and not any(same(fact, other) for other in given)]


def _severity(fact: Fact) -> Severity:
    return "error" if fact.kind == "number" else "warning"
