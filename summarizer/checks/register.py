"""«Ты» and «вы» in a Russian draft: whoever is addressed in one way is not addressed in the other further on.

The reader of an article is one addressee; whoever is spoken to in the speech of one paragraph is another.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from summarizer.checks._address import Address, addresses
from summarizer.checks._sides import span, target_lang
from summarizer.job import Finding, Result, Severity

TASKS = ("translate",)

_CHECK = "register"
# Of 87 marks on real drafts, read by hand, 68 were right, 78%: 47 of 60 in 2,573 sentences of prose with dialogue and
# of advice, 7 of 10 in 3,000 lines of newstest2018, 14 of 17 in dialogues of our own (svodka-ruen@2, 28 November 2026).
# Wrong are mostly two speakers in one paragraph. Human translations of the prose: 18 marks in 2,280 sentences, some of
# them meant. A note: a reader is not to be stopped by every fifth mark that is wrong.
_SEVERITY: Severity = "note"
_OPENING, _CLOSING = "«„“", "»”"
_DASHES = ("—", "–", "- ")
_Addressee: TypeAlias = int  # the paragraph in whose speech somebody is addressed; _READER outside of speech
_READER = -1


class _Place(NamedTuple):
    passage: int
    address: Address


def check(result: Result) -> Iterator[Finding]:
    """Yield a finding at the first word of every passage that addresses somebody otherwise than most passages do."""
    if target_lang(result) != "ru":
        return
    for places in _by_addressee(result).values():
        familiar, polite = ({p.passage for p in places if p.address.familiar is side} for side in (True, False))
        if familiar and polite:
            yield from _findings(result, places, rare_is_familiar=len(familiar) <= len(polite))


def _by_addressee(result: Result) -> dict[_Addressee, list[_Place]]:
    found: defaultdict[_Addressee, list[_Place]] = defaultdict(list)
    depth, block = 0, -1
    speech = False
    for index, passage in enumerate(result.passages):
        if passage.block != block:
            block, depth, speech = passage.block, 0, False
        speech = speech or passage.text.lstrip().startswith(_DASHES)
        depths = _depths(passage.text, depth)
        depth = depths[-1]
        if passage.origin == "source":
            continue
        for address in addresses(passage.text):
            spoken = speech or depths[address.start] > 0
            found[block if spoken else _READER].append(_Place(index, address))
    return found


def _depths(text: str, depth: int) -> list[int]:
    """How many quotations each character stands in, and the end of the text."""
    depths = []
    for char in text:
        depth += char in _OPENING
        depths.append(depth)
        depth -= char in _CLOSING and depth > 0
    return [*depths, depth]


def _findings(result: Result, places: Sequence[_Place], *, rare_is_familiar: bool) -> Iterator[Finding]:
    usual = next(place for place in places if place.address.familiar is not rare_is_familiar)
    seen: set[int] = set()
    for index, address in places:
        if address.familiar is rare_is_familiar and index not in seen:
            seen.add(index)
            word = result.passages[index].text[address.start : address.stop]
            other = result.passages[usual.passage].text[usual.address.start : usual.address.stop]
            here, there = ("«ты»", "«вы»") if rare_is_familiar else ("«вы»", "«ты»")
            message = (
                f"“{word}” is {here}, but {there} is said to the same one in sentence {usual.passage + 1}: “{other}”"
            )
            at = span(result.document, result.passages[index].sentences)
            yield Finding(_CHECK, message, index, _SEVERITY, at, (address.start, address.stop))
