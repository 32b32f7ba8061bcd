"""What stands below the last sentence of an article: source lines, notes on the author.

A company's "About X" below its press release stays: of the two in the extraction ground truth one is typed as body.
"""

import re

from summarizer.document import Dropped, Piece
from summarizer.press import phrases
from summarizer.press.shapes import either

_TAIL = 6  # pieces from the end
_LINE = 160  # characters of a source line
_BLURB = 450  # of a note on the author

_LINES = either(phrases.LAST_LINES)
_BLURBS = either(phrases.BLURBS)
_REACH = re.compile(
    r"\b(?:follow|contact|reach|email) (?:him|her|them|the author) (?:on|at|by|via)\b|\bmay be reached at\b",
    re.IGNORECASE,
)

Flow = list[Piece | Dropped]


def drop(flow: Flow) -> Flow:
    """Drop them, from the end; a paragraph that is all the text there is stays."""
    places = [place for place, item in enumerate(flow) if isinstance(item, Piece)]
    seen: Flow = list(flow)
    for place in places[1:][-_TAIL:]:
        reason = _reason(flow[place], last=place == places[-1])
        if reason:
            seen[place] = Dropped(reason, flow[place].text)
    return seen


def _reason(item: Piece | Dropped, *, last: bool) -> str:
    if not isinstance(item, Piece) or item.kind not in ("paragraph", "heading"):
        return ""
    if len(item.text) <= _LINE and _LINES.match(item.text):
        return "source line"
    blurb = len(item.text) <= _BLURB and (_REACH.search(item.text) or (last and _BLURBS.match(item.text)))
    return "note on the author" if blurb else ""
