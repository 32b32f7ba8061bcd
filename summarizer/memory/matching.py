"""How like two sentences are, as translation memories say it: in per cent of the words that need no change."""

from typing import NamedTuple

from summarizer.document import Document, Lang
from summarizer.memory import tokens
from summarizer.memory.figures import adapted

FLOOR = 70  # per cent; below it a match costs more time than it saves: the usual lower bound of CAT tools
CONTEXT = 101  # how CAT tools show a match whose neighbours are the same, too
_ONLY_FIGURES = 99  # all words the same, the figures adapted
SAME_WORDS = 98  # the same but for case, punctuation or white space
_OTHER_FIGURES = 95  # all words the same, the figures not to be adapted


class Pair(NamedTuple):
    """Source and target language."""

    source: Lang
    target: Lang


class Around(NamedTuple):
    """The sentences before and after one, "" where there is none."""

    before: str = ""
    after: str = ""

    @classmethod
    def of(cls, document: Document, number: int) -> "Around":
        """Those of a sentence of a document."""
        last = len(document.sentences) - 1
        before = document.sentence_text(number - 1) if number else ""
        return cls(before, document.sentence_text(number + 1) if number < last else "")

    def keys(self) -> tuple[int | None, int | None]:
        """Numbers of both; of a sentence that stands alone, none."""
        return (tokens.key(self.before), tokens.key(self.after)) if self.before or self.after else (None, None)


class Match(NamedTuple):
    """A unit of the memory for a sentence; `score` in per cent, 101 where the neighbours are the same as well."""

    source: str
    target: str
    score: int
    origin: str
    is_adapted: bool = False  # the figures of the sentence at hand stand in the target


def compared(text: str, words: list[str], stems: list[str], row: tuple[str, str, str]) -> Match:
    """Words that have to be changed, of all; half of it for a word whose ending alone is another."""
    from rapidfuzz.distance import Levenshtein

    source, target, origin = row
    other = tokens.words(source)
    alike = Levenshtein.normalized_similarity(stems, tokens.stems(other))
    if alike * 100 < FLOOR:
        return Match(source, target, int(alike * 100), origin)
    score = int(50 * (alike + Levenshtein.normalized_similarity(words, other)))
    fitted = adapted(text, source, target)
    is_adapted = fitted is not None and fitted != target
    if score == 100:
        score = _ONLY_FIGURES if is_adapted else SAME_WORDS if fitted == target else _OTHER_FIGURES
    return Match(source, fitted if fitted is not None else target, score, origin, is_adapted)
