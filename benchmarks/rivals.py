"""Other extractive summarizers on the sentences, the stems and the number of words that our digest has.

LexRank and TextRank are sumy's (Apache-2.0, `pip install sumy`), fed with our sentences and tokens, so that no data of
nltk is fetched. pytextrank wants a spaCy model for each language and bert-extractive-summarizer BERT's weights from the
hub; neither is here.
"""

from collections.abc import Callable, Iterator
from typing import Any

from rouge import tokens

from summarizer.document import Document
from summarizer.ranking.stems import stem
from summarizer.ranking.words import STOP

_TEXT = {"paragraph", "item", "quote"}


class _Words:
    def to_words(self, text: str) -> tuple[str, ...]:
        return tuple(tokens(text))


def body(document: Document) -> list[str]:
    """The sentences a digest may be made of."""
    numbers = [n for n, s in enumerate(document.sentences) if document.blocks[s.block].kind in _TEXT]
    return [document.sentence_text(n) for n in numbers]


def fill(texts: list[str], words: int) -> list[str]:
    """The first of the texts that together have `words` tokens or, by one sentence that fits into 115 %, a few more."""
    taken: list[str] = []
    spent = 0
    for text in texts:
        size = len(tokens(text))
        if spent >= 0.9 * words:
            break
        if not taken or spent + size <= 1.15 * words:
            taken.append(text)
            spent += size
    return taken


def summaries(document: Document, words: int) -> Iterator[tuple[str, str]]:
    """The name and the digest of `words` words of every rival that is installed, Lead included."""
    texts = body(document)
    yield "lead, same words", " ".join(fill(texts, words))
    for name, summarize in _sumy(document.lang):
        yield name, " ".join(str(sentence) for sentence in summarize(_dom(texts), lambda rated: _filled(rated, words)))


def _filled(rated: Any, words: int) -> list[Any]:
    left = list(rated)
    taken = fill([str(info.sentence) for info in left], words)
    return [info for info in left if str(info.sentence) in taken]


def _dom(texts: list[str]) -> Any:
    from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence

    return ObjectDocumentModel([Paragraph([Sentence(text, _Words()) for text in texts])])


def _sumy(lang: str) -> Iterator[tuple[str, Callable[..., Any]]]:
    try:
        from sumy.summarizers.lex_rank import LexRankSummarizer
        from sumy.summarizers.text_rank import TextRankSummarizer
    except ImportError:
        return
    for name, kind in (("lexrank (sumy)", LexRankSummarizer), ("textrank (sumy)", TextRankSummarizer)):
        summarizer = kind(stem)
        summarizer.stop_words = STOP[lang]
        yield name, summarizer
