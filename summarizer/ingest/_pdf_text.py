"""The words of a PDF with their places, sizes and styles: the only module that talks to pdfium.

pdfium may be used by one thread at a time (its README), so all of it happens under one lock and what comes out is
plain data.
"""

import ctypes
import math
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple

from summarizer.errors import FormatError

_LOCK = threading.Lock()
_BULLETS = str.maketrans(dict.fromkeys("\uf0a7\uf0b7\uf076\uf0d8\uf0fc\uf02d", "•"))  # Symbol's and Wingdings' places
_HYPHENS = {"\x02": "-", "\ufffe": "-"}  # pdfium's own sign for any hyphen at a line's end
_MOST_PATHS = 2000  # on a page: more is a drawing or a map, not a list
_BOLD = ("bold", "black", "heavy", "demi")
_ITALIC = ("italic", "oblique", "kursiv")
_BOLD_WEIGHT = (
    600  # pdfium's estimate from the stem width: 340 for a book face, 415 for its bold; the name decides then
)


class Word(NamedTuple):
    """A word, or a part of one where the style changes; points, y upwards."""

    text: str
    left: float
    right: float
    base: float  # of the baseline
    size: float  # of the font, as it is on the page
    style: str  # "", bold, italic, bold italic
    space: bool  # white space stands before it
    known: bool = True  # the file says which letters it draws


@dataclass(frozen=True, slots=True)
class Page:
    """The upright words of a page in the order of the file; `sideways` is the rest."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    sideways: str = ""
    pictures: bool = False
    broken: bool = False  # pdfium could not load it


@dataclass(frozen=True, slots=True)
class Content:
    """All pages, and the entries of the PDF's information dictionary."""

    pages: tuple[Page, ...]
    info: dict[str, str]


def content(data: bytes, name: str) -> Content:
    """Read the whole file. Raises `FormatError` when it is encrypted or broken."""
    import pypdfium2

    with _LOCK:
        try:
            document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise _refusal(pypdfium2, error.err_code, name) from error
        try:
            pages = tuple(_page(pypdfium2, document, index) for index in range(len(document)))
            info = document.get_metadata_dict()
        finally:
            document.close()
    if all(page.broken for page in pages):
        raise FormatError(f"{name} is a broken PDF: none of its pages can be read", _MEND)
    return Content(pages, info)


_MEND = "download or export it again; `qpdf broken.pdf mended.pdf` can mend some"


def _refusal(library: Any, code: int, name: str) -> FormatError:
    pdfium = library.raw
    if code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY):
        return FormatError(f"{name} is encrypted and needs a password", "save it without a password and try again")
    return FormatError(f"{name} is a broken PDF", _MEND)


def _page(library: Any, document: Any, index: int) -> Page:
    pdfium = library.raw
    try:
        page = document[index]
    except library.PdfiumError:
        return Page(index + 1, 0, 0, (), broken=True)
    try:
        text = page.get_textpage()
        try:
            turned = list(_words(pdfium, text.raw))
        finally:
            text.close()
        turn = _main_turn(turned)
        width, height = (page.get_height, page.get_width)[:: 1 if turn % 2 else -1]
        words = tuple(_with_dots([word for angle, word in turned if angle == turn], _dots(pdfium, page.raw)))
        sideways = " ".join(word.text for angle, word in turned if angle != turn)
        pictures = len(words) < 5 and any(_objects(pdfium, page.raw, pdfium.FPDF_PAGEOBJ_IMAGE))
        return Page(index + 1, width(), height(), words, sideways, pictures)
    finally:
        page.close()


def _dots(pdfium: Any, page: Any) -> list[tuple[float, float]]:
    """The right edge and the middle of every small drawn dot or square: browsers draw a list's bullets."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    paths = list(islice(_objects(pdfium, page, pdfium.FPDF_PAGEOBJ_PATH), _MOST_PATHS + 1))
    dots: list[tuple[float, float]] = []
    for path in paths if len(paths) <= _MOST_PATHS else ():
        pdfium.FPDFPageObj_GetBounds(path, left, bottom, right, top)
        width, height = right.value - left.value, top.value - bottom.value
        if 1.5 < width < 9 and abs(width - height) < 1:
            dots.append((right.value, (bottom.value + top.value) / 2))
    return dots


def _objects(pdfium: Any, page: Any, kind: int) -> Iterator[Any]:
    """The page's own objects of a kind; pypdfium2's `get_objects` took a third of the time of the whole reader."""
    for index in range(pdfium.FPDFPage_CountObjects(page)):
        found = pdfium.FPDFPage_GetObject(page, index)
        if pdfium.FPDFPageObj_GetType(found) == kind:
            yield found


def _with_dots(words: list[Word], dots: list[tuple[float, float]]) -> Iterator[Word]:
    """The words with a bullet before each that has a dot on its left."""
    left = set(dots)
    for word in words:
        for right, middle in left:
            if word.base < middle < word.base + 0.7 * word.size and 0 < word.left - right < 2.5 * word.size:
                yield word._replace(text="•", left=right - 1, right=right, space=True)
                left.discard((right, middle))
                break
        yield word


def _main_turn(turned: list[tuple[int, Word]]) -> int:
    """The quarter turn in which most of the page is written: landscape tables are printed sideways."""
    counts = [sum(len(word.text) for turn, word in turned if turn == quarter) for quarter in range(4)]
    return counts.index(max(counts))


def _words(pdfium: Any, text: Any) -> Iterator[tuple[int, Word]]:
    """Every word with its quarter turn; a word ends at white space, a jump, or where its line of letters shifts."""
    letter_at, box_at = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    box, probe = pdfium.FS_RECTF(), _Probe(pdfium, text)
    letters: list[str] = []
    first, space, gap = -1, True, 0.0  # gap: between the last two letters
    edges = (0.0, 0.0, 0.0, 0.0)  # left, right, bottom, top of the letters so far
    for index in range(pdfium.FPDFText_CountChars(text)):
        code = letter_at(text, index)
        letter = _HYPHENS.get(chr(code), chr(code))
        blank = code in (0x20, 0xA0, 0x0D, 0x0A, 0x09) or (letter.isspace())
        if not blank:
            box_at(text, index, box)
        apart = bool(letters) and not blank and len(letters) > 1 and _is_apart(gap, edges, box)
        if letters and (blank or apart or _jumps(edges, box)):
            yield probe.word("".join(letters), first, edges, space=space)
            letters, space = [], apart
        if blank:
            space = True
            continue
        gap = box.left - edges[1] if letters else 0.0
        if not letters:
            first, edges = index, (box.left, box.right, box.bottom, box.top)
        letters.append(letter)
        edges = (min(edges[0], box.left), max(edges[1], box.right), box.bottom, box.top)
    if letters:
        yield probe.word("".join(letters), first, edges, space=space)


def _jumps(edges: tuple[float, float, float, float], box: Any) -> bool:
    """The next letter is not set on the same line of the same type as those before."""
    left, right, bottom, top = edges
    height = max(top - bottom, right - left, 1.0)
    if abs(box.bottom - bottom) > 0.08 * height or abs(box.top - top) > 0.08 * height:
        return not (abs(box.left - left) < 0.1 * height)  # letters one above another: text that is turned
    return bool(box.left > right + 0.8 * height or box.right < left - 0.2 * height)


def _is_apart(last: float, edges: tuple[float, float, float, float], box: Any) -> bool:
    """A space that pdfium missed, as in "AUSTRALIA AHEAD", where kerning narrows it.

    In parts of the letters' height: there 0.13, between letters of four sound files 0.03 at most (2026-11-28); after
    a gap like it the word is only letterspaced.
    """
    height = edges[3] - edges[2]
    return bool(box.left - edges[1] > 0.1 * height and last < 0.04 * height)


class _Probe:
    """Asks pdfium for what all letters of a word share, through buffers made once."""

    def __init__(self, pdfium: Any, text: Any) -> None:
        self._pdfium, self._text = pdfium, text
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._matrix, self._flags = pdfium.FS_MATRIX(), ctypes.c_int()
        self._name = ctypes.create_string_buffer(128)

    def word(
        self, letters: str, index: int, edges: tuple[float, float, float, float], *, space: bool
    ) -> tuple[int, Word]:
        """The word whose first letter is letter `index` of the page, with its quarter turn."""
        pdfium, text = self._pdfium, self._text
        pdfium.FPDFText_GetCharOrigin(text, index, self._x, self._y)
        pdfium.FPDFText_GetMatrix(text, index, self._matrix)
        size = pdfium.FPDFText_GetFontSize(text, index) * math.hypot(self._matrix.c, self._matrix.d)
        turn = round(math.atan2(self._matrix.b, self._matrix.a) / (math.pi / 2)) % 4
        left, right, base = _upright(turn, edges, self._x.value, self._y.value)
        known = pdfium.FPDFText_HasUnicodeMapError(text, index) != 1
        letters = letters.translate(_BULLETS)
        return turn, Word(letters, left, right, base, round(size, 1), self._style(index), space, known)

    def _style(self, index: int) -> str:
        pdfium = self._pdfium
        pdfium.FPDFText_GetFontInfo(self._text, index, self._name, 128, self._flags)
        name = self._name.value.decode("utf-8", "replace").lower()
        bold = any(part in name for part in _BOLD) or pdfium.FPDFText_GetFontWeight(self._text, index) >= _BOLD_WEIGHT
        italic = any(part in name for part in _ITALIC) or bool(self._flags.value & 64)  # PDF 32000-1, table 123
        return " ".join(style for style, there in (("bold", bold), ("italic", italic)) if there)


def _upright(turn: int, edges: tuple[float, float, float, float], x: float, y: float) -> tuple[float, float, float]:
    """Left, right and baseline as they are when the page is turned so that the word is upright."""
    left, right, bottom, top = edges
    return (
        (left, right, y),
        (bottom, top, -x),
        (-right, -left, -y),
        (-top, -bottom, x),
    )[turn]
