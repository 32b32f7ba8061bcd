"""What the page says, in Russian and English; the words lie in `ui.words`, a table a part of the page."""

import re
from collections.abc import Mapping

from summarizer import Lang
from ui.words import draft, history, models, page, skim

LANGUAGES: tuple[Lang, Lang] = ("ru", "en")
COOKIE = "svodka_lang"
_TABLES = (page, skim, draft, models, history)
WORDS: dict[str, tuple[str, str]] = {key: said for table in _TABLES for key, said in table.WORDS.items()}
COUNTED: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    key: forms for table in _TABLES for key, forms in getattr(table, "COUNTED", {}).items()
}
# Readers of these languages mostly read Russian as well: the browser's list ends with English in almost every country.
_READS_RUSSIAN = frozenset({"ru", "be", "uk", "kk", "ky", "tg", "uz", "hy", "tt"})


def say(key: str, lang: Lang, /, **values: object) -> str:
    """The string `key` in the language, its places filled. Raises `KeyError` where there is none."""
    said = WORDS[key][LANGUAGES.index(lang)]
    return said.format(**values) if values else said


def count(key: str, number: int, lang: Lang) -> str:
    """A number with the thing counted, in the form that the number asks for."""
    forms = COUNTED[key][LANGUAGES.index(lang)]
    grouped = f"{number:,}".replace(",", "\u202f" if lang == "ru" else ",")
    return forms[_russian_form(number) if lang == "ru" else number != 1].format(n=grouped)


def _russian_form(number: int) -> int:
    """0 for 1, 21, 101; 1 for 2 to 4, 22; 2 for the rest."""
    if number % 10 == 1 and number % 100 != 11:
        return 0
    return 1 if number % 10 in {2, 3, 4} and number % 100 not in {12, 13, 14} else 2


def reader_language(cookies: Mapping[str, str], accept: str) -> Lang:
    """The language chosen on the page (its cookie), else the first of the browser's that we speak, else English."""
    for code in (cookies.get(COOKIE, ""), *re.findall(r"[a-z]{2,3}", re.sub(r";[^,]*|-\w+", "", accept.lower()))):
        if code == "en":
            return "en"
        if code in _READS_RUSSIAN:
            return "ru"
    return "en"


def browser_language(accept: str) -> Lang:
    """The language that Gradio's script takes for a browser: the first of its list where that is ours, else English."""
    return "ru" if accept.lower().startswith("ru") else "en"


def catalogue(lang: Lang) -> dict[str, str]:
    """Every string in one language, for the browser."""
    return {key: say(key, lang) for key in WORDS}
