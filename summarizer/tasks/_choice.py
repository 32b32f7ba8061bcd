"""Which sentences of the article a digest is made of, and which come next where one of them cannot be used."""

from summarizer import ranking
from summarizer.document import Document, Lang
from summarizer.job import Job

_WORDS = {"short": 60, "medium": 120, "long": 250}
# words of the digest's language for one of the article's: short digests of digest_gold.dev as svodka-ruen 3 translates
# them (2026-11-28); between newstest2018's sides it is 1.21 and 0.83
_GROWTH: dict[tuple[Lang, Lang], float] = {("ru", "en"): 1.25, ("en", "ru"): 0.85}
_POINTS = 3  # under the title of the form headline
_RESERVE = 3  # times the words of the digest: so much more of the article is ranked for replacements


def budget(document: Document, job: Job) -> int:
    """Words that the digest may have in its language: by its length, at most a third of the article's text."""
    return _budget(document, ranking.rank(document, title_text(document)), job)


def groups(document: Document, job: Job) -> list[tuple[int, ...]]:
    """The sentences of every passage, in the order of the text; the headline form opens with the title."""
    title = title_of(document)
    ranked = ranking.rank(document, title_text(document))
    if job.form != "headline":
        return ranking.choose(document, ranked, _own(document, ranked, job)) or _least(document)
    head = [title[:2]] if title else []
    return head + ranking.choose(document, ranked, sum(ranked.words), _POINTS + (not title)) or _least(document)


def reserves(document: Document, job: Job) -> list[tuple[int, ...]]:
    """What would come into the digest if it were longer, the best first; nothing that is in it or repeats it."""
    ranked = ranking.rank(document, title_text(document))
    taken = {number for group in groups(document, job) for number in group}
    longer = ranking.choose(document, ranked, _RESERVE * max(_own(document, ranked, job), _WORDS["short"]))
    left = [group for group in longer if not taken & set(group)]
    return sorted(left, key=lambda group: -ranked.scores[group[0]])


def title_of(document: Document) -> tuple[int, ...]:
    """The sentences of the first title block."""
    block = next((n for n, block in enumerate(document.blocks) if block.kind == "title"), None)
    return tuple(n for n, sentence in enumerate(document.sentences) if sentence.block == block)


def title_text(document: Document) -> str:
    """What the article is called: its title block, else what its source says."""
    return " ".join(document.sentence_text(n) for n in title_of(document)) or document.meta.title


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
