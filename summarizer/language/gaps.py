"""A place where a sentence may end, and what stands around it: all that the rules see."""

import functools
import re
from dataclasses import dataclass
from typing import Literal, TypeAlias

from summarizer.document import Lang
from summarizer.language.abbreviations import OPENERS_EN, OPENERS_RU

Verdict: TypeAlias = Literal["join", "split"]  # the words of razdel's rules
JOIN: Verdict = "join"
SPLIT: Verdict = "split"

_LEFT, _RIGHT, _WIDE = (
    48,
    80,
    400,
)  # characters that a rule may look at: a rule that sees all makes long lines quadratic

_AFTER_A_WORD = (" ", "\u00a0", ",", "", "\n")
_LAST_WORD = re.compile(r"[^\W\d_]+$")
_WORD_BEFORE = re.compile(r"([^\W_]+)\W*$")
_MARK = re.compile(r"\d$|°\s?$|\w[-‑]$")
_NEXT = re.compile(r"\s*([^\W\d_]+|\d+|\S)")


@dataclass(frozen=True)
class Gap:
    """The sign that ends at `stop`, in a sentence that begins at `begin`."""

    text: str
    begin: int
    start: int
    stop: int
    lang: Lang

    @functools.cached_property
    def sign(self) -> str:
        """The sign itself."""
        return self.text[self.start : self.stop]

    @functools.cached_property
    def left(self) -> str:
        """The end of the sentence so far, without the sign."""
        return self.text[max(self.begin, self.start - _LEFT) : self.start]

    @functools.cached_property
    def far_left(self) -> str:
        """As `left`, long enough for a bracket or a quotation."""
        return self.text[max(self.begin, self.start - _WIDE) : self.start]

    @functools.cached_property
    def right(self) -> str:
        """What follows the sign."""
        return self.text[self.stop : self.stop + _RIGHT]

    @functools.cached_property
    def spaced(self) -> bool:
        """Whether white space follows."""
        return self.right[:1].isspace()

    @functools.cached_property
    def word(self) -> str:
        """The letters right before the sign."""
        found = _LAST_WORD.search(self.left)
        return found.group() if found else ""

    @functools.cached_property
    def word_before(self) -> str:
        """The word or number before `word`."""
        found = _WORD_BEFORE.search(self.left[: len(self.left) - len(self.word)])
        return found.group(1) if found else ""

    @functools.cached_property
    def next(self) -> str:
        """The first word, number or sign that follows."""
        found = _NEXT.match(self.right)
        return found.group(1) if found else ""

    @functools.cached_property
    def after_next(self) -> str:
        """The character behind `next`."""
        found = _NEXT.match(self.right)
        return self.right[found.end() : found.end() + 1] if found else ""

    @functools.cached_property
    def capital(self) -> bool:
        """Whether a word with a capital letter follows."""
        return self.next[:1].isupper()

    @functools.cached_property
    def opens(self) -> bool:
        """Whether a word follows that opens sentences and is nobody's name (nor an initial)."""
        if self.lang == "en":
            return self.next in OPENERS_EN and self.after_next in (*_AFTER_A_WORD, "’", "'")
        return self.capital and self.next.lower() in OPENERS_RU and self.after_next in _AFTER_A_WORD


def is_part_of_a_mark(gap: Gap) -> bool:
    """Whether the letter before the sign is no initial but the end of "Su-24M", "HISAR-A", "15V", "30 °C"."""
    return bool(_MARK.search(gap.left[: -len(gap.word)]))
