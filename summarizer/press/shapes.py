"""What kind of line a line is by its looks alone: a list item, a cue, a credit, a page number, a script."""

import re
from collections.abc import Iterable

from summarizer.press import cues, phrases
from summarizer.press.breaks import ends_sentence

_BULLET = re.compile(r"(?:[•●◦▪▫■□‣⁃∙·►▶✓✔➤]|[-–*+](?= )|\(?\d{1,3}[.)](?= ))\s*")
_DASH = re.compile(r"[-–*+] ")
_NUMBERED = re.compile(r"\(?(\d{1,3})[.)] ")
_BODY = 250  # characters: no title is longer
_BODY_SENTENCE = 60  # with a full stop at its end: titles have none
_EDGES = " \t:.…—–-|>»›→•▪*_#"
_AGENCY_PARTS = re.compile(r"\s*[/|©,]\s*")
_CODE = re.compile(
    r"\bfunction\s*\w*\(|\bvar \w+ ?=|document\.(?:get|query|write)|window\.\w+|\w+\.\w+\s*=\s*[\"'{]"
    r"|\)\s*;\s*(?:$|\w+\(|//)|^\w+\([\"'{].*|^[{}();\s]+$|[\"']?\w+[\"']?\s*:\s*[\"'{\[].*,$"
)
_CODE_MARKS = re.compile(r"[{};=()\[\]]")


def either(patterns: Iterable[str]) -> re.Pattern[str]:
    """One expression for any of the patterns, matched where a text begins, capitals or not."""
    return re.compile("(?:" + "|".join(f"(?:{pattern})" for pattern in patterns) + ")", re.IGNORECASE | re.DOTALL)


_CUE = either(cues.CUES)
AGENCIES = frozenset(" ".join(name.split()) for name in phrases.AGENCIES.split(","))
_CREDIT = either(phrases.CREDIT)
_ALONE = either((*phrases.SHARE, *phrases.ADVERTISEMENT, *phrases.MEDIA))


def bullet(text: str) -> str:
    """The mark that a list item begins with, with its space; "" where the line is none."""
    found = _BULLET.match(text)
    return found[0] if found and len(found[0]) < len(text) else ""


def number_of(text: str) -> int | None:
    """The number of a numbered item."""
    found = _NUMBERED.match(text)
    return int(found[1]) if found else None


def is_cue(text: str) -> bool:
    """Whether the line only announces linked headlines."""
    bare = text.strip(_EDGES)
    return len(bare) <= 60 and bool(_CUE.fullmatch(bare))


def is_credit(text: str) -> bool:
    """Whether the line only names the source of a picture."""
    if len(text) > 120:
        return False
    parts = [part for part in _AGENCY_PARTS.split(text.strip(" ().").lower()) if part]
    return (bool(parts) and all(part in AGENCIES for part in parts)) or bool(_CREDIT.match(text))


def is_script(text: str) -> bool:
    """Whether the line is a page's program code that was copied with the text."""
    marks = len(_CODE_MARKS.findall(text[:2000]))
    return marks >= 2 and bool(_CODE.search(text[:2000])) and marks * 40 >= min(len(text), 2000)


def is_prose(text: str) -> bool:
    """Whether the text is a sentence of an article's body and no line of its head."""
    return len(text) >= _BODY or (len(text) >= _BODY_SENTENCE and ends_sentence(text))


def stands_alone(text: str) -> bool:
    """Whether a line is never part of a sentence that runs over lines."""
    if len(text) > 300:
        return is_script(text)
    return is_cue(text) or is_credit(text) or is_script(text) or bool(_ALONE.fullmatch(text.strip(_EDGES)))
