"""Passages that are empty, cut at the model's limit, or far shorter or longer than the language pair gives."""

from collections.abc import Iterator

from summarizer.document import Lang
from summarizer.job import Finding, Passage, Result

TASKS = ("translate",)

_CHECK = "length"
# characters of the translation to characters of the source, and the shortest source (characters) that is measured:
# the 0.1 and 99.9 percentiles of newstest2018 (3,000 human pairs, 2026-11-28): en-ru 0.44 and 1.86, ru-en 0.54 and 2.0
_SHORTEST = 20
_SHORT = 40  # characters: below, a sentence may be half as long again or as short ("And so it goes on": «И так далее»)
_LOOSER = 1.5
_BOUNDS: dict[Lang, tuple[float, float]] = {"ru": (0.44, 1.86), "en": (0.54, 2.0)}


def check(result: Result) -> Iterator[Finding]:
    """Yield at most one finding a passage; what was left as it stood is passed over."""
    for index, passage in enumerate(result.passages):
        if passage.origin != "source" and passage.sentences:
            yield from _of(result, passage, index)


def _of(result: Result, passage: Passage, index: int) -> Iterator[Finding]:
    first, last = (result.document.sentences[n] for n in (passage.sentences[0], passage.sentences[-1]))
    place = (first.start, last.stop)
    source = result.document.text[first.start : last.stop]
    target = (0, len(passage.text))
    if not passage.text.strip():
        yield Finding(_CHECK, "the draft of this sentence is empty", index, "error", place)
    elif passage.cut:
        yield Finding(_CHECK, "the model stopped at its limit: the draft is not whole", index, "error", place, target)
    elif len(source) >= _SHORTEST:
        least, most = _BOUNDS[result.job.to or result.document.lang]
        if len(source) < _SHORT:
            least, most = least / _LOOSER, most * _LOOSER
        ratio = len(passage.text) / len(source)
        if not least <= ratio <= most:
            much = "shorter" if ratio < least else "longer"
            message = f"the draft is much {much} than its source ({len(passage.text)} characters for {len(source)})"
            yield Finding(_CHECK, message, index, "warning", place, target)
