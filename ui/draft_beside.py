"""What stands beside the segment at hand: what the memory has for it, and its terms."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from summarizer import Match, Project, Segment, TermUse, around, pair, press_glossary, read_glossary, term_uses
from ui import draft_glossary
from ui.draft_data import Data
from ui.draft_room import Room

_PARTS = re.compile(r"\w+(?:[-'’]\w+)*|\s+|[^\w\s]")


def beside(room: Room, request: Data) -> Data:
    """The matches of a segment, best first, and its terms in the order of the sentence."""
    with room.open(request) as project:
        segment = project.segment(int(request["number"]))
        answer: Data = {"terms": [*_terms(project, segment)]}
        if not request.get("only_terms"):
            with room.memory() as memory:
                found = memory.search(pair(project), segment.source, around(project, segment.number))
            answer["matches"] = [_match(match, segment.source) for match in found]
    return answer


def _match(match: Match, source: str) -> Data:
    return match._asdict() | {"difference": [*difference(match.source, source)]}


def difference(there: str, here: str) -> Iterator[tuple[str, str]]:
    """Both texts in one, word by word: "same", "gone" (the first alone has it), "new" (the second alone has it)."""
    old, new = _PARTS.findall(there), _PARTS.findall(here)
    for what, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if what == "equal":
            yield "same", "".join(old[a:b])
            continue
        if b > a:
            yield "gone", "".join(old[a:b])
        if d > c:
            yield "new", "".join(new[c:d])


def _terms(project: Project, segment: Segment) -> Iterator[Data]:
    """The draft's own terms; those of the press glossary where none of them stands."""
    path = draft_glossary.holding(project)
    languages = pair(project)
    own = [*term_uses(read_glossary(path), segment, languages)] if path else []
    press = [use for use in term_uses(press_glossary(), segment, languages) if not any(_meet(use, o) for o in own)]
    for use in sorted([*own, *press], key=lambda use: use.start):
        yield use._asdict() | {"own": use in own}


def _meet(one: TermUse, other: TermUse) -> bool:
    return one.start < other.stop and other.start < one.stop
