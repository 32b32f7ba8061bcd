"""Words broken at a line's end: what `press.hyphens` knows of words, and what a PDF shows of its own habits."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from summarizer.ingest._pdf_lines import Line
from summarizer.press.hyphens import broken, weld, words_of

_SPAN = re.compile(r"\d[–-]$")  # "1899–" before "1905", "1777-" before «го»
_LETTER = re.compile(r"(?:^|\W)[^\W\d_]-$")  # "X-" before "shaped"
_BROWSERS = ("mozilla/", "chromium", "google chrome", "safari", "firefox", "wkhtmltopdf", "headlesschrome")
# Of all lines. Where a browser found no sign of its own in the font, it breaks one line in ten and more; the writers of
# 60 pages without hyphenation broke 0.067 at most with theirs (five layouts of twelve articles, 2026-11-28).
_FEW = 0.1


@dataclass(frozen=True, slots=True)
class Breaks:
    """The words of a text that no line's end breaks, and whether a plain hyphen at a line's end was written."""

    words: frozenset[str] = frozenset()
    written: bool = False

    def are_in(self, left: str) -> bool:
        """Whether the last word of a line goes on in the next."""
        return broken(left) or bool(_SPAN.search(left))

    def weld(self, left: str, right: str) -> str:
        """The two halves of a word as one, or with a space between them where they are none."""
        if _SPAN.search(left):
            return left + right
        whole = weld(left, right, self.words)
        written = left.endswith("-") and (self.written or bool(_LETTER.search(left)))
        return left + right if written and " " not in whole and not self._has(left[:-1] + right) else whole

    def _has(self, word: str) -> bool:
        return bool(words_of([word]) & self.words)


def breaks_of(lines: Iterable[Line], creator: str) -> Breaks:
    """Browsers break words with a sign of their own, U+2010: with them a plain hyphen is the writer's."""
    texts: list[str] = []
    halved, plain, own = False, 0, 0
    for line in lines:
        words = line.text.split(" ")
        last_halved = broken(words[-1])
        plain += last_halved and words[-1].endswith("-")
        own += words[-1].endswith("‐")
        texts.append(" ".join(words[halved : len(words) - last_halved]))
        halved = last_halved
    written = own > 0 or (is_browser(creator) and plain < _FEW * len(texts))
    return Breaks(words_of(texts), written)


def is_browser(creator: str) -> bool:
    """Whether a browser printed the file."""
    return creator.lower().startswith(_BROWSERS)
