"""Lays the pieces of a reader out into a document: one text, blocks and sentences with offsets, a language each."""

import re
from collections.abc import Iterable, Iterator

from summarizer.document import Block, Document, Dropped, Lang, Mark, Meta, Piece, Sentence
from summarizer.errors import NoArticleError
from summarizer.language.detection import detect, of_block
from summarizer.language.sentences import split

_BETWEEN = "\n\n"  # between two blocks
_NO_WIDTH = "\u00ad\u200b\u2060\ufeff"  # where a line may or may not break: not text
_BLANK_LINES = re.compile(r"\A(?:[^\S\n]*\n)+")


def lay_out(
    pieces: Iterable[Piece],
    *,
    lang: Lang | None,
    dropped: Iterable[Dropped] = (),
    meta: Meta = Meta(),
    origin: str = "",
) -> Document:
    """The document of these pieces, white space made even (but in code), empty pieces left out.

    `lang` is the caller's word and is not doubted; None lets the text tell. Raises `NoArticleError` when no piece has
    any text, `LanguageError` when the text is in a third language.
    """
    kept = [piece for piece in map(_evened, pieces) if piece.text]
    if not kept:
        raise NoArticleError(f"there is no text in {origin or 'the source'}", "it must hold at least one sentence")
    language = lang or detect(_prose(kept))
    blocks = tuple(_blocks(kept, language))
    return Document(
        text=_BETWEEN.join(piece.text for piece in kept),
        lang=language,
        blocks=blocks,
        sentences=tuple(_sentences(kept, blocks)),
        dropped=tuple(dropped),
        meta=meta,
        origin=origin,
    )


def _prose(pieces: list[Piece]) -> str:
    """What tells the language: all but code, unless there is nothing else."""
    texts = [piece.text for piece in pieces if piece.kind != "code"]
    return "\n".join(texts or [piece.text for piece in pieces])


def _blocks(pieces: list[Piece], document: Lang) -> Iterator[Block]:
    start = 0
    for piece in pieces:
        stop = start + len(piece.text)
        lang = document if piece.kind == "code" else of_block(piece.text, document)
        yield Block(piece.kind, start, stop, piece.level, lang, piece.marks, piece.anchor)
        start = stop + len(_BETWEEN)


def _sentences(pieces: list[Piece], blocks: tuple[Block, ...]) -> Iterator[Sentence]:
    """A code block is one sentence, so that a draft has a passage for it."""
    for index, (piece, block) in enumerate(zip(pieces, blocks, strict=True)):
        spans = [(0, len(piece.text))] if piece.kind == "code" else split(piece.text, block.lang)
        for start, stop in spans:
            yield Sentence(block.start + start, block.start + stop, index)


def _evened(piece: Piece) -> Piece:
    """The piece with even white space; its marks select the same words as before."""
    text, places = _even_code(piece.text) if piece.kind == "code" else _even_prose(piece.text)
    marks = (_moved(mark, text, places) for mark in piece.marks)
    return piece._replace(text=text, marks=tuple(mark for mark in marks if mark.start < mark.stop))


def _even_prose(text: str) -> tuple[str, list[int]]:
    """Single spaces, none at the ends; with the new place of each old character and of the old end."""
    even: list[str] = []
    places: list[int] = []
    space = False
    for sign in text:
        if sign.isspace():
            space = bool(even)
        elif sign not in _NO_WIDTH:
            if space:
                even.append(" ")
                space = False
            places.append(len(even))
            even.append(sign)
            continue
        places.append(len(even))
    return "".join(even), [*places, len(even)]


def _even_code(text: str) -> tuple[str, list[int]]:
    """As it stands, without blank lines before and white space behind it."""
    blank = _BLANK_LINES.match(text)
    start = blank.end() if blank else 0
    even = text[start:].rstrip()
    return even, [min(max(0, place - start), len(even)) for place in range(len(text) + 1)]


def _moved(mark: Mark, text: str, places: list[int]) -> Mark:
    """The mark in the new text, without the white space at its ends."""
    start, stop = (places[min(max(0, place), len(places) - 1)] for place in (mark.start, mark.stop))
    while start < stop and text[start].isspace():
        start += 1
    while start < stop and text[stop - 1].isspace():
        stop -= 1
    return mark._replace(start=start, stop=stop)
