"""What a cut may not lose: numbers, names, negations and quotations that the rest of the sentence does not state."""

import re
from collections.abc import Iterable, Sequence

from summarizer.compression._hedges import HEDGES
from summarizer.compression.cuts import Cut
from summarizer.document import Lang
from summarizer.facts import Fact, facts
from summarizer.facts.negation import is_negator
from summarizer.ranking.stems import count_words

_FEWEST_WORDS = 5  # of what is left: fewer are a fragment
_SPEECH = re.compile(r"^\s*[—–-]|(?:^|[\s(])['‘](?=[\w\s])")
_SHORT = re.compile(r"\([A-ZА-ЯЁ][A-ZА-ЯЁ\d&-]+\)")  # "(WMO)": another form of what stands before it
_QUOTES = re.compile(r"[«»“”„\"]")
_ONE = "number:1"  # "one of", «один из»: counts nothing
_OPENING, _CLOSING = "«“„", "»”"
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
# what these rules leave out is theirs to say: words that state nothing, a town, a day and a place of saying
_ITS_OWN = {"opener", "dateline", "frame", "relay"}


def is_safe(kind: str, text: str, cut: Cut, lang: Lang, around: Sequence[str] = ()) -> bool:
    """Whether the sentence keeps its facts, its polarity and its quotations without what the cut leaves out.

    `around` are the texts read beside it: an abbreviation that it uses stays explained.
    """
    gone, rest = text[cut.start : cut.stop], cut.applied(text)
    if count_words(rest) < _FEWEST_WORDS or _quoted(text, cut.start) or _quoted(text, cut.stop):
        return False
    if kind not in _ITS_OWN and (_is_speech(text) or _QUOTES.search(gone) or _loses(kind, gone, rest, lang, around)):
        return False
    return not _denies(gone, lang) and _same_polarity(text, rest, lang) and _same_numbers(text, rest, lang)


def _quoted(text: str, at: int) -> bool:
    """Whether the place is inside quotation marks, which may have opened, or may close, in another sentence."""
    return _open(text[:at], _OPENING, _CLOSING) or _open(text[at:][::-1], _CLOSING, _OPENING)


def _open(text: str, opening: str, closing: str) -> bool:
    """Whether the text ends inside a quotation that it opens."""
    depth = 0
    for char in text:
        depth = max(0, depth + (char in opening) - (char in closing))
    return depth > 0 or text.count('"') % 2 == 1


def _is_speech(text: str) -> bool:
    """Whether the sentence is a speaker's line, which Russian marks with a dash, or has words in single quotes."""
    return _SPEECH.search(text) is not None


def _loses(kind: str, gone: str, rest: str, lang: Lang, around: Sequence[str]) -> bool:
    """Whether the cut takes a figure, a name or a date that the rest does not have."""
    if any(char.isdigit() for char in gone) or HEDGES[lang].search(gone):
        return True
    numbers = (fact for fact in facts("numbers").find(gone, lang) if fact.value != _ONE or fact.kind != "weak number")
    dates = (fact for fact in facts("dates").find(gone, lang) if fact.kind != "relative")
    named = (fact for fact in facts("names").find(gone, lang) if fact.text[0].isupper())
    if kind == "parenthesis" and _SHORT.fullmatch(gone.strip()):  # asked for only where it is used elsewhere
        named = (fact for fact in named if _used(fact.text, around))
    return (
        _unanswered(numbers, rest, "numbers", lang)
        or _unanswered(dates, rest, "dates", lang)
        or _unanswered(named, rest, "names", lang)
    )


def _used(word: str, around: Sequence[str]) -> bool:
    return any(re.search(rf"\b{word}\b", text) for text in around)


def _unanswered(asked: Iterable[Fact], rest: str, kind: str, lang: Lang) -> bool:
    given = list(facts(kind).find(rest, lang))
    same = facts(kind).same
    return any(not any(same(fact, other) for other in given) for fact in asked)


def _denies(gone: str, lang: Lang) -> bool:
    return any(is_negator(word.lower().replace("ё", "е").replace("’", "'"), lang) for word in _WORD.findall(gone))


def _same_polarity(text: str, rest: str, lang: Lang) -> bool:
    """Whether every word that is left is denied if it was denied before: a cut may not bring a negation to a word."""
    before = {fact.value for fact in facts("negation").find(text, lang) if fact.kind == "negated"}
    return {fact.value for fact in facts("negation").find(rest, lang) if fact.kind == "negated"} == before


def _same_numbers(text: str, rest: str, lang: Lang) -> bool:
    """Whether every number that is left was there before: a cut may not make one of two."""
    before = {fact.value for fact in facts("numbers").find(text, lang)}
    return {fact.value for fact in facts("numbers").find(rest, lang)} <= before
