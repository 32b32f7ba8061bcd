"""A page written back: its markup as it was, its article in the other language."""

from lxml import html
from lxml.html import HtmlElement

from summarizer.errors import FormatError
from summarizer.ingest import _refill_tree
from summarizer.ingest._html_blocks import is_skipped
from summarizer.ingest._html_words import BREAKING, SKIPPED
from summarizer.ingest._refill import fill
from summarizer.job import Result
from summarizer.source import Source


def _is_mark(node: HtmlElement) -> bool:
    return node.tag in ("sup", "span") and is_skipped(node)


GRAMMAR = _refill_tree.Grammar(BREAKING | {"title"}, SKIPPED - {"title", "head"}, is_mark=_is_mark)


def rebuild(source: Source, result: Result) -> bytes:
    """The page with the drafts in it, UTF-8; a piece of a page comes back as a piece. Raises `FormatError`."""
    text = source.text()
    is_page = "<html" in text[:2000].lower() or "<!doctype" in text[:2000].lower()
    try:
        root = html.document_fromstring(text) if is_page else html.fragment_fromstring(text, create_parent="div")
    except (ValueError, html.etree.ParserError) as error:
        raise FormatError(
            f"{source.label} cannot be written back: it holds no markup", "ask for another format"
        ) from error
    fill(_refill_tree.slots(root, GRAMMAR, lambda element: str(element.tag)), result)
    if not is_page:
        whole: str = html.tostring(root, encoding="unicode")
        return whole[len("<div>") : -len("</div>")].encode()
    _say_language(root, result)
    written: str = html.tostring(root.getroottree(), encoding="unicode", include_meta_content_type=True)
    return written.encode()


def _say_language(root: HtmlElement, result: Result) -> None:
    """And the encoding: a page that does not name its own, opened from a disk, is guessed at."""
    root.set("lang", result.job.to or result.document.lang)
    said = False
    for meta in root.iter("meta"):
        if meta.get("charset"):
            meta.set("charset", "utf-8")
        elif str(meta.get("http-equiv", "")).lower() == "content-type":
            meta.set("content", "text/html; charset=utf-8")
        else:
            continue
        said = True
    head = root.find("head")
    if not said and head is not None:
        head.insert(0, html.Element("meta", charset="utf-8"))
