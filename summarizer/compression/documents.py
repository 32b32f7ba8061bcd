"""A document with every sentence in its shorter form, and the way back to the places of the whole one."""

from bisect import bisect_left
from collections.abc import Collection
from dataclasses import dataclass, replace

from summarizer.compression.sentences import Compressed, compress
from summarizer.document import Block, Document, Mark, Sentence

_TEXT = {"paragraph", "item", "quote"}  # blocks whose sentences are shortened; titles, cells and code stay


@dataclass(frozen=True, slots=True)
class Short:
    """The shorter document: sentences and blocks have the numbers that they have in the whole one."""

    document: Document
    whole: Document
    places: tuple[int, ...]  # of every character of the shorter text, in the whole one
    left_out: tuple[tuple[str, ...], ...]  # what each sentence lost, run by run

    def spread(self, start: int, stop: int) -> tuple[int, int]:
        """The place in the whole document of characters `start` to `stop` of the shorter one."""
        return self.places[start], self.places[max(start, stop - 1)] + 1

    def within(self, start: int, stop: int) -> tuple[int, int]:
        """The place in the shorter document of what is left of characters `start` to `stop` of the whole one."""
        return bisect_left(self.places, start), bisect_left(self.places, stop)


def shortened(document: Document, kinds: Collection[str] | None = None) -> Short:
    """Every sentence of the running text in its shorter form, by rules of these kinds (`None`: all).

    An abbreviation used elsewhere stays explained.
    """
    texts: list[str] = []
    places: list[int] = []
    at = 0
    found = [_compressed(document, number, kinds) for number in range(len(document.sentences))]
    for sentence, new in zip(document.sentences, found, strict=True):
        texts += [document.text[at : sentence.start], new.text]
        places += [*range(at, sentence.start), *(sentence.start + place for place in new.places)]
        at = sentence.stop
    texts.append(document.text[at:])
    places += range(at, len(document.text))
    short = replace(
        document,
        text="".join(texts),
        blocks=tuple(_block(block, places) for block in document.blocks),
        sentences=tuple(
            Sentence(bisect_left(places, s.start), bisect_left(places, s.stop), s.block) for s in document.sentences
        ),
    )
    left_out = (_left_out(document, number, new) for number, new in enumerate(found))
    return Short(short, document, tuple(places), tuple(left_out))


def _block(block: Block, places: list[int]) -> Block:
    start, stop = bisect_left(places, block.start), bisect_left(places, block.stop)
    marks = (_mark(mark, block.start, start, places) for mark in block.marks)
    return replace(block, start=start, stop=stop, marks=tuple(mark for mark in marks if mark.start < mark.stop))


def _mark(mark: Mark, before: int, after: int, places: list[int]) -> Mark:
    """The mark of a block that began at `before` and begins at `after`."""
    start, stop = (bisect_left(places, before + end) - after for end in (mark.start, mark.stop))
    return mark._replace(start=start, stop=stop)


def _left_out(document: Document, number: int, new: Compressed) -> tuple[str, ...]:
    text = document.sentence_text(number)
    return tuple(text[a:b].strip(" ,") for a, b in new.gaps())


def _compressed(document: Document, number: int, kinds: Collection[str] | None) -> Compressed:
    sentence, text = document.sentences[number], document.sentence_text(number)
    block = document.blocks[sentence.block]
    if block.kind not in _TEXT or block.lang != document.lang:
        return Compressed(text, tuple(range(len(text))), len(text))
    shorts = "(" in text  # only then is the rest of the text asked for abbreviations: it may be a book
    around = (document.text[: sentence.start], document.text[sentence.stop :]) if shorts else ()
    return compress(text, document.lang, around, kinds)
