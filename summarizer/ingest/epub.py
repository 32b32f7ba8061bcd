"""EPUB 2 and 3: the chapters in the order of the spine, without contents, notes and what is not read through."""

import posixpath
import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from lxml import etree

from summarizer.document import Dropped, Meta, Piece
from summarizer.errors import FormatError
from summarizer.ingest import _rebuild_books
from summarizer.ingest._archive import Archive
from summarizer.ingest._note_marks import attribute, is_note_mark, types_of, words_of
from summarizer.ingest._pieces import finish
from summarizer.ingest._xhtml import HEADINGS, SCHEMES, blocks, text_of
from summarizer.ingest._xml import Element, clean, decode, local, parse, parse_text
from summarizer.job import Result
from summarizer.source import Source

EXTENSIONS = (".epub",)
MEDIA_TYPES = ("application/epub+zip",)

CHAPTERS = frozenset({"application/xhtml+xml", "text/html", "application/xml", "text/xml", ""})
OBFUSCATIONS = frozenset({"http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"})  # of fonts only
# EPUB 3 structural semantics (epub:type, without the doc- that the same word has as a role)
TYPES = {
    **dict.fromkeys(("footnote", "footnotes", "endnote", "endnotes", "rearnote", "rearnotes"), "notes"),
    **dict.fromkeys(("toc", "landmarks", "page-list", "loi", "lot", "index"), "contents"),
    **dict.fromkeys(("noteref", "backlink", "pagebreak"), ""),
    "copyright-page": "copyright",
}
# What LibreOffice and Calibre write where nobody said it (LibreOffice 7.4, seen 2026-11-28).
PLACEHOLDERS = frozenset({"unknown title", "unknown author", "unknown", "untitled", "неизвестный", "неизвестный автор"})
_HIDDEN = re.compile(r"(display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_BLOCKS = frozenset({"p", "div", "li", "aside", "dd", "dt", "td", "section", "blockquote"})


class _Chapter(NamedTuple):
    path: str
    linear: bool
    contents: bool


def read(source: Source) -> Iterator[Piece | Dropped | Meta]:
    """The text of the book; raises `FormatError` when it is copy-protected."""
    book = Archive(source)
    _refuse_protected(book)
    return finish(_read(book), book.name)


def rebuild(source: Source, result: Result) -> bytes:
    """The book with the drafts in its chapters."""
    return _rebuild_books.epub(source, result)


def _read(book: Archive) -> Iterator[Piece | Dropped | Meta]:
    path = _package_path(book)
    package = parse(book.need(path), f"{book.name}: {path}")
    meta = _meta(package)
    yield meta
    chapters = _spine(package, path)
    notes = {target for chapter in chapters for target in _note_targets(book, chapter)}
    titled = False
    for chapter in chapters:
        for item in _chapter(book, chapter, notes):
            if not titled and isinstance(item, Piece) and item.text == meta.title:
                titled = True
                yield item._replace(kind="title", level=0)
            else:
                yield item


def _refuse_protected(book: Archive) -> None:
    data = book.get("META-INF/encryption.xml")
    for method in parse(data, book.name).iter("{*}EncryptionMethod") if data else ():
        parent = method.getparent()
        of_content = parent is not None and local(parent) == "EncryptedData"
        if of_content and method.get("Algorithm") not in OBFUSCATIONS:
            raise FormatError(f"{book.name} is copy-protected (DRM)", "get the book without copy protection")


def _package_path(book: Archive) -> str:
    root = parse(book.need("META-INF/container.xml"), f"{book.name}: META-INF/container.xml")
    for entry in root.iter("{*}rootfile"):
        if entry.get("full-path"):
            return unquote(str(entry.get("full-path")))
    raise FormatError(f"{book.name} names no package file", "export the book again")


def _meta(package: Element) -> Meta:
    def said(name: str) -> list[Element]:
        found = package.iter("{http://purl.org/dc/elements/1.1/}" + name)
        return [each for each in found if words_of(each) and words_of(each).casefold() not in PLACEHOLDERS]

    dates = sorted(said("date"), key=lambda date: attribute(date, "event") != "publication")
    links = [words_of(found) for name in ("source", "identifier") for found in said(name)]
    return Meta(
        title=next((words_of(found) for found in said("title")), ""),
        byline=", ".join(words_of(found) for found in said("creator") if _is_author(found, package)),
        outlet=next((words_of(found) for found in said("publisher")), ""),
        date=next((words_of(found)[:10] for found in dates), ""),
        url=next((link for link in links if link.startswith(SCHEMES[:2])), ""),
    )


def _is_author(creator: Element, package: Element) -> bool:
    name = f"#{creator.get('id')}"
    refined = [words_of(meta) for meta in package.iter("{*}meta") if meta.get("refines") == name]
    roles = [
        attribute(creator, "role"),
        *(role for role in refined if len(role) == 3),
    ]  # MARC codes have three letters
    return not any(roles) or "aut" in roles


def _spine(package: Element, path: str) -> list[_Chapter]:
    folder = posixpath.dirname(path)
    items = {item.get("id"): item for item in package.iter("{*}item")}
    guided = {_resolve(folder, ref.get("href")) for ref in package.iter("{*}reference") if ref.get("type") == "toc"}
    chapters: dict[str, _Chapter] = {}
    for ref in package.iter("{*}itemref"):
        item = items.get(ref.get("idref"))
        if item is not None and (item.get("media-type") or "") in CHAPTERS:
            target = _resolve(folder, item.get("href"))
            contents = target in guided or "nav" in (item.get("properties") or "").split()
            chapters.setdefault(target, _Chapter(target, ref.get("linear") != "no", contents))
    return list(chapters.values())


def _resolve(folder: str, href: str | None) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote((href or "").partition("#")[0])))


def _body(book: Archive, chapter: _Chapter) -> Element | None:
    data = book.get(chapter.path)
    if not data or not data.strip():
        return None
    text = clean(decode(data, f"{book.name}: {chapter.path}"))
    try:
        root = parse_text(text, f"{book.name}: {chapter.path}")
    except FormatError:
        if "<!ENTITY" in text:
            raise
        root = etree.fromstring(text.encode(), etree.HTMLParser(encoding="utf-8", no_network=True))
    return root if root is None or local(root) == "body" else next(root.iter("{*}body"), None)


def _chapter(book: Archive, chapter: _Chapter, notes: set[tuple[str, str]]) -> Iterator[Piece | Dropped]:
    body = _body(book, chapter)
    if body is None:
        yield Dropped("missing chapter", chapter.path)
    elif chapter.contents or not chapter.linear:
        text = text_of(body)
        yield from [Dropped("contents" if chapter.contents else "outside the reading order", text)] if text else []
    else:
        ids = {name for path, name in notes if path == chapter.path}
        inside = {_note_block(element) for element in body.iter() if element.get("id") in ids}
        yield from blocks(body, lambda element: "notes" if element in inside else _left_out(element))


def _left_out(element: Element) -> str | None:
    for word in types_of(element):
        if word in TYPES:
            return TYPES[word]
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style") or ""):
        return "hidden text"
    if local(element) == "aside":
        return "aside"
    return "" if local(element) in {"a", "sup"} and is_note_mark(element) else None


def _note_targets(book: Archive, chapter: _Chapter) -> Iterator[tuple[str, str]]:
    body = _body(book, chapter)
    for link in body.iter("{*}a") if body is not None else ():
        if is_note_mark(link):
            href = str(link.get("href"))
            path = _resolve(posixpath.dirname(chapter.path), href) if not href.startswith("#") else chapter.path
            yield path, unquote(href.partition("#")[2])


def _note_block(element: Element) -> Element | None:
    """The block that a note's target opens; None where it stands inside text, as marks do, or holds a chapter."""
    current: Element | None = element
    while current is not None and local(current) not in _BLOCKS:
        parent = current.getparent()
        first = parent is not None and parent[0] is current and not (parent.text or "").strip()
        current = parent if first else None
    if current is None or any(local(inner) in HEADINGS for inner in current.iter()):
        return None
    return current
