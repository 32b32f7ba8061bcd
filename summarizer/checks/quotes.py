"""Quotations that the source does not have in these words, or that it gives to another speaker."""

import re
from collections.abc import Iterator

from summarizer.checks._sides import judged, span, stated, target_lang, written
from summarizer.facts import Fact, facts
from summarizer.job import Finding, Passage, Result
from summarizer.ranking.stems import terms

TASKS = ("digest", "translate")

_QUOTES = "quotes"
_DASHES = ("— ", "– ", "- ")
_MARKS = re.compile(r"[«»“”„\"]|(?<!\w)['‘]\w|\w[.,!?]?['’](?!\w)")
_SAID_WITHIN = 2  # sentences around a quotation in which its speaker is named


def check(result: Result) -> Iterator[Finding]:
    """Yield a finding for every quotation of a summary in the article's language that the article does not bear out."""
    for index, passage in judged(result):
        to = target_lang(result)
        quotes = [fact for fact in written(passage.text, to, _QUOTES) if fact.kind == "quote"]
        if result.job.task == "digest" and to == result.document.lang:
            for quote in quotes:
                yield from _of(quote, result, passage, index)
        elif result.job.task == "translate":
            yield from _across(quotes, result, passage, index)


def _of(quote: Fact, result: Result, passage: Passage, index: int) -> Iterator[Finding]:
    document = result.document
    wanted = set(quote.value.split("|"))
    holders = [n for n in range(len(document.sentences)) if _holds(document.sentence_text(n), wanted, result)]
    target = (quote.start, quote.stop)
    if not holders:
        words = f"“{quote.text[:60]}”"
        message = f"{words} is quoted in the draft, but the source does not have these words"
        yield Finding(_QUOTES, message, index, "warning", span(document, passage.sentences), target)
        return
    around = {m for n in holders for m in range(n - _SAID_WITHIN, n + _SAID_WITHIN + 1)}
    near = stated(document, sorted(around & set(range(len(document.sentences)))), "names")
    same = facts("names").same
    strangers = [
        fact
        for fact in written(passage.text, target_lang(result), "names")
        if fact.kind == "name" and not quote.start <= fact.start < quote.stop
        if not any(same(fact, other) for other in near)
    ]
    if strangers:
        names = ", ".join(fact.text for fact in strangers)
        message = f"the draft names {names} beside a quotation; the source does not name them near these words"
        yield Finding(_QUOTES, message, index, "note", span(document, tuple(holders)), target)


def _holds(sentence: str, wanted: set[str], result: Result) -> bool:
    return len(wanted & set(terms(sentence, result.document.lang))) >= 0.7 * len(wanted)


def _across(quotes: list[Fact], result: Result, passage: Passage, index: int) -> Iterator[Finding]:
    """A note where one side quotes and the other has no quotation marks at all: that changes who speaks.

    A reply after a dash is a quotation in the other language. Of 10 read that only differed in number, none was right
    (drafts of newstest2018, lines 1600 to 2200, 28 November 2026): a quotation loses words, or has single marks.
    """
    place = span(result.document, passage.sentences)
    text = result.document.text[slice(*place)]
    if passage.text.startswith(_DASHES) or text.startswith(_DASHES):
        return
    source = [fact for fact in stated(result.document, passage.sentences, _QUOTES) if fact.kind == "quote"]
    if bool(source) != bool(quotes) and not _MARKS.search(text if quotes else passage.text):
        message = f"{len(source)} quotations in the source, {len(quotes)} in the draft"
        yield Finding(_QUOTES, message, index, "note", place, (0, len(passage.text)))
