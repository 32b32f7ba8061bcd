"""Words brought to a common form: enough to see that two sentences speak of the same, in either language.

After the idea of Dolamic and Savoy's light stemmers (2010): endings off, no dictionary.
"""

import re
from functools import lru_cache

from summarizer.document import Lang
from summarizer.ranking.words import STOP

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_RU_REFLEXIVE = re.compile(r"(?<=[а-я]{4})(?:ся|сь)$")
_RU_ENDING = re.compile(
    r"(?<=[а-я]{3})(?:иями|ями|ами|ией|иям|ием|иях|ыми|ими|его|ого|ему|ому|ейш\w+|ует|уют|ают|яют|ает|яет|ила|или|ило|ить|"
    r"ала|али|ало|ать|яли|яла|ять|ели|ела|еть|ите|ете|ешь|ишь|ев|ов|ие|ье|еи|ии|ей|ой|ий|ый|ям|ем|ам|ом|ах|ях|ию|ью|ия|ья|"
    r"их|ых|ую|юю|ая|яя|ое|ее|ым|им|ет|ит|ут|ют|ат|ят|ил|ал|ял|ел|а|е|и|й|о|у|ы|ь|ю|я)$"
)
_EN_ENDING = re.compile(r"(?<=[a-z]{3})(?:ations?|ingly|edly|ings?|ments?|ness|ies|ied|ers?|ed|es|ly|s|e|y)$")


@lru_cache(maxsize=200_000)
def stem(word: str) -> str:
    """The word without its ending; the word is lower case with е for ё."""
    if "а" <= word[-1] <= "я":
        return _RU_ENDING.sub("", _RU_REFLEXIVE.sub("", word))
    return _EN_ENDING.sub("", re.sub(r"['’]s$", "", word))


def terms(text: str, lang: Lang) -> list[str]:
    """The stems of the text's words that carry meaning, in order."""
    words = (match.group() for match in _WORD.finditer(text.lower().replace("ё", "е")))
    return [stem(word) for word in words if word not in STOP[lang] and (len(word) > 1 or word.isdigit())]


def count_words(text: str) -> int:
    """Words of the text, as a reader counts them."""
    return len(_WORD.findall(text))
