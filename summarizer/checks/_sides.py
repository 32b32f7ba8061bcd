"""What checks have in common: the facts of a passage's source sentences, in the document's own offsets."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from summarizer.document import Document, Lang
from summarizer.facts import Fact, facts
from summarizer.job import Passage, Result


def target_lang(result: Result) -> Lang:
    """The language that the passages are in."""
    return result.job.to or result.document.lang


def judged(result: Result) -> Iterator[tuple[int, Passage]]:
    """The passages that somebody wrote: what was left as it stood is passed over, and what names no source."""
    for index, passage in enumerate(result.passages):
        if passage.origin != "source" and passage.sentences:
            yield index, passage


def renders(result: Result, passage: Passage) -> bool:
    """Whether the passage says all that its source sentences say: a translation does, a summary need not."""
    if result.job.task == "translate":
        return True
    return (
        passage.origin != "person" and result.job.digest_model is None and target_lang(result) != result.document.lang
    )


def stated(document: Document, sentences: Iterable[int], kind: str) -> list[Fact]:
    """The facts of these sentences."""
    return [fact for number in sentences for fact in _of_sentence(document, number, kind)]


def written(text: str, lang: Lang, kind: str) -> list[Fact]:
    """The facts of a passage's text."""
    return list(_found(text, lang, kind))


def short(text: str) -> str:
    """The beginning of a text, for a message."""
    return text if len(text) <= 60 else f"{text[:59]}…"


def span(document: Document, sentences: tuple[int, ...]) -> tuple[int, int]:
    """Where these sentences stand."""
    chosen = [document.sentences[number] for number in sentences]
    return min(s.start for s in chosen), max(s.stop for s in chosen)


def _of_sentence(document: Document, number: int, kind: str) -> tuple[Fact, ...]:
    sentence = document.sentences[number]
    return _placed(document.sentence_text(number), document.blocks[sentence.block].lang, kind, sentence.start)


@lru_cache(maxsize=20_000)  # every hypothesis of a sentence is held against the same facts
def _placed(text: str, lang: Lang, kind: str, start: int) -> tuple[Fact, ...]:
    found = _found(text, lang, kind)
    return tuple(Fact(f.kind, f.value, f.start + start, f.stop + start, f.text) for f in found)


@lru_cache(maxsize=20_000)  # a digest asks for the facts of the whole article at every passage
def _found(text: str, lang: Lang, kind: str) -> tuple[Fact, ...]:
    return tuple(facts(kind).find(text, lang))
