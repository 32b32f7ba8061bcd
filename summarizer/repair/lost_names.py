"""Names that a draft lost, put where their words went: the model goes on from there.

A small model writes something else for a name it does not know ("Paniai" became «пехоты»). The draft up to that place
and the name, in the case that the model finds likeliest, stand as a prefix, and it writes the rest. The name is the
gazetteer's, else what the model makes of the name alone. The new draft is taken where the checks find less wrong with
it and the source can be told from it about as well as before.

First 800 lines of newstest2018 both ways, svodka-ruen 3 (28 November 2026): of 49 lost names 14 are put back, and 16
drafts change; read by hand 10 are better, 4 as good or bad as before, 2 worse. It costs 3 to 5% of the processor time.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from summarizer import placeholders
from summarizer.checks import names
from summarizer.document import Document, Lang, other_lang
from summarizer.engine.model import Model, Prompt
from summarizer.facts.names import written_across
from summarizer.glossary.lemmas import inflected
from summarizer.job import Job, Passage, Result
from summarizer.normalization import normalized
from summarizer.repair.likelihoods import both_ways, likelihoods
from summarizer.repair.prefixes import begun, where, written_on

_FORMS = 2  # of the gazetteer's that are tried
# by how much less the new draft may fit, there and back (likelihoods.both_ways). On those lines the checks find 8 more
# drafts better that fall further: 4 lost something else for the name, in 3 it stands in a wrong case, 1 is good
_FALL = 0.19


@dataclass(slots=True)
class _Lost:
    """A name that the draft of passage `n` lost, and the draft up to where it should stand."""

    n: int
    name: str
    before: str
    prompt: str


def restored(passages: Sequence[Passage], document: Document, job: Job, model: Model) -> list[Passage]:
    """The passages, in order; new ones without ties where a lost name could be put back."""
    lost = [found for n, passage in enumerate(passages) if (found := _lost(n, passage, document, job))]
    to: Lang = job.to or other_lang(document.lang)
    drafts = list(passages)
    if not lost or not hasattr(model, "likelihood"):
        return drafts
    starts = _likeliest(lost, _forms(lost, to, model), to, model)
    written = model.complete([Prompt(one.prompt, to=to, prefix=start) for one, start in zip(lost, starts, strict=True)])
    for one, start, completion in zip(lost, starts, written, strict=True):
        if completion.text.startswith(start) and not completion.cut:
            source = document.sentence_text(passages[one.n].sentences[0])
            drafts[one.n] = written_on(passages[one.n], completion.text, source, to)
    return drafts


def fits(pairs: Sequence[tuple[Passage, Passage]], document: Document, job: Job, model: Model) -> list[bool]:
    """Of each old and new draft: whether the source can be told from the new one about as well."""
    sources = [document.sentence_text(old.sentences[0]) for old, _ in pairs]
    texts = [(source, one.text) for source, pair in zip(sources, pairs, strict=True) for one in pair]
    rated = both_ways(model, texts, job.to or other_lang(document.lang)) if texts else None
    if rated is None:
        return [False] * len(pairs)
    both = [rating for rating, _ in rated]
    return [new >= old - _FALL for old, new in zip(both[::2], both[1::2], strict=True)]


def _lost(n: int, passage: Passage, document: Document, job: Job) -> _Lost | None:
    """The first name that the passage lost, where its place in the draft is known."""
    if passage.origin != "model" or placeholders.in_sentence(document, passage.sentences[0]):
        return None
    source = document.sentence_text(passage.sentences[0])
    for start, stop in names.lost(Result(job=job, document=document, passages=(passage,)), passage):
        at = where(passage, start, stop)
        # a name from the middle that would begin the draft takes away what stood before it
        if at or (at == 0 and start == document.sentences[passage.sentences[0]].start):
            name = document.text[start:stop].removesuffix("'s").removesuffix("’s")
            return _Lost(n, name, passage.text[:at], normalized(source, document.lang))
    return None


def _forms(lost: Sequence[_Lost], to: Lang, model: Model) -> list[list[str]]:
    """How each name may be written: as the gazetteer does, else as the model writes it alone."""
    known = [list(written_across(one.name))[:_FORMS] for one in lost]
    unknown = [n for n, forms in enumerate(known) if not forms]
    made = model.complete([Prompt(lost[n].name, to=to) for n in unknown]) if unknown else []
    for n, completion in zip(unknown, made, strict=True):
        known[n] = [completion.text.strip(' .«»"“”')]
    return [[form[:1].upper() + form[1:] for form in forms if form] for forms in known]


def _likeliest(lost: Sequence[_Lost], forms: Sequence[Sequence[str]], to: Lang, model: Model) -> list[str]:
    """The beginning of each draft with its name in it, in the case that the model finds likeliest."""
    starts = [
        list(dict.fromkeys(begun(one.before, case) for form in names for case in _cases(form, to))) or [one.before]
        for one, names in zip(lost, forms, strict=True)
    ]
    pairs = [(one.prompt, start) for one, own in zip(lost, starts, strict=True) for start in own]
    scores = iter(likelihoods(model, pairs, to) or [0.0] * len(pairs))
    return [max([(next(scores), start) for start in own], key=lambda row: row[0])[1] for own in starts]


def _cases(form: str, to: Lang) -> tuple[str, ...]:
    return inflected(form) if to == "ru" else (form,)
