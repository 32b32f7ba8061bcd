"""What a page says of itself: title, byline, outlet, date, address."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from summarizer.document import Meta
from summarizer.ingest._html_blocks import Block
from summarizer.ingest._html_page import linked_data, meta_tag
from summarizer.ingest._html_words import ARTICLE_TYPES

_AUTHOR_LABEL = re.compile(r"(?i)^(?:автор(?:ы|ов)?|текст|by|written by|words by)(?:\s+(?:статьи|текста))?\s*:?\s+")
_SITE_TAIL = re.compile(r"\s+[|–—·•»-]\s+[^|]+$")
_AFTER_NAME = re.compile(
    r"(?i)\s+(?:published|updated|posted|january|february|march|april|may|june|july|august|september|october|november"
    r"|december)$"
)
_NOBODY = frozenset(("admin", "administrator", "editor", "редакция", "администратор"))
_ALIKE = 0.6  # of the shorter one's words; on 94 press pages a heading reaches 0.73 or more, or no more than 0.5
_LINKED = 0.8
_WORD = re.compile(r"\w+")


def describe(tree: HtmlElement, origin: str) -> Meta:
    """Read JSON-LD first, which is written for machines, then what trafilatura finds in meta tags and class names."""
    from trafilatura.metadata import extract_metadata

    found = extract_metadata(tree, default_url=origin if origin.startswith(("http://", "https://")) else None)
    article = article_data(tree)
    title = _title(tree, [_said(article.get("headline")), meta_tag(tree, "og:title"), found.title or ""])
    return Meta(
        title=_squeezed(title),
        byline=_byline(article, _author(tree, found.author or "")),
        outlet=_outlet(tree, article, found.sitename or "", title),
        date=_date(article) or found.date or "",
        url=found.url or "",
    )


def _title(tree: HtmlElement, said: list[str]) -> str:
    """The first name that the page has a heading for, else the first.

    The `title` tag counts before trafilatura's guess: the only first-level heading, often the name of the site.
    """
    tag = tree.find(".//head/title")
    names = [name for name in (*said[:-1], "" if tag is None else tag.text_content(), said[-1]) if name.strip()]
    headings = [heading.text_content() for heading in tree.iter("h1", "h2")]
    return next(
        (name for name in names if any(_likeness(heading, name) >= _ALIKE for heading in headings)), (*names, "")[0]
    )


def article_data(tree: HtmlElement) -> dict[str, object]:
    """The first JSON-LD object of the page that is an article, empty when none is."""
    for data in linked_data(tree):
        kinds = data.get("@type")
        if any(
            kind in ARTICLE_TYPES for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)
        ):
            return data
    return {}


def headline(blocks: list[Block], title: str, before: int) -> int | None:
    """The heading that is the article's title: the one most like what the page calls itself; block `before` begins the
    article's text. A heading that is a link counts before the text only: later it stands in a list of the site's best.
    """
    scored = [
        (_likeness(block.text, title), block.link_share < _LINKED, _shared(block.text, title), -number)
        for number, block in enumerate(blocks)
        if block.kind == "heading" and block.level <= 2 and (block.link_share < _LINKED or number < before)
    ]
    likeness, _, _, number = max(scored, default=(0.0, False, 0, 0))
    if likeness >= _ALIKE:
        return -number
    first_level = [n for n in range(before) if blocks[n].kind == "heading" and blocks[n].level == 1]
    return first_level[-1] if first_level and not title else None


def _likeness(one: str, other: str) -> float:
    """The share of the shorter one's words that both have; a single word is like nothing."""
    shorter = min(len(set(_WORD.findall(text.lower()))) for text in (one, other))
    return _shared(one, other) / shorter if shorter > 1 else 0.0


def _shared(one: str, other: str) -> int:
    return len(set(_WORD.findall(one.lower())) & set(_WORD.findall(other.lower())))


def bare_title(title: str, outlet: str) -> str:
    """The title without the name of the site after it."""
    tail = _SITE_TAIL.search(title)
    if tail and _likeness(f"{tail.group()} the", f"{outlet} the") > 0.9:
        return title[: tail.start()]
    return title


def _byline(article: dict[str, object], found: str) -> str:
    authors = article.get("author")
    people = [name for author in (authors if isinstance(authors, list) else [authors]) for name in _people(author)]
    names = (_AFTER_NAME.sub("", _AUTHOR_LABEL.sub("", _squeezed(name))) for name in people or found.split(";"))
    return ", ".join(dict.fromkeys(name for name in names if name and name.lower() not in _NOBODY))


def _author(tree: HtmlElement, found: str) -> str:
    """The meta tag's author where trafilatura only trimmed it (it takes a closing » off)."""
    said = meta_tag(tree, "author")
    return said if said.startswith(found) and found else found


def _people(author: object) -> Iterator[str]:
    """The names of an author; an organisation is the outlet, not a byline."""
    if isinstance(author, dict) and author.get("@type") not in ("Organization", "NewsMediaOrganization"):
        author = author.get("name")
    for name in author if isinstance(author, list) else [author]:
        if isinstance(name, str) and name.strip() and not name.startswith("http"):
            yield name


def _outlet(tree: HtmlElement, article: dict[str, object], found: str, title: str) -> str:
    publisher = article.get("publisher")
    named = _said(publisher.get("name")) if isinstance(publisher, dict) else ""
    host = urlsplit(meta_tag(tree, "og:url")).hostname or ""
    plausible = found if len(found) <= 40 and _likeness(found, title) < 0.5 else host.removeprefix("www.")
    return _squeezed(meta_tag(tree, "og:site_name") or named or plausible).lstrip("@")


def _date(article: dict[str, object]) -> str:
    """The day of publication, where JSON-LD gives one in ISO 8601."""
    said = re.match(r"(?:19|20)\d{2}-\d{2}-\d{2}", _said(article.get("datePublished")).strip())
    return said.group() if said else ""


def _said(value: object) -> str:
    return value if isinstance(value, str) else ""


def _squeezed(text: str) -> str:
    return " ".join(re.sub(r"<[^>]+>|&nbsp;", " ", text).replace("&quot;", '"').replace("&amp;", "&").split())
