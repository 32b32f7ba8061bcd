"""What newspapers do to text, undone: for the pieces of every format."""

from collections.abc import Iterable

from summarizer.document import Dropped, Meta, Piece
from summarizer.press import boilerplate, furniture, headings, inserts, joins, masthead, notes, tails


def tidy(items: Iterable[Piece | Dropped | Meta]) -> tuple[list[Piece], list[Dropped], Meta]:
    """The article's own pieces, all that was left out (in text order, with the reason), and what the source says.

    Page numbers, running heads, head lines, boilerplate, related links and notes go; a paragraph that they or a page
    break had cut in two is one again; plain lines that are title or headings are marked so. Where
    all would go, all stays. Takes one pass a rule, and time linear in the text.
    """
    read: list[Piece | Dropped] = []
    meta = Meta()
    for item in items:
        if isinstance(item, Meta):
            meta = _first_word(meta, item)
        elif item.text.strip():
            read.append(item)
    if all(_is_cue_of_subtitles(item) for item in read):
        return (*_parted(read), meta)  # speech has no page around it, and every cue has its place to be written back
    flow, meta = masthead.read(furniture.drop(read), meta)
    for rule in (boilerplate.drop, inserts.drop, notes.drop, tails.drop, joins.join, headings.mark):
        flow = rule(flow)
    pieces, dropped = _parted(flow)
    return (pieces, dropped, meta) if pieces else (*_parted(read), meta)


def _parted(flow: list[Piece | Dropped]) -> tuple[list[Piece], list[Dropped]]:
    return [item for item in flow if isinstance(item, Piece)], [item for item in flow if isinstance(item, Dropped)]


def _is_cue_of_subtitles(item: Piece | Dropped) -> bool:
    return isinstance(item, Dropped) or "|" in item.anchor


def _first_word(meta: Meta, other: Meta) -> Meta:
    return Meta(*(own or new for own, new in zip(meta, other, strict=True)))
