"""PDF: columns in reading order, paragraphs made whole again, running heads, page numbers and footnotes set apart."""

import re
from collections.abc import Iterator, Sequence

from summarizer.document import Dropped, Meta, Piece
from summarizer.errors import FormatError, NoArticleError
from summarizer.ingest._pdf_blocks import blocks, placed, type_of
from summarizer.ingest._pdf_columns import Column, columns, usual_gap
from summarizer.ingest._pdf_hyphens import breaks_of, is_browser
from summarizer.ingest._pdf_lines import runs
from summarizer.ingest._pdf_margins import split_notes, without_heads
from summarizer.ingest._pdf_pieces import pieces_of, title_of
from summarizer.ingest._pdf_text import Page, Word, content
from summarizer.source import Source

EXTENSIONS = (".pdf",)
MEDIA_TYPES = ("application/pdf", "application/x-pdf")

# Control characters, private use, "not a character": no letter of any text.
_UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufffd\uffff\U000f0000-\U0010ffff]")
# Of all letters. Our two examples lose all of them when their maps are taken out and none before (2026-11-28).
_MOST_LOST = 0.1
_FEWEST_LETTERS = 10  # a page of pictures: a scan may bring a stamp or a page number as text
_OCR = "recognise their text first, for example with `ocrmypdf -l rus+eng in.pdf out.pdf`"
_DATE = re.compile(r"(?:D:)?(\d{4})(\d\d)?(\d\d)?")
_FILE_TITLE = re.compile(r"^(?:untitled|без имени|document\d*|microsoft word\b.*)$|\.\w{2,4}$", re.IGNORECASE)


def read(source: Source) -> Iterator[Piece | Dropped | Meta]:
    """Yield what the file holds; a page that is a picture or broken is said to be left out.

    Raises `FormatError` when it is broken, encrypted, or does not say which letters it shows, `NoArticleError` when
    it holds pictures only.
    """
    name = source.name or source.origin or "the PDF"
    file = content(source.data, name)
    _check_letters(file.pages, name)
    _check_map(file.pages, name)
    yield from _page_losses(file.pages)
    kept, heads = without_heads([(page.height, runs(filter(_is_readable, page.words))) for page in file.pages])
    yield from heads
    gap = usual_gap(kept)
    pages = [found for page in kept if (found := columns(page, gap))]
    if not pages:
        raise NoArticleError(f"{name} holds page numbers and running heads, no text", _OCR)
    yield from _article(pages, file.info)


def _article(pages: list[list[Column]], info: dict[str, str]) -> Iterator[Piece | Dropped | Meta]:
    type_ = type_of([column for page in pages for column in page])
    texts: list[list[Column]] = []
    for page in pages:
        text, notes = split_notes(page, type_.size)
        texts.append(text)
        if notes:
            yield Dropped("notes", " ".join(notes))
    lines = list(placed(column for page in texts for column in page))
    opening = list(blocks(placed(texts[0]), type_))
    said = _said_title(info)
    title = title_of(opening, type_, said)
    breaks = breaks_of((part.line for part in lines), info.get("Creator", ""))
    pieces = list(pieces_of(list(blocks(lines, type_)), type_, breaks, title))
    shown = next((piece.text for piece in pieces if piece.kind == "title"), said)
    yield Meta(title=shown, byline=info.get("Author", "").strip(), date=_date(info))
    yield from pieces


def _check_letters(pages: Sequence[Page], name: str) -> None:
    letters = sum(len(word.text) for page in pages for word in page.words)
    if letters == 0 and not any(page.pictures for page in pages):
        raise NoArticleError(
            f"{name} holds no text", "its pages are empty or drawn: recognise their text with ocrmypdf"
        )
    if letters <= _FEWEST_LETTERS * len(pages) and any(page.pictures for page in pages):
        raise NoArticleError(f"{name} holds pictures of pages, no text", _OCR)


def _check_map(pages: Sequence[Page], name: str) -> None:
    letters = sum(len(word.text) for page in pages for word in page.words)
    lost = sum(len(word.text) for page in pages for word in page.words if not _is_readable(word))
    if lost > _MOST_LOST * letters:
        raise FormatError(
            f"{name} does not say which letters it shows ({lost / letters:.0%} of its text has no character map)",
            "export it again with its fonts embedded, or recognise its pages: `ocrmypdf --force-ocr in.pdf out.pdf`",
        )


def _page_losses(pages: Sequence[Page]) -> Iterator[Dropped]:
    for page in pages:
        if page.broken:
            yield Dropped("broken page", f"page {page.number}")
        elif page.pictures:
            yield Dropped("picture of a page", f"page {page.number}")
        if page.sideways:
            yield Dropped("sideways text", page.sideways)
        lost = " ".join(word.text for word in page.words if not _is_readable(word))
        if lost:
            yield Dropped("unreadable characters", _UNREADABLE.sub("\ufffd", lost))


def _is_readable(word: Word) -> bool:
    """The font says which letters the word has, or it has none: bullets and ornaments need no map."""
    if _UNREADABLE.search(word.text):
        return False
    return word.known or not any(map(str.isalnum, word.text))


def _said_title(info: dict[str, str]) -> str:
    """The title that the file gives itself, unless it is only a file's name."""
    said = info.get("Title", "").strip()
    return "" if _FILE_TITLE.search(said) else said


def _date(info: dict[str, str]) -> str:
    """When the file was made, as ISO 8601 (PDF 32000-1, 7.9.4); what a browser printed only says when it did so."""
    if is_browser(info.get("Creator", "")):
        return ""
    found = _DATE.match(info.get("CreationDate", ""))
    return "-".join(filter(None, found.groups())) if found else ""
