"""A clause of the source that the draft has no words for: told by words without a tie or a counterpart."""

from collections.abc import Iterator
from typing import NamedTuple

from summarizer.checks._covered import longest_gap, measures, side
from summarizer.checks._sides import short, target_lang
from summarizer.document import Lang, other_lang
from summarizer.job import Finding, Passage, Result

TASKS = ("translate",)

_CHECK = "omission"
_SHORTEST = 40  # characters: below, one word without a tie is a large part of the sentence


class _Rule(NamedTuple):
    """A logistic rule over the measures of `_covered` and one; a sum over `limit` is an omission."""

    weights: tuple[float, ...]
    limit: float


# Fitted by `benchmarks/omission.py` on the even documents of newstest2018 with the embedded model (svodka-ruen 3, 28
# November 2026). Of the odd ones 0.7% (ru-en) and 0.8% (en-ru) of the references are marked, 0.5% and 0.2% of the
# model's drafts, 86% and 81% of the drafts that a clause was taken from. The measures were chosen out of 25 by leaving
# out, one after the other, what the even documents' own halves did not miss; three measures alone find 60%.
_RULES: dict[Lang, _Rule] = {
    "en": _Rule((4.864, -7.357, 6.021, 1.41, 1.38, 4.872, -0.622, 13.213, 0.689, 3.392, -9.165, -17.329, -2.19), 0.549),
    "ru": _Rule(
        (2.666, -6.132, 15.137, 1.047, 1.248, 2.118, 1.093, 13.204, 4.575, 9.967, -8.219, -38.753, -8.793), 1.889
    ),
}


def check(result: Result) -> Iterator[Finding]:
    """Yield at most one finding a passage, at the longest stretch of the source that no word of the draft came from."""
    for index, passage in enumerate(result.passages):
        if passage.ties and len(passage.sentences) == 1 and passage.text.strip():
            yield from _of(result, passage, index)


def signs(result: Result, passage: Passage) -> tuple[float, ...]:
    """What the rule weighs of a passage with ties and one sentence; nothing where that is too short to judge."""
    sentence = result.document.sentences[passage.sentences[0]]
    text = result.document.text[sentence.start : sentence.stop]
    if len(text) < _SHORTEST:
        return ()
    to = target_lang(result)
    source, draft = side(text, other_lang(to)), side(passage.text, to)
    return measures(source, draft, _tied(passage, source.spans, sentence.start), len(passage.text) / len(text))


def _of(result: Result, passage: Passage, index: int) -> Iterator[Finding]:
    found, rule = signs(result, passage), _RULES[target_lang(result)]
    if not found or sum(weight * sign for weight, sign in zip(rule.weights, (*found, 1.0), strict=True)) <= rule.limit:
        return
    sentence = result.document.sentences[passage.sentences[0]]
    source = side(result.document.text[sentence.start : sentence.stop], other_lang(target_lang(result)))
    gap = longest_gap(source, _tied(passage, source.spans, sentence.start))
    place = (sentence.start + source.spans[gap.first][0], sentence.start + source.spans[max(gap.behind - 1, 0)][1])
    message = f"the draft seems to leave out “{short(result.document.text[slice(*place)])}”"
    yield Finding(_CHECK, message, index, "warning", place, (0, len(passage.text)))


def _tied(passage: Passage, spans: tuple[tuple[int, int], ...], start: int) -> list[bool]:
    places = {(tie.start - start, tie.stop - start) for tie in passage.ties}
    return [span in places for span in spans]
