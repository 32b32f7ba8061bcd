"""Terms of the glossary: those that the source asks for stand in the draft, in any inflection, and none is wrong."""

from collections.abc import Iterator

from summarizer import glossary
from summarizer.glossary import Glossary, Hit, Term
from summarizer.glossary.lookup import place
from summarizer.job import Finding, Passage, Result

TASKS = ("translate",)

_CHECK = "glossary"


def check(result: Result) -> Iterator[Finding]:
    """Yield a warning for every term that is missing and for every forbidden rendering; nothing without a glossary."""
    if result.job.glossary is None:
        return
    terms = glossary.read(result.job.glossary)
    for index, passage in enumerate(result.passages):
        if passage.origin != "source":
            for number in passage.sentences:
                yield from _of_sentence(result, terms, passage, number, index)


def _of_sentence(result: Result, terms: Glossary, passage: Passage, number: int, index: int) -> Iterator[Finding]:
    document, to = result.document, result.job.to or result.document.lang
    sentence = document.sentences[number]
    for hit in terms.find(document.sentence_text(number), document.blocks[sentence.block].lang):
        at = (sentence.start + hit.start, sentence.start + hit.stop)
        source = document.text[slice(*at)]
        if not stands(hit, source, passage.text, to):
            wanted = source if hit.term.kept else " or ".join(f"“{form}”" for form in hit.term.forms(to))
            message = f"“{source}” must be {wanted} by the glossary (line {hit.term.line})"
            yield Finding(_CHECK, message, index, "warning", at, (0, len(passage.text)))
        for form, target in _forbidden(hit.term, passage.text, to):
            message = f"“{passage.text[slice(*target)]}” is a forbidden rendering of “{source}”: “{form}”"
            yield Finding(_CHECK, message, index, "warning", at, target)


def stands(hit: Hit, source: str, draft: str, to: str) -> bool:
    """Whether the draft has what the term asks for."""
    if hit.term.kept:
        return source in draft
    return any(place(form, draft) for form in (hit.term.ru if to == "ru" else hit.term.en))


def _forbidden(term: Term, draft: str, to: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Wrong renderings in the draft that are no part of an accepted one."""
    accepted = [at for form in (term.ru if to == "ru" else term.en) if (at := place(form, draft))]
    for form in term.forbidden_ru if to == "ru" else term.forbidden_en:
        at = place(form, draft)
        if at and not any(start <= at[0] and at[1] <= stop for start, stop in accepted):
            yield form, at
