"""Saved and fetched web pages: the article without the page around it.

trafilatura votes on the blocks of the page (`_html_votes`), `_html_article` mends the vote, and the text comes from the
page itself (`_html_blocks`), so that nothing inside a paragraph is lost.
"""

from collections.abc import Iterator
from itertools import groupby
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement

from summarizer.document import Dropped, Meta, Piece
from summarizer.errors import NoArticleError
from summarizer.ingest import _rebuild_html
from summarizer.ingest._html_article import Verdict, judge
from summarizer.ingest._html_blocks import Block, blocks
from summarizer.ingest._html_meta import bare_title, describe, headline
from summarizer.ingest._html_page import parse
from summarizer.ingest._html_refusals import is_bare, is_teaser, paywall, refuse
from summarizer.ingest._html_rescue import rescued
from summarizer.ingest._html_votes import votes
from summarizer.job import Result
from summarizer.source import Source

EXTENSIONS = (".html", ".htm", ".xhtml", ".shtml")
MEDIA_TYPES = ("text/html", "application/xhtml+xml")


def read(source: Source) -> Iterator[Piece | Dropped | Meta]:
    """Yield the page's own account of itself, the title, then text and what was left out in the order of the page.

    Raises `NoArticleError` for a cookie or consent notice, a paywall that shows nothing, a page that only scripts
    fill, a page of links and an empty page.
    """
    tree = parse(source.text())
    found = blocks(tree) if tree is not None else []
    if tree is None or not (found or len(tree.findall(".//script"))):
        raise NoArticleError(f"{source.label} is an empty page", "check the link or the file")
    meta = describe(tree, source.origin)
    strict, wide = (frozenset(range(len(found))),) * 2 if is_bare(tree) else votes(tree, found)
    first = min(strict or wide, default=len(found))
    title = headline(found, meta.title, first)
    verdict = judge(found, strict, wide, title)
    whole = rescued(tree, found, verdict)
    if not whole:
        refuse(source.label, tree, found, verdict.kept)
    heading = found[title].text if title is not None else bare_title(meta.title, meta.outlet)
    yield meta._replace(title=heading)
    if heading:
        yield Piece("title", heading, marks=found[title].marks if title is not None else ())
    yield from whole or (_linked(item, meta.url) for item in _told(found, verdict))
    yield from _wall(tree, found, verdict)


def rebuild(source: Source, result: Result) -> bytes:
    """The page with the drafts in its article, UTF-8."""
    return _rebuild_html.rebuild(source, result)


def _told(found: list[Block], verdict: Verdict) -> Iterator[Piece | Dropped]:
    """Pieces and, between them, one `Dropped` for each run left out for one reason; the rest of the page comes last."""
    tables: dict[str, int] = {}
    outermost = min((found[n].level for n in verdict.kept if found[n].kind == "item"), default=0)
    inside = range(min(verdict.kept, default=0), max(verdict.kept, default=0))
    around: dict[str, list[str]] = {}
    told = sorted(verdict.kept | set(verdict.reasons))
    for (reason, is_inside), run in groupby(told, key=lambda n: (verdict.reasons.get(n, ""), n in inside)):
        if not reason:
            yield from (_piece(found[number], tables, outermost) for number in run)
        elif is_inside:
            yield Dropped(reason, "\n".join(found[number].text for number in run))
        else:
            around.setdefault(reason, []).extend(found[number].text for number in run)
    yield from (Dropped(reason, "\n".join(texts)) for reason, texts in around.items())


def _linked(item: Piece | Dropped, base: str) -> Piece | Dropped:
    """Links made whole by the page's address; a link that leads nowhere outside the page is no link."""
    if isinstance(item, Dropped) or not item.marks:
        return item
    whole = (m._replace(target=_address(base, m.target)) if m.kind == "link" else m for m in item.marks)
    return item._replace(marks=tuple(mark for mark in whole if mark.kind != "link" or mark.target))


def _address(base: str, target: str) -> str:
    try:
        address = urljoin(base, target)
    except ValueError:
        return ""
    return "" if target.startswith("#") or urlsplit(address).scheme in ("javascript", "data") else address


def _piece(block: Block, tables: dict[str, int], outermost: int) -> Piece:
    """The block as a piece; tables are counted anew, since those outside the article do not count."""
    level = block.level - outermost if block.kind == "item" else block.level
    table, row, rest = block.anchor.partition("r")
    anchor = f"t{tables.setdefault(table, len(tables))}{row}{rest}" if table else ""
    return Piece(block.kind, block.text, level, block.marks, anchor)


def _wall(tree: HtmlElement, found: list[Block], verdict: Verdict) -> Iterator[Dropped]:
    said = paywall(tree, found) if is_teaser(found, verdict.kept) else ""
    if said:
        yield Dropped("the page is behind a paywall: only the opening of the article was there", said)
