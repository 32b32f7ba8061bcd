"""Where an English sentence can be cut."""

import re
from collections.abc import Iterator

from summarizer.compression._english_words import (
    AGENCY,
    ASIDES,
    BARE_OPENERS,
    CLAUSE_HEADS,
    CLAUSE_WORDS,
    CREDIT,
    DAY,
    EMPTY_FRAMES,
    FINITE,
    LANDS,
    OPENERS,
    OUTLET,
    PAST,
    SAID,
    TALK,
)
from summarizer.compression.cuts import Cut, Rule, at_start, first_of_each, groups
from summarizer.compression.parentheses import parentheses

_I = re.IGNORECASE
_DATELINE = re.compile(
    rf"^(?:[A-Z][A-Z.]+(?: [A-Z.]+)*(?:, [A-Z][\w. ]*?)?(?:, [A-Z][a-z]{{2,8}}\.? \d{{1,2}})? )?"
    rf"\((?:{CREDIT}|{CREDIT.lower()})\)(?:\s*(?:--|[—–-])\s*|\s+)(?=[\w\"“'‘])"
)
_TOWN = re.compile(
    r"^[A-Z][A-Z.]{2,}(?: [A-Z.]+)*(?:, [A-Z][\w. ]*?)?, [A-Z][a-z]{2,8}\.? \d{1,2} ?(?:--|[—–-])\s*(?=[A-Z\"“])"
)
# what is left of a dateline whose line break or dash was lost; only before a word that opens sentences
_LOST = re.compile(
    r"^[A-Z][a-z]+(?: [A-Z][a-z]+)?, [A-Z][a-z]+(?: [A-Z][a-z]+){0,3} "
    r"(?=(?:The|An?|It|In|On|At|When|As|After|More|There|This|These|He|She|They|One|Two|Three) [a-z])"
)
_LOST_LAND = re.compile(rf"^[A-Z][a-z]+(?: [A-Z][a-z]+)?, (?:{LANDS}) (?=[A-Z][a-z]+ [a-z])")  # then before any capital
_OPENER = re.compile(rf"^(?:{OPENERS}), (?!(?:that|which|who)\b)", _I)
_BARE = re.compile(rf"^(?:{BARE_OPENERS}) (?=[^\W_])", _I)
_FRAME_HEAD = re.compile(rf"^{EMPTY_FRAMES} ", _I)
_RELAY_TAIL = re.compile(
    rf", (?:according to {AGENCY}|(?:{AGENCY} (?:reports|reported|said|says)|(?:reports|reported|said) {AGENCY})"
    rf"(?: {DAY})?)(?=[.]$)"
)
_RELAY_HEAD = re.compile(rf"^(?:according to {AGENCY}, |{AGENCY} (?:reports|reported)(?: {DAY})? that )", _I)
_SAID_TALK = re.compile(rf"(?<!is )(?<!was )\b{SAID}( {TALK}(?: {DAY})?)(?= that\b|[.,:](?: |$)|$)")
_SAID_DAY = re.compile(rf"\b(?:said|says|announced|confirmed|added)( {DAY}(?: {TALK})?)(?= that\b|[.,:](?: |$)|$)")
_SAID_ON = re.compile(rf"\bsaid( {DAY})(?= (?:it|he|she|they) )")
_TOLD = re.compile(
    rf"(?<!been )(?<!was )(?<!were )(?<!be )(?<!being )\b(told {OUTLET}(?: {TALK})?(?: {DAY})?)"
    rf"(?= that\b| (?:it|he|she|they) |[.,:](?: |$)|$)"
)
_ASIDE = re.compile(rf", (?:{ASIDES}),(?= )", _I)
_HEAD = re.compile(rf"^[\W_]*(?:{CLAUSE_HEADS})\b", _I)
_WORDS = re.compile(rf"(?:{CLAUSE_WORDS})\b", _I)
# behind an aside: a clause of its own begins, "…, however, it is unclear"
_SUBJECT = re.compile(r"(?:i|you|he|she|it|we|they|there|this|that|these|those|the|an?|its?|his|her|their|[A-Z]\w+)\b")
_RELATIVE = (
    r"(?:(?:some|most|many|all|both|one|none|part|much) of (?:which|whom)|(?:in|at|on|for|by|from|with|to|of|under|"
    r"during|after) (?:which|whom)|which|who|whose|where)"
)
_MIDDLE = re.compile(rf", {_RELATIVE} [^,;:()\"“”—–]+,(?= (?:{FINITE})\b)")
_FINAL = re.compile(rf", (?:{_RELATIVE}) [^,;:()\"“”—–]+(?=[.]$)")
_APPOSITION = re.compile(rf"(?<=\w), (?:an?|the) [a-z][^,;:()\"“”—–]+,(?= (?!(?:said|says|told)\b)(?:{FINITE})\b)")
_VERB = re.compile(rf"\b(?:{FINITE}|{PAST}|\w{{3,}}ed)\b")


def _datelines(text: str) -> Iterator[Cut]:
    yield from at_start(text, _DATELINE, _TOWN, _LOST, _LOST_LAND)


def _openers(text: str) -> Iterator[Cut]:
    yield from at_start(text, _OPENER, _FRAME_HEAD, _BARE)


def _relays(text: str) -> Iterator[Cut]:
    yield from first_of_each(text, _RELAY_TAIL, _RELAY_HEAD)


def _frames(text: str) -> Iterator[Cut]:
    """The place, the day and the medium of a statement; who states it stays."""
    yield from groups(text, _SAID_TALK, _SAID_DAY, _SAID_ON)
    for match in _TOLD.finditer(text):
        yield Cut(match.start(1), match.end(1), "said")


def _asides(text: str) -> Iterator[Cut]:
    """Both commas go where the aside stands inside one clause; the comma of a clause beside it stays."""
    for match in _ASIDE.finditer(text):
        left, right = text[: match.start()], text[match.end() + 1 :]
        heads = _HEAD.match(left) is not None and " " in left
        if "," in left or (not heads and _SUBJECT.match(right) and _VERB.search(left)):
            continue
        yield Cut(match.start(), match.end(), "," if heads or _WORDS.match(right) else "")


def _clauses(text: str) -> Iterator[Cut]:
    """What is said of something between commas, where the main clause's verb follows or has been."""
    for match in _MIDDLE.finditer(text):
        yield Cut(match.start(), match.end())
    last = _FINAL.search(text)
    if last and _VERB.search(text[: last.start()]):
        yield Cut(last.start(), last.end())


def _appositions(text: str) -> Iterator[Cut]:
    for match in _APPOSITION.finditer(text):
        yield Cut(match.start(), match.end())


RULES: tuple[tuple[str, Rule], ...] = (
    ("dateline", _datelines),
    ("opener", _openers),
    ("relay", _relays),
    ("parenthesis", parentheses),
    ("frame", _frames),
    ("aside", _asides),
    ("clause", _clauses),
    ("apposition", _appositions),
)
