"""Words across the languages: a table of stems (`training/lexicon.py`), and the sound of what it does not know."""

import lzma
import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files

from summarizer.document import Lang
from summarizer.facts._press import entries
from summarizer.ranking.stems import terms

_ROMAN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "й": "y", "к": "k",
    "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh",
    "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
}  # fmt: skip
# letters of either writing to classes of sounds: Hughes and Хьюз stay apart, Trump and Трамп, Moscow and Москва meet
_SOUNDS = (
    ("shch|sch|tch|ch|sh|zh|ts|cz|cs|dzh|dj|j|c(?=[eiy])|x|z|s|q(?!u)", "s"),
    ("kh|gh|h|g", "g"),
    ("ph|f|v|w|b", "v"),
    ("th|t|d", "t"),
    ("ck|c|k|qu", "k"),
    ("[aeiouy'’-]", ""),
)
_SOUND = tuple((re.compile(pattern), to) for pattern, to in _SOUNDS)
_SHORTEST = 3  # sounds, below: the likeness says nothing


def across(stem: str, lang: Lang) -> tuple[str, ...]:
    """The stems of the other language that can stand for a stem of `lang`, the likeliest first."""
    return _tables()[lang].get(stem, ())


def romanised(word: str) -> str:
    """The word in Latin letters, each letter's first one with its capital; what is not Russian stays."""
    letters = ((_ROMAN.get(letter.lower().replace("ё", "е"), letter), letter.isupper()) for letter in word)
    return "".join(latin[:1].upper() + latin[1:] if capital else latin for latin, capital in letters)


def sound(stem: str) -> str:
    """The consonants of a stem in a spelling that both scripts share; "" where there are too few."""
    latin = "".join(_ROMAN.get(letter, letter) for letter in stem)
    for pattern, to in _SOUND:
        latin = pattern.sub(to, latin)
    plain = re.sub(r"(.)\1+", r"\1", latin)
    return f"@{plain}" if len(plain) >= _SHORTEST else ""


@lru_cache(maxsize=1)
def _tables() -> dict[Lang, dict[str, tuple[str, ...]]]:
    packed = files("summarizer").joinpath("data/facts/lexicon.tsv.xz").read_bytes()
    russian: dict[str, tuple[str, ...]] = {}
    english: dict[str, list[str]] = {}
    for line in lzma.decompress(packed).decode().splitlines():
        word, *others = line.split("\t")
        russian[word] = tuple(others)
        for other in others:
            english.setdefault(other, []).append(word)
    for en, ru in _from_glossary():
        russian[ru] = (*russian.get(ru, ()), en)
        english.setdefault(en, []).append(ru)
    return {"ru": russian, "en": {word: tuple(others) for word, others in english.items()}}


def _from_glossary() -> Iterator[tuple[str, str]]:
    """Stems of the glossary's terms that are one word on either side: abbreviations, places."""
    for entry in entries():
        words = [form for form in entry.en if " " not in form]
        others = [form for form in entry.ru if " " not in form] if words else []
        for one in words if others else ():
            for other in others:
                en, ru = terms(one, "en"), terms(other, "ru")
                if len(en) == len(ru) == 1:
                    yield en[0], ru[0]
