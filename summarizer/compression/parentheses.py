"""Parentheses that restate what stands before them, or add what no fact hangs on."""

import re
from collections.abc import Iterator

from summarizer.compression.cuts import Cut

_INSIDE = re.compile(r"[ \u00a0]\(([^()]{1,120})\)(?=[ \u00a0.,;:!?—–]|$)")
# "он (Путин)": without it nobody knows who
_PRONOUN = re.compile(
    r"\b(?:он|она|оно|они|его|её|ее|их|ему|ей|им|это|he|she|it|they|him|her|them|his|this)$", re.IGNORECASE
)
_SHORT = re.compile(r"[A-ZА-ЯЁ][A-ZА-ЯЁ\d&-]+")
_WORD = re.compile(r"[^\W\d_]+")
_MOST = 2  # more than these are a list of members with their clubs


def parentheses(text: str) -> Iterator[Cut]:
    """Every one that explains no pronoun; of several all, or none where one of them says a name or a figure."""
    found = list(_INSIDE.finditer(text))
    plain = all(_SHORT.fullmatch(match[1]) or match[1] == match[1].lower() for match in found)
    if text.count("(") > _MOST or (text.count("(") > 1 and not plain):
        return
    for match in found:
        before = text[: match.start()]
        if not _PRONOUN.search(before) and (not _SHORT.fullmatch(match[1]) or _abbreviates(match[1], before)):
            yield Cut(match.start(), match.end())


def _abbreviates(short: str, before: str) -> bool:
    """Whether the letters are the first ones of the words before them; of another script they are taken to be."""
    heads = "".join(word[0].upper() for word in _WORD.findall(before)[-2 * len(short) :])
    if short.isascii() != heads[-1:].isascii():
        return len(short) > 2
    place = -1
    for letter in reversed(short):  # in order, from the last word back; "WADA" has two of one word
        place = heads.rfind(letter, 0, place if place >= 0 else len(heads))
        if place < 0:
            return False
    return True
