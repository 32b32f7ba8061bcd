"""What a page puts around every article: share buttons, copyright, disclaimers, credits. The words are in `phrases`."""

from summarizer.document import Dropped, Piece
from summarizer.press import phrases
from summarizer.press.breaks import ends_open, goes_on
from summarizer.press.marks import is_link
from summarizer.press.shapes import either, is_credit

_EDGES = " \t:.…|>»›→•▪*_#!"
_KINDS = ("paragraph", "item", "heading", "quote")
_BUTTON = 80  # characters: longer is no button
_CALL = 250  # longer is no call to subscribe
_LEGAL = 1500  # a paragraph of legal text; longer is prose that begins alike

_WHOLE = (
    ("share buttons", either(phrases.SHARE)),
    ("advertisement", either(phrases.ADVERTISEMENT)),
    ("picture or video button", either(phrases.MEDIA)),
)
_BEGINS = (
    ("subscription", either(phrases.SUBSCRIBE), _CALL),
    ("comments", either(phrases.COMMENT), _CALL),
    ("contact line", either(phrases.CONTACT), _CALL),
    ("cookie notice", either(phrases.COOKIES), _LEGAL),
    ("copyright", either(phrases.COPYRIGHT), _LEGAL),
    ("reprint terms", either(phrases.REPRINT), _LEGAL),
    ("disclaimer", either(phrases.DISCLAIMER), _LEGAL),
)
_NOT_IN_LISTS = ("subscription", "comments", "contact line")  # there they are steps of an instruction
_RUNS_ON = ("copyright", "reprint terms", "disclaimer")

Flow = list[Piece | Dropped]


def drop(flow: Flow) -> Flow:
    """Drop boilerplate; legal text that a page break cut goes whole."""
    seen: Flow = []
    for item in flow:
        before = seen[-1] if seen else None
        reason = "" if isinstance(item, Dropped) else reason_of(item) or _rest_of(before, item)
        seen.append(Dropped(reason, item.text) if reason else item)
    return seen


def reason_of(piece: Piece) -> str:
    """Why the piece is boilerplate, "" where it is none."""
    if piece.kind not in _KINDS or len(piece.text) > _LEGAL:
        return ""
    text = piece.text.strip()
    bare = text.strip(_EDGES)
    if len(bare) <= _BUTTON:
        for reason, pattern in _WHOLE:
            if pattern.fullmatch(bare):
                return reason
    for reason, pattern, longest in _BEGINS:
        in_list = piece.kind == "item" and reason in _NOT_IN_LISTS and not is_link(piece)
        if len(text) <= longest and pattern.match(text) and not in_list:
            return reason
    return "photo credit" if is_credit(text) else ""


def _rest_of(before: Piece | Dropped | None, piece: Piece) -> str:
    if not isinstance(before, Dropped) or before.reason not in _RUNS_ON or piece.kind != "paragraph":
        return ""
    return before.reason if ends_open(before.text) and goes_on(piece.text) else ""
