"""Words by their dictionary form: Russian ones by pymorphy3, English ones by their endings."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer
    from pymorphy3.analyzer import Parse

_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_CYRILLIC = re.compile("[а-яё]")
_IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "people": "person", "feet": "foot", "teeth": "tooth",
    "geese": "goose", "mice": "mouse", "lives": "life", "wives": "wife", "knives": "knife", "leaves": "leaf",
    "crises": "crisis", "theses": "thesis", "analyses": "analysis", "indices": "index", "data": "datum",
    "held": "hold", "said": "say", "went": "go", "was": "be", "were": "be", "is": "be", "are": "be", "been": "be",
}  # fmt: skip


@lru_cache(maxsize=100_000)
def lemmas(word: str) -> frozenset[str]:
    """All dictionary forms that the word can have, small letters, е for ё."""
    low = word.lower().replace("ё", "е").replace("’", "'")
    if _CYRILLIC.search(low):
        return frozenset(parse.normal_form.replace("ё", "е") for parse in _analyzer().parse(low)) | {low}
    return frozenset(_english(low))


def _english(low: str) -> set[str]:
    """The word without its endings, every one that it may have: "policies" gives policy, "imposed" impos and impose."""
    low = low.removesuffix("'s").rstrip("'")
    found = {low}
    if low in _IRREGULAR:
        found.add(_IRREGULAR[low])
    if len(low) > 4 and low.endswith("ies"):
        found.add(low[:-3] + "y")
    if len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is")):
        found |= {low[:-1], low[:-2]} if low.endswith("es") else {low[:-1]}
    for ending in ("ed", "ing"):
        stem = low[: -len(ending)]
        if low.endswith(ending) and len(stem) > 2:
            found |= {stem, stem + "e"}
            if stem[-1] == stem[-2]:
                found.add(stem[:-1])
    return found


def inflected(phrase: str) -> tuple[str, ...]:
    """A Russian term in its six cases, the words that agree with the head changed with it, the others left.

    The head is the first noun in the nominative; adjectives before it follow it. What cannot be changed is one form.
    """
    words = phrase.split()
    parses = [_nominative(word) for word in words]
    head = next((n for n, parse in enumerate(parses) if parse is not None and "NOUN" in parse.tag), None)
    if head is None:
        return (phrase,)
    found = []
    for case in _CASES:
        changed = [
            _in_case(word, parse, case) if n <= head else word
            for n, (word, parse) in enumerate(zip(words, parses, strict=True))
        ]
        found.append(" ".join(changed))
    return tuple(dict.fromkeys(found))


def _nominative(word: str) -> "Parse | None":
    """The word's reading as a noun or adjective in the nominative."""
    return next((p for p in _analyzer().parse(word) if "nomn" in p.tag and p.tag.POS in ("NOUN", "ADJF", "PRTF")), None)


def _in_case(word: str, parse: "Parse | None", case: str) -> str:
    changed = parse.inflect({case}) if parse is not None else None
    if changed is None or word.isupper():
        return word
    text: str = changed.word
    return text[0].upper() + text[1:] if word[0].isupper() else text


@lru_cache(maxsize=1)
def _analyzer() -> "MorphAnalyzer":
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer()
