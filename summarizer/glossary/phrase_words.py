"""Words that no term begins or ends with, and verbs and adverbs that an English phrase is cut at."""

from summarizer.document import Lang
from summarizer.ranking.words import STOP

_EN_CUT = """
said says say told tells tell added adds according made make makes making took take takes taking taken came come comes
coming went go goes going gone got get gets getting gave give gives giving given put puts let lets seen see sees seeing
saw know knows knew known think thinks thought want wants wanted use uses used using became become becomes need needs
needed may might must shall would could should can cannot keep keeps kept show shows showed shown find finds found
include includes including included called calls call began begin begins begun allow allows allowed remain remains
remained seem seems seemed follow follows followed following expected expect expects decided decide held hold holds
help helps helped turned turn brought bring brings left leave leaves led lead leads reported reports asked ask asks
announced announces noted notes claimed claims believe believes believed want continue continues continued provide
provides provided work works worked working based located due able likely unlikely another others one two three four
five six seven eight nine ten many much several various certain new old last next first second third recent good bad
big small great same different other whole major main key every today yesterday tomorrow ago already often even still
yet ever never soon now then here there perhaps almost just rather quite really mr mrs ms dr without within among across
towards toward upon per via since though although because unless whether however also like unlike despite except beyond
near along onto around behind amid versus them us me him it's i'm he's she's that's don't doesn't didn't isn't wasn't
"""
_RU_CUT = """
мистер миссис человек люди млн млрд тыс км руб год месяц неделя день час минута раз время часть число тысяча миллион
миллиард триллион процент рубль
доллар евро сегодня вчера завтра январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
понедельник вторник среда четверг пятница суббота воскресенье новый старый первый второй третий последний прошлый
следующий нынешний разный многий некоторый другой самый весь каждый любой какой такой тот этот свой мой твой наш ваш
который целый ряд конец начало случай слово образ сторона
"""
_EN_TIME = """
year years month months week weeks day days hour hours minute minutes time times january february march april june july
august september october november december monday tuesday wednesday thursday friday saturday sunday percent per cent
thousand million billion trillion dollar dollars euro euros rouble roubles ruble rubles number part way thing things
"""

CUT: dict[Lang, frozenset[str]] = {
    "en": STOP["en"] | frozenset(f"{_EN_CUT} {_EN_TIME}".split()),
    "ru": STOP["ru"] | frozenset(_RU_CUT.split()),
}
LITTLE = STOP["en"] | STOP["ru"]  # at the edge of a rendering they belong to the sentence, not to the term
INSIDE = frozenset({"of", "the", "for", "and"})  # between the words of an English name: Bank of England


def is_abbreviation(word: str) -> bool:
    """Whether capitals make another word of it: US is not us, ПРО is not про."""
    return len(word) > 1 and word.isupper()
