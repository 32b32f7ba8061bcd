"""Which sentences of the article a digest is made of, and which come next where one of them cannot be used."""

from summarizer import ranking
from summarizer.document import Document
from summarizer.job import Job

_WORDS = {"short": 60, "medium": 120, "long": 250}
# of an English article, so that its Russian digest has the words asked for: newstest2018 has 1.21 English words for a
# Russian one. digest_gold.dev, short (2026-11-28), 60 words to 68: facts found 39.4% both, chrF2 33.9 to 35.4 at 58.6
# words (Lead-3: 34.9%, 35.3, 58.9 words). Nothing is taken from a Russian one for its longer English: at 48 words facts
# fall from 32.1 to 24.7%, chrF2 from 36.1 to 33.4
_WORDIER = 1.13
_POINTS = 3  # under the title of the form headline
_RESERVE = 3  # times the words of the digest: so much more of the article is ranked for replacements


def budget(document: Document, job: Job) -> int:
    """Words that the digest may have: by its length, at most a third of the article's text."""
    return _budget(ranking.rank(document, title_text(document)), job)


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


def _budget(ranked: ranking.Ranking, job: Job) -> int:
    return min(_WORDS[job.length], sum(ranked.words) // 3)


def _own(document: Document, ranked: ranking.Ranking, job: Job) -> int:
    """Words of the article that give the words of the digest."""
    words = _budget(ranked, job)
    return round(_WORDIER * words) if document.lang == "en" and job.to == "ru" else words


def _least(document: Document) -> list[tuple[int, ...]]:
    """Where no sentence is fit (notes, a list of links): the longest of the text, so that there is a digest at all."""
    kinds = ({"paragraph", "item", "quote"}, {"title", "heading", "cell", "code"})
    for wanted in kinds:
        numbers = [n for n, s in enumerate(document.sentences) if document.blocks[s.block].kind in wanted]
        if numbers:
            return [(max(numbers, key=lambda n: (len(document.sentence_text(n)), -n)),)]
    return []
