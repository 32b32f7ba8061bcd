"""English headlines With Most Words Capitalised: a small model takes their words for names and spells them by ear."""

import re
from functools import lru_cache

from summarizer.facts import names
from summarizer.glossary.vocabulary import is_word

_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?")
_OPENING = re.compile(r"[:.?!—–]\W*$")
_LONG = 3  # letters: words of more have a capital in a headline
_FEWEST = 3  # such words
_SHARE = 0.8  # of them that have one


def is_headline(text: str) -> bool:
    """Whether an English text is written so; a sentence that ends with a full stop or has names alone is none."""
    if text.rstrip(' "”’').endswith("."):
        return False
    long = [word for word in _WORD.findall(text) if len(word) > _LONG]
    capital = [word for word in long if word[0].isupper() and word[1:].islower()]
    if len(long) < _FEWEST or len(capital) < _SHARE * len(long):
        return False
    return sum(map(_is_ordinary, capital[1:])) >= 2


def in_sentence_case(text: str) -> str:
    """The headline as a sentence would have it: ordinary words small, names and what opens a clause with a capital."""
    kept = [match.span() for match in _proper_names().finditer(text)]

    def lowered(match: re.Match[str]) -> str:
        word = match.group()
        opens = match.start() == 0 or _OPENING.search(text, max(0, match.start() - 4), match.start())
        named = any(start <= match.start() < stop for start, stop in kept)
        small = not opens and not named and (len(word) == 1 or word[1:].islower()) and word != "I"
        return word.lower() if small and _is_ordinary(word) else word

    return _WORD.sub(lowered, text)


def _is_ordinary(word: str) -> bool:
    return names.is_ordinary(word) or (not names.written_across(word) and is_word(word.lower(), "en"))


@lru_cache(maxsize=1)
def _proper_names() -> re.Pattern[str]:
    """The names of several words that the press glossary has: White House, Supreme Court."""
    return re.compile("|".join(map(re.escape, names.proper_names())) or "(?!)")
