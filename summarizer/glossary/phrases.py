"""Names and noun phrases of a text: what a translator would look up once and then hold to."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from summarizer.document import Lang
from summarizer.glossary.forms import OPENING
from summarizer.glossary.lemmas import readings
from summarizer.glossary.phrase_words import CUT, INSIDE, is_abbreviation

Kind = Literal["name", "phrase", "word"]

MOST_WORDS = 4
_HEADLINE = 0.6  # of the long words with a capital: a headline in title case, whose capitals say nothing
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_CYRILLIC = re.compile("[а-яё]", re.IGNORECASE)


class Phrase(NamedTuple):
    """A stretch of a sentence, as offsets into it; a `word` is a single common noun.

    `first`: it stands where every sentence has a capital.
    """

    start: int
    stop: int
    kind: Kind
    first: bool


class _Word(NamedTuple):
    text: str
    start: int
    stop: int
    joined: bool  # nothing but one blank before it
    first: bool  # of its sentence, or after a sign that capitals follow

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


def phrases(sentence: str, lang: Lang) -> Iterator[Phrase]:
    """Every stretch that could be a term, also those inside of longer ones, in order.

    A word with a capital where each sentence has one is taken for a common word; of a longer name no single word comes.
    """
    words = list(_words(sentence))
    for at, word in enumerate(words):
        for size in range(1, MOST_WORDS + 1):
            run = words[at : at + size]
            if len(run) < size or not all(one.joined for one in run[1:]):
                break
            kind = _kind(run, lang)
            if kind and not (kind == "name" and size == 1 and _has_neighbours(words, at)):
                yield Phrase(word.start, run[-1].stop, kind, word.first)


def _words(sentence: str) -> Iterator[_Word]:
    matches = list(_WORD.finditer(sentence))
    long = [match.group() for match in matches if len(match.group()) > 3]
    headline = len(long) > 3 and sum(word[0].isupper() for word in long) > _HEADLINE * len(long)
    stop = 0
    for match in matches:
        between = sentence[stop : match.start()]
        first = headline or not stop or bool(OPENING.search(between))
        yield _Word(match.group(), match.start(), match.end(), between == " ", first)
        stop = match.end()


def _has_neighbours(words: Sequence[_Word], at: int) -> bool:
    before = at > 0 and words[at].joined and words[at - 1].capital and not words[at - 1].first
    after = at + 1 < len(words) and words[at + 1].joined and words[at + 1].capital
    return before or after


def _kind(run: Sequence[_Word], lang: Lang) -> Kind | None:
    if any(word.text.isdigit() for word in run):
        return None
    if _is_name(run, lang):
        return "name"
    edges = (run[0], run[-1])
    if any(_is_cut(word.text, lang) for word in (edges if lang == "ru" else run)):
        return None
    fits = is_noun_phrase([word.text for word in run]) if lang == "ru" else _may_be_noun_phrase(run)
    return ("word" if len(run) == 1 else "phrase") if fits else None


def _is_name(run: Sequence[_Word], lang: Lang) -> bool:
    """All words have capitals that the sentence does not ask for; little words stand between English ones."""
    inner = run[1:-1] if lang == "en" else ()
    own = [word for word in run if word not in inner or word.text.lower() not in INSIDE]
    if not all(word.capital and not _is_cut(word.text, lang) for word in own):
        return False
    if lang == "ru" and not any(one.tag.POS in ("NOUN", None) for one in readings(run[-1].text)):
        return False
    return any(not word.first or word.text[1:2].isupper() for word in own) and len(run[0].text) > 1


def _is_cut(word: str, lang: Lang) -> bool:
    low = word.lower().replace("’", "'")
    if is_abbreviation(word):
        return False
    return low in CUT[lang] or (lang == "ru" and any(reading.normal_form in CUT["ru"] for reading in readings(low)[:1]))


def _may_be_noun_phrase(run: Sequence[_Word]) -> bool:
    """English shows no part of speech: what remains between function words, verbs of the list, adverbs and -ing."""
    low = [word.text.lower() for word in run]
    return (
        all(len(word) > 2 and not word.endswith(("'s", "’s")) for word in low)
        and not any(word.endswith("ly") for word in (low[0], low[-1]))
        and not low[-1].endswith(("ed", "ing"))
    )


def is_noun_phrase(words: Sequence[str]) -> bool:
    """Adjectives that agree with a noun, the noun, and after it words in the genitive that end in a noun."""
    if any(not _CYRILLIC.search(word) for word in words):
        return False
    head = next((n for n, word in enumerate(words) if _is(word, "NOUN")), None)
    if head is None or not _is(words[-1], "NOUN"):
        return False
    before = all(agree(word, words[head]) for word in words[:head])
    return before and all(_genitive(word) for word in words[head + 1 :])


def agree(adjective: str, noun: str) -> bool:
    """Whether two Russian words can stand in one case and number, the first as an adjective."""
    nouns = [one.tag for one in readings(noun) if one.tag.POS == "NOUN"]
    return any(
        one.tag.case == tag.case
        and one.tag.number == tag.number
        and (one.tag.number == "plur" or one.tag.gender == tag.gender)
        for one in readings(adjective)
        if one.tag.POS in ("ADJF", "PRTF") and "Apro" not in one.tag
        for tag in nouns
    )


def _is(word: str, part: str) -> bool:
    """By the likeliest reading."""
    own: str | None = readings(word)[0].tag.POS
    return own == part


def _genitive(word: str) -> bool:
    return any(
        one.tag.case in ("gent", "gen2") and one.tag.POS in ("NOUN", "ADJF", "PRTF") and "Apro" not in one.tag
        for one in readings(word)
    )
