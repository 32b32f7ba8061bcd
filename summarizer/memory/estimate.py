"""Before the work: how many words there are, how many of them came before, and how many the memory knows."""

from collections import Counter
from typing import NamedTuple

from summarizer.document import Document
from summarizer.memory.matching import CONTEXT, Around, Pair
from summarizer.memory.units import Memory

# The bands by which translation agencies weigh a quote; a sentence counts in the first that fits.
BANDS = ((CONTEXT, "context match"), (100, "100%"), (95, "95-99%"), (85, "85-94%"), (75, "75-84%"), (70, "70-74%"))
REPETITION = "repetition"
NEW = "new"


class Row(NamedTuple):
    """A line of the quote."""

    label: str
    segments: int
    words: int


def estimate(document: Document, pair: Pair, memory: Memory | None) -> tuple[Row, ...]:
    """The segments and words of each band, the total last; a repetition counts as such from its second time on."""
    segments: Counter[str] = Counter()
    words: Counter[str] = Counter()
    seen: set[str] = set()
    for number in range(len(document.sentences)):
        text = document.sentence_text(number)
        label = REPETITION if text in seen else _band(memory, pair, text, Around.of(document, number))
        seen.add(text)
        segments[label] += 1
        words[label] += len(text.split())  # as word processors count
    labels = [REPETITION, *(label for _, label in BANDS), NEW]
    rows = [Row(label, segments[label], words[label]) for label in labels]
    return (*rows, Row("total", segments.total(), words.total()))


def _band(memory: Memory | None, pair: Pair, text: str, around: Around) -> str:
    found = memory.search(pair, text, around, limit=1) if memory is not None else ()
    score = found[0].score if found else 0
    return next((label for least, label in BANDS if score >= least), NEW)
