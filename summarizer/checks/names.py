"""Names that a passage made up or lost, against the source sentences it came from, then against the whole source."""

from collections.abc import Iterable, Iterator

from summarizer.checks._sides import judged, renders, span, stated, target_lang, written
from summarizer.document import Document, Lang
from summarizer.facts import Fact, facts
from summarizer.facts.names import joined
from summarizer.job import Finding, Passage, Result, Severity

TASKS = ("translate", "digest")

_NAMES = "names"
# across the languages an ordinary word in a name (House, Палата) and an abbreviation are rendered too freely to be
# asked for; within one language they can be
_ASKED = {True: frozenset({"name"}), False: frozenset({"name", "common name", "abbreviation"})}


def check(result: Result) -> Iterator[Finding]:
    """Yield a finding for every name of the draft that the source lacks, and of a translation for every name lost."""
    for index, passage in judged(result):
        yield from _added(result, passage, index)
        if renders(result, passage):
            yield from _lost(result, passage, index)


def _added(result: Result, passage: Passage, index: int) -> Iterator[Finding]:
    document, to = result.document, target_lang(result)
    near = stated(document, passage.sentences, _NAMES)
    draft = written(passage.text, to, _NAMES)
    added = _unanswered(_asked(draft, document, to), near)
    for fact in _unanswered(added, _joined(result, passage)) if added else ():
        others = ", ".join(dict.fromkeys(f.text for f in _unanswered(_asked(near, document, to), draft)))
        severity = _severity_of_added(result, fact, others)
        if severity is None:
            continue
        message = f"“{fact.text}” of the draft is not in the source, which has {others or 'no such name'}"
        yield Finding(_NAMES, message, index, severity, span(document, passage.sentences), (fact.start, fact.stop))


def _joined(result: Result, passage: Passage) -> list[Fact]:
    """Names of the source in several words as one, where the languages differ."""
    if target_lang(result) == result.document.lang:
        return []
    return list(joined(result.document.text[slice(*span(result.document, passage.sentences))]))


def _severity_of_added(result: Result, fact: Fact, instead: str) -> Severity | None:
    """A summary may take a name from elsewhere in the article; a translator into English spells out what Russian leaves
    to the reader (3% of newstest2018's sentences), so there a name counts only where another was lost."""
    if result.job.task == "translate":
        return "warning" if instead or target_lang(result) == "ru" else "note"
    everywhere = stated(result.document, range(len(result.document.sentences)), _NAMES)
    foreign = target_lang(result) == "ru" and fact.text.isascii()
    if foreign or target_lang(result) != result.document.lang:  # among a thousand words one sounds like anything
        everywhere = [other for other in everywhere if other.kind != "word"]
    return None if _answered(fact, everywhere) else "warning"


def lost(result: Result, passage: Passage) -> list[tuple[int, int]]:
    """The places in the document of the names that a translated passage lost."""
    near = stated(result.document, passage.sentences, _NAMES)
    draft = written(passage.text, target_lang(result), _NAMES)
    return [(f.start, f.stop) for f in _unanswered(_asked(near, result.document, target_lang(result)), draft)]


def _lost(result: Result, passage: Passage, index: int) -> Iterator[Finding]:
    """Only notes: a person's translation leaves out one name in twenty sentences or says it in another way."""
    for start, stop in lost(result, passage):
        message = f"the name “{result.document.text[start:stop]}” of the source is missing in the draft"
        yield Finding(_NAMES, message, index, "note", (start, stop), (0, len(passage.text)))


def _asked(found: Iterable[Fact], document: Document, to: Lang) -> list[Fact]:
    kinds = _ASKED[document.lang != to]
    return [fact for fact in found if fact.kind in kinds]


def _unanswered(asked: list[Fact], given: list[Fact]) -> list[Fact]:
    return [fact for fact in asked if not _answered(fact, given)]


def _answered(fact: Fact, given: list[Fact]) -> bool:
    same = facts(_NAMES).same
    return any(same(fact, other) for other in given)
