"""What passes through translation untouched: addresses, names after @, tags, template tokens, markup, code, emoji.

SentencePiece breaks such things up and a small model puts them together wrongly. Two ways out, tried in this order: a
short mask that the model copies ("#7": 157 of 160 newstest2018 sentences with the embedded model of 7.75 M training
tokens, beam 4; "[1]" 156, "X1" 137, "@x" 146, "ZZZ" 39; measured 2026-11-28), whose survival is verified, and cutting
the sentence around the thing.
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from summarizer.document import Document, Mark

_DOMAINS = "com|org|net|info|edu|gov|ru|su|рф|ua|kz|uk|eu|io"
_KINDS = {
    "url": r"(?:https?|ftp)://[^\s<>«»“”\"]+|(?<![\w@.])www\.[^\s<>«»“”\"]+",
    "email": r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
    "domain": rf"(?<![\w@.-])[A-Za-zА-я0-9][\wА-я-]*(?:\.[\w-]+)*\.(?:{_DOMAINS})(?![\w-])(?:/[^\s<>«»“”\"]*)?",
    "token": r"\{\{[^{}\n]*\}\}|\$?\{\w+\}|%\(\w+\)[sd]|(?<![\d%])(?<!\d\s)%(?:\d+\$)?[sd](?!\w)",
    "markup": r"</?[A-Za-z][^<>\n]{0,200}>|&(?:#\d{1,6}|[A-Za-z]{2,8});",
    "code": r"`[^`\n]+`",
    "name": r"(?<![\w@.])@[A-Za-z_]\w+",
    "tag": r"(?<![\w&#])#[^\W\d]\w+",
    "symbol": "[\U0001f000-\U0001faff\u2190-\u21ff\u2600-\u27bf\u2b00-\u2bff\u200d\ufe0f™©®]+",
}
_PATTERN = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _KINDS.items()))
_TRAILING = re.compile(r"[.,;:!?…]+$")
_BOUNDARY_BEFORE = re.compile(r"(?:^|[.!?…:;,—–(|-])\s*$")
_BOUNDARY_AFTER = re.compile(r"^\s*(?:$|[.!?…:;,—–)|-])")
_MASKS = tuple(f"#{n}" for n in range(7, 100))
MOST_MASKS = 3  # in one sentence; with more the chance that all come back falls under 0.94


class Held(NamedTuple):
    """Characters `start` to `stop` of a text are left as they are."""

    start: int
    stop: int
    kind: str


class Part(NamedTuple):
    """A run of a text: `held` parts are left as they are."""

    text: str
    held: bool


def find(text: str, marks: Iterable[Mark] = ()) -> tuple[Held, ...]:
    """What must not be translated, in order, without overlaps; inline code is known from the marks."""
    found = [Held(mark.start, mark.stop, "code") for mark in marks if mark.kind == "code" and mark.start < mark.stop]
    for match in _PATTERN.finditer(text):
        kind = match.lastgroup or ""
        stop = _stop(match) if kind in {"url", "domain"} else match.end()
        if not any(held.start < stop and match.start() < held.stop for held in found):
            found.append(Held(match.start(), stop, kind))
    return tuple(sorted(found))


def in_sentence(document: Document, number: int) -> tuple[Held, ...]:
    """What sentence `number` of the document holds, with the marks of its block."""
    sentence = document.sentences[number]
    block = document.blocks[sentence.block]
    return within(document.sentence_text(number), sentence.start - block.start, block.marks)


def within(sentence: str, shift: int, marks: Iterable[Mark]) -> tuple[Held, ...]:
    """What a sentence holds that begins `shift` characters into its block, with the block's marks."""
    stop = shift + len(sentence)
    inside = [mark for mark in marks if mark.start < stop and mark.stop > shift]
    moved = (Mark(max(m.start - shift, 0), min(m.stop, stop) - shift, m.kind, m.target) for m in inside)
    return find(sentence, moved)


def has_words(text: str, held: Sequence[Held] = ()) -> bool:
    """Whether there are letters outside of what is held."""
    return any(not part.held and any(c.isalpha() for c in part.text) for part in parts(text, held))


def parts(text: str, held: Sequence[Held]) -> list[Part]:
    """The text cut at every held thing; together the parts are the text."""
    found, at = [], 0
    for start, stop, _ in held:
        found += [Part(text[at:start], held=False), Part(text[start:stop], held=True)]
        at = stop
    return [part for part in (*found, Part(text[at:], held=False)) if part.text]


def clauses(text: str, held: Sequence[Held]) -> list[tuple[Part, tuple[Held, ...]]]:
    """The text cut only at held things that stand apart from the grammar of the sentence: at a clause boundary on both
    sides, or emoji and tags at its edges. Each part comes with what is still held inside of it."""
    apart = [item for item in held if _stands_apart(text, item)]
    pieces, at = [], 0
    for part in parts(text, apart):
        inner = tuple(
            Held(item.start - at, item.stop - at, item.kind)
            for item in held
            if not part.held and at <= item.start and item.stop <= at + len(part.text)
        )
        pieces.append((part, inner))
        at += len(part.text)
    return pieces


def mask(text: str, held: Sequence[Held]) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The text with a mask for every held thing, and each mask with what it stands for."""
    free = (mask for mask in _MASKS if mask not in text)
    masks = tuple((next(free), text[start:stop]) for start, stop, _ in held)
    pieces, at = [], 0
    for (start, stop, _), (sign, _) in zip(held, masks, strict=True):
        pieces += [text[at:start], sign]
        at = stop
    return "".join((*pieces, text[at:])), masks


def unmask(text: str, masks: Sequence[tuple[str, str]]) -> str | None:
    """The text with the things themselves again; `None` when a mask is lost, doubled or grown into a number."""
    for sign, _ in masks:
        if len(re.findall(re.escape(sign), text)) != 1 or not re.search(rf"(?<![\w#]){re.escape(sign)}(?!\d)", text):
            return None
    originals = dict(masks)
    return (
        re.sub("|".join(re.escape(sign) for sign in originals), lambda m: originals[m.group()], text) if masks else text
    )


def _stands_apart(text: str, item: Held) -> bool:
    before, after = text[: item.start], text[item.stop :]
    if item.kind in {"symbol", "tag"} and (not before.strip() or not after.strip(" .!?…")):
        return True
    return _BOUNDARY_BEFORE.search(before) is not None and _BOUNDARY_AFTER.search(after) is not None


def _stop(match: re.Match[str]) -> int:
    """Where an address ends: without the sentence's punctuation, without a bracket that it did not open."""
    address = _TRAILING.sub("", match.group())
    while address.endswith(")") and address.count("(") < address.count(")"):
        address = _TRAILING.sub("", address[:-1])
    return match.start() + len(address)
