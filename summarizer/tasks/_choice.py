"""Which sentences of the article a digest is made of, and which come next where one of them cannot be used."""

from dataclasses import dataclass, field, replace
from functools import lru_cache

from summarizer import ranking
from summarizer.document import Document, Lang
from summarizer.job import Job

_WORDS = {"short": 60, "medium": 120, "long": 250}
# words of the digest's language for one of the article's: newstest2018 has 1.21 English ones for a Russian one; what
# svodka-ruen 3 writes for digest_gold.dev is 1.25, and 0.85 the other way (2026-11-28)
_GROWTH: dict[tuple[Lang, Lang], float] = {("ru", "en"): 1.21, ("en", "ru"): 1 / 1.21}
_POINTS = 3  # under the title of the form headline


@dataclass(slots=True)
class Known:
    """What the translations of sentences say of them: how far each is to be relied on, from 0 to 1, and how many words
    it has; and which sentences are in the digest already."""

    trust: dict[int, float] = field(default_factory=dict)
    words: dict[int, int] = field(default_factory=dict)
    kept: list[int] = field(default_factory=list)
    is_all: bool = False  # nothing else will be translated: what is not known has no place


def budget(document: Document, job: Job) -> int:
    """Words that the digest may have in its language: by its length, at most a third of the article's text."""
    return _budget(document, _ranked(document), job)


def groups(document: Document, job: Job, known: Known | None = None) -> list[tuple[int, ...]]:
    """The sentences of every passage, in the order of the text; the headline form opens with the title."""
    title = title_of(document)
    ranked = _ranked(document)
    words = _own(document, ranked, job)
    ranked = _with(ranked, known, _growth(document, job)) if known else ranked
    kept = [n for n in known.kept if n not in title] if known else []
    if job.form != "headline":
        return ranking.choose(document, ranked, words, taken=kept) or ([] if known else _least(document))
    head = [title[:2]] if title and not (known and known.trust.get(title[0]) == 0) else []
    points = ranking.choose(document, ranked, sum(ranked.words), _POINTS + (not head), kept)
    return head + points or ([] if known else _least(document))


@lru_cache(maxsize=1)  # choices follow one another as translations come in
def _ranked(document: Document) -> ranking.Ranking:
    return ranking.rank(document, title_text(document))


def _with(ranked: ranking.Ranking, known: Known, growth: float) -> ranking.Ranking:
    other = 0.0 if known.is_all else 1.0
    scores = (score * known.trust.get(n, other) for n, score in enumerate(ranked.scores))
    words = (round(known.words[n] / growth) if n in known.words else count for n, count in enumerate(ranked.words))
    return replace(ranked, scores=tuple(scores), words=tuple(words))


def title_of(document: Document) -> tuple[int, ...]:
    """The sentences of the first title block."""
    block = next((n for n, block in enumerate(document.blocks) if block.kind == "title"), None)
    return tuple(n for n, sentence in enumerate(document.sentences) if sentence.block == block)


def title_text(document: Document) -> str:
    """What the article is called: its title block, else what its source says."""
    return document.sentences_text(title_of(document)) or document.meta.title


def _budget(document: Document, ranked: ranking.Ranking, job: Job) -> int:
    return min(_WORDS[job.length], int(sum(ranked.words) * _growth(document, job) / 3))


def _own(document: Document, ranked: ranking.Ranking, job: Job) -> int:
    """Words of the article that give the words of the digest."""
    return round(_budget(document, ranked, job) / _growth(document, job))


def _growth(document: Document, job: Job) -> float:
    return _GROWTH.get((document.lang, job.to or document.lang), 1.0)


def _least(document: Document) -> list[tuple[int, ...]]:
    """Where no sentence is fit (notes, a list of links): the longest of the text, so that there is a digest at all."""
    kinds = ({"paragraph", "item", "quote"}, {"title", "heading", "cell", "code"})
    for wanted in kinds:
        numbers = [n for n, s in enumerate(document.sentences) if document.blocks[s.block].kind in wanted]
        if numbers:
            return [(max(numbers, key=lambda n: (len(document.sentence_text(n)), -n)),)]
    return []
