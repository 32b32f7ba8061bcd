"""Words that deny, and words that may stand between them and what they deny: tables only."""

_RU_NEGATORS_WORDS = """
не нет ни без нельзя никто никого никому никем ничто ничего ничему никогда нигде никуда никак никакой никакого никакая
никакие никаких невозможно отсутствует отсутствие отсутствуют вряд едва неизвестно нету
"""
_EN_NEGATORS_WORDS = """
not no never none nobody nothing nowhere neither nor cannot without unable unlikely hardly barely
"""
_BETWEEN_WORDS = """
a an the be been being to have has had so very much at all any only just also even yet still longer ever really quite
been own more бы был была было были быть в на с к по за от до из у о об так уже еще же только очень и все его ее их
этот эта это эти один одна одно одного одной одному одним одну единый единого единой единому
"""
_EN_AUXILIARIES_WORDS = """
is are was were be been do does did has have had will would can could should may might must shall
"""
# what is said, in a summary of the press, of those who speak: to deny it takes a source that denies it
_RU_SPEECH_WORDS = """
счита полага отмеч отмет прогноз предпол рассказ заяв назва назыв подчерк указ напомн добав сообщ призн увер наде выраж
вырази высказ объясн утвержд обсужд опаса
"""
RU_SPEECH = tuple(_RU_SPEECH_WORDS.split())
RU_NEGATORS = frozenset(_RU_NEGATORS_WORDS.split())
EN_NEGATORS = frozenset(_EN_NEGATORS_WORDS.split())
# the other language, or another way of speaking, denies with these: they answer for a negation, but are none
RU_ANSWERS = (
    "отказ", "отверг", "отклон", "опроверг", "запре", "отриц", "лиш", "отсутств", "прекра", "отмен", "исключ", "избеж",
    "невозмож", "неизвест", "недостат", "незаконн", "перест", "провал", "сорва", "потер", "воздерж", "против", "нехват",
    "только", "лишь", "пока", "кроме", "мало", "ошиб", "недо", "неу", "нес", "неп", "нек", "нер", "нев", "неж", "нео",
)  # fmt: skip
EN_ANSWERS = (
    "fail", "refus", "reject", "deni", "deny", "declin", "ban", "prohibit", "lack", "avoid", "prevent", "impossib",
    "unab", "unknown", "unlike", "unclear", "stop", "end", "ceas", "cancel", "halt", "miss", "abandon", "except",
    "instead", "only", "but", "until", "unless", "yet", "rather", "than", "little", "few", "un", "in", "dis", "ir",
)  # fmt: skip
BETWEEN = frozenset(_BETWEEN_WORDS.split())
EN_AUXILIARIES = frozenset(_EN_AUXILIARIES_WORDS.split())
