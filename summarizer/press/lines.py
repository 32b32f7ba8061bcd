"""Plain text to paragraphs.

A blank line always ends a paragraph. A single line break is undone when the text is hard-wrapped (see `wrapping`), and
otherwise only where it falls inside a sentence: press text copied from pages breaks wherever a link stood.
"""

from collections.abc import Iterator

from summarizer.press import breaks
from summarizer.press.characters import SOFT, clean
from summarizer.press.hyphens import broken, weld, words_of
from summarizer.press.shapes import bullet, is_cue, stands_alone
from summarizer.press.wrapping import lines_are_meant, paragraphs_of, wrapped_at

# Read by hand in ru_rt.dev (28 November 2026): of 120 breaks before a capital that these rules undo 2 were wrong; of 60
# that they keep, tweets and headings apart, 8 should have been undone (a sentence that begins with a short link).
_LONG = 90  # characters: a longer line that ends open is a sentence, not a heading
_LINK = 90  # characters: a link's text is no longer


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, white space and hyphenation put right; a list item keeps its mark.

    Takes any text, also one without any line break, and is linear in its length.
    """
    lines = clean(text).split("\n")
    width = wrapped_at(lines)
    meant = not width and lines_are_meant(lines)
    words: frozenset[str] | None = None
    found = []
    for block in _blocks(lines):
        stripped = [line.strip() for line in block]
        for group in paragraphs_of(block, width) if width else _sentences(stripped, meant=meant):
            if words is None and any(broken(line) for line in group[:-1]):
                words = words_of(lines)
            found.append(_joined(group, words or frozenset()))
    return [paragraph for paragraph in found if paragraph]


def _blocks(lines: list[str]) -> Iterator[list[str]]:
    block: list[str] = []
    for line in [*lines, ""]:
        if line.strip(f" {SOFT}"):
            block.append(line)
        elif block:
            yield block
            block = []


def _joined(group: list[str], words: frozenset[str]) -> str:
    parts: list[str] = []
    for line in (" ".join(line.split()) for line in group):
        if parts and broken(parts[-1]):
            parts[-1:] = [weld(parts[-1], line, words)]
        else:
            if parts:
                parts.append(breaks.glue(parts[-1], line))
            parts.append(line)
    return "".join(parts).strip(f" {SOFT}")


def _sentences(lines: list[str], *, meant: bool) -> Iterator[list[str]]:
    """Groups of lines that breaks inside a sentence have parted."""
    group: list[str] = []
    for number, line in enumerate(lines):
        if group and not meant and _goes_with(lines, number):
            group.append(line)
            continue
        if group:
            yield group
        group = [line]
    if group:
        yield group


def _goes_with(lines: list[str], number: int) -> bool:
    """Whether the line belongs to the sentence that the line before it left open."""
    line, before = lines[number], lines[number - 1]
    if stands_alone(line) or stands_alone(before) or _after_cue(lines, number):
        return False
    if broken(before) and line[0].isalnum():
        return True
    if breaks.goes_on(line):
        return not bullet(line) and _takes_up(before, line)
    if bullet(line) or not breaks.ends_open(before):
        return False
    return line.startswith("(") or _open_before_capital(lines, number)


def _after_cue(lines: list[str], number: int) -> bool:
    """Whether the line is, or follows, the headline or the teaser that a cue announces."""
    if number >= 2 and is_cue(lines[number - 2]):
        return True
    return number >= 3 and is_cue(lines[number - 3]) and lines[number - 1].endswith(("...", "…"))


def _takes_up(before: str, line: str) -> bool:
    if line[0] in ",;)%" or breaks.leaves_bracket_open(before):
        return True
    return breaks.ends_open(before) or breaks.ends_with_abbreviation(before)


def _open_before_capital(lines: list[str], number: int) -> bool:
    """Whether a line with a capital goes on with what the line before it left open.

    It does after a comma, a dash, a function word or an open bracket; and it does when it is short (a link's text, a
    name mostly), the line after it goes on, and the line before it is no heading: long, or opened as sentences are.
    """
    before, line = lines[number - 1], lines[number]
    after = lines[number + 1] if number + 1 < len(lines) else ""
    if breaks.ends_asking_more(before):
        return True
    if before.endswith("."):
        return breaks.ends_with_title(before)
    if breaks.leaves_bracket_open(before):
        return len(line) <= _LINK
    if before[0].islower() and len(before) < _LINK and not breaks.holds_sentence_end(before):
        return False  # a link's text at the end of a paragraph: its full stop was lost with the link
    begun = len(before) > _LONG or breaks.holds_sentence_end(before) or breaks.opens_sentence(before)
    linked = len(line) <= _LINK and breaks.ends_open(line) and (breaks.goes_on(after) or after.startswith("("))
    return linked and (begun or breaks.begins_with_name(line))
