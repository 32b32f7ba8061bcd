"""Words by their dictionary form: Russian ones by pymorphy3, English ones by their endings."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pymorphy3 import MorphAnalyzer
    from pymorphy3.analyzer import Parse

_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_PERSON = frozenset({"Name", "Surn", "Patr"})
_ADJECTIVES = ("ADJF", "PRTF")
_PROPER = _PERSON | {"Geox", "Orgn"}
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


@lru_cache(maxsize=100_000)
def readings(word: str) -> "tuple[Parse, ...]":
    """What a Russian word can be, the likeliest first; proper names first of all where it has a capital."""
    found = tuple(_analyzer().parse(word.lower()))
    if word[:1].isupper():
        return tuple(sorted(found, key=lambda parse: not _PROPER.intersection(parse.tag.grammemes)))
    return found


def is_russian(low: str) -> bool:
    """Whether the dictionary has the word (small letters), perhaps with a part before it that goes with any word."""
    if _analyzer().word_is_known(low):
        return True
    ways = ({type(step[0]).__name__ for step in parse.methods_stack} for parse in readings(low))
    return any(way == {"DictionaryAnalyzer", "KnownPrefixAnalyzer"} for way in ways)


def nominative(words: Sequence[str], wanted: Sequence[str] = ()) -> tuple[str, ...]:
    """A Russian phrase as a dictionary has it: the head in the nominative, what agrees with it changed with it.

    The number stays. The head is the first noun; after it only the further names of a person are changed. `wanted` are
    the lemmas of the words, where they are known; a word that is its own lemma stays as it is.
    """
    found = [_with_lemma(readings(word), lemma) for word, lemma in zip_longest(words, wanted[: len(words)])]
    heads = (n for n, own in enumerate(found) if own[0].tag.POS == "NOUN" and not _modifies(own, found[n + 1 :]))
    head = next(heads, None)
    if head is None:
        return tuple(words)
    nouns = [parse for parse in found[head] if parse.tag.POS == "NOUN"]
    noun = next((n for n in nouns if all(_alike(found[k], n, _ADJECTIVES) for k in range(head))), nouns[0])
    person = noun.tag.grammemes & _PERSON
    changed = list(words)
    for n, own in enumerate(found):
        parse = noun if n == head else _alike(own, noun, _ADJECTIVES if n < head else ("NOUN",))
        moves = n <= head or (person and parse is not None and parse.tag.grammemes & _PERSON)
        own_lemma = n >= head and n < len(wanted) and words[n].lower() == wanted[n]
        if moves and not own_lemma and parse is not None and noun.tag.case != "nomn":
            changed[n] = _in_case(words[n], parse, "nomn")
    return tuple(changed)


def _with_lemma(found: "tuple[Parse, ...]", lemma: str | None) -> "tuple[Parse, ...]":
    """The readings that have the lemma, all of them where none has."""
    return tuple(parse for parse in found if parse.normal_form.replace("ё", "е") == lemma) or found


def _modifies(found: "Sequence[Parse]", later: "Sequence[Sequence[Parse]]") -> bool:
    """Whether the word, a surname perhaps, is an adjective of a noun that follows."""
    nouns = (noun for own in later if own[0].tag.POS == "NOUN" for noun in own if not noun.tag.grammemes & _PERSON)
    return any(_alike(found, noun, _ADJECTIVES) for noun in nouns)


def _alike(found: "Sequence[Parse]", noun: "Parse", parts: Sequence[str]) -> "Parse | None":
    """The reading that stands in the case, number and gender of the noun."""
    for parse in found:
        tag = parse.tag
        same = tag.case == noun.tag.case and tag.number == noun.tag.number
        if same and (tag.number == "plur" or tag.gender == noun.tag.gender) and tag.POS in parts:
            return parse
    return None


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
    tag = parse.tag if parse is not None else None
    asked = {case, tag.number} if tag is not None and tag.number else {case}
    if tag is not None and tag.POS in ("ADJF", "PRTF") and tag.gender:
        asked.add(tag.gender)
    changed = parse.inflect(asked) if parse is not None else None
    if changed is None or word.isupper():
        return word
    text: str = changed.word
    return text[0].upper() + text[1:] if word[0].isupper() else text


@lru_cache(maxsize=1)
def _analyzer() -> "MorphAnalyzer":
    from pymorphy3 import MorphAnalyzer

    return MorphAnalyzer()
