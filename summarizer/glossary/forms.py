"""One form for all inflections of a phrase: the form that stands in a dictionary."""

import re
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from typing import NamedTuple

from summarizer.document import Lang
from summarizer.glossary.lemmas import lemmas, nominative, readings
from summarizer.glossary.lookup import WORD

OPENING = re.compile(r"[.!?…:«“\"—–]\s*$")  # after it, a capital says nothing


def support(phrases: Iterable[Sequence[str]]) -> Counter[str]:
    """How many words of all could have each lemma: "Путина" may be a fishing season, "Путину" may not."""
    return Counter(lemma for words in phrases for word in words for lemma in lemmas(word))


def key(words: Sequence[str], counts: Counter[str]) -> tuple[str, ...]:
    """The lemma of each word that most words of the text could have."""
    return tuple(
        max(sorted(lemmas(word)), key=lambda lemma: (counts[lemma], lemma == _likeliest(word))) for word in words
    )


def _likeliest(word: str) -> str:
    low = word.lower().replace("ё", "е")
    return str(readings(word)[0].normal_form).replace("ё", "е") if re.search("[а-яё]", low) else low


class Written(NamedTuple):
    """A phrase as it stood somewhere; `first`: where every sentence has a capital."""

    words: tuple[str, ...]
    first: bool


def dictionary_form(
    written: Sequence[Written], lang: Lang, lemmas_: Sequence[str], capitals: Container[str] | None = None
) -> str:
    """The form to list a phrase under: the most frequent one, in Russian its nominative.

    Where any word has a capital, the first word's is kept only if it is one of `capitals` (`None`: always). `lemmas_`
    are those of the words.
    """
    inside = [one.words for one in written if not one.first]
    chosen = inside or [_lowered(one.words, capitals) for one in written]
    forms = [nominative(words, lemmas_) if lang == "ru" else _without_possessive(words) for words in chosen]
    return " ".join(Counter(forms).most_common(1)[0][0])


def _without_possessive(words: tuple[str, ...]) -> tuple[str, ...]:
    return (*words[:-1], re.sub("['’]s$", "", words[-1]))


def _lowered(words: tuple[str, ...], capitals: Container[str] | None) -> tuple[str, ...]:
    plain = words[0][1:].islower() or len(words[0]) == 1
    return words if capitals is None or words[0] in capitals or not plain else (words[0].lower(), *words[1:])


def capitalised(texts: Iterable[str]) -> frozenset[str]:
    """Words that have a capital in the middle of sentences and never small letters."""
    found: set[str] = set()
    small: set[str] = set()
    for text in texts:
        for match in WORD.finditer(text):
            word, before = match.group(), text[: match.start()]
            if word[0].islower():
                small.add(word.capitalize())
            elif before and not OPENING.search(before):
                found.add(word)
    return frozenset(found - small)
