"""Related-link inserts: a cue such as «Также по теме» or "Read more", the linked headlines, and their cut-off teasers.

A cue may stand alone, with its headline on the same line, or be missing: then a paragraph that is all one link, or a
headline before a teaser that ends in the middle of a sentence, gives the insert away.
"""

import re

from summarizer.document import Dropped, Piece
from summarizer.press import cues
from summarizer.press.breaks import ends_open, ends_sentence
from summarizer.press.marks import is_link
from summarizer.press.shapes import either, is_cue, is_prose

REASON = "related link"

_INLINE = re.compile(either(cues.CUES).pattern + r"\s*[:—–|>»›→]+\s*(?P<headline>\S.*)$", re.IGNORECASE)
_SENTENCE = either(cues.LINK_SENTENCES)
_DOTS = re.compile(r"(?:\.{3,4}|…)$")
_CUT = re.compile(r"[^\s.!?…](?:\.\.\.|…)$")  # in the middle of a sentence
_KINDS = ("paragraph", "item", "heading", "quote", "cell")
_HEADLINE = 220  # characters; the longest of the 86 in ru_rt_inserts.dev has 137
_TEASER = 320  # characters; teasers are cut at 140 there, elsewhere at up to 300
_LONE_TEASER = 170  # without a cue only what is cut as short as that
_LONE_HEADLINE = 35  # and only below a headline longer than a subheading mostly is
_LONE_LINK_WORDS = 4  # a paragraph that is one link of so many words: fewer may be a source or a name
_SENTENCE_LINE = 250  # characters of a sentence that only sends the reader elsewhere

Flow = list[Piece | Dropped]


def drop(flow: Flow) -> Flow:
    """Drop the inserts, each of its lines as one `Dropped`."""
    gone = _places([item if isinstance(item, Piece) else None for item in flow])
    return [
        Dropped(REASON, item.text) if place in gone and isinstance(item, Piece) else item
        for place, item in enumerate(flow)
    ]


def _places(pieces: list[Piece | None]) -> set[int]:
    gone: set[int] = set()
    begun = False  # before the first sentence a linked line is the title, a byline or a section
    place = 0
    while place < len(pieces):
        piece = pieces[place]
        length = _length(pieces, place, piece, begun=begun) if piece and piece.kind in _KINDS else 0
        gone.update(range(place, place + length))
        begun = begun or (piece is not None and is_prose(piece.text))
        place += max(1, length)
    return gone


def _length(pieces: list[Piece | None], place: int, piece: Piece, *, begun: bool) -> int:
    """How many pieces the insert has that begins with the piece, 0 where none does."""
    if is_cue(piece.text):
        return 1 + _announced(pieces, place + 1)
    if _is_inline(piece) or (len(piece.text) <= _SENTENCE_LINE and _SENTENCE.match(piece.text)):
        return 1
    if begun and _is_lone_link(piece):
        return 1
    lone = begun and _is_lone_headline(piece) and _is_teaser(_at(pieces, place + 1), _LONE_TEASER, _CUT)
    return 2 if lone else 0


def _announced(pieces: list[Piece | None], start: int) -> int:
    """How many pieces the cue before them announces: links or items in a row, or headlines, or one with its teaser."""
    place = start
    while place < len(pieces) and _is_link_line(pieces[place]):
        place += 1
    if place > start or not _is_headline(_at(pieces, start)):
        return place - start
    if _is_teaser(_at(pieces, start), _HEADLINE + _TEASER):
        return 1  # headline and teaser in one
    if _is_teaser(_at(pieces, start + 1), _TEASER):
        return 2
    while _is_long_headline(_at(pieces, place + 1)):
        place += 1
    return place + 1 - start


def _at(pieces: list[Piece | None], place: int) -> Piece | None:
    return pieces[place] if place < len(pieces) else None


def _is_inline(piece: Piece) -> bool:
    found = _INLINE.match(piece.text)
    if not found or len(found["headline"]) > _HEADLINE or piece.kind == "cell":
        return False
    return not ends_sentence(found["headline"]) or found["headline"].endswith(("...", "…", "?", "!")) or is_link(piece)


def _is_link_line(piece: Piece | None) -> bool:
    if piece is None or len(piece.text) > _HEADLINE:
        return False
    return is_link(piece) or (piece.kind == "item" and not ends_sentence(piece.text))


def _is_headline(piece: Piece | None) -> bool:
    if piece is None or piece.kind not in _KINDS or len(piece.text) > _HEADLINE + _TEASER:
        return False
    ends_cut = bool(_DOTS.search(piece.text))
    if len(piece.text) > _HEADLINE and not ends_cut:
        return False
    return ends_cut or not (piece.text.endswith((".", ";", ":", ",")) or piece.text[0].islower())


def _is_long_headline(piece: Piece | None) -> bool:
    return _is_headline(piece) and piece is not None and _is_lone_headline(piece)


def _is_lone_headline(piece: Piece) -> bool:
    return _LONE_HEADLINE <= len(piece.text) <= _HEADLINE and ends_open(piece.text) and piece.text[0] not in "—–-@#("


def _is_lone_link(piece: Piece) -> bool:
    if piece.kind != "paragraph" or not is_link(piece) or len(piece.text.split()) < _LONE_LINK_WORDS:
        return False
    return ends_open(piece.text) or piece.text.endswith(("?", "!"))


def _is_teaser(piece: Piece | None, longest: int, dots: re.Pattern[str] = _DOTS) -> bool:
    """Whether the piece is short and breaks off with three dots."""
    return (
        piece is not None and piece.kind == "paragraph" and len(piece.text) <= longest and bool(dots.search(piece.text))
    )
