"""FictionBook 2, the e-book format of Russian readers, plain or zipped; old files are often slightly broken."""

from collections.abc import Iterator

from summarizer.document import Dropped, Meta, Piece
from summarizer.errors import FormatError
from summarizer.ingest import _rebuild_books
from summarizer.ingest._archive import Archive
from summarizer.ingest._mend import letters, mend, without
from summarizer.ingest._pieces import finish
from summarizer.ingest._xhtml import blocks, text_of
from summarizer.ingest._xml import Element, clean, decode, local, parse_text, recover
from summarizer.job import Result
from summarizer.source import Source

EXTENSIONS = (".fb2", ".fb2.zip", ".fbz")
MEDIA_TYPES = ("application/x-fictionbook+xml", "application/x-fictionbook", "text/fb2+xml", "application/fb2")

NOTES = frozenset({"notes", "comments", "footnotes"})  # names of bodies that hold notes
RENAMED = {  # FB2's tags as XHTML's
    "emphasis": "em",
    "cite": "blockquote",
    "epigraph": "blockquote",
    "poem": "blockquote",
    "stanza": "p",
    "v": "span",
    "text-author": "p",
    "date": "p",
    "empty-line": "hr",
    "style": "span",
    "strikethrough": "span",
}


def read(source: Source) -> Iterator[Piece | Dropped | Meta]:
    """The text of the book; what a broken file lost is said."""
    name = source.label
    data = _unzipped(source) if source.data.startswith(b"PK") else source.data
    if not data.strip():
        raise FormatError(f"{name} is empty", "choose another file")
    return finish(_read(data, name), name)


def rebuild(source: Source, result: Result) -> bytes:
    """The book with the drafts in place, unpacked."""
    return _rebuild_books.fb2(source, _unzipped(source) if source.data.startswith(b"PK") else source.data, result)


def _unzipped(source: Source) -> bytes:
    archive = Archive(source)
    books = [path for path in archive.names() if path.lower().endswith(".fb2")]
    if len(books) != 1:
        raise FormatError(f"{archive.name} holds {len(books) or 'no'} FB2 files", "unpack it and give one book")
    return archive.need(books[0])


def _read(data: bytes, name: str) -> Iterator[Piece | Dropped | Meta]:
    text = clean(without(decode(data, name), "<binary", "</binary>"))  # pictures, in base64
    try:
        root, lost = parse_text(text, name), ""
    except FormatError:
        if "<!ENTITY" in text:
            raise
        root, lost = _mended(text, name)
    bodies = [child for child in root if local(child) == "body"]
    if local(root) != "FictionBook" or not bodies:
        raise FormatError(f"{name} is no FB2 book: it has no <FictionBook> with a <body>", "check the file")
    if lost:
        yield Dropped("broken markup", lost)
    yield from _described(root)
    notes = [body for body in bodies if body.get("name") in NOTES]
    ids = {f"#{element.get('id')}" for body in notes for element in body.iter() if element.get("id")}
    title = _meta(root).title
    for body in bodies:
        yield from _notes(body) if body in notes else _body(body, ids, title)


def _mended(text: str, name: str) -> tuple[Element, str]:
    if "<FictionBook" not in text:
        raise FormatError(f"{name} is no FB2 book: it has no <FictionBook>", "check the file")
    whole, unclosed = mend(text)
    root = recover(whole, name)
    lost = letters(whole) - sum(map(str.isalnum, "".join(str(part) for part in root.itertext())))
    said = ["the file ends in the middle of the text"] if "body" in unclosed else []
    return root, "; ".join(said + ([f"{lost} letters could not be placed"] if lost > 0 else []))


def _described(root: Element) -> Iterator[Dropped | Meta]:
    yield _meta(root)
    for element in list(_found(root, "title-info", "annotation")):
        _as_xhtml(element, "")
        text = text_of(element)
        if text:
            yield Dropped("annotation", text)


def _meta(root: Element) -> Meta:
    dates = [*_found(root, "title-info", "date"), *_found(root, "publish-info", "year")]
    written = [date.get("value") or _words(date) for date in dates]
    links = map(_words, _found(root, "document-info", "src-url"))
    return Meta(
        title=_first(map(_words, _found(root, "title-info", "book-title"))),
        byline=", ".join(filter(None, map(_author, _found(root, "title-info", "author")))),
        outlet=_first(map(_words, _found(root, "publish-info", "publisher"))),
        date=_first(iter(written)),
        url=_first(link for link in links if link.startswith(("http://", "https://"))),
    )


def _author(author: Element) -> str:
    parts = {local(part): _words(part) for part in author}
    names = [parts[name] for name in ("first-name", "middle-name", "last-name") if parts.get(name)]
    return " ".join(names) or parts.get("nickname", "")


def _found(root: Element, part: str, name: str) -> Iterator[Element]:
    for info in root.iterfind("{*}description/{*}" + part):
        yield from info.iterfind("{*}" + name)


def _first(values: Iterator[str]) -> str:
    return next((value for value in values if value), "")


def _notes(body: Element) -> Iterator[Dropped]:
    _as_xhtml(body, "")
    for section in body:
        text = text_of(section)
        if text:
            yield Dropped("notes", text)


def _body(body: Element, notes: set[str], title: str) -> Iterator[Piece | Dropped]:
    _as_xhtml(body, title)
    return blocks(body, lambda element: "" if _is_note_mark(element, notes) else None)


def _as_xhtml(body: Element, title: str) -> None:
    for element, depth in _with_depth(body):
        _rename(element, depth, title)


def _with_depth(body: Element) -> Iterator[tuple[Element, int]]:
    level = [(body, 0)]
    while level:
        element, depth = level.pop()
        yield element, depth
        inner = depth + (local(element) == "section")
        level.extend((child, inner) for child in element)


def _rename(element: Element, depth: int, title: str) -> None:
    tag = local(element)
    if tag == "title":
        _rename_title(element, depth, title)
    elif tag == "subtitle":
        element.tag = f"h{min(depth + 1, 6)}"
    elif tag == "p" and len(element) == 1 and local(element[0]) == "code" and not _beside(element):
        element.tag = "pre"
    elif tag == "a":
        element.set("href", _target(element))
    elif tag == "v":
        element.tail = " "
    if tag in RENAMED:
        element.tag = RENAMED[tag]


def _rename_title(element: Element, depth: int, title: str) -> None:
    """A title may have lines: of a body, the book's author and title; the one that is the book's title is known."""
    lines = [child for child in element if local(child) == "p"]
    known = next((line for line in lines if _words(line).casefold() == title.casefold()), None)
    for number, line in enumerate(lines):
        if depth:
            line.tag = f"h{min(depth, 6)}"
        elif line is known or (known is None and number == 0):
            line.tag = "book-title"
    element.tag = "div"


def _beside(element: Element) -> bool:
    return bool((element.text or "").strip() or (element[0].tail or "").strip())


def _target(element: Element) -> str:
    """The address of a link, whatever prefix its file writes before `href`."""
    found = [str(value) for name, value in element.items() if str(name).rpartition("}")[2].rpartition(":")[2] == "href"]
    return found[0] if found else ""


def _is_note_mark(element: Element, notes: set[str]) -> bool:
    return local(element) == "a" and (element.get("type") == "note" or element.get("href") in notes)


def _words(element: Element) -> str:
    return " ".join("".join(str(text) for text in element.itertext()).split())
