"""Pages that hold no article, each named for what it is."""

import re

from lxml.html import HtmlElement

from summarizer.errors import NoArticleError
from summarizer.ingest._html_blocks import Block
from summarizer.ingest._html_meta import article_data
from summarizer.ingest._html_page import linked_data, meta_tag
from summarizer.ingest._html_words import CONSENT, PAYWALL, SCRIPTS

_LEAST = 25  # words; the shortest article of the 91 has 69, a brief of a news agency about 30
_TEASER = (
    250  # words: what is longer is read as the article even beside a call to subscribe, which many free pages carry
)
_BANNER = 150  # words: a page whose text is no longer than this and speaks of cookies is a banner
_FRONT_LINKS = 8  # linked headings
_WORD = re.compile(r"\w+")


def refuse(label: str, tree: HtmlElement, blocks: list[Block], kept: set[int]) -> None:
    """Raise `NoArticleError` when what was kept is no article; the message says what the page is instead."""
    text = " ".join(blocks[number].text for number in kept)
    words = len(_WORD.findall(text))
    if words < _BANNER and phrase(CONSENT, text if words >= _LEAST else _all(blocks)):
        raise NoArticleError(
            f"{label} is a cookie or consent notice, not an article",
            "open the page in a browser, accept or refuse the notice, save the page and read the file",
        )
    if words < _LEAST:
        _refuse_short(label, tree, blocks)
    if (words < _LEAST and not is_bare(tree)) or _is_front_page(tree, blocks, kept):
        raise NoArticleError(f"{label} holds links to articles but no article", "give the link of one article")


def is_bare(tree: HtmlElement) -> bool:
    """The page has neither links nor scripts: it is a text, with no page around it."""
    scripts = (node for node in tree.iter("script") if "json" not in str(node.get("type", "")))
    return next(tree.iter("a"), None) is None and next(scripts, None) is None


def _refuse_short(label: str, tree: HtmlElement, blocks: list[Block]) -> None:
    everything = _all(blocks)
    if paywall(tree, blocks):
        raise NoArticleError(
            f"{label} is behind a paywall: the page holds no part of the article",
            "log in with a browser, save the page and read the file",
        )
    if _needs_scripts(tree, everything):
        raise NoArticleError(
            f"{label} is filled by scripts: the page as it was sent holds no text",
            "open it in a browser, save the complete page or print it to PDF, and read the file",
        )
    if not everything:
        raise NoArticleError(f"{label} is an empty page", "check the link or the file")
    if not _links_mostly(blocks) and not is_bare(tree):
        words = len(_WORD.findall(everything))
        raise NoArticleError(
            f"{label} holds no article, only {words} words outside any text", "check the link or the file"
        )


def paywall(tree: HtmlElement, blocks: list[Block]) -> str:
    """What shows that the page is behind a paywall: a sentence that says so, or a mark in JSON-LD; "" for nothing."""
    for block in blocks:
        if len(block.text) < 400 and phrase(PAYWALL, block.text):
            return block.text
    return (
        "isAccessibleForFree: false"
        if any(_is_closed(data.get("isAccessibleForFree")) for data in linked_data(tree))
        else ""
    )


def is_teaser(blocks: list[Block], kept: set[int]) -> bool:
    """The text is so short that, on a page behind a paywall, it is the opening only."""
    return sum(len(_WORD.findall(blocks[number].text)) for number in kept) < _TEASER


def phrase(phrases: tuple[str, ...], text: str) -> bool:
    """One of the phrases stands in the text, whatever its capitals."""
    low = text.lower().replace("’", "'")
    return any(said in low for said in phrases)


def _is_closed(value: object) -> bool:
    return value is False or (isinstance(value, str) and value.lower() == "false")


def _is_front_page(tree: HtmlElement, blocks: list[Block], kept: set[int]) -> bool:
    """More linked headings than paragraphs, on a page that does not call itself an article."""
    if (
        meta_tag(tree, "og:type").lower().startswith("article")
        or article_data(tree)
        or meta_tag(tree, "article:published_time")
    ):
        return False
    linked = sum(1 for block in blocks if block.kind == "heading" and (block.link_share > 0.8 or _in_link(block)))
    paragraphs = sum(1 for number in kept if len(_WORD.findall(blocks[number].text)) >= _LEAST)
    return linked >= _FRONT_LINKS and linked > paragraphs


def _in_link(block: Block) -> bool:
    return any(node.tag == "a" for node in block.node.iterancestors())


def _links_mostly(blocks: list[Block]) -> bool:
    linked = sum(len(block.text) for block in blocks if block.link_share > 0.5 or _in_link(block))
    return linked > 0.5 * sum(len(block.text) for block in blocks) and len(blocks) > _FRONT_LINKS


def _needs_scripts(tree: HtmlElement, everything: str) -> bool:
    hidden = " ".join("".join(node.itertext()) for node in tree.iter("noscript"))
    if phrase(SCRIPTS, f"{everything} {hidden}"):
        return True
    roots = [node for node in tree.iter("div") if node.get("id") in ("root", "app", "__next", "__nuxt", "main-app")]
    return any(not "".join(node.itertext()).strip() for node in roots) and next(tree.iter("script"), None) is not None


def _all(blocks: list[Block]) -> str:
    return " ".join(block.text for block in blocks)
