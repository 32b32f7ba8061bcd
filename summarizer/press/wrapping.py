"""Whether the lines of a text are hard-wrapped, and the paragraphs they are then.

A wrapped line ends because the next word found no room on it: that is what is counted. In press text copied from pages
a line is a paragraph, or ends where a link stood, and the next word would have found room.
"""

from itertools import pairwise

from summarizer.press.breaks import ends_sentence, goes_on
from summarizer.press.characters import SOFT
from summarizer.press.shapes import bullet, is_cue, number_of, stands_alone

# Swept on 28 November 2026 over 204 articles (120 of ru_rt.dev, 84 of the extraction ground truth), each wrapped at 36,
# 72 and 120 characters with blank lines, with indents and with neither, against the same articles as they are. All nine
# sets are seen as wrapped in 99 to 100% of the texts, and none of the 204 is taken for wrapped as it is.
_NARROWEST = 30  # characters; narrower are verse and lists
_WIDEST = 130  # characters; e-mails wrap at 72 to 80, books at 65 to 75, PDF columns at 30 to 110
_FEWEST = 3  # breaks: with less there is nothing to decide by
_FULL = 0.8  # of the width; 0.7 finds as many, 0.9 99.7%
_FULL_AT_END = 0.97  # the same for a line that ends a sentence: here a paragraph may end
_SHARE = 0.5  # of full lines; 0.4 and 0.5 find 99.9%, 0.6 99.1%, 0.7 93% (short paragraphs end in short lines)
_VERSE = 60  # characters
_MOSTLY = 0.5  # of the breaks; in ru_rt.dev, broken wherever a link stood, the most of 500 articles is 0.25
_SMALL = 0.15  # of lines that begin small; 0 and 0.15 find 99.9%, 0.25 99.2%; verse has none


def wrapped_at(lines: list[str]) -> int:
    """The width in characters that the lines are wrapped at, 0 where they are not."""
    pairs = [(a, b) for a, b in pairwise(lines) if a.strip() and b.strip()]
    if len(pairs) < _FEWEST:
        return 0
    width = _width([line.rstrip() for pair in pairs for line in pair])
    if not _NARROWEST <= width <= _WIDEST:
        return 0
    full = sum(is_full(a, b, width) for a, b in pairs)
    small = sum(goes_on(b.lstrip()) for _, b in pairs)
    return width if full >= _SHARE * len(pairs) and small >= _SMALL * len(pairs) else 0


def lines_are_meant(lines: list[str]) -> bool:
    """Whether most lines are short and begin small though none is full: verse, or a list without marks."""
    pairs = [(a.strip(), b.strip()) for a, b in pairwise(lines) if a.strip() and b.strip()]
    small = sum(goes_on(b) and len(a) <= _VERSE and len(b) <= _VERSE for a, b in pairs)
    return len(pairs) >= _FEWEST and small > _MOSTLY * len(pairs)


def _width(lines: list[str]) -> int:
    lengths = sorted(len(line) for line in lines)
    return lengths[len(lengths) - 1 - len(lengths) // 20]  # one line in twenty may stick out: an address


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
        hangs = bool(groups) and bool(bullet(groups[-1][0]))  # the second line of an item is indented too
        deeper = indented and not hangs and _indent(line) > _indent(before)
        starts = not groups or deeper or _begins(before, line, width)
        if starts:
            groups.append([line.strip()])
        else:
            groups[-1].append(line.strip())
    return groups


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _begins(before: str, line: str, width: int) -> bool:
    text, last = line.strip(), before.strip()
    inside = is_full(before, line, width) and not ends_sentence(last)
    if bullet(text) and not (inside and number_of(text) is not None):
        return True
    if is_cue(text) or is_cue(last):
        return True
    if not inside and (stands_alone(text) or stands_alone(last)):
        return True
    if inside or last.endswith(("-", SOFT)) or goes_on(text):
        return False
    return not is_full(before, line, width, _FULL_AT_END if ends_sentence(last) else _FULL)
