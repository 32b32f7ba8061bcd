"""A sentence on its way through the model: cut into what is translated and what is held, and put together again."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from summarizer import packing, placeholders, typography
from summarizer.document import Document, Lang
from summarizer.engine.model import Completion, Model
from summarizer.normalization import normalized
from summarizer.placeholders import Held
from summarizer.tasks._dialogue import with_marks
from summarizer.tasks._headlines import in_sentence_case, is_headline
from summarizer.tasks._turns import Turn

_LETTERS = {"ru": re.compile(r"[А-яЁё]"), "en": re.compile(r"[A-Za-z]")}
_SHARE = 0.75  # of the window: the other language may need more tokens (newstest2018: Russian 1.1 times English)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a sentence: `prompt` goes to the model, "" where `source` is left as it stands."""

    source: str
    prompt: str = ""
    masks: tuple[tuple[str, str], ...] = ()
    before: str = ""  # white space that stood before it


@dataclass(slots=True)
class Draft:
    """A sentence's pieces and the model's answers to them, by the piece's place."""

    source: str
    lang: Lang
    to: Lang
    capitals: bool
    headline: bool
    count: Callable[[str], int]  # the model's tokens
    limit: int  # of them, for one prompt
    kept: tuple[str, ...] = ()
    turn: Turn | None = None  # in a reply
    pieces: list[Piece] = field(default_factory=list)
    answers: dict[int, Completion] = field(default_factory=dict)

    def open_slots(self) -> list[int]:
        """The pieces that still want an answer."""
        return [n for n, piece in enumerate(self.pieces) if piece.prompt and n not in self.answers]


def is_left(document: Document, number: int, to: Lang) -> bool:
    """Whether the sentence is left as it stands: code, the target language already, or nothing to translate."""
    block = document.blocks[document.sentences[number].block]
    text = document.sentence_text(number)
    return (
        block.kind == "code"
        or block.lang == to
        or not _translatable(text, placeholders.in_sentence(document, number), block.lang)
    )


def begin(document: Document, number: int, to: Lang, model: Model) -> Draft:
    """The sentence made ready: masks over what must not change, capitals lowered, cut where it is too long."""
    source = document.sentence_text(number)
    lang = document.blocks[document.sentences[number].block].lang
    held = placeholders.in_sentence(document, number)
    kept = tuple(source[start:stop] for start, stop, _ in held)
    limit = max(1, int(model.window * _SHARE))
    headline = lang == "en" and is_headline(source)
    draft = Draft(source, lang, to, _is_capitals(source, held), headline, model.count, limit, kept)
    for part, inner in placeholders.clauses(source, held):
        if part.held or not _translatable(part.text, inner, lang):
            draft.pieces.append(Piece(part.text))
        elif len(inner) > placeholders.MOST_MASKS:
            draft.pieces += _around(draft, part.text, inner)
        else:
            draft.pieces += _masked(draft, part.text, inner)
    return draft


def retry(draft: Draft) -> bool:
    """Replace pieces whose answer is no good by smaller ones; False when there is nothing to try again.

    A piece that lost a mask is cut around the things it holds; one that was cut short is halved.
    """
    pieces: list[Piece] = []
    answers: dict[int, Completion] = {}
    again = False
    for n, piece in enumerate(draft.pieces):
        smaller = _smaller(piece, draft, n)
        again = again or len(smaller) > 1 or smaller[0] is not piece
        if smaller == [piece] and n in draft.answers:
            answers[len(pieces)] = draft.answers[n]
        pieces += smaller
    if again:
        draft.pieces, draft.answers = pieces, answers
    return again


def finish(draft: Draft) -> Completion:
    """The sentence in the other language, with the mean score of its pieces."""
    answers = [draft.answers[n] for n in sorted(draft.answers)]
    scores = [answer.score for answer in answers if answer.score is not None]
    return Completion(
        _dressed(draft, [_text(draft, n) for n in range(len(draft.pieces))]),
        cut=any(answer.cut for answer in answers),
        score=sum(scores) / len(scores) if scores and len(scores) == len(answers) else None,
        alternatives=_alternatives(draft, answers),
    )


def _alternatives(draft: Draft, answers: Sequence[Completion]) -> tuple[str, ...]:
    """Only of a sentence that went through the model in one piece: others have no whole alternatives."""
    if len(draft.pieces) != 1 or not answers:
        return ()
    texts = (placeholders.unmask(text, draft.pieces[0].masks) for text in answers[0].alternatives)
    return tuple(_dressed(draft, [text]) for text in texts if text is not None)


def _dressed(draft: Draft, texts: Sequence[str]) -> str:
    pieces = zip(draft.pieces, texts, strict=True)
    joined = "".join(piece.before + _raised(text, draft, piece) for piece, text in pieces)
    dressed = typography.dress(joined, draft.source, draft.to, draft.kept)
    return with_marks(dressed, draft.turn, draft.to) if draft.turn else dressed


def _raised(text: str, draft: Draft, piece: Piece) -> str:
    if not draft.capitals or not piece.prompt:
        return text
    held = placeholders.find(text)
    return "".join(part.text if part.held else part.text.upper() for part in placeholders.parts(text, held))


def _text(draft: Draft, n: int) -> str:
    piece = draft.pieces[n]
    if not piece.prompt:
        return piece.source
    restored = placeholders.unmask(draft.answers[n].text, piece.masks)
    text = draft.answers[n].text if restored is None else restored
    return _continued(text, piece.source) if len(draft.pieces) > 1 else text


def _continued(text: str, source: str) -> str:
    """The translation of a run inside of a sentence without the capital and full stop of a sentence of its own."""
    if source[:1].islower() and text[:1].isupper() and not text[1:2].isupper():
        text = text[0].lower() + text[1:]
    return text[:-1] if text.endswith(".") and not source.endswith((".", "…")) else text


def _smaller(piece: Piece, draft: Draft, n: int) -> list[Piece]:
    answer = draft.answers.get(n)
    if answer is None:
        return [piece]
    if piece.masks and placeholders.unmask(answer.text, piece.masks) is None:
        return _around(draft, piece.source, _places(piece), piece.before)
    if answer.cut and len(piece.prompt.split()) > 1:
        return _fitting(piece, max(1, draft.count(piece.prompt) // 2), draft.count)
    return [piece]


def _places(piece: Piece) -> list[Held]:
    held, at = [], 0
    for _, thing in piece.masks:
        start = piece.source.index(thing, at)
        at = start + len(thing)
        held.append(Held(start, at, ""))
    return held


def _masked(draft: Draft, text: str, held: Sequence[Held]) -> list[Piece]:
    """The text as one prompt with masks, or as several where it is over the limit; white space around is kept."""
    body = text.strip()
    lead = text.index(body)
    moved = [Held(start - lead, stop - lead, kind) for start, stop, kind in held]
    prompt, masks = placeholders.mask(body, moved)
    if draft.headline:
        prompt = in_sentence_case(prompt)
    prompt = normalized(_lowered(prompt) if draft.capitals else prompt, draft.lang)
    pieces = _fitting(Piece(body, prompt, masks, text[:lead]), draft.limit, draft.count)
    tail = text[lead + len(body) :]
    return [*pieces, Piece(tail)] if tail else pieces


def _fitting(piece: Piece, limit: int, count: Callable[[str], int]) -> list[Piece]:
    parts = packing.fit(piece.prompt, limit, count)
    if len(parts) == 1:
        return [piece]
    masks = [tuple(mask for mask in piece.masks if re.search(rf"{mask[0]}(?!\d)", part)) for part in parts]
    return [
        Piece(_original(part, own), part, own, " " if n else piece.before)
        for n, (part, own) in enumerate(zip(parts, masks, strict=True))
    ]


def _original(part: str, masks: Sequence[tuple[str, str]]) -> str:
    for sign, thing in masks:
        part = part.replace(sign, thing)
    return part


def _around(draft: Draft, text: str, held: Sequence[Held], before: str = "") -> list[Piece]:
    """The text cut at everything it holds; punctuation and lone signs between are left as they stand."""
    pieces: list[Piece] = []
    for part in placeholders.parts(text, held):
        left = part.held or not _translatable(part.text, (), draft.lang)
        pieces += [Piece(part.text)] if left else _masked(draft, part.text, ())
    return [replace(pieces[0], before=before + pieces[0].before), *pieces[1:]]


def _translatable(text: str, held: Sequence[Held], lang: Lang) -> bool:
    """Whether there are letters of the source language outside of what is held."""
    return any(_LETTERS[lang].search(part.text) for part in placeholders.parts(text, held) if not part.held)


def _is_capitals(text: str, held: Sequence[Held]) -> bool:
    """A line in capitals: a small model knows its words in lower case only. One word may be an abbreviation."""
    words = [
        word
        for part in placeholders.parts(text, held)
        if not part.held
        for word in re.findall(r"[^\W\d_]{2,}", part.text)
    ]
    return len(words) > 1 and all(word.isupper() for word in words) and max(map(len, words)) > 4


def _lowered(text: str) -> str:
    lower = text.lower()
    start = re.match(r"[\W\d_]*", lower)
    at = start.end() if start else 0
    return lower[:at] + lower[at : at + 1].upper() + lower[at + 1 :]
