"""Where a Russian full stop ends a sentence or does not, against razdel's lists: they join too much and miss some."""

import re

from razdel.segmenters.sokr import HEAD_SOKRS

from summarizer.language.abbreviations import (
    BEFORE_NAME_RU,
    BEFORE_NUMBER_RU,
    COUNTRIES,
    DATE_WORDS,
    LETTERED,
    UNITS,
    WHOLE_WORDS,
)
from summarizer.language.gaps import JOIN, SPLIT, Gap, Verdict, is_part_of_a_mark

_AFTER_NUMBER = re.compile(r"(?:\d|[%$€£₽]|\b[IVXLC]+|\b(?:тыс|млн|млрд|трлн|кв|куб)\.?)[\s\u00a0]?$")
_NUMBER_OF_A_NAME = re.compile(r"№\s?\d+\s?$")  # школа № 127 г. Перми
_ENDING = re.compile(r"\d[-‑–][а-яё]{1,3}$|[а-яё°]/[а-яё]{1,3}$|°\s?[CС]$")  # в 90-х, 15 м/с, 20 °С
_PAIR = re.compile(r"(?:^|\W)\w{1,2}\s?\.\s?(?:-?\w)$")  # т. е, н. э, А. С
_AND_SO_ON = re.compile(r"\bи (?:пр|др|проч|т\.\s?[дп])$")
_QUOTED_CAPITAL = re.compile(r"\s[«\"“„][А-ЯЁ]")
_COUNTED = ("тыс", "млн", "млрд", "трлн", "экз", "шт")  # 5 тыс. «Жигулей»
_GENITIVE = re.compile(r"(?:ого|его|ой|ей|ых|их|[аяиыуо])$")
_LATIN_NUMERAL = re.compile(r"[IVX]$")
_ROMAN = re.compile(r"[IVXLC]+$")
_WORD = re.compile(r"[^\W\d_]+")
_DATE_WORDS = 7  # a longer beginning holds more than a date


def number_and_unit(gap: Gap) -> Verdict | None:
    """226 см. Рост, 5 тыс. руб. За, в 2014 г. Путин; but "В начале 2014 г. Россия", "XIX в. Россия" after "В"."""
    if gap.sign != "." or gap.word not in UNITS or _initials_follow(gap):
        return None
    if not gap.capital and (gap.word in _COUNTED or not _QUOTED_CAPITAL.match(gap.right)):
        return None
    before = gap.left[: -len(gap.word)]
    if not _AFTER_NUMBER.search(before) or _NUMBER_OF_A_NAME.search(before):
        return None
    return JOIN if _only_a_date(gap) or gap.next in COUNTRIES else SPLIT


def ordinal_and_degree(gap: Gap) -> Verdict | None:
    """В 90-х. Потом, 15 м/с. Ветер, +20 °С. Ночью: no abbreviations, though razdel takes their ends for some."""
    return SPLIT if gap.sign == "." and gap.capital and _ENDING.search(gap.left) else None


def and_so_on(gap: Gap) -> Verdict | None:
    """Азота и пр. Завод, ламп и т. д. «Мы»; but "пр. Мира"."""
    if gap.sign != "." or not _AND_SO_ON.search(gap.left):
        return None
    return SPLIT if gap.capital or _QUOTED_CAPITAL.match(gap.right) else None


def named_after(gap: Gap) -> Verdict | None:
    """МГУ им. Ломоносова, им. А. С. Пушкина; but "помочь им. Однако", "помочь им. Путин"."""
    if gap.sign != "." or gap.word != "им" or not gap.capital or _initials_follow(gap):
        return None
    return JOIN if _GENITIVE.search(gap.next) and not gap.opens else SPLIT


def whole_word(gap: Gap) -> Verdict | None:
    """Вымыл пол. Потом; but "пол. XX века", "ред. А. Иванова"."""
    if gap.sign != "." or gap.word.lower() not in WHOLE_WORDS or not gap.capital or _initials_follow(gap):
        return None
    if gap.next.isascii() or gap.word_before.lower() in ("под", "общ", "отв", "гл") or gap.left == gap.word:
        return None
    return SPLIT


def opener_after_abbreviation(gap: Gap) -> Verdict | None:
    """Живёт на этой ул. Он; a new sentence, whatever the abbreviation."""
    if gap.sign != "." or not gap.opens or _PAIR.search(gap.left):
        return None
    return SPLIT if gap.word.lower() in HEAD_SOKRS else None


def before_a_name(gap: Gap) -> Verdict | None:
    """Ген. Иванов, наб. Мойки, м. «Курская»."""
    if gap.sign != "." or gap.word.lower() not in BEFORE_NAME_RU or gap.opens:
        return None
    if _AFTER_NUMBER.search(gap.left[: -len(gap.word)]):
        return None
    return JOIN if gap.capital or gap.next in ("«", '"') else None


def before_a_number(gap: Gap) -> Verdict | None:
    """Табл. 5, сент. 2014."""
    return JOIN if gap.sign == "." and gap.word.lower() in BEFORE_NUMBER_RU and gap.next.isdigit() else None


def initial(gap: Gap) -> Verdict | None:
    """А. С. Пушкин; but "витамин С. Он", "Пётр I. Россия", "в группе А. Сборная"."""
    letter = gap.word
    if gap.sign != "." or len(letter) != 1 or not letter.isupper() or not gap.capital:
        return None
    if is_part_of_a_mark(gap):
        return SPLIT
    king = _LATIN_NUMERAL.match(letter) and not gap.next.isascii()
    if gap.word_before.lower() in LETTERED or king:
        return SPLIT
    return SPLIT if gap.opens and not _PAIR.search(gap.left) else JOIN


def _initials_follow(gap: Gap) -> bool:
    return len(gap.next) == 1 and gap.after_next == "."


def _only_a_date(gap: Gap) -> bool:
    """Whether the sentence so far is nothing but a date: what it tells must still come."""
    if gap.start - gap.begin > len(gap.left):
        return False
    words = _WORD.findall(gap.left[: -len(gap.word)])
    if gap.word not in ("г", "гг", "в", "вв") or len(words) > _DATE_WORDS:
        return False
    return all(word.lower() in DATE_WORDS or _ROMAN.match(word) for word in words)


RULES = (
    number_and_unit,
    ordinal_and_degree,
    and_so_on,
    named_after,
    whole_word,
    opener_after_abbreviation,
    before_a_name,
    before_a_number,
    initial,
)
