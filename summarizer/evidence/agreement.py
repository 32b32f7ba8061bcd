"""How far a sentence says what the document says, in the document's own order of words: a score from 0 to 1.

Words that stand near each other in the sentence should stand near each other, in the same order, in one sentence of the
document (skip-bigrams: Lin and Och, 2004), with all words and with those alone that carry meaning.
Taking off the share of made-up numbers cost 0.015 of balanced accuracy (2026-11-28): the checks say those.
"""

import re
from collections.abc import Iterable, Sequence

from summarizer.document import Document
from summarizer.ranking.stems import stem
from summarizer.ranking.words import STOP

# words apart, in the document and in the sentence. Swept 2 to 10 and 1 to 3 on cons_qags_cnndm_sent and cons_rank19
# (2026-11-28): balanced accuracy 0.77 to 0.81, pairs 0.62 to 0.76 for one kind of words, best for both together
_WITHIN = 4
_ASKED = 2
# the best balanced accuracy on cons_rank19, the lowest of equals (2026-11-28); cons_qags_cnndm_sent is judged from it
CONSISTENT = 0.94
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)?")


def consistency(document: Document, text: str) -> float:
    """The score of a text in the document's language; `CONSISTENT` and above: it says what the document says."""
    sentences = [document.sentence_text(number) for number in range(len(document.sentences))]
    words, given = _words(text), [_words(sentence) for sentence in sentences]
    idle = {stem(word) for word in STOP[document.lang]}
    every = _share(words, given)
    telling = _share(_without(words, idle), [_without(sentence, idle) for sentence in given])
    return (every + telling) / 2


def _words(text: str) -> list[str]:
    return [stem(word) for word in _WORD.findall(text.lower().replace("ё", "е"))]


def _without(words: list[str], idle: set[str]) -> list[str]:
    return [word for word in words if word not in idle]


def _share(words: Sequence[str], sentences: Iterable[Sequence[str]]) -> float:
    """The share of the text's pairs of near words that a sentence holds in this order."""
    asked = list(_pairs(words, _ASKED))
    held = {pair for sentence in sentences for pair in _pairs(sentence, _WITHIN)}
    return sum(pair in held for pair in asked) / len(asked) if asked else 1.0


def _pairs(words: Sequence[str], within: int) -> Iterable[tuple[str, str]]:
    return ((word, other) for at, word in enumerate(words) for other in words[at + 1 : at + 1 + within])
