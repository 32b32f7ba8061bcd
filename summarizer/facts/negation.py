"""What a text denies: each negation with the word it falls on, and every other word as affirmed.

Kinds: `negated` (value: the stem of the denied word), `affirmed` (a word that no negation falls on). Two facts are the
same when they have the word and the polarity in common.
"""

import re
from collections.abc import Iterator

from summarizer.document import Lang
from summarizer.facts import Fact
from summarizer.facts._negation_words import BETWEEN, EN_NEGATORS, RU_NEGATORS
from summarizer.ranking.stems import stem
from summarizer.ranking.words import STOP

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_NEGATORS = {"ru": RU_NEGATORS, "en": EN_NEGATORS}
_BREAK = re.compile(r"[.;:!?[\]]")
_FAR = 4  # words from a negation to the one it falls on
_IDLE_WORDS = """
one only just merely less more least later fewer surprisingly
"""
_IDLE_WORDS_2 = """
только лишь просто странно все всех всем всегда менее более раз исключено
исключает исключают исключил исключила исключили прочь единожды меньше больше позднее позже
"""
# "not only", «не только», "no less than", «не менее», «не прочь»: they deny nothing
_IDLE = {
    "ru": frozenset(_IDLE_WORDS_2.split()),
    "en": frozenset(_IDLE_WORDS.split()),
}


def find(text: str, lang: Lang) -> Iterator[Fact]:
    """Yield the words of the text that carry meaning, in order, each with its polarity."""
    words = [(match, match.group().lower().replace("ё", "е").replace("’", "'")) for match in _WORD.finditer(text)]
    denied = dict(_denied(text, words, lang))
    for at, (match, word) in enumerate(words):
        if at in denied:
            negator = words[denied[at]][0]
            start, stop = min(negator.start(), match.start()), max(negator.end(), match.end())
            yield Fact("negated", stem(word), start, stop, text[start:stop])
        elif word not in STOP[lang] and not is_negator(word, lang) and len(word) > 2:
            yield Fact("affirmed", stem(word), match.start(), match.end(), match.group())


def same(a: Fact, b: Fact) -> bool:
    """Whether the two say the same of the same word."""
    return a.value == b.value and a.kind == b.kind


def is_negator(word: str, lang: Lang) -> bool:
    """Whether the word (lower case, е for ё) denies: not, without, didn't, не, никто."""
    return word in _NEGATORS[lang] or (lang == "en" and word.endswith("n't"))


def _denied(text: str, words: list[tuple[re.Match[str], str]], lang: Lang) -> Iterator[tuple[int, int]]:
    """The denied words with their negators, as indices."""
    for at, (_, word) in enumerate(words):
        if not is_negator(word, lang) or _is_idle(words, at, lang) or _ends(text, words[at][0]):
            continue
        for after in range(at + 1, min(at + 1 + _FAR, len(words))):
            other = words[after][1]
            if _BREAK.search(text[words[after - 1][0].end() : words[after][0].start()]) or other == "у":
                break  # «отсутствие у журналистки подтверждения»
            if other not in BETWEEN:
                yield after, at
                break


def _is_idle(words: list[tuple[re.Match[str], str]], at: int, lang: Lang) -> bool:
    return at + 1 < len(words) and words[at + 1][1] in _IDLE[lang]


def _ends(text: str, negator: re.Match[str]) -> bool:
    """«Шансов нет, так как»: what it denies stands before it; "No 842" denies nothing."""
    word, after = negator.group().lower(), text[negator.end() : negator.end() + 3]
    return (word == "нет" and after[:1] in {",", "."}) or (word == "no" and after.lstrip(". ")[:1].isdigit())
