"""One fact of a sentence changed: what `facts.py` asks the checks to find. Rules of their own, not the package's."""

import re
from typing import NamedTuple

KINDS = ("date", "negation", "name", "number")
_MONTHS = {
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split(),  # noqa: SIM905
    "en": "January February March April May June July August September October November December".split(),  # noqa: SIM905
}
_DAYS = {
    "ru": "понедельник вторник среду четверг пятницу субботу воскресенье".split(),  # noqa: SIM905
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),  # noqa: SIM905
}
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d|\d)")
_NUMBER = re.compile(r"(?<![\w.,:-])\d{1,3}(?:[.,]\d+)?(?![\w.,:]\d|\w)")
_NAME = re.compile(r"(?<=[а-яёa-z,] )[А-ЯЁA-Z][а-яёa-z]{3,}(?![\w-])")
_WORD = re.compile(r"[^\W\d_]+")
_VERB = re.compile(r"\b[а-яё]{3,}(?:ил|ал|ел|ила|ала|ела|или|али|ели|ает|яет|ует|ют|ут|ят)(?:ся|сь)?\b")
_AUXILIARY = re.compile(r"\b(?:is|are|was|were|has|have|had|will|can|could|would|should)\b(?! not|n't)")
_NOT = {"ru": re.compile(r"\bне (?!только)"), "en": re.compile(r"(?<=\w) not(?! only)\b")}


class Swapped(NamedTuple):
    text: str
    old: str
    new: str


def is_covered(sentence: str, article: str) -> bool:
    """Whether every figure and every name inside the sentence occurs in the article, by its first letters."""
    low = article.lower().replace("ё", "е")
    figures = set(re.findall(r"\d+", article))
    names = [match.group().lower().replace("ё", "е") for match in re.finditer(r"(?<=\w )[А-ЯЁA-Z]\w+", sentence)]
    dated = [word for lang in ("ru", "en") for word in _MONTHS[lang] + _DAYS[lang] if word in sentence.split()]
    names += [word.lower() for word in dated]
    known = all(name[: max(3, len(name) - 3)] in low for name in names)
    return known and all(figure in figures for figure in re.findall(r"\d+", sentence))


def swap(kind, sentence, article, lang, source) -> Swapped | None:
    """The sentence with one fact of this kind changed to one that the article does not have; None where it has none."""
    chance, others = source
    change = {"number": _number, "date": _date, "name": _name, "negation": _negation}[kind]
    return change(sentence, article, lang, chance, others)


def _put(sentence, match, new) -> Swapped:
    return Swapped(sentence[: match.start()] + new + sentence[match.end() :], match.group(), new)


def _number(sentence, article, _lang, chance, _others):
    found = [m for m in _NUMBER.finditer(sentence) if not _YEAR.fullmatch(m.group())]
    if not found:
        return None
    match = chance.choice(found)
    whole, mark, rest = re.fullmatch(r"(\d+)([.,]?)(\d*)", match.group()).groups()
    for _ in range(20):
        new = (
            str(max(2, int(whole) + chance.choice([-1, 1]) * chance.randint(1, max(3, int(whole) // 2)))) + mark + rest
        )
        if new != match.group() and new not in article:
            return _put(sentence, match, new)
    return None


def _date(sentence, article, lang, chance, _others):
    tables = (_MONTHS[lang], _DAYS[lang])
    for table in tables:
        match = re.search(rf"\b(?:{'|'.join(table)})\b", sentence)
        if match and match.group() not in {"среду", "May", "March"}:
            free = [word for word in table if word[:5].lower() not in article.lower()]
            return _put(sentence, match, chance.choice(free)) if free else None
    match = _YEAR.search(sentence)
    if match:
        free = [str(int(match.group()) + n) for n in (-7, -3, -2, 2, 4) if str(int(match.group()) + n) not in article]
        return _put(sentence, match, chance.choice(free)) if free else None
    return None


def _name(sentence, article, lang, chance, others):
    found = [m for m in _NAME.finditer(sentence) if m.group() not in _MONTHS[lang] + _DAYS[lang]]
    if not found:
        return None
    match = chance.choice(found)
    for _ in range(50):
        names = [m.group() for m in _NAME.finditer(chance.choice(others))]
        new = chance.choice(names) if names else ""
        if new and new not in _MONTHS[lang] + _DAYS[lang] and new[:4].lower() not in article.lower():
            return _put(sentence, match, new)
    return None


def _negation(sentence, _article, lang, chance, _others):
    match = _NOT[lang].search(sentence)
    if match:
        return _put(sentence, match, "")
    if lang == "en":
        match = _AUXILIARY.search(sentence)
        return _put(sentence, match, f"{match.group()} not") if match else None
    found = list(_VERB.finditer(sentence))
    if not found:
        return None
    match = chance.choice(found)
    return _put(sentence, match, f"не {match.group()}")
