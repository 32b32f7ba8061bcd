"""Where a sentence stands in a reply, read off its paragraph: after a dash in Russian, in quotes in English."""

import re
from bisect import bisect_right
from collections.abc import Callable
from pathlib import PurePath
from typing import NamedTuple, TypeAlias

from summarizer.document import Block, Document, Lang
from summarizer.glossary.lemmas import readings

_KINDS = frozenset({"paragraph", "quote", "title", "heading"})
_CUES = frozenset({".srt", ".vtt"})  # subtitles have a dash for every speaker in either language
_DASH = re.compile(r"^[—–-]\s+(?=[\"“«„(]?[А-ЯЁ])")
_QUOTE = re.compile(r"^[\"“](?=\w)")
_TO_AUTHOR = re.compile(r"[,!?…][»”\"]?\s+[—–-]\s+(?=[а-яё])")
_TO_SPEECH = re.compile(r",\s+[—–-]\s+(?=[а-яё])|[.!?…:]\s+[—–-]\s+(?=[А-ЯЁ])")
_WORD = re.compile(r"[^\W\d_]+")
_NEAR = 3  # words in which an author's words have their verb: "ответил он", "он тихо ответил"
_Changes: TypeAlias = list[tuple[int, bool]]  # from which character on there is speech, or none


class Turn(NamedTuple):
    """Whether a sentence's first word opens the speech, is speech; whether its last one is speech, and closes it."""

    opens: bool
    spoken: bool
    ends: bool
    closes: bool
    dashed: bool = False  # in Russian it has a dash: one reply of an exchange


def turns(document: Document, to: Lang) -> dict[int, Turn]:
    """The turn of every sentence of a paragraph that begins with a reply, by its number.

    Paragraphs are read whole, also where the document has only some of their sentences.
    """
    if PurePath(document.origin).suffix.lower() in _CUES:
        return {}
    texts = {n: document.block_text(n) for n, block in enumerate(document.blocks) if _may_be_reply(block, to)}
    begin, read = (_QUOTE, _in_quotes) if to == "ru" else (_DASH, _after_dashes)
    replies = {n: read(text) for n, text in texts.items() if begin.match(text)}
    if to == "en" and not any(_shows_speech(texts[n], changes) for n, changes in replies.items()):
        return {}
    exchanged = _exchanged({n: texts[n] for n in replies}, replies) if to == "ru" else set()
    found = {}
    for number, sentence in enumerate(document.sentences):
        if sentence.block in replies:
            start = document.blocks[sentence.block].start
            place, text = (sentence.start - start, sentence.stop - start), texts[sentence.block]
            turn = (_quoted if to == "ru" else _dashed)(text, place, _state(replies[sentence.block]))
            found[number] = turn._replace(dashed=sentence.block in exchanged)
    return found


def _may_be_reply(block: Block, to: Lang) -> bool:
    return block.lang != to and block.kind in _KINDS


def _state(changes: _Changes) -> Callable[[int], bool]:
    places = [place for place, _ in changes]
    return lambda at: changes[bisect_right(places, at) - 1][1] if bisect_right(places, at) else False


def _dashed(text: str, place: tuple[int, int], speech: Callable[[int], bool]) -> Turn:
    start, stop = place
    first, following = _WORD.search(text, start), _WORD.search(text, stop)
    spoken = speech(first.start()) if first else False
    dash = _DASH.match(text[start:stop])
    ends = speech(stop - 1)
    return Turn(spoken and dash is not None, spoken, ends, ends and not (following and speech(following.start())))


def _quoted(text: str, place: tuple[int, int], speech: Callable[[int], bool]) -> Turn:
    start, stop = place
    opens = not (start and speech(start - 1)) and _QUOTE.match(text[start:stop]) is not None
    closes = text[stop - 1] in '"”' and not speech(stop - 1) and speech(stop - 2)
    return Turn(opens, speech(start), speech(stop - 1) or closes, closes)


def _after_dashes(text: str) -> _Changes:
    """A dash begins the speech, one before the verb of saying ends it, one after the author's words goes on with it."""
    begin = _DASH.match(text)
    changes, at, speech = [(begin.end() if begin else 0, True)], 0, True
    while True:
        pattern = _TO_AUTHOR if speech else _TO_SPEECH
        found = next((m for m in pattern.finditer(text, at) if not speech or _is_author(text[m.end() :])), None)
        if found is None:
            return changes
        at, speech = found.end(), not speech
        changes.append((at, speech))


def _is_author(words: str) -> bool:
    near = _WORD.findall(re.split("[.!?…]", words[:80], maxsplit=1)[0])[:_NEAR]
    return any(reading.tag.POS == "VERB" for word in near for reading in readings(word)[:1])


def _shows_speech(text: str, changes: _Changes) -> bool:
    """Whether it asks, calls out or names who says it: a list may have dashes too."""
    return "?" in text or "!" in text or len(changes) > 1


def _in_quotes(text: str) -> _Changes:
    changes: _Changes = []
    speech = False
    for match in re.finditer('["“”]', text):
        speech = match.group() == "“" or (match.group() == '"' and not speech)
        changes.append((match.start(), speech))
    return changes


def _exchanged(texts: dict[int, str], replies: dict[int, _Changes]) -> set[int]:
    """Replies in paragraphs one after the other, among them a bare question that is answered.

    One speaker's words over several paragraphs of an article, a dash would give to several speakers.
    """
    runs: list[list[int]] = []
    for block in sorted(texts):
        if runs and runs[-1][-1] == block - 1:
            runs[-1].append(block)
        else:
            runs.append([block])
    asks = {n for n, text in texts.items() if len(replies[n]) == 2 and re.search(r"\?[\"”]\s*$", text)}
    return {block for run in runs if asks.intersection(run[:-1]) for block in run}
