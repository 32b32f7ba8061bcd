"""Whether a break between two pieces of text falls inside a sentence."""

import re

from summarizer.press.words import ABBREVIATIONS, JOINERS, OPENERS, TITLES

_CLOSERS = r"[\"'»”’)\]]*"
_TERMINAL = re.compile(rf"[.!?…]{_CLOSERS}(?:[ ]?[*†])?(?:[ ]?[(\[]\d{{1,3}}[)\]])?$")
_PAUSE = re.compile(rf"[:;]{_CLOSERS}$")
_INNER_END = re.compile(r"[.!?…][\"'»”’)\]]* +[«\"“(—]{0,2}[A-ZА-ЯЁ]")
_TOUCHING = re.compile(r"[,;:!?%)\]»”…]|\.(?!\d)|['’][a-z]{1,2}\b")  # begins what follows without a space
_MIDDLE = re.compile(_TOUCHING.pattern + r"|[—–-] ?[a-zа-яё]|[«\"“(][a-zа-яё]")
_OPEN_END = re.compile(r"[(\[«“]$")
_OPENER = re.compile("(?:" + "|".join(OPENERS) + r")(?:[ ,]|$)", re.IGNORECASE)
_LAST_WORD = re.compile(r"(?<!°)([^\W\d_]+(?:\.[^\W\d_]+)*)\.?$")
_ADDRESS = re.compile(r"(?:https?://|www\.|pic\.twitter|[\w.-]+\.(?:ru|com|org|net)\b)", re.IGNORECASE)
_ENUMERATION = re.compile(r"[a-zа-яё]\)")
_BRAND = re.compile(r"[a-zа-я][A-ZА-Я]")  # iPhone, eBay
_NAME = re.compile(r"[A-ZА-ЯЁ][a-zа-яё]+(?:-[A-ZА-ЯЁ]?[a-zа-яё]+)? (?:[A-ZА-ЯЁ]\.? ?)?[A-ZА-ЯЁ][a-zа-яё]+")
_WORD = 40  # characters looked back for the last word
_TAIL = 240  # characters looked back for an open bracket: no press aside is longer


def ends_sentence(text: str) -> bool:
    """Whether the text ends as a sentence does; a note reference after the stop, as in "said. (5)", is no matter."""
    tail = text[-_TAIL:]
    return bool(_TERMINAL.search(tail)) and not ends_with_abbreviation(tail)


def ends_open(text: str) -> bool:
    """Whether the text ends with neither a sentence end nor a colon or semicolon."""
    tail = text[-_TAIL:]
    return not _PAUSE.search(tail) and not ends_sentence(tail)


def ends_with_abbreviation(text: str) -> bool:
    """Whether the full stop at the end belongs to an abbreviation or an initial."""
    if not text.endswith("."):
        return False
    found = _LAST_WORD.search(text[-_WORD:])
    if not found:
        return False
    word = found[1]
    return word.lower() in ABBREVIATIONS or (len(word) == 1 and word.isupper())


def ends_with_title(text: str) -> bool:
    """Whether the text ends with an initial or an abbreviation that a name follows: "Mr.", «им.»."""
    found = _LAST_WORD.search(text[-_WORD:]) if text.endswith(".") else None
    return found is not None and (found[1].lower() in TITLES or (len(found[1]) == 1 and found[1].isupper()))


def ends_asking_more(text: str) -> bool:
    """Whether what the text ends with (a comma, a dash, "the", «и», an open bracket) cannot end a line of its own."""
    if text.endswith((",", "—", "–", " -")) or _OPEN_END.search(text):
        return True
    word = None if text.endswith(".") else _LAST_WORD.search(text[-_WORD:])
    return word is not None and word[1].lower() in JOINERS


def opens_speech(text: str) -> bool:
    """Whether the text begins as a line of dialogue does."""
    return text.startswith(("—", "–", "- "))


def leaves_bracket_open(text: str) -> bool:
    """Whether a round bracket in the last words is not closed."""
    tail = text[-_TAIL:]
    return tail.rfind("(") > tail.rfind(")")


def goes_on(text: str) -> bool:
    """Whether the text begins as the middle of a sentence does: a small letter, or a mark that ends or parts words."""
    if _ADDRESS.match(text) or _ENUMERATION.match(text) or _BRAND.match(text):
        return False
    return text[:1].islower() or bool(_MIDDLE.match(text))


def glue(left: str, right: str) -> str:
    """What stands between two halves of a sentence: a space, or nothing before a comma and after an open bracket."""
    return "" if _TOUCHING.match(right) or _OPEN_END.search(left) else " "


def opens_sentence(text: str) -> bool:
    """Whether the text begins with words that open a sentence and never a heading."""
    return bool(_OPENER.match(text))


def begins_with_name(text: str) -> bool:
    """Whether the first two words are capitalised, as in a person's name."""
    return bool(_NAME.match(text))


def holds_sentence_end(text: str) -> bool:
    """Whether a sentence ends inside the text."""
    return bool(_INNER_END.search(text))
