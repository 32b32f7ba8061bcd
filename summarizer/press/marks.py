"""Inline marks when text is joined or cut: their offsets go with the text."""

from summarizer.document import Mark, Piece


def chain(pieces: list[Piece], texts: list[str]) -> Piece:
    """The pieces as one; `texts` are their texts with what stands between each and the next.

    A mark that the break had cut in two (the same kind and address at both sides of it) is one again.
    """
    found: list[Mark] = []
    at = reached = 0
    for piece, text in zip(pieces, texts, strict=True):
        for mark in piece.marks:
            moved = mark._replace(start=mark.start + at, stop=min(mark.stop, len(text)) + at)
            if found and _same(found[-1], moved) and (found[-1].stop, moved.start) == (reached, at):
                moved = moved._replace(start=found.pop().start)
            found.append(moved)
        reached = at + min(len(piece.text), len(text))
        at += len(text)
    anchor = " ".join(piece.anchor for piece in pieces if piece.anchor)
    return pieces[0]._replace(text="".join(texts), marks=tuple(found), anchor=anchor)


def cut(piece: Piece, spans: list[tuple[int, int]]) -> Piece:
    """The piece without the characters of the spans, which are in order and do not overlap."""
    text, at = [], 0
    for start, stop in spans:
        text.append(piece.text[at:start])
        at = stop
    text.append(piece.text[at:])
    marks = (mark._replace(start=_moved(mark.start, spans), stop=_moved(mark.stop, spans)) for mark in piece.marks)
    return piece._replace(text="".join(text), marks=tuple(mark for mark in marks if mark.start < mark.stop))


def is_link(piece: Piece) -> bool:
    """Whether all the words of the piece are links."""
    marked = sorted((mark.start, mark.stop) for mark in piece.marks if mark.kind == "link")
    bare = cut(piece._replace(marks=()), _apart(marked)).text
    return bool(marked) and not any(character.isalnum() for character in bare)


def _same(one: Mark, other: Mark) -> bool:
    return (one.kind, one.target) == (other.kind, other.target)


def _moved(place: int, spans: list[tuple[int, int]]) -> int:
    return place - sum(min(stop, place) - start for start, stop in spans if start < place)


def _apart(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    for start, stop in spans:
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(stop, found[-1][1]))
        else:
            found.append((start, stop))
    return found
