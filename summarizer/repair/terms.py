"""Terms of the glossary that a draft lacks, put where their words went: the model goes on from there.

The draft up to the word that the term became stands as a prefix, the term after it in every case that it can have (in
English as it stands), and the model writes the rest of each; the likeliest whole sentence is taken. What
has no tie, or holds something that the model may not touch, is left as it was, and the check marks it.

The score stays that of the draft without the term. The model finds its sentence less likely with a word that it would
not have chosen, but it is no worse: of 65 such drafts of newstest2018, ru-en, 88% reach the chrF2 of 40 that a
confidence is the chance of; told from their own likelihood it is 0.63 in the mean, from that of the draft before 0.80
(svodka-ruen 3, 28 November 2026).
"""

from collections.abc import Iterator, Sequence

from summarizer import glossary, placeholders
from summarizer.checks.glossary import stands
from summarizer.document import Document, Lang, other_lang
from summarizer.engine.model import Model, Prompt
from summarizer.glossary.lemmas import inflected
from summarizer.job import Job, Passage
from summarizer.normalization import normalized
from summarizer.repair.likelihoods import likelihoods
from summarizer.repair.prefixes import begun, where, written_on

_FORMS = 2  # accepted renderings that are tried, the preferred first


def candidates(passage: Passage, document: Document, job: Job, model: Model) -> list[Passage]:
    """Drafts with the first missing term of the passage in them, the likeliest first; none where none can be made."""
    sentence = document.sentences[passage.sentences[0]]
    source = document.text[sentence.start : sentence.stop]
    to = job.to or document.lang
    if job.glossary is None or placeholders.in_sentence(document, passage.sentences[0]):
        return []
    for hit in glossary.read(job.glossary).find(source, document.blocks[sentence.block].lang):
        if hit.term.kept or stands(hit, source[hit.start : hit.stop], passage.text, to):
            continue
        at = where(passage, sentence.start + hit.start, sentence.start + hit.stop)
        if at is not None:
            starts = [begun(passage.text[:at], form) for form in _forms(hit.term.forms(to)[:_FORMS], to)]
            return _written(passage, source, starts, job, model)
    return []


def _forms(forms: Sequence[str], to: Lang) -> Iterator[str]:
    for form in forms:
        if to == "ru":
            yield from inflected(form)
        else:
            yield form


def _written(passage: Passage, source: str, starts: Sequence[str], job: Job, model: Model) -> list[Passage]:
    prompt = normalized(source, other_lang(job.to or "en"))
    completions = model.complete([Prompt(prompt, to=job.to, prefix=start) for start in starts])
    texts = dict.fromkeys(completion.text for completion in completions if not completion.cut)
    ranked = _ranked(prompt, list(texts), job, model)
    return [written_on(passage, text, source, job.to or "en") for text in ranked]


def _ranked(prompt: str, texts: list[str], job: Job, model: Model) -> list[str]:
    """The likeliest first, where the model can tell."""
    scores = likelihoods(model, [(prompt, text) for text in texts], job.to or "en")
    if scores is None:
        return texts
    return [text for _, text in sorted(zip(scores, texts, strict=True), reverse=True)]
