"""Footnotes: the section at the end of an article, and the references to it in the text."""

import re

from summarizer.document import Dropped, Piece
from summarizer.press import marks, phrases
from summarizer.press.shapes import either

REASON = "notes"

_HEAD = either(phrases.NOTES)
_NUMBER = re.compile(
    r"[(\[]?(\d{1,3})(?:[.)\]]|(?=\s+(?:https?://|www\.|<|See |Cf\. |См\. |Там же|Ibid)))\s*|([*†‡^])\s*"
)
_ADDRESS = re.compile(r"<?(?:https?://|www\.)\S+|\b(?:doi|isbn|url)\b", re.IGNORECASE)
_LONGEST = 600  # characters of one note
_FEWEST = 2  # numbered addresses at the end that are a notes section without its heading
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_REFERENCE = re.compile(
    r"(?<=[^\s(])[ ]?\((?P<round>\d{1,2})\)(?=\s*$|\s*[.,;:!?»”\"')]|\s+[A-ZА-ЯЁ«\"“(—])"
    r"|(?<=\S)[ ]?\[(?P<square>\d{1,3})\]"
    r"|(?:(?<=[^\W\d_]{3})|(?<=[.,;!?»”\"')]))(?P<raised>[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})(?!\w)"  # three letters: no m², no км³
)

Flow = list[Piece | Dropped]


def drop(flow: Flow) -> Flow:
    """Drop the notes section and, where there was one, the references to its numbers in the text."""
    start, stop = _section(flow)
    if start == stop:
        return flow
    notes = [item for item in flow[start:stop] if isinstance(item, Piece)]
    highest = max([len(notes) - 1, *(number for note in notes if (number := _number(note)))])
    kept: Flow = []
    for place, item in enumerate(flow):
        if isinstance(item, Dropped):
            kept.append(item)
        elif start <= place < stop:
            kept.append(Dropped(REASON, item.text))
        else:
            kept += _without_references(item, highest)
    return kept


def _section(flow: Flow) -> tuple[int, int]:
    """From where to where the notes stand: below their heading, or numbered addresses at the very end."""
    for place, item in enumerate(flow):
        if isinstance(item, Piece) and _is_heading(item):
            stop = _notes_end(flow, place + 1)
            if any(isinstance(below, Piece) for below in flow[place + 1 : stop]):
                return place, stop
    start = len(flow)
    while start and (isinstance(flow[start - 1], Dropped) or _is_numbered_address(flow[start - 1])):
        start -= 1
    many = sum(isinstance(item, Piece) for item in flow[start:]) >= _FEWEST
    return (start, len(flow)) if many else (0, 0)


def _is_heading(piece: Piece) -> bool:
    return (
        piece.kind in ("paragraph", "heading")
        and len(piece.text) <= 60
        and bool(_HEAD.fullmatch(piece.text.strip(" :.*_")))
    )


def _notes_end(flow: Flow, place: int) -> int:
    while place < len(flow) and (isinstance(flow[place], Dropped) or _is_note(flow[place])):
        place += 1
    while isinstance(flow[place - 1], Dropped):
        place -= 1
    return place


def _is_note(item: Piece | Dropped) -> bool:
    if not isinstance(item, Piece) or item.kind in ("heading", "title", "code") or len(item.text) > _LONGEST:
        return False
    return (
        item.kind == "item" or bool(_NUMBER.match(item.text)) or bool(_ADDRESS.search(item.text)) or marks.is_link(item)
    )


def _is_numbered_address(item: Piece | Dropped) -> bool:
    return (
        isinstance(item, Piece)
        and _number(item) > 0
        and len(item.text) <= _LONGEST
        and bool(_ADDRESS.search(item.text))
    )


def _number(note: Piece) -> int:
    found = _NUMBER.match(note.text) or _NUMBER.match(note.anchor)
    return int(found[1]) if found and found[1] else 0


def _without_references(piece: Piece, highest: int) -> Flow:
    if piece.kind in ("code", "title"):
        return [piece]
    found = [at for at in _REFERENCE.finditer(piece.text) if 0 < _value(at) <= highest]
    if not found:
        return [piece]
    dropped = [Dropped("note reference", at[0].strip()) for at in found]
    return [marks.cut(piece, [at.span() for at in found]), *dropped]


def _value(found: re.Match[str]) -> int:
    return int((found["round"] or found["square"] or found["raised"]).translate(_SUPERSCRIPTS))
