"""EPUB, FictionBook and OpenDocument files written back: their markup as it was, their text in the other language."""

from lxml import etree

from summarizer.errors import FormatError
from summarizer.ingest import _refill_tree
from summarizer.ingest._archive import Archive
from summarizer.ingest._note_marks import is_note_mark
from summarizer.ingest._rebuild_zip import replaced
from summarizer.ingest._refill import Slot, fill
from summarizer.ingest._xhtml import BLOCKS, SKIPPED
from summarizer.ingest._xml import Element, clean, decode, local, parse, parse_text
from summarizer.job import Result
from summarizer.source import Source


def _is_note_mark(element: Element) -> bool:
    """The linked number of a note, as the reader sees it."""
    return local(element) in {"a", "sup"} and is_note_mark(element)


_XHTML = _refill_tree.Grammar(BLOCKS | {"title"}, SKIPPED - {"title"}, is_mark=_is_note_mark)
_FB2_BLOCKS = """
body section title p subtitle epigraph cite poem stanza v text-author annotation table tr td th date description
title-info book-title first-name middle-name last-name image empty-line
"""
_FB2_SKIPPED = "binary stylesheet document-info publish-info custom-info id genre lang"
_FB2 = _refill_tree.Grammar(frozenset(_FB2_BLOCKS.split()), frozenset(_FB2_SKIPPED.split()))
_ODT_BLOCKS = "body text p h section list list-item table table-row table-cell table-header-rows"
_ODT_SKIPPED = """
tracked-changes forms sequence-decls ruby-text desc object annotation note automatic-styles scripts
"""
_ODT = _refill_tree.Grammar(
    frozenset(_ODT_BLOCKS.split()),
    frozenset(_ODT_SKIPPED.split()),
    breaks=frozenset({"line-break"}),
    blanks=frozenset({"s", "tab"}),
)
_DC_LANGUAGE = "{http://purl.org/dc/elements/1.1/}language"


def epub(source: Source, result: Result) -> bytes:
    """The book with the drafts in its chapters."""
    book = Archive(source)
    chapters = {
        name: _chapter(book, name) for name in book.names() if name.lower().endswith((".xhtml", ".html", ".htm"))
    }
    trees = {name: root for name, root in chapters.items() if root is not None}
    slots: list[Slot] = [slot for root in trees.values() for slot in _refill_tree.slots(root, _XHTML, local)]
    fill(slots, result)
    entries = {name: _bytes(root) for name, root in trees.items()}
    for name in book.names():
        if name.lower().endswith(".opf"):
            entries[name] = _package(parse(book.need(name), book.name), result)
    return replaced(source, entries)


def _chapter(book: Archive, name: str) -> Element | None:
    """The chapter's tree; one that is not well formed keeps its own words."""
    try:
        return parse_text(clean(decode(book.need(name), name)), name)
    except FormatError:
        return None


def _package(root: Element, result: Result) -> bytes:
    for language in root.iter(_DC_LANGUAGE):
        language.text = result.job.to
    return _bytes(root)


def fb2(source: Source, data: bytes, result: Result) -> bytes:
    """The book with the drafts in it; `data` is its XML."""
    root = parse_text(clean(decode(data, source.label)), source.label)
    fill(_refill_tree.slots(root, _FB2, local), result)
    for language in root.iter("{*}lang"):
        language.text = result.job.to
    return _bytes(root)


def odt(source: Source, result: Result) -> bytes:
    """The text with the drafts in it."""
    archive = Archive(source)
    root = parse(archive.need("content.xml"), archive.name)
    fill(_refill_tree.slots(root, _ODT, local), result)
    return replaced(source, {"content.xml": _bytes(root)})


def _bytes(root: Element) -> bytes:
    written: bytes = etree.tostring(root.getroottree(), encoding="utf-8", xml_declaration=True)
    return written
