"""What a passage denies and its source affirms, or the other way round.

Within a language the denied word decides; across the languages only that one side denies and the other has nothing that
could stand for a denial.
"""

import re
from collections.abc import Iterator

from summarizer.checks._sides import judged, renders, span, stated, target_lang, written
from summarizer.document import Lang
from summarizer.facts import Fact
from summarizer.facts._negation_words import EN_ANSWERS, RU_ANSWERS
from summarizer.facts.negation import is_negator
from summarizer.job import Finding, Passage, Result

TASKS = ("translate", "digest")

_NEGATION = "negation"
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_ANSWERS = {"ru": RU_ANSWERS, "en": EN_ANSWERS}


def check(result: Result) -> Iterator[Finding]:
    """Yield a finding for every flip that can be seen."""
    to = target_lang(result)
    for index, passage in judged(result):
        near = stated(result.document, passage.sentences, _NEGATION)
        draft = written(passage.text, to, _NEGATION)
        if to == result.document.lang:
            yield from _flips(result, passage, index, (near, draft))
        elif renders(result, passage):
            yield from _across(result, passage, index, (near, draft))


def _flips(result: Result, passage: Passage, index: int, sides: tuple[list[Fact], list[Fact]]) -> Iterator[Finding]:
    """Each word against the source sentences; a denial against the whole article where they deny nothing."""
    near, draft = sides
    source = " ".join(result.document.sentence_text(n) for n in passage.sentences)
    denies = any(fact.kind == "negated" for fact in draft)
    further: list[Fact] = []
    first = stated(result.document, passage.sentences[:1], _NEGATION)
    if denies and not _denies(source, result.document.lang):
        further = stated(result.document, range(len(result.document.sentences)), _NEGATION)
    for fact in draft:
        given = near if fact.kind == "negated" else first  # "despite never walking": a word denied in passing
        opposite = _contrary(fact, given) or (_contrary(fact, further) if fact.kind == "negated" else None)
        if opposite is None or (fact.kind == "affirmed" and denies):
            continue
        side, other = ("draft", "source") if fact.kind == "negated" else ("source", "draft")
        denial, plain = (fact, opposite) if fact.kind == "negated" else (opposite, fact)
        message = f"the {side} denies: “{denial.text}”; the {other} has “{plain.text}”"
        yield Finding(_NEGATION, message, index, "warning", (opposite.start, opposite.stop), (fact.start, fact.stop))


def _contrary(fact: Fact, given: list[Fact]) -> Fact | None:
    """The same word with the other polarity only; names are passed over: "neither Smith" denies what Smith did."""
    if fact.text.rsplit(maxsplit=1)[-1][:1].isupper():
        return None
    known = [other for other in given if other.value == fact.value]
    if any(other.kind == fact.kind for other in known):
        return None
    return known[0] if known else None


def _across(result: Result, passage: Passage, index: int, sides: tuple[list[Fact], list[Fact]]) -> Iterator[Finding]:
    """A note: a person's translation turns one denial in twenty another way."""
    near, draft = ([fact for fact in side if fact.kind == "negated"] for side in sides)
    source = " ".join(result.document.sentence_text(n) for n in passage.sentences)
    if near and not draft and not _answers(passage.text, target_lang(result)):
        message = f"the source denies: “{near[0].text}”; the draft has no denial"
        yield Finding(_NEGATION, message, index, "note", (near[0].start, near[0].stop), (0, len(passage.text)))
    if draft and not near and not _answers(source, result.document.lang):
        message = f"the draft denies: “{draft[0].text}”; the source has no denial"
        place = (draft[0].start, draft[0].stop)
        yield Finding(_NEGATION, message, index, "note", span(result.document, passage.sentences), place)


def _denies(text: str, lang: Lang) -> bool:
    return any(is_negator(word.lower().replace("’", "'"), lang) for word in _WORD.findall(text))


def _answers(text: str, lang: Lang) -> bool:
    """Whether something in the text can stand for a denial."""
    words = [word.lower().replace("ё", "е").replace("’", "'") for word in _WORD.findall(text)]
    return any(is_negator(word, lang) or word.startswith(_ANSWERS[lang]) for word in words)
