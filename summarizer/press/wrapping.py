"""Whether the lines of a text are hard-wrapped, and the paragraphs they are then.

A wrapped line ends because the next word found no room on it: that is what is counted. In press text copied from pages
a line is a paragraph, or ends where a link stood, and the next word would have found room.
"""

from itertools import pairwise

from summarizer.press.breaks import ends_sentence, goes_on
from summarizer.press.characters import SOFT
from summarizer.press.shapes import bullet, stands_alone

_WIDEST = 130  # characters; e-mails wrap at 72 to 80, books at 65 to 75, PDF columns at 30 to 110
_FEWEST = 3  # breaks: with less there is nothing to decide by
_FULL = 0.8
_FULL_AT_END = 0.97
_SHARE = 0.6
_SMALL = 0.25


def wrapped_at(lines: list[str]) -> int:
    """The width in characters that the lines are wrapped at, 0 where they are not."""
    pairs = [(a, b) for a, b in pairwise(lines) if a.strip() and b.strip()]
    if len(pairs) < _FEWEST:
        return 0
    width = _width([line.rstrip() for pair in pairs for line in pair])
    if width > _WIDEST:
        return 0
    full = sum(is_full(a, b, width) for a, b in pairs)
    small = sum(goes_on(b.lstrip()) for _, b in pairs)
    return width if full >= _SHARE * len(pairs) and small >= _SMALL * len(pairs) else 0


def _width(lines: list[str]) -> int:
    lengths = sorted(len(line) for line in lines)
    return lengths[int(0.95 * (len(lengths) - 1))]


def is_full(line: str, after: str, width: int, share: float = _FULL) -> bool:
    """Whether the first word of the line after it would not have found room on the line."""
    word = after.split(maxsplit=1)[0] if after.strip() else ""
    return len(line.rstrip()) + 1 + len(word) > share * width


def paragraphs_of(block: list[str], width: int) -> list[list[str]]:
    """The lines between two blank ones as paragraphs, each the list of its lines."""
    indented = sum(_indent(line) > 0 for line in block) * 2 < len(block)
    groups: list[list[str]] = []
    for number, line in enumerate(block):
        before = block[number - 1] if number else ""
        starts = not groups or _begins(before, line, width) or (indented and _indent(line) > _indent(before))
        if starts:
            groups.append([line.strip()])
        else:
            groups[-1].append(line.strip())
    return groups


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _begins(before: str, line: str, width: int) -> bool:
    text, last = line.strip(), before.strip()
    if bullet(text) or stands_alone(text) or stands_alone(last):
        return True
    if last.endswith(("-", SOFT)) or goes_on(text):
        return False
    return not is_full(before, line, width, _FULL_AT_END if ends_sentence(last) else _FULL)
