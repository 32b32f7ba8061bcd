"""Which blocks are the article, and why the others are not: trafilatura's vote, and what it forgets mended."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from lxml.html import HtmlElement

from summarizer.ingest._html_blocks import Block
from summarizer.ingest._html_words import BYLINE, CHROME, LEAD, QUOTED_POSTS, WITHIN

Place: TypeAlias = HtmlElement | tuple[HtmlElement, str, str]

OUTSIDE = "outside the article"
_NAME_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")
_NOT_TEXT = {
    "figcaption": "caption",
    "caption": "caption",
    "aside": "related links",
    "nav": "navigation",
    "footer": "navigation",
}
_HIDDEN = re.compile(r"(?i)display\s*:\s*none|visibility\s*:\s*hidden")
_WORD = re.compile(r"\w+")
# Swept on the 91 pages of the article extraction benchmark, November 2026 (mean F1 0.988, first decile 0.971).
_MAIN_SHARE = 0.85  # of the kept characters; 0.7 to 0.95 give the same
_CHROME_SHARE = 0.3  # a name on more of the article is no sign; 0.2 to 0.5 give the same, at 0.1 the mean falls 0.001
_PLACE_SHARE = 0.1  # of the kept characters in a place that others may join; 0.05 to 0.3 give the same
_TWIN_LENGTH = 80  # characters of a paragraph: the second half of an article is text, not labels
_LINKED = 0.8  # of a block's characters in links; 0.7 and 0.9 lose 0.001
_LEAD_LENGTH = 40  # characters; shorter ones are rubrics ("Politics", "Live"); 20 loses 0.0003, 80 is the same
_REPEATED = 0.7  # of a block's runs of three words; 0.7 to 0.9 differ by 0.0004, an agency's shortened lead keeps 0.8
_LEAD_BLOCKS = 8  # how far above the text a lead may stand: byline, date and share buttons come between
_BYLINE_LENGTH = 200  # characters


@dataclass(slots=True)
class Verdict:
    """The numbers of the blocks that are the article, and a reason for each other block."""

    kept: set[int]
    reasons: dict[int, str]


def judge(blocks: list[Block], strict: frozenset[int], wide: frozenset[int], headline: int | None) -> Verdict:
    """Tell the article from the rest; `headline` is the block that is the title, and belongs to neither."""
    kept = set(strict or wide) - {headline}
    if not kept:
        return Verdict(set(), {})
    reasons = _struck(blocks, kept, _main(blocks, kept))
    kept -= set(reasons)
    kept |= set(_mended(blocks, kept, wide, reasons))
    kept |= set(_lead(blocks, kept, headline, reasons))
    repeated = set(_repeated(blocks, kept, strict))
    reasons |= dict.fromkeys(repeated, "said again in the article")
    kept -= repeated | {headline}
    while kept and blocks[max(kept)].kind == "heading":  # a heading over nothing: "More from us"
        kept.remove(max(kept))
    return Verdict(kept, _reasons(blocks, kept, reasons, headline))


def _struck(blocks: list[Block], kept: set[int], main: HtmlElement) -> dict[int, str]:
    """Blocks that are not the article by their own look, with the reason.

    A reason that would strike out a large part of what trafilatura keeps is taken back: that page calls everything so.
    """
    reasons = {number: reason for number, block in enumerate(blocks) if (reason := chrome(block, main))}
    total = sum(len(blocks[number].text) for number in kept)
    for reason in set(reasons.values()):
        struck = {number for number in kept if reasons.get(number) == reason}
        if sum(len(blocks[number].text) for number in struck) > _CHROME_SHARE * total:
            for number in struck:
                del reasons[number]
    return reasons


def _main(blocks: list[Block], kept: set[int]) -> HtmlElement:
    """The lowest element that holds nearly all of what was kept."""
    weights: dict[HtmlElement, int] = {}
    for number in kept:
        for node in blocks[number].node.iterancestors():
            weights[node] = weights.get(node, 0) + len(blocks[number].text)
    enough = _MAIN_SHARE * sum(len(blocks[number].text) for number in kept)
    fitting = [node for node, weight in weights.items() if weight >= enough]
    return max(fitting, key=lambda node: sum(1 for _ in node.iterancestors()))


def chrome(block: Block, main: HtmlElement) -> str:
    """What the block's links and the names of the elements around it in `main` say that it is, "" for nothing."""
    chain = list(_below(block.node, main))
    if any(names(node) & QUOTED_POSTS for node in chain):
        return ""
    if any(node.tag == "a" for node in chain[1:]) or (block.kind != "heading" and block.link_share >= _LINKED):
        return "related links"
    near: set[str] = set().union(*(parts(node) for node in chain[:2]))
    if near & BYLINE and len(block.text) <= _BYLINE_LENGTH:
        return "byline"
    return next((reason for node in chain if (reason := _named(node))), "")


def _named(node: HtmlElement) -> str:
    if node.tag in _NOT_TEXT:
        return _NOT_TEXT[node.tag]
    if node.get("hidden") is not None or _HIDDEN.search(str(node.get("style", ""))):
        return "hidden on the page"
    words = parts(node)
    return next((reason for reason, signs in CHROME.items() if words & signs), "")


def _below(node: HtmlElement, main: HtmlElement) -> Iterator[HtmlElement]:
    """The element and its ancestors up to, without, `main`; of an element outside it, all up to the body."""
    for here in (node, *node.iterancestors()):
        if here is main or here.tag in ("body", "html"):
            return
        yield here


def names(node: HtmlElement) -> set[str]:
    """The class names of an element."""
    return set(str(node.get("class", "")).split())


def parts(node: HtmlElement) -> set[str]:
    """The words in the class names and the id of an element, and each name in one word ("readmore"), in lower case."""
    written = f"{node.get('class', '')} {node.get('id', '')}"
    whole = {"".join(_NAME_PARTS.findall(name)).lower() for name in written.split()}
    return whole | {part.lower() for part in _NAME_PARTS.findall(written)}


def _mended(blocks: list[Block], kept: set[int], wide: frozenset[int], reasons: dict[int, str]) -> Iterator[int]:
    """Blocks beside kept ones in the same element: headings, lists, text without a tag, which trafilatura forgets."""
    weights: dict[Place, int] = {}
    for number in kept:
        for place in _places(blocks[number]):
            weights[place] = weights.get(place, 0) + len(blocks[number].text)
    enough = _PLACE_SHARE * sum(len(blocks[number].text) for number in kept)
    first, last = min(kept, default=0), _end(blocks, kept)
    for number, block in enumerate(blocks):
        if number in reasons or number in kept or not (number in wide or first < number < last):
            continue
        beside = any(weights.get(place, 0) >= enough for place in _places(block))
        if (beside or _is_post(block)) and (number in wide or block.link_share < _LINKED):
            yield number


def _end(blocks: list[Block], kept: set[int]) -> int:
    """The block after the article: its last, or the last of a second container of the same name beside the first."""
    last = max(kept, default=0)
    twins = {place for number in kept for place in _places(blocks[number]) if isinstance(place, tuple)}
    for number in range(last + 1, len(blocks)):
        if blocks[number].kind == "heading" and blocks[number].level == 1:
            break  # the next article of an endless page
        if len(blocks[number].text) >= _TWIN_LENGTH and twins.intersection(_places(blocks[number])):
            last = number + 1
    return last


def _places(block: Block) -> tuple[Place, ...]:
    """The element that a block's paragraph, list or quotation stands in, and its name among its neighbours."""
    node = block.node
    while node.tag in WITHIN and (parent := node.getparent()) is not None:
        node = parent
    places: list[Place] = [node]
    parent = node.getparent()
    if parent is not None:
        if node.get("class") and node.tag != "article":
            places.append((parent, node.tag, str(node.get("class"))))
        if node is block.node and node.tag == "div":
            places.append(parent)
    return tuple(places)


def _is_post(block: Block) -> bool:
    return any(names(node) & QUOTED_POSTS for node in (block.node, *block.node.iterancestors()))


def _lead(blocks: list[Block], kept: set[int], headline: int | None, reasons: dict[int, str]) -> Iterator[int]:
    """The paragraph between headline and text that carries the story's news, and that trafilatura often leaves out."""
    first = min(kept, default=0)
    for number in range(max(-1 if headline is None else headline, first - _LEAD_BLOCKS - 1) + 1, first):
        block = blocks[number]
        chain = (block.node, *list(block.node.iterancestors())[:1])
        called = any(parts(node) & LEAD for node in chain)
        if called and number not in reasons and len(block.text) >= _LEAD_LENGTH and block.link_share == 0:
            yield number


def _repeated(blocks: list[Block], kept: set[int], strict: frozenset[int]) -> Iterator[int]:
    """Pull quotes and leads that say again what the article's own paragraphs say."""
    asides = {n for n in kept if (n not in strict or blocks[n].kind == "quote") and not _is_post(blocks[n])}
    said = {three for number in kept - asides for three in threes_of(blocks[number].text)}
    for number in asides:
        threes = threes_of(blocks[number].text)
        again = sum(three in said for three in threes)
        if len(blocks[number].text) > _LEAD_LENGTH and again >= _REPEATED * max(1, len(threes)):
            yield number


def threes_of(text: str) -> list[tuple[str, str, str]]:
    """All runs of three words, in lower case."""
    words = _WORD.findall(text.lower())
    return list(zip(words, words[1:], words[2:], strict=False))


def _reasons(blocks: list[Block], kept: set[int], reasons: dict[int, str], headline: int | None) -> dict[int, str]:
    first, last = min(kept, default=0), max(kept, default=0)
    given: dict[int, str] = {}
    for number, block in enumerate(blocks):
        if number in kept or number == headline:
            continue
        if first < number < last:
            linked = "related links" if block.link_share >= 0.5 else "set apart from the text"
            given[number] = reasons.get(number, linked)
        else:
            given[number] = "comments" if reasons.get(number) == "comments" else OUTSIDE
    return given
