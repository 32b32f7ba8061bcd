"""Which blocks trafilatura takes for the article.

Every text node goes through trafilatura with the number of its block before it, written as two Braille cells: they are
printable, so trafilatura keeps them, and no word characters, so its filters see the text as it was. What comes out
tells the blocks that were kept, exactly, also where two blocks have the same words.
"""

import logging
import re
from copy import deepcopy

from lxml.html import HtmlElement

from summarizer.ingest._html_blocks import Block

_FIRST, _BASE = 0x2801, 255  # the Braille block without its blank cell
_LABEL = re.compile("([\u2801-\u28ff])([\u2801-\u28ff])")


def votes(root: HtmlElement, blocks: list[Block]) -> tuple[frozenset[int], frozenset[int]]:
    """The blocks that trafilatura keeps when it favours precision, and those that it keeps by its main rules alone.

    Changes the text nodes of `root`. At most 65,025 blocks are voted on.
    """
    for number, block in enumerate(blocks[: _BASE * _BASE]):
        _write(block, chr(_FIRST + number // _BASE) + chr(_FIRST + number % _BASE))
    return _kept(root, favor_precision=True), _kept(root, fast=True)


def _write(block: Block, label: str) -> None:
    for node, is_tail in block.texts:
        text = (node.tail if is_tail else node.text) or ""
        labelled = text[: len(text) - len(text.lstrip())] + label + text.lstrip()
        if is_tail:
            node.tail = labelled
        else:
            node.text = labelled


def _kept(root: HtmlElement, **choice: bool) -> frozenset[int]:
    from trafilatura import bare_extraction

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # a page without article is our error, not its warning
    document = bare_extraction(deepcopy(root), include_comments=False, include_tables=True, **choice)
    if document is None:
        return frozenset()
    labels = _LABEL.findall("".join(document.body.itertext()))
    return frozenset((ord(high) - _FIRST) * _BASE + ord(low) - _FIRST for high, low in labels)
