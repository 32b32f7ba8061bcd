"""Words of the card: what its lines are called, how dates are written, and what says that a name is a place."""

from summarizer.document import Lang

LABELS: dict[Lang, dict[str, str]] = {
    "en": {"what": "What", "who": "Who", "when": "When", "where": "Where", "numbers": "Numbers"},
    "ru": {"what": "Что", "who": "Кто", "when": "Когда", "where": "Где", "numbers": "Числа"},
}
_RU_MONTHS = (
    "январ[яеь]|феврал[яеь]|март[ае]?|апрел[яеь]|ма[йяе]|июн[яеь]|июл[яеь]|август[ае]?|сентябр[яеь]|октябр[яеь]|"
    "ноябр[яеь]|декабр[яеь]"
)
_EN_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "Jan\\.|Feb\\.|Aug\\.|Sept?\\.|Oct\\.|Nov\\.|Dec\\."
)
_RU_DAYS = "понедельник|вторник|сред[уа]|четверг|пятниц[уа]|суббот[уа]|воскресенье"
_EN_DAYS = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_YEAR = r"(?:1[5-9]|20)\d\d"
DATES: dict[Lang, str] = {
    "ru": (
        rf"\d{{1,2}}\s(?:{_RU_MONTHS})\b(?:\s{_YEAR}(?:\sгода)?)?|\b(?:{_RU_MONTHS})\s{_YEAR}(?:\sгода)?|"
        rf"\b(?:{_RU_DAYS})\b|\b{_YEAR}(?=\sгод)\sгод\w*"
    ),
    "en": (
        rf"\b(?:{_EN_MONTHS})\s\d{{1,2}}\b(?:,\s{_YEAR})?|\b\d{{1,2}}\s(?:{_EN_MONTHS})(?:\s{_YEAR})?|"
        rf"\b(?:{_EN_MONTHS})\s{_YEAR}|\b(?:{_EN_DAYS})\b|(?<=\bin\s){_YEAR}\b|(?<=\bsince\s){_YEAR}\b"
    ),
}
# before a name: it is where something is. "at" and «на» too often stand before what is no place
PLACES: dict[Lang, str] = {
    "ru": r"(?:^|\s)(?:в|во|из|под|близ|около)\s$",
    "en": r"(?:^|\s)(?:in|near|outside|across)\s(?:the\s)?$",
}
# of a name's words: offices and days are no names of who
_NO_NAMES = """
minister president defense defence prime foreign government monday tuesday wednesday thursday friday saturday sunday
january february march april may june july august september october november december the
"""
NO_NAMES = frozenset(_NO_NAMES.split())
