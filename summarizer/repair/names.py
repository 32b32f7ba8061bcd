"""Names in an English draft written as the world writes them, and one name one way through an article.

A small model spells a name by ear ("Rafferti" for «Рафферти»). The word's tie says which name of the source it is;
where the gazetteer knows that name and the draft's word is a misspelling of it, the gazetteer's form takes its place.
English names have no cases, so no grammar can break; into Russian nothing is changed. An abbreviation that no
table knows is written letter by letter.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from summarizer.document import Document
from summarizer.facts import across, facts, romanised
from summarizer.facts.names import is_english, renderings
from summarizer.job import Finding, Passage, Tie
from summarizer.ranking.stems import stem

_CORE = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_MOST_FORMS = 3  # of a name: with more, none is the one
# Read by hand on the first 600 lines of newstest2018 (Russian to English, 28 November 2026): of 31 words at least 0.7
# alike to the gazetteer's form, 4 were not misspellings of it (Ross for "Rossiya", 0.73; Tam for "Tamße", 0.75; Djoko
# for "Joko"; Gobat for "Gobai"); from 0.76 on, the first two go, and Yakobus with them.
_ALIKE = 0.76


class NameBook:
    """The names of one article, as they were first written."""

    def __init__(self) -> None:
        self._written: dict[str, str] = {}

    def mend(self, passage: Passage, document: Document) -> tuple[Passage, list[str]]:
        """The passage with its names put right, and what was changed, in words."""
        if passage.origin != "model" or len(passage.sentences) != 1:
            return passage, []
        said = []
        for start, stop, name, form in sorted(self._changes(passage, document), reverse=True):
            said.append(f"“{passage.text[start:stop]}” was written “{form}”, the name “{name}” of the source")
            passage = _replaced(passage, start, stop, form)
        return passage, said[::-1]

    def _changes(self, passage: Passage, document: Document) -> Iterator[tuple[int, int, str, str]]:
        sentence = document.sentences[passage.sentences[0]]
        text = document.text[sentence.start : sentence.stop]
        taken: set[int] = set()
        for fact in facts("names").find(text, "ru"):
            known = fact.kind in {"name", "abbreviation"}
            word = _word_of(passage, sentence.start + fact.start) if known else None
            if word is None or word[0] in taken:
                continue
            form = (self._form if fact.kind == "name" else _short_form)(fact.text, passage.text[slice(*word)])
            if form and form != passage.text[slice(*word)]:
                taken.add(word[0])
                yield *word, fact.text, form

    def _form(self, name: str, written: str) -> str | None:
        """How the name is to be written, None where the draft's word is good or is another word."""
        known = renderings(name)
        if not known or len(known) > _MOST_FORMS or not written[:1].isupper():
            return None
        if written.lower() in known or is_english(written):
            return None
        usual = self._written.get(known[0])
        best = usual or max(known, key=lambda form: _likeness(form, written))
        if _likeness(best, written) < _ALIKE:
            return None
        self._written[known[0]] = best
        return _capitalised(best)


def _short_form(name: str, written: str) -> str | None:
    """An abbreviation that nobody knows in English, letter by letter («ЦКАД», TsKAD): a small model makes up others.

    Read by hand on the first 1,500 lines of newstest2018 (svodka-ruen 3, 28 November 2026): of 47 such words 13 were
    written otherwise, all of them made up ("APB" for «АТБ»).
    """
    if renderings(name) or across(stem(name.lower()), "ru") or sum(letter.isupper() for letter in written) < 2:
        return None
    return romanised(name)


def _word_of(passage: Passage, place: int) -> tuple[int, int] | None:
    """The draft's word whose first tie is to the source's word at this place."""
    firsts: dict[int, Tie] = {}
    for tie in passage.ties:
        firsts.setdefault(tie.target_start, tie)
    own = [tie for tie in firsts.values() if tie.start <= place < tie.stop]
    if not own:
        return None
    tie = max(own, key=lambda one: one.weight)
    core = _CORE.search(passage.text, tie.target_start, tie.target_stop)
    return core.span() if core else None


def _replaced(passage: Passage, start: int, stop: int, form: str) -> Passage:
    """The passage with other letters in one place; ties behind it move along."""
    by = len(form) - (stop - start)
    return replace(
        passage, text=passage.text[:start] + form + passage.text[stop:], ties=_moved(passage.ties, start, by)
    )


def _moved(ties: Sequence[Tie], start: int, by: int) -> tuple[Tie, ...]:
    return tuple(
        tie._replace(
            target_start=tie.target_start + (by if tie.target_start > start else 0),
            target_stop=tie.target_stop + (by if tie.target_stop > start else 0),
        )
        for tie in ties
    )


def _likeness(form: str, written: str) -> float:
    return SequenceMatcher(None, form, written.lower()).ratio()


def _capitalised(form: str) -> str:
    """`mcnulty` as McNulty, `saint-denis` as Saint-Denis."""
    parts = [part[:1].upper() + part[1:] for part in form.split("-")]
    return re.sub(r"\bMc([a-z])", lambda found: "Mc" + found[1].upper(), "-".join(parts))


def findings(said: Sequence[str], index: int | None) -> Iterator[Finding]:
    """A note for every name that was changed."""
    for message in said:
        yield Finding("names", message, index, "note")
