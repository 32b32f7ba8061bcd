"""Plain lines that are headings: short, without a full stop, above a paragraph."""

import re

from summarizer.document import Dropped, Piece
from summarizer.press.breaks import ends_asking_more, ends_open, goes_on, opens_sentence
from summarizer.press.dates import is_date
from summarizer.press.shapes import bullet, stands_alone

_LONGEST = (
    85  # characters; of 1,159 candidates in ru_rt.dev one in five above it is a heading, half of those at 71 to 85
)
_SHORTEST = 4
_SHORT = 60  # a paragraph of no more characters is a line, not a heading's paragraph
_NOT_BEGUN_SO = re.compile(r"[«\"“]?[—–\-@#(*]")
_NOT_ENDED_SO = re.compile(r"[.!,;:?…—–-][»\"”)]*$")
_ADDRESS = re.compile(r"https?://|www\.|@|\.(?:com|ru|org)\b")
_LEVEL = 2

Flow = list[Piece | Dropped]


def mark(flow: Flow) -> Flow:
    """Paragraphs that stand as headings get that kind; a line above a picture's dropped credit is its caption."""
    pieces = [(place, item) for place, item in enumerate(flow) if isinstance(item, Piece)]
    below: Piece | None = None
    marked: Flow = list(flow)
    for number in range(len(pieces) - 1, -1, -1):  # from the end: a line above a heading can be one too
        place, piece = pieces[number]
        above = [item for _, item in pieces[max(0, number - 2) : number]]
        if below is not None and not _is_caption(flow, place) and _is_heading(piece, above, below):
            piece = piece._replace(kind="heading", level=_LEVEL)
            marked[place] = piece
        below = piece
    return marked


def _is_caption(flow: Flow, place: int) -> bool:
    after = flow[place + 1]
    return isinstance(after, Dropped) and after.reason == "photo credit"


def _is_heading(piece: Piece, above: list[Piece], below: Piece) -> bool:
    if piece.kind != "paragraph" or not _looks_like_one(piece) or _in_a_run(above):
        return False
    if below.kind == "heading":
        return not above or above[-1].kind == "title"
    if below.kind != "paragraph" or goes_on(below.text):
        return False
    return len(below.text) > max(len(piece.text), _SHORT)


def _in_a_run(above: list[Piece]) -> bool:
    """Whether it is a line among lines: of a poem, an address, a post with its tags. Below the title two may stand."""
    if not above or above[-1].kind != "paragraph" or len(above[-1].text) > _SHORT or not ends_open(above[-1].text):
        return False
    return len(above) < 2 or above[-2].kind != "title"


def _looks_like_one(piece: Piece) -> bool:
    text = piece.text
    if (
        not _SHORTEST <= len(text) <= _LONGEST
        or not any(character.isalpha() for character in text)
        or text[0].islower()
    ):
        return False
    if (
        _NOT_BEGUN_SO.match(text)
        or _NOT_ENDED_SO.search(text)
        or _ADDRESS.search(text)
        or bullet(text).strip("0123456789. ")
    ):
        return False
    if stands_alone(text) or opens_sentence(text) or ends_asking_more(text):
        return False
    return not is_date(text)
