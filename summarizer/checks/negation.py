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
    near, draft = sides
    source = " ".join(result.document.sentence_text(n) for n in passage.sentences)
    for fact in draft:
        if fact.kind == "negated":
            opposite = _contrary(fact, near)
            if opposite is None and _answers(source, result.document.lang):
                continue
            other = f"“{opposite.text}”" if opposite else "no denial there"
            message = f"the draft denies: “{fact.text}”; the source has {other}"
        else:
            opposite = _contrary(fact, near)
            if opposite is None or _denies(passage.text, target_lang(result)):
                continue
            message = f"the source denies: “{opposite.text}”; the draft has “{fact.text}”"
        place = (opposite.start, opposite.stop) if opposite else span(result.document, passage.sentences)
        yield Finding(_NEGATION, message, index, "warning", place, (fact.start, fact.stop))


def _contrary(fact: Fact, near: list[Fact]) -> Fact | None:
    """The same word with the other polarity only, in the source sentences."""
    same_word = [other for other in near if other.value == fact.value]
    if any(other.kind == fact.kind for other in same_word):
        return None
    return same_word[0] if same_word else None


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
