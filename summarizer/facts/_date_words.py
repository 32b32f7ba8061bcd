"""The words of dates in Russian and English: tables only."""

_RU_MONTHS = (
    "январь января январе январю январем январём|февраль февраля феврале февралю февралем февралём|"
    "март марта марте марту мартом|апрель апреля апреле апрелю апрелем|май мая мае маю маем|"
    "июнь июня июне июню июнем|июль июля июле июлю июлем|август августа августе августу августом|"
    "сентябрь сентября сентябре сентябрю сентябрем сентябрём|октябрь октября октябре октябрю октябрем октябрём|"
    "ноябрь ноября ноябре ноябрю ноябрем ноябрём|декабрь декабря декабре декабрю декабрем декабрём"
)
_EN_MONTHS = (
    "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|"
    "november nov|december dec"
)
_RU_DAYS = (
    "понедельник понедельника понедельнику понедельником понедельникам|вторник вторника вторнику вторникам|"
    "среда среду среды среде средам|четверг четверга четвергу четвергам|пятница пятницу пятницы пятнице пятницам|"
    "суббота субботу субботы субботе субботам|воскресенье воскресенья воскресенью воскресеньям"
)
_EN_DAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
# days that a text counts from the day it was written; they can answer for any date near it
_RU_RELATIVE = "сегодня вчера завтра накануне позавчера послезавтра"
_EN_RELATIVE = "today yesterday tomorrow tonight"

_RU_ADJECTIVES = ((6, "субботн"), (7, "воскресн"), (5, "пятничн"), (4, "четверговы"), (2, "вторничн"))
_RU_ENDINGS = "ий его ему им ем яя ей юю ее ие их ими ый ого ому ым ом ая ой ую ое ые ых ыми"


def _numbered(table: str) -> dict[str, int]:
    return {form: n for n, forms in enumerate(table.split("|"), 1) for form in forms.split()}


MONTHS = {"ru": _numbered(_RU_MONTHS), "en": _numbered(_EN_MONTHS)}
WEEKDAYS = {
    "ru": _numbered(_RU_DAYS) | {stem + end: n for n, stem in _RU_ADJECTIVES for end in _RU_ENDINGS.split()},
    "en": {form + s: n for form, n in _numbered(_EN_DAYS).items() for s in ("", "s")},
}
# adjectives of the months, in small letters: «Октябрьская» is a street
_RU_MONTH_STEMS = (
    "январск февральск мартовск апрельск майск июньск июльск августовск сентябрьск октябрьск ноябрьск декабрьск"
)
RU_MONTH_ADJECTIVES = {
    stem + end: n for n, stem in enumerate(_RU_MONTH_STEMS.split(), 1) for end in _RU_ENDINGS.split()
}
RELATIVE = {"ru": frozenset(_RU_RELATIVE.split()), "en": frozenset(_EN_RELATIVE.split())}
