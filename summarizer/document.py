"""What a reader gives (`Piece`, `Dropped`, `Meta`) and what the rest of the house works on (`Document`)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, NamedTuple

Lang = Literal["ru", "en"]
Kind = Literal["title", "heading", "paragraph", "item", "quote", "code", "cell"]


def other_lang(lang: Lang) -> Lang:
    """The language of the pair that is not this one."""
    return "en" if lang == "ru" else "ru"


class Mark(NamedTuple):
    """Inline formatting inside a piece; offsets are characters of the piece's text."""

    start: int
    stop: int
    kind: str  # bold, italic, link, code
    target: str = ""  # a link's address


class Piece(NamedTuple):
    """A run of text with its kind, in reading order; it has no offsets yet."""

    kind: Kind
    text: str
    level: int = 0  # of a heading (1 to 6) or a list item (0: outermost)
    marks: tuple[Mark, ...] = ()
    anchor: str = ""  # where it stands in its container: paragraph, cell, cue


class Dropped(NamedTuple):
    """Text left out on purpose: shown to the user, never translated."""

    reason: str
    text: str


class Meta(NamedTuple):
    """What the source says of itself; carried into digests and exports."""

    title: str = ""
    byline: str = ""
    outlet: str = ""
    date: str = ""  # ISO 8601 where the source's date could be read, else as it stands
    url: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """What keeps its place in the output; `marks` are offsets into the block's text."""

    kind: Kind
    start: int
    stop: int
    level: int
    lang: Lang
    marks: tuple[Mark, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of one block (`block` is its index)."""

    start: int
    stop: int
    block: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A text with its blocks and sentences, never changed, never half made.

    Every offset counts characters of `text`. Blocks are in order and do not overlap; every sentence lies inside its
    block; what stands between the sentences of a block is white space only.
    """

    text: str
    lang: Lang
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    dropped: tuple[Dropped, ...] = ()
    meta: Meta = Meta()
    origin: str = ""

    def sentence_text(self, index: int) -> str:
        """The text of sentence `index`."""
        sentence = self.sentences[index]
        return self.text[sentence.start : sentence.stop]

    def sentences_text(self, indexes: Iterable[int]) -> str:
        """The texts of sentences as one, a space between them."""
        return " ".join(self.sentence_text(index) for index in indexes)

    def block_text(self, index: int) -> str:
        """The text of block `index`."""
        block = self.blocks[index]
        return self.text[block.start : block.stop]
