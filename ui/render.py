"""Articles and digests as HTML. Every text from outside is escaped here, its bidi controls made visible; no link of an
article is one that a browser would run.
"""

import re
from collections.abc import Sequence
from html import escape
from itertools import pairwise

from summarizer import Block, Document, Lang
from ui.handlers import minutes, words
from ui.locales import count, say

# Unicode's bidirectional controls (UAX #9): in an article they can show a text in another order than it has.
_BIDI = {ord(char): f"⟨U+{ord(char):04X}⟩" for char in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u061c"}
_SAFE_LINK = re.compile(r"https?://[^\s<>\"']+\Z", re.IGNORECASE)


def text(value: str) -> str:
    """A text from outside, as HTML that shows it as it stands."""
    return escape(value.translate(_BIDI))


def facts(document: Document, lang: Lang) -> str:
    """Title, where from, language, length, reading time, and what was left out."""
    meta = document.meta
    title = title_of(document) or say("skim.untitled", lang)
    line = say(
        "skim.facts",
        lang,
        lang=say(f"lang.{document.lang}", lang),
        words=count("word", words(document), lang),
        minutes=count("minute", minutes(document), lang),
    )
    origin = " · ".join(part for part in (meta.byline, meta.outlet, meta.date) if part)
    return (
        f'<h2 class="title" lang="{document.lang}">{text(title)}</h2>'
        f'<p class="meta">{text(origin)}{" · " if origin else ""}{text(line)}</p>{_dropped(document, lang)}'
    )


def title_of(document: Document) -> str:
    """The title of the article, "" where it has none."""
    first = next((n for n, block in enumerate(document.blocks) if block.kind == "title"), None)
    return document.meta.title or ("" if first is None else document.block_text(first))


def _dropped(document: Document, lang: Lang) -> str:
    if not document.dropped:
        return ""
    items = "".join(f"<li><b>{text(part.reason)}</b> {text(part.text)}</li>" for part in document.dropped)
    head = say("skim.dropped", lang, count=count("place", len(document.dropped), lang))
    return f'<details class="dropped"><summary>{head}</summary><ul>{items}</ul></details>'


def article(document: Document, lang: Lang) -> str:
    """The article with every sentence under its number, in a pane that scrolls, and the place for a footnote."""
    by_block: dict[int, list[int]] = {}
    for number, sentence in enumerate(document.sentences):
        by_block.setdefault(sentence.block, []).append(number)
    blocks = "".join(_block(document, n, by_block.get(n, ())) for n in range(len(document.blocks)))
    name, gloss, back = (say(key, lang) for key in ("skim.article", "skim.translation", "skim.back"))
    return (
        f'<div class="pane" tabindex="0" role="region" aria-label="{name}" lang="{document.lang}">{blocks}</div>'
        f'<aside class="footnote" aria-live="polite" hidden><p class="gloss"><b>{gloss}</b><span></span></p>'
        f'<button type="button" class="back">{back}</button></aside>'
    )


def _block(document: Document, number: int, sentences: Sequence[int]) -> str:
    block = document.blocks[number]
    level = max(2, min(block.level or 2, 5)) + 1
    tag = {"title": "h3", "heading": f"h{level}", "quote": "blockquote", "code": "pre"}.get(block.kind, "p")
    kind = f' class="{block.kind}"' if block.kind in {"title", "item", "cell"} else ""
    inner = " ".join(
        f'<span class="sentence" id="s{n}" data-at="{n}">{_marked(document, block, n)}</span>' for n in sentences
    )
    return f"<{tag}{kind} lang='{block.lang}'>{inner}</{tag}>" if inner else ""


_TAGS = {"bold": "b", "italic": "i", "code": "code"}


def _marked(document: Document, block: Block, number: int) -> str:
    """A sentence with its bold, italic and links; marks that cross one another close in the order they must."""
    sentence = document.sentences[number]
    cuts = {sentence.start, sentence.stop}
    marks = [(mark, mark.start + block.start, mark.stop + block.start) for mark in block.marks]
    for _, start, stop in marks:
        cuts |= {place for place in (start, stop) if sentence.start < place < sentence.stop}
    edges = sorted(cuts)
    parts = []
    for start, stop in pairwise(edges):
        shown = text(document.text[start:stop])
        for mark, first, last in marks:
            if first <= start and stop <= last:
                shown = _wrapped(shown, mark.kind, mark.target)
        parts.append(shown)
    return "".join(parts)


def _wrapped(shown: str, kind: str, target: str) -> str:
    if kind == "link":
        if not _SAFE_LINK.match(target):
            return shown
        return f'<a href="{escape(target)}" target="_blank" rel="noopener noreferrer nofollow">{shown}</a>'
    tag = _TAGS.get(kind)
    return f"<{tag}>{shown}</{tag}>" if tag else shown
