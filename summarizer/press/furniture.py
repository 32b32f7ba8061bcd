"""What the pages of a printed text repeat: page numbers, running heads and feet."""

import re
from collections import Counter

from summarizer.document import Dropped, Piece
from summarizer.press.breaks import ends_open, ends_sentence, goes_on
from summarizer.press.shapes import stands_alone

_PAGE = re.compile(
    r"(?:page|p\.|pp?g?\.?|стр\.?|страница|с\.)\s*\d{1,4}(?:\s*(?:of|из|/)\s*\d{1,4})?|\d{1,4} (?:of|из) \d{1,4}"
    r"|[-–—•*]\s*\d{1,4}\s*[-–—•*]",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d{1,4}")
_DIGITS = re.compile(r"\d+")
_OFTEN = 2  # times that a line stands in the text before it is a running head; one of them cuts a sentence
_MOST = 3  # short lines between two pages: foot, number, head
_LONGEST = 100  # characters of a running head
_SHORTEST = 12  # of one: "Q", «Вопрос» and a speaker's name stand in interviews as often as they speak
_KINDS = ("paragraph", "heading")

Flow = list[Piece | Dropped]


def drop(flow: Flow) -> Flow:
    """Drop page numbers and running heads; a lone figure only where one of its like cuts a sentence in two."""
    cutting = _cutting(flow)
    heads = _running_heads(flow, cutting)
    numbered = any(_NUMBER.fullmatch(_text(flow[place])) for place in cutting)
    seen: Flow = []
    for place, item in enumerate(flow):
        text = _text(item)
        if _PAGE.fullmatch(text) or (numbered and _NUMBER.fullmatch(text)):
            seen.append(Dropped("page number", text))
        else:
            seen.append(Dropped("running head", text) if place in heads else item)
    return seen


def _text(item: Piece | Dropped) -> str:
    return item.text if isinstance(item, Piece) and item.kind in _KINDS else ""


def _cutting(flow: Flow) -> set[int]:
    """Where short lines stand between the two halves of a sentence."""
    found: set[int] = set()
    for place, item in enumerate(flow):
        text = _text(item)
        if len(text) > _LONGEST and ends_open(text):
            found.update(_short_run(flow, place + 1))
    return found


def _short_run(flow: Flow, start: int) -> list[int]:
    run: list[int] = []
    for place in range(start, min(start + _MOST + 1, len(flow))):
        text = _text(flow[place])
        if text and goes_on(text):
            return run
        if not 0 < len(text) <= _LONGEST:
            break
        run.append(place)
    return []


def _running_heads(flow: Flow, cutting: set[int]) -> set[int]:
    """The places of running heads; the first stays where it cuts no sentence: it is the title, or a heading.

    What only repeats is none: in 91 pages of ground truth those are steps of recipes, shop links and section names.
    """
    shapes = {place: shape for place, item in enumerate(flow) if (shape := _shape(item))}
    often = Counter(shapes.values())
    cut = {shapes[place] for place in cutting if place in shapes}
    seen: set[str] = set()
    heads: set[int] = set()
    for place, shape in shapes.items():
        if shape in cut and often[shape] >= _OFTEN and (shape in seen or place in cutting):
            heads.add(place)
        seen.add(shape)
    return heads


def _shape(item: Piece | Dropped) -> str:
    """What two occurrences of a running head have in common: all but the page number."""
    text = _text(item)
    if not _SHORTEST <= len(text) <= _LONGEST or not any(character.isalpha() for character in text):
        return ""
    if ends_sentence(text) or text[-1] in ":," or text[0] in "—–-@#(" or stands_alone(text):
        return ""
    return _DIGITS.sub("0", text.lower())
