"""What stands in a draft for a stretch of its source: the words that the model wrote while it looked there."""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from summarizer.document import Lang
from summarizer.glossary.forms import OPENING, Written, dictionary_form, key, support
from summarizer.glossary.lemmas import readings
from summarizer.glossary.lookup import WORD, place
from summarizer.glossary.phrase_words import LITTLE, is_abbreviation
from summarizer.job import Passage

Place: TypeAlias = tuple[int, tuple[int, int]]  # the number of a sentence, offsets in the document's text


# by the number of a sentence, the index of the passage that stands for it, and the passage; only what was drafted
Drafts: TypeAlias = Mapping[int, tuple[int, Passage]]


class Rendering(NamedTuple):
    """What stands in the draft for a term, as a dictionary has it; `passages` are the indices of where."""

    text: str
    passages: tuple[int, ...]
    nominal: bool = True  # it has a noun in it and no verb


def renderings(
    places: Sequence[Place], drafts: Drafts, to: Lang, capitals: Container[str] | None
) -> tuple[Rendering, ...]:
    """The renderings of a term, the most frequent first.

    `capitals` are the words that keep theirs where any word has one (`None`: all). Where a person wrote, no word is
    tied to another any more: there a rendering counts that is known from elsewhere.
    """
    drafted = [(*drafts[number], at) for number, at in places if number in drafts]
    written = [(k, one) for k, passage, at in drafted for one in _written(passage, at)]
    counts = support(one.words for _, one in written)
    groups: defaultdict[tuple[str, ...], list[tuple[int, Written]]] = defaultdict(list)
    for k, one in written:
        groups[key(one.words, counts)].append((k, one))
    found = [_rendering(group, to, lemmas, capitals) for lemmas, group in groups.items()]
    untied = [(k, passage) for k, passage, _ in drafted if not passage.ties]
    return tuple(sorted((_seen(one, untied) for one in found), key=lambda one: -len(one.passages)))


def _rendering(
    group: Sequence[tuple[int, Written]], to: Lang, lemmas: Sequence[str], capitals: Container[str] | None
) -> Rendering:
    text = dictionary_form([one for _, one in group], to, lemmas, capitals)
    return Rendering(text, tuple(k for k, _ in group), to == "en" or _is_nominal(text.split()))


def _seen(rendering: Rendering, untied: Iterable[tuple[int, Passage]]) -> Rendering:
    more = tuple(k for k, passage in untied if place(rendering.text, passage.text))
    return rendering._replace(passages=tuple(sorted((*rendering.passages, *more))))


def _is_nominal(words: Sequence[str]) -> bool:
    parts = [readings(word)[0].tag.POS for word in words]
    return not {"VERB", "INFN", "GRND"}.intersection(parts) and not {"NOUN", None}.isdisjoint(parts)


def _written(passage: Passage, at: tuple[int, int]) -> list[Written]:
    """The words of the draft that came from the stretch; none where the engine does not say."""
    runs = _runs(passage, at)
    if not runs:
        return []
    run = max(runs, key=len)
    first = not run[0].start() or OPENING.search(passage.text[: run[0].start()]) is not None
    return [Written(tuple(word.group() for word in run), first)]


def _runs(passage: Passage, at: tuple[int, int]) -> list[list[re.Match[str]]]:
    """Runs of words that came from there, without the little words at their edges; little words may stand inside."""
    first = {tie.target_start: tie for tie in reversed(passage.ties)}
    own = [tie for tie in first.values() if tie.start < at[1] and at[0] < tie.stop]
    runs: list[list[re.Match[str]]] = [[]]
    held: list[re.Match[str]] = []  # little words after a run: in it when it goes on
    stop = 0
    for word in WORD.finditer(passage.text):
        came = any(tie.target_start <= word.start() < tie.target_stop for tie in own)
        little = word.group().lower() in LITTLE and not is_abbreviation(word.group())
        if (not came and not little) or not passage.text[stop : word.start()].isspace():
            runs, held = [*runs, []], []
        if came and not little:
            runs[-1] += [*held, word]
            held = []
        elif little and runs[-1]:
            held.append(word)
        stop = word.end()
    return [run for run in runs if run]
