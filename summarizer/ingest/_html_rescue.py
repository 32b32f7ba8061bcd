"""The article from the page's JSON-LD, where the page's own elements gave much less of it."""

import re
from html import unescape

from lxml.html import HtmlElement

from summarizer.document import Piece
from summarizer.ingest._html_article import Verdict, threes_of
from summarizer.ingest._html_blocks import Block
from summarizer.ingest._html_page import linked_data

_LEAST = 100  # words: shorter bodies are teasers
_LONGER = 1.5  # times what was kept: trafilatura's own bar for a second try (its core.py, ESCALATION_ACCEPT_RATIO)
_FOUND = 0.7  # of the body's words in the page's blocks: then the blocks are taken, with their formatting
_WORD = re.compile(r"\w+")
_PARAGRAPH = re.compile(r"\s*(?:\n+|<br\s*/?>|</p>)\s*", re.IGNORECASE)
_TAG = re.compile(r"<[^>]+>")


def rescued(tree: HtmlElement, blocks: list[Block], verdict: Verdict) -> list[Piece]:
    """The paragraphs of `articleBody` when the page holds them nowhere else; [] when there is nothing to rescue.

    When the page's blocks do hold that text, `verdict` is changed to keep them instead.
    """
    body = max(
        (text for data in linked_data(tree) if isinstance(text := data.get("articleBody"), str)), key=len, default=""
    )
    body = _TAG.sub(" ", unescape(_PARAGRAPH.sub("\n", body)))
    words = _WORD.findall(body.lower())
    kept = sum(len(_WORD.findall(blocks[number].text)) for number in verdict.kept)
    if len(words) < max(_LEAST, _LONGER * kept):
        return []
    said = set(threes_of(body))
    spoken = {number: _share(block.text, said) for number, block in enumerate(blocks) if number not in verdict.kept}
    more = {number for number, share in spoken.items() if share > 0.8 and blocks[number].kind != "heading"}
    if kept + sum(len(_WORD.findall(blocks[number].text)) for number in more) >= _FOUND * len(words):
        verdict.kept |= more
        for number in more:
            verdict.reasons.pop(number, None)
        return []
    return [Piece("paragraph", " ".join(line.split())) for line in body.split("\n") if line.strip()]


def _share(text: str, said: set[tuple[str, str, str]]) -> float:
    threes = threes_of(text)
    return sum(three in said for three in threes) / len(threes) if threes else 0.0
