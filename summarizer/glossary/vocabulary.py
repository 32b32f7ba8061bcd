"""Whether a word is one: by pymorphy3's dictionary, by SCOWL's English lists, and by what the press writes beside them.

The list is made by `training/vocabulary.py`.
"""

import lzma
import re
from functools import lru_cache
from importlib.resources import files

from summarizer.document import Lang
from summarizer.glossary.lemmas import is_russian

_BEGINNINGS = re.compile(
    r"(?:un|re|non|over|under|anti|pre|out|mis|dis|super|multi|co|sub|counter|self|mini|micro|inter|trans|semi)(?=.{4})"
)
# endings that English puts to any word, and what the word may have lost before them
_ENDINGS = re.compile(r"(?<=.{4})(?:ly|ness|less|ships?|like|ish|ism|ists?|able|ed|ing|ers?|e?s)$")


@lru_cache(maxsize=50_000)
def is_word(word: str, lang: Lang) -> bool:
    """Whether a word of small letters, without a hyphen, is one of `lang`; made up by its rules counts as well."""
    low = word.replace("ё", "е").replace("’", "'")
    if lang == "ru":
        return low in _listed() or is_russian(low)
    if low.endswith("n't"):
        return True
    low = low.partition("'")[0]
    return _is_english(low) or _is_english(_BEGINNINGS.sub("", low, count=1))


def _is_english(low: str) -> bool:
    if low in _listed():
        return True
    base = _ENDINGS.sub("", low)
    return base != low and (base in _listed() or f"{base}e" in _listed())


@lru_cache(maxsize=1)
def _listed() -> frozenset[str]:
    packed = files("summarizer").joinpath("data/facts/vocabulary.txt.xz").read_bytes()
    return frozenset(lzma.decompress(packed).decode().split())
