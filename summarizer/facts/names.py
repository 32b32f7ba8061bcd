"""Names: what is written with a capital for its own sake, and every word that can answer for it on the other side.

A fact's value has three parts, parted by "/", each a list parted by "|": the word without its ending, its renderings in
the other script (the gazetteer of Wikidata names, the glossary, the table of stems), and its sounds. Kinds: `name`;
`common name`, a word with a meaning of its own, part of a longer name (House, Палата); `abbreviation`; `weak name`,
capitalised for another reason perhaps (the first word of a sentence that no gazetteer knows) or without a consonant to
hear; `word`, all others: the last two can answer for a name ("российский" for "Russia"), but should not be asked for.
"""

import lzma
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import NamedTuple

from summarizer.document import Lang
from summarizer.facts import Fact
from summarizer.facts._lexicon import across
from summarizer.facts._name_forms import bases, parts, roots, spelt_out
from summarizer.facts._name_sounds import alike, sounds
from summarizer.facts._name_words import EN_PLAIN, INSTITUTIONS, RU_PLAIN
from summarizer.facts._press import entries
from summarizer.ranking.stems import stem

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_RUSSIAN = re.compile("[а-я]")
_OPENING = re.compile(r"(?:^|[.!?…:»”\"]\s+|[«“„\"(—–-]\s?|\n\s*)$")
_PLAIN = {"ru": RU_PLAIN, "en": EN_PLAIN}


class Keys(NamedTuple):
    """A fact's value taken apart."""

    own: frozenset[str]
    other: frozenset[str]
    sounds: frozenset[str]
    cyrillic: bool


def find(text: str, lang: Lang) -> Iterator[Fact]:
    """Yield the names of the text and its other words, in order."""
    headline = lang == "en" and _is_headline(text)
    for match in _WORD.finditer(text):
        word = match.group()
        yield Fact(_kind(text, match, lang, headline=headline), value(word), match.start(), match.end(), word)


def joined(text: str) -> Iterator[Fact]:
    """Two or three words with capitals, side by side, as one: the other language may write Ho Chi Minh «Хошимин»."""
    words = list(_WORD.finditer(text))
    for at in range(len(words)):
        for size in (2, 3):
            run = words[at : at + size]
            if len(run) == size and all(_goes_on(text, a, b) for a, b in pairwise(run)):
                start, stop = run[0].start(), run[-1].end()
                yield Fact("joined", value("".join(part.group() for part in run)), start, stop, text[start:stop])


def _goes_on(text: str, before: re.Match[str], match: re.Match[str]) -> bool:
    between = text[before.end() : match.start()]
    return between in {" ", "-"} and before.group()[0].isupper() and match.group()[0].isupper()


def same(a: Fact, b: Fact) -> bool:
    """Whether the two can name the same, in one script by the word's base, across by rendering or sound."""
    x, y = keys(a.value), keys(b.value)
    if x.cyrillic == y.cyrillic:
        # "российский" and "Россия" share a rendering that is a name; two ordinary words share one that is not
        return not x.own.isdisjoint(y.own) or (x.cyrillic and _holds_a_name(x.other & y.other))
    if not (x.own.isdisjoint(y.other) and x.other.isdisjoint(y.own)):
        return True
    return alike(x.sounds, y.sounds)


def _holds_a_name(shared: frozenset[str]) -> bool:
    return any(form in _gazetteer().cyrillic and form not in _common() for form in shared)


def renderings(word: str) -> tuple[str, ...]:
    """How the gazetteer writes a Russian name in Latin letters, small ones, the word's own form before its bases."""
    low = _low(word)
    for base in (low, *bases(low)):
        if base in _gazetteer().latin:
            return tuple(dict.fromkeys(_gazetteer().latin[base]))
    return ()


def written_across(word: str) -> tuple[str, ...]:
    """How the gazetteer writes this name in the other script, as it stands; in small letters."""
    low = _low(word)
    return tuple(_gazetteer().latin.get(low, ()) if _is_cyrillic(low) else _gazetteer().cyrillic.get(low, ()))


def is_english(word: str) -> bool:
    """Whether the word is a name or an ordinary word of English, as it stands."""
    low = _low(word)
    return low in _gazetteer().cyrillic or low in _common()


def is_ordinary(word: str) -> bool:
    """Whether the press writes the word with a small letter more often than not."""
    return _low(word) in _common()


def proper_names() -> tuple[str, ...]:
    """English names of several words in the press glossary, the longest first."""
    forms = (form for entry in entries() for form in entry.en if " " in form)
    proper = {form for form in forms if form[0].isupper() and form.rpartition(" ")[2][0].isupper()}
    return tuple(sorted(proper, key=lambda form: (-len(form), form)))


@lru_cache(maxsize=50_000)
def value(word: str) -> str:
    """The normal form of a word."""
    low = _low(word)
    parts_of_it = _cyrillic(low) if _is_cyrillic(low) else _latin(low, owned=word != word.removesuffix("s"))
    return "/".join("|".join(sorted(part)) for part in parts_of_it)


def _cyrillic(low: str) -> tuple[set[str], set[str], set[str]]:
    own = {low, stem(low), *bases(low)}
    own |= {root for form in own for root in roots(form)}
    known = {latin for base in own for latin in _gazetteer().latin.get(base, ())}
    return own, {*known, *across(stem(low), "ru"), *parts(low)}, _heard(low, own)


def _latin(low: str, *, owned: bool) -> tuple[set[str], set[str], set[str]]:
    if not low:
        return set(), set(), set()
    full = spelt_out(low)
    own = {low, full, stem(full)}
    known = {base for form in _gazetteer().cyrillic.get(full, ()) for base in (form, *bases(form))}
    # Moore's Ford is rendered «Морс Форд»
    heard = _heard(full, roots(full)) | (sounds(f"{full}s") if owned else frozenset())
    return own, {*known, *across(stem(full), "en")}, set(heard)


def _heard(low: str, forms: Iterable[str]) -> set[str]:
    """The sounds of a word, and of its other forms where they are two consonants or more."""
    others = {sound for form in forms for sound in sounds(form) if len(sound) > 1}
    return {*sounds(low), *others}


@lru_cache(maxsize=50_000)
def keys(value: str) -> Keys:
    """A value taken apart again."""
    own, other, heard = (frozenset(part.split("|")) - {""} for part in value.split("/"))
    return Keys(own, other, heard, any(_is_cyrillic(form) for form in own))


def _kind(text: str, match: re.Match[str], lang: Lang, *, headline: bool) -> str:
    word = match.group()
    if not word[0].isupper() or (low := _low(word)) in _PLAIN[lang]:
        return "word"
    shortened = len(word) <= 4 and text[match.end() :].startswith(". ")  # Fla., Dec., им.; at the end a full stop
    if len(word) == 1 or headline or shortened or not sounds(low):
        return "weak name"
    if word.isupper() or sum(letter.isupper() for letter in word) > 2:
        return "weak name" if _is_common(low) else "abbreviation"
    opens = _OPENING.search(text[max(0, match.start() - 4) : match.start()]) is not None
    if opens and not _is_known(low):
        return "weak name"
    joined = "-" in text[max(0, match.start() - 1) : match.end() + 1]
    return "common name" if joined or _is_common(low) else "name"


def _low(word: str) -> str:
    return word.lower().replace("ё", "е").replace("’", "'").removesuffix("'s").rstrip("'")


def _is_common(low: str) -> bool:
    """Whether the word is an ordinary one as well: small letters more often than not, or rendered by unlike sounds."""
    if low in _common() or low in INSTITUTIONS:
        return True
    renderings = across(stem(low), "ru" if _is_cyrillic(low) else "en") if low else ()
    heard = frozenset(sound for sound in sounds(low) if len(sound) > 1)
    return bool(renderings) and not any(alike(heard, sounds(rendering)) for rendering in renderings)


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    packed = files("summarizer").joinpath("data/facts/common.txt.xz").read_bytes()
    return frozenset(lzma.decompress(packed).decode().split())


def _is_known(low: str) -> bool:
    """Whether the first word of a sentence is a name for certain."""
    gazetteer = _gazetteer()
    if _is_cyrillic(low):
        known = any(base in gazetteer.latin for base in (low, *bases(low)))
    else:
        known = low in gazetteer.cyrillic
    return known and not _is_common(low)


def _is_headline(text: str) -> bool:
    """Whether most words are capitalised, as in an English headline: there capitals say nothing."""
    words = [word for word in _WORD.findall(text) if len(word) > 3]
    return len(words) >= 5 and sum(word[0].isupper() for word in words) > 0.8 * len(words)


def _is_cyrillic(word: str) -> bool:
    return _RUSSIAN.search(word) is not None


class _Gazetteer(NamedTuple):
    cyrillic: dict[str, tuple[str, ...]]  # by the name in Latin letters
    latin: dict[str, list[str]]  # by the Russian name


@lru_cache(maxsize=1)
def _gazetteer() -> _Gazetteer:
    packed = files("summarizer").joinpath("data/facts/names.tsv.xz").read_bytes()
    cyrillic: dict[str, tuple[str, ...]] = {}
    latin: dict[str, list[str]] = {}
    for line in lzma.decompress(packed).decode().lower().replace("ё", "е").splitlines():
        name, *forms = line.split("\t")
        cyrillic[name] = (*cyrillic.get(name, ()), *forms)
        for form in forms:
            latin.setdefault(form, []).append(name)
    return _Gazetteer(cyrillic, latin)
