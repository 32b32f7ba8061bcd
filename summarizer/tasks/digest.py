"""The extractive digest: whole sentences of the article, each its own evidence."""

from collections.abc import Iterator

from summarizer import ranking
from summarizer.document import Document, Lang
from summarizer.engine.model import Model
from summarizer.errors import UsageError
from summarizer.job import Job, Passage, Result, Step
from summarizer.version import __version__

_WORDS = {"short": 60, "medium": 120, "long": 250}
_POINTS = 3  # under the title of the form headline
_SIGNATURE = f"digest|extractive@1|v:{__version__}"


def target(document: Document, job: Job) -> Lang:
    """The language asked for, else the article's own."""
    return job.to or document.lang


def run(document: Document, job: Job, model: Model | None = None) -> Iterator[Step]:
    """Yield a step a passage, in the article's language whatever `job.to`; the last step carries the result."""
    if model is not None or job.digest_model is not None:
        raise UsageError("digests written by a model come with a later version", "leave the digest model out")
    if job.form == "card":
        raise UsageError("the form card comes with a later version", "choose paragraph, points or headline")
    passages = tuple(_passage(document, group) for group in _groups(document, job))
    for done, passage in enumerate(passages, 1):
        yield Step(stage="write", done=done, total=len(passages), passage=passage)
    result = Result(job=job, document=document, passages=passages, signature=_SIGNATURE)
    yield Step(stage="done", done=len(passages), total=len(passages), result=result)


def _passage(document: Document, group: tuple[int, ...]) -> Passage:
    first, last = document.sentences[group[0]], document.sentences[group[-1]]
    return Passage(document.text[first.start : last.stop], group, first.block, origin="source")


def _groups(document: Document, job: Job) -> list[tuple[int, ...]]:
    """The sentences of every passage, in the order of the text; the headline form opens with the title."""
    title = _title(document)
    text = " ".join(document.sentence_text(n) for n in title) or document.meta.title
    ranked = ranking.rank(document, text)
    budget = min(_WORDS[job.length], sum(ranked.words) // 3)
    if job.form != "headline":
        return ranking.choose(document, ranked, budget) or _least(document)
    head = [title[:2]] if title else []
    return head + ranking.choose(document, ranked, sum(ranked.words), _POINTS + (not title)) or _least(document)


def _title(document: Document) -> tuple[int, ...]:
    """The sentences of the first title block."""
    block = next((n for n, block in enumerate(document.blocks) if block.kind == "title"), None)
    return tuple(n for n, sentence in enumerate(document.sentences) if sentence.block == block)


def _least(document: Document) -> list[tuple[int, ...]]:
    """Where no sentence is fit (notes, a list of links): the longest of the text, so that there is a digest at all."""
    kinds = ({"paragraph", "item", "quote"}, {"title", "heading", "cell", "code"})
    for wanted in kinds:
        numbers = [n for n, s in enumerate(document.sentences) if document.blocks[s.block].kind in wanted]
        if numbers:
            return [(max(numbers, key=lambda n: (len(document.sentence_text(n)), -n)),)]
    return []
