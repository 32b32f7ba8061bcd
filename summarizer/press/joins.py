"""A paragraph that a page break or an insert had cut in two is one again."""

from itertools import pairwise

from summarizer.document import Dropped, Piece
from summarizer.press import breaks, marks
from summarizer.press.hyphens import broken, weld, words_of
from summarizer.press.shapes import bullet, stands_alone

_JOINED = ("paragraph", "quote")
_FRAGMENT = 30  # characters: a shorter paragraph that ends open is a line of its own (a name, a heading)
_SENTENCE = 60  # the same before a capital, where only "the" or a comma at the end says that it goes on

Flow = list[Piece | Dropped]


def join(flow: Flow) -> Flow:
    """Join what belongs together; what was dropped between two halves stands after them."""
    words: frozenset[str] | None = None
    joined: Flow = []
    group: list[Piece] = []
    between: Flow = []
    for item in flow:
        if isinstance(item, Dropped):
            between.append(item)
            continue
        if group and belong(group[-1], item):
            group.append(item)
            continue
        if words is None and len(group) > 1:
            words = words_of(piece.text for piece in flow if isinstance(piece, Piece))
        joined += [*_one(group, words or frozenset()), *between]
        group, between = [item], []
    return [*joined, *_one(group, words or words_of(piece.text for piece in group)), *between]


def belong(left: Piece, right: Piece) -> bool:
    """Whether the second piece goes on with the sentence that the first leaves open.

    Never over headings, items, cells and code; nor where both have their own place in a container (a paragraph of a
    DOCX, a cue of subtitles), which an export in the source's own format has to fill.
    """
    if left.kind != right.kind or left.kind not in _JOINED or left.level != right.level:
        return False
    if (left.anchor and right.anchor) or bullet(right.text) or stands_alone(left.text) or stands_alone(right.text):
        return False
    return broken(left.text) or _goes_on(left.text, right.text)


def _goes_on(left: str, right: str) -> bool:
    if breaks.goes_on(right):
        if right[0] in ",;)%":
            return True
        return (breaks.ends_open(left) and len(left) >= _FRAGMENT) or breaks.ends_with_abbreviation(left)
    if len(left) < _SENTENCE or breaks.opens_speech(right):
        return False
    return breaks.ends_asking_more(left) or breaks.leaves_bracket_open(left) or breaks.ends_with_title(left)


def _one(group: list[Piece], words: frozenset[str]) -> list[Piece]:
    if len(group) < 2:
        return group
    texts = [_with_gap(left.text, right.text, words) for left, right in pairwise(group)]
    return [marks.chain(group, [*texts, group[-1].text])]


def _with_gap(left: str, right: str, words: frozenset[str]) -> str:
    """The first text with what stands between it and the second."""
    if broken(left):
        return weld(left, right, words).removesuffix(right)
    return left + breaks.glue(left, right)
