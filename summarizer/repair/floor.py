"""How sure one can be of a draft; rather the source's own sentence than a draft that is likely to be bad."""

from collections.abc import Sequence
from dataclasses import replace

from summarizer.document import Document, Lang, other_lang
from summarizer.engine.model import Model
from summarizer.job import Job, Passage
from summarizer.repair.confidence import confidence, is_measured
from summarizer.repair.likelihoods import likelihoods


def judged(passages: Sequence[Passage], document: Document, job: Job, model: Model) -> list[Passage]:
    """The passages in order, each draft with its confidence; under the job's floor the source's sentence stands.

    The draft that was not good enough is the first of the alternatives then.
    """
    to = job.to or other_lang(document.lang)
    if not is_measured(model.signature, to):
        return list(passages)
    found = []
    for passage in _scored(passages, document, to, model):
        source = document.sentence_text(passage.sentences[0])
        sure = None
        if passage.origin == "model":
            sure = confidence(model.signature, to, source, passage.text, passage.score)
        known = replace(passage, confidence=sure) if sure is not None else passage
        found.append(_left(known, source) if sure is not None and sure < job.floor else known)
    return found


def _scored(passages: Sequence[Passage], document: Document, to: Lang, model: Model) -> list[Passage]:
    """Drafts of a second try have no score yet: the model is asked for it, where it can tell."""
    scored = list(passages)
    unknown = [n for n, passage in enumerate(passages) if passage.origin == "model" and passage.score is None]
    if unknown:
        pairs = [(document.sentence_text(passages[n].sentences[0]), passages[n].text) for n in unknown]
        scores = likelihoods(model, pairs, to)
        for n, score in zip(unknown, scores or (), strict=False):
            scored[n] = replace(passages[n], score=score)
    return scored


def _left(passage: Passage, source: str) -> Passage:
    others = (passage.text, *passage.alternatives)
    return replace(passage, text=source, origin="source", alternatives=others, ties=(), cut=False)
