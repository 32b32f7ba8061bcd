"""The card: who, what, when, where, numbers, each read off a sentence of the digest that is its evidence."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from summarizer.document import Document, Lang
from summarizer.facts import Fact, facts
from summarizer.job import Passage
from summarizer.tasks._card_words import DATES, LABELS, NO_NAMES, PLACES

_MOST = {"what": 1, "who": 4, "when": 3, "where": 3, "numbers": 4}
_NAMES = {"name", "common name", "abbreviation"}
_THING = re.compile(r"(?:[\s\u00a0-]+[^\W\d_]+){1,2}|\s?%")  # what is counted: two words at most
_MONEY = re.compile(r"(?:US)?[$€£₽¥]\s?$")


class _Entry(NamedTuple):
    slot: str
    value: str
    start: int
    stop: int


def entries(document: Document, passages: Iterable[Passage], lang: Lang) -> tuple[Passage, ...]:
    """The lines of the card, a value each, in the order who, what, when, where, numbers.

    Of a translated passage only those values come in that its source sentences state too.
    """
    taken: dict[str, list[str]] = {slot: [] for slot in LABELS[lang]}
    lines: dict[str, list[Passage]] = {slot: [] for slot in LABELS[lang]}
    for passage in passages:
        for entry in _entries(passage.text, lang):
            full = len(lines[entry.slot]) >= _MOST[entry.slot] or _said(entry.value, taken[entry.slot])
            if not full and _holds(document, passage, entry, lang):
                taken[entry.slot].append(entry.value)
                lines[entry.slot].append(_line(passage, entry, lang))
    return tuple(line for slot in LABELS[lang] for line in lines[slot])


def _line(passage: Passage, entry: _Entry, lang: Lang) -> Passage:
    text = f"{LABELS[lang][entry.slot]}: {entry.value}"
    return Passage(text, passage.sentences, passage.block, passage.cut, passage.origin, passage.score)


def _said(value: str, values: Sequence[str]) -> bool:
    """Whether the value, or a longer or shorter form of it (Shoigu, Sergei Shoigu), is on the card."""
    words = _stems(value)
    return any(words <= _stems(other) or _stems(other) <= words for other in values)


def _stems(value: str) -> set[str]:
    return {word.lower()[:5] for word in re.findall(r"\w+", value)}


def _entries(text: str, lang: Lang) -> Iterator[_Entry]:
    yield _Entry("what", text, 0, len(text))
    dates = [_Entry("when", found.group(), *found.span()) for found in re.finditer(DATES[lang], text)]
    yield from dates
    busy = [(entry.start, entry.stop) for entry in dates]
    yield from (entry for entry in _named(text, lang) if not _inside(entry, busy))
    yield from (entry for entry in _counted(text, lang) if not _inside(entry, busy))


def _inside(entry: _Entry, spans: Iterable[tuple[int, int]]) -> bool:
    return any(entry.start < stop and start < entry.stop for start, stop in spans)


def _named(text: str, lang: Lang) -> Iterator[_Entry]:
    """Names that stand together are one; behind a preposition of place they are where."""
    for run in _runs(text, lang):
        start, stop = run[0].start, run[-1].stop
        slot = "where" if re.search(PLACES[lang], text[:start], re.IGNORECASE) else "who"
        yield _Entry(slot, text[start:stop], start, stop)


def _runs(text: str, lang: Lang) -> Iterator[list[Fact]]:
    run: list[Fact] = []
    for fact in facts("names").find(text, lang):
        is_name = fact.kind in _NAMES and fact.text.lower().rstrip(".") not in NO_NAMES
        if run and (not is_name or not re.fullmatch(r"[\s\u00a0-]|\s?[A-ZА-Я]\.\s?", text[run[-1].stop : fact.start])):
            yield from _whole(run)
            run = []
        run += [fact] if is_name else []
    yield from _whole(run)


def _whole(run: list[Fact]) -> Iterator[list[Fact]]:
    if any(fact.kind != "common name" for fact in run):
        yield run


def _counted(text: str, lang: Lang) -> Iterator[_Entry]:
    for fact in facts("numbers").find(text, lang):
        if fact.kind == "number":
            sign = _MONEY.search(text[: fact.start])
            start = sign.start() if sign else fact.start
            thing = None if sign else _THING.match(text, fact.stop)
            stop = thing.end() if thing else fact.stop
            yield _Entry("numbers", text[start:stop], start, stop)


def _holds(document: Document, passage: Passage, entry: _Entry, lang: Lang) -> bool:
    """Whether the source sentences of a translated passage state what the entry does."""
    if passage.origin == "source" or entry.slot == "what":
        return True
    kind = "names" if entry.slot in {"who", "where"} else "numbers"
    ours = [f for f in facts(kind).find(passage.text, lang) if f.start < entry.stop and entry.start < f.stop]
    theirs = [fact for number in passage.sentences for fact in _stated(document, number, kind)]
    return all(any(facts(kind).same(fact, other) for other in theirs) for fact in ours)


def _stated(document: Document, number: int, kind: str) -> Iterator[Fact]:
    block = document.blocks[document.sentences[number].block]
    return facts(kind).find(document.sentence_text(number), block.lang)
