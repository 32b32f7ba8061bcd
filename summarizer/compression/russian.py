"""Where a Russian sentence can be cut."""

import re
from collections.abc import Iterator

from summarizer.compression._russian_words import (
    AGENCY,
    ASIDES,
    BARE_OPENERS,
    BARE_OUTLET,
    CLAUSE_WORDS,
    DAY,
    EMPTY_FRAMES,
    OPENERS,
    PARTICIPLE,
    RELAYS,
    RELAYS_HEAD,
    SAID,
    SAID_THEN,
    TALK,
)
from summarizer.compression.cuts import Cut, Rule, at_start, first_of_each, groups
from summarizer.compression.morphology import is_likely, may_be
from summarizer.compression.parentheses import parentheses

_I = re.IGNORECASE
_DATELINE = re.compile(
    rf"^(?:[А-ЯЁ][А-ЯЁ-]+(?: [А-ЯЁ][А-ЯЁ-]+)?(?:, \d{{1,2}} [а-я]{{3,8}}\.?)?(?:\s*[—–-]\s*|\.\s+)|)"
    rf"(?:/?{AGENCY}/?(?:, [А-ЯЁ][а-яё]+ [А-ЯЁ][а-яё]+)?\s*[.—–-]+\s+)(?=[А-ЯЁ«\d])"
)
_OPENER = re.compile(rf"^(?:{OPENERS}), (?!(?:что|как|чтобы|кто|котор|где)\b)", _I)
_BARE = re.compile(rf"^({BARE_OPENERS}) (?!(?:что|как|чтобы|кто|котор|и|если|же|только)\b)([^\W\d_]+)", _I)
_FRAME_HEAD = re.compile(rf"^{EMPTY_FRAMES} ", _I)
_ASIDE = re.compile(rf", ({ASIDES}),(?= )", _I)
_RELAY_TAIL = re.compile(rf"(?<![»”\"!?…]), {RELAYS} (?:корреспондент )?{AGENCY}(?=[.]$)")
_RELAY_HEAD = re.compile(rf"^{RELAYS_HEAD}, (?!(?:что|котор)\b)", _I)
_SAID_TALK = re.compile(rf"\b{SAID}( {TALK})(?![-\w])(?!,? (?:котор|данн|опубликованн|посвящ[её]нн)| \()", _I)
_TALK_SAID = re.compile(rf"(?<=[\w»\")])( {TALK})(?= (?:также |ещё |ранее )?{SAID}\b)")
_TALK_OPENS = re.compile(rf"^({TALK} )(?=(?:[^\s,:;]+ ){{1,8}}{SAID}\b)", _I)
_TALK_ENDS = re.compile(rf"\b{SAID} [^,;:—]{{2,80}}?( {TALK})(?=[.]$|, что |: «)")
_DAY_THAT = re.compile(rf"\b{SAID_THEN}( {DAY})(?=, что |: «)")
_TO_OUTLET = re.compile(rf"\b(?:заявил|сообщил|рассказал|пояснил|объяснил)[аи]?( {BARE_OUTLET})(?=, что | [а-яё])")
_WHO = re.compile(r"(?<=[а-яё])(, (котор(?:ый|ая|ое|ые)) [^,;:—«»()]+,)(?= ([^\W\d_]+))")
_PARTICIPLE = re.compile(rf", ({PARTICIPLE}) [^,;:—«»()]+,(?= ([^\W\d_]+))")
_NAME_BEFORE = re.compile(r"(?<![.!?«] )(?<!^)\b[А-ЯЁ][а-яё]+$")
_NUMBERS = {
    "который": ("sing", "masc"),
    "которая": ("sing", "femn"),
    "которое": ("sing", "neut"),
    "которые": ("plur",),
}
# where the last clause of a text begins: one that hangs on another may be over after a few words, its comma is needed
_LAST_CLAUSE = re.compile(rf"[,;:—] ?(?:{CLAUSE_WORDS})\b(?: [^\s,;:—]+){{0,3}}$", _I)
_LAST_EQUAL = re.compile(r"[,;:—] ?(?:и|а|но)\b[^,;:—]*$", _I)
_NEAR = 40  # characters behind an aside that hold the next two words


def _dateline(text: str) -> Iterator[Cut]:
    yield from at_start(text, _DATELINE)


def _openers(text: str) -> Iterator[Cut]:
    match = _OPENER.match(text) or _FRAME_HEAD.match(text)
    if match and not _inverted(text[match.end() :]):
        yield Cut(0, match.end())
    bare = _BARE.match(text)
    if bare and not _belongs(bare[1], bare[2]) and not _inverted(text[bare.start(2) :]):
        yield Cut(0, bare.start(2))


def _inverted(rest: str) -> bool:
    """Whether the rest opens with the verb of a statement in between: "кроме того, отметил он, …"."""
    return re.match(rf"{SAID}\b(?!,? что\b)", rest, _I) is not None


def _belongs(opener: str, word: str) -> bool:
    """Whether the next word makes the opener a plain phrase: "при этом условии", "также и"."""
    if opener.lower().endswith(("этом", "тем")):
        return any(may_be(word, case, "sing", gender) for case in ("loct", "ablt") for gender in ("masc", "neut"))
    return opener.lower() == "в то же время" and may_be(word, "NOUN", "gent") and not may_be(word, "nomn")


def _relays(text: str) -> Iterator[Cut]:
    yield from first_of_each(text, _RELAY_TAIL, _RELAY_HEAD)


def _frames(text: str) -> Iterator[Cut]:
    """The place, the day and the medium of a statement; who states it stays."""
    yield from groups(text, _SAID_TALK, _TALK_SAID, _TALK_ENDS, _DAY_THAT, _TO_OUTLET, _TALK_OPENS)


def _asides(text: str) -> Iterator[Cut]:
    """Both commas go where the aside stands inside one clause; a comma before a clause of its own stays."""
    for match in _ASIDE.finditer(text):
        left, right = text[: match.start()], text[match.end() + 1 :]
        following = re.findall(r"[^\W\d_]+", right[:_NEAR])[:2]
        if any(is_likely(word, "GRND") or is_likely(word, "PRTF") for word in following):
            continue
        if "," in left and not (_LAST_CLAUSE.search(left) or _LAST_EQUAL.search(left)):
            continue
        clause = re.match(rf"(?:{CLAUSE_WORDS})\b", right, _I)
        if following and following[0] != "и" and (clause is None or not _joins(match[1], clause[0])):
            yield Cut(match.start(), match.end(), "," if clause else "")


def _joins(aside: str, clause: str) -> bool:
    """Whether the aside is what the clause behind it hangs on: "напомним, что", "однако, как говорят, …"."""
    return aside.lower() in {"напомним", "отметим"} or (aside.lower() == "однако" and clause not in {"что", "чтобы"})


def _clauses(text: str) -> Iterator[Cut]:
    """What is said of a subject's name between commas, where its own verb follows."""
    for match in _WHO.finditer(text):
        number = _NUMBERS[match[2].lower()]
        if _is_subject(text[: match.start()], number) and is_likely(match[3], "VERB", number[0]):
            yield Cut(match.start(), match.end())
    for match in _PARTICIPLE.finditer(text):
        numbers = [number for number in _NUMBERS.values() if is_likely(match[1], "PRTF", "nomn", *number)]
        if any(_is_subject(text[: match.start()], n) and is_likely(match[2], "VERB", n[0]) for n in numbers):
            yield Cut(match.start(), match.end())


def _is_subject(left: str, number: tuple[str, ...]) -> bool:
    """Whether the text ends with a name in the nominative, in this number and gender.

    In the plural the nominative must be its likeliest reading: "Европы, которые" seldom speaks of two Europes.
    """
    name = _NAME_BEFORE.search(left)
    reads = is_likely if "plur" in number else may_be
    return name is not None and reads(name[0], "nomn", *number)


RULES: tuple[tuple[str, Rule], ...] = (
    ("dateline", _dateline),
    ("opener", _openers),
    ("relay", _relays),
    ("parenthesis", parentheses),
    ("frame", _frames),
    ("aside", _asides),
    ("clause", _clauses),
)
