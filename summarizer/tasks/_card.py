"""The card: who, what, when, where, numbers, each read off a sentence of the digest that is its evidence."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from summarizer.document import Document, Lang
from summarizer.facts import Fact, facts
from summarizer.job import Passage
from summarizer.ranking.words import STOP
from summarizer.tasks._card_words import DATES, LABELS, NO_NAMES, PLACES

_MOST = {"what": 1, "who": 4, "when": 3, "where": 3, "numbers": 4}
_NAMES = {"name", "common name", "abbreviation"}
_THING = re.compile(r"[\s\u00a0-]([^\W\d_]+)|\s?%")
_COUNTED = 2  # words behind a number that say what is counted, two at most
_YEAR = range(1500, 2100)
# a Russian name that stands alone and in another case than the nominative is not who did something
_OBLIQUE = re.compile(r".{2,}(?:у|ю|ом|ем|ой|ей|е|ы|и)$")
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
        is_place = re.search(PLACES[lang], text[:start], re.IGNORECASE) is not None
        if is_place or len(run) > 1 or not _OBLIQUE.fullmatch(run[0].text) or lang == "en":
            yield _Entry("where" if is_place else "who", text[start:stop], start, stop)


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
    """Numbers with what they count; a year that stands alone is when."""
    for fact in facts("numbers").find(text, lang):
        clock = ":" in {text[fact.start - 1 : fact.start], text[fact.stop : fact.stop + 1]}
        if fact.kind != "number" or clock:
            continue
        sign = _MONEY.search(text[: fact.start])
        start = sign.start() if sign else fact.start
        stop = fact.stop if sign else _stop_of_thing(text, fact.stop, lang)
        is_year = stop == fact.stop and fact.text.isdigit() and int(fact.text) in _YEAR and not sign
        yield _Entry("when" if is_year else "numbers", text[start:stop], start, stop)


def _stop_of_thing(text: str, stop: int, lang: Lang) -> int:
    for _ in range(_COUNTED):
        word = _THING.match(text, stop)
        if word is None or (word[1] or "").lower() in STOP[lang]:
            break
        stop = word.end()
    return stop


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
