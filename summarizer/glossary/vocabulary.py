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
# what Russian puts before any word: «тургруппа», «подредактировать»
_RUSSIAN_BEGINNINGS = re.compile(
    r"(?:авиа|авто|агит|био|веб|видео|гидро|гос|избир|интернет|кибер|крио|мед|мото|нарко|недо|нефте|онлайн|пере|под|полит|"
    r"порно|про|проф|псевдо|соц|спец|теле|техно|тур|фото|хоз|экзо|эко|электро|энерго|не|от|со)(?=.{5})"
)
# endings that English puts to any word, and what the word may have lost before them
_ENDINGS = re.compile(r"(?<=.{4})(?:ly|ness|less|ships?|like|ish|ism|ists?|able|ed|ing|ers?|e?s)$")


@lru_cache(maxsize=50_000)
def is_word(word: str, lang: Lang) -> bool:
    """Whether a word of small letters, without a hyphen, is one of `lang`; made up by its rules counts as well."""
    low = word.replace("ё", "е").replace("’", "'")
    if lang == "ru":
        return is_listed(low) or is_russian(low) or _is_made(low)
    if low.endswith("n't"):
        return True
    low = low.partition("'")[0]
    return _is_english(low) or _is_english(_BEGINNINGS.sub("", low, count=1))


def _is_made(low: str) -> bool:
    base = _RUSSIAN_BEGINNINGS.sub("", low, count=1)
    return base != low and (is_listed(base) or is_russian(base))


def _is_english(low: str) -> bool:
    if is_listed(low):
        return True
    base = _ENDINGS.sub("", low)
    return base != low and (is_listed(base) or is_listed(f"{base}e"))


def is_listed(word: str) -> bool:
    """Whether the list has the word as it stands.

    Found by halving the sorted lines: as a set of strings they would take 40 MB of memory."""
    lines, wanted = _lines(), word.encode()
    low, high = 0, len(lines)
    while low < high:
        start = max(low, lines.rfind(b"\n", low, (low + high) // 2) + 1)
        stop = lines.find(b"\n", start)
        line = lines[start:stop]
        if line == wanted:
            return True
        low, high = (stop + 1, high) if line < wanted else (low, start)
    return False


@lru_cache(maxsize=1)
def _lines() -> bytes:
    return lzma.decompress(files("summarizer").joinpath("data/facts/vocabulary.txt.xz").read_bytes()) + b"\n"
