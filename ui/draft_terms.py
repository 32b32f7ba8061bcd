"""Terms that an article suggests and the reader's own: accepted, forgotten, and the draft checked against them anew."""

from summarizer import (
    Entry,
    Lang,
    Project,
    Proposal,
    Term,
    UsageError,
    add_terms,
    check_project,
    proposed_terms,
)
from ui import draft_glossary
from ui.draft_data import Data, state
from ui.draft_room import Room

_SHOWN = 60  # proposals, the most frequent first: more than anybody looks through
_RENDERINGS = 4


def terms(room: Room, request: Data) -> Data:
    """What the article suggests, without what some glossary has already, and what the reader accepted."""
    with room.open(request) as project:
        found = proposed_terms(project, draft_glossary.holding(project))
        lang = project.document.lang
        given = draft_glossary.given(project.path)
    own = [_own(term, lang) for term in draft_glossary.terms(room.folder)]
    return {"proposed": [_proposal(one) for one in found[:_SHOWN]], "own": own, "given": len(given)}


def accept(room: Room, request: Data) -> Data:
    """Take terms (source to rendering) into the reader's own. Raises `UsageError` where one contradicts another."""
    given = {str(source): str(rendering) for source, rendering in dict(request.get("terms") or {}).items()}
    with room.open(request) as project:
        lang = project.document.lang
        entries = [Entry.of(own, other, lang) for own, other in given.items()]
        add_terms(draft_glossary.own(room.folder), entries, lang)
        return _checked(room, project)


def forget(room: Room, request: Data) -> Data:
    """Take a term out of the reader's own, or (`given`) the glossary that was given for this draft away from it."""
    if request.get("given"):
        draft_glossary.forget(room.path(request))
    else:
        en, ru = (tuple(map(str, request.get(lang) or ())) for lang in ("en", "ru"))
        if not draft_glossary.remove(room.folder, en, ru):
            raise UsageError("there is no such term any more", "look at the list again")
    with room.open(request) as project:
        return _checked(room, project)


def _checked(room: Room, project: Project) -> Data:
    """All segments, held against the terms as they are now, and how many miss one."""
    check_project(room.pipeline, project, draft_glossary.holding(project))
    missed = {finding.passage for finding in project.findings() if finding.check == "glossary"}
    return state(project, project.segments(), project.clock) | {"missed": len(missed)}


def _proposal(one: Proposal) -> Data:
    shown = [{"text": r.text, "count": len(r.passages)} for r in one.renderings[:_RENDERINGS]]
    return {"text": one.text, "kind": one.kind, "count": len(one.places), "renderings": shown}


def _own(term: Term, lang: Lang) -> Data:
    source, target = (term.ru, term.en) if lang == "ru" else (term.en, term.ru)
    return {"source": source, "target": target, "en": term.en, "ru": term.ru}
