"""Quotations: the words between quotation marks, and who is named as their speaker.

Kinds: `quote`, a quotation of at least four words; `title`, less than that: the name of a ship or a paper, an ironical
word. The value is the stems of the words.
"""

import re
from collections.abc import Iterator

from summarizer.document import Lang
from summarizer.facts import Fact
from summarizer.ranking.stems import terms

_QUOTED = re.compile(r"«([^«»]{2,600})»|“([^“”]{2,600})”|„([^„“”]{2,600})[“”]|(?<!\w)\"([^\"\n]{2,600})\"(?!\w)")
LEAST_WORDS = 4
_SHARE = 0.7  # of the words of the shorter quotation that the longer one must hold


def find(text: str, lang: Lang) -> Iterator[Fact]:
    """Yield the quotations of the text, in order; the place is that of the words, without the marks."""
    for match in _QUOTED.finditer(text):
        group = match.lastindex or 1
        kind = "quote" if len(match[group].split()) >= LEAST_WORDS else "title"
        yield Fact(kind, "|".join(terms(match[group], lang)), match.start(group), match.end(group), match[group])


def same(a: Fact, b: Fact) -> bool:
    """Whether one quotes from the other: most of the words of the shorter one are in the longer."""
    x, y = sorted((set(a.value.split("|")), set(b.value.split("|"))), key=len)
    return len(x & y) >= _SHARE * len(x)
