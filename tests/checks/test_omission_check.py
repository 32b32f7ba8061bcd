"""A clause that no word of the draft came from is found; a whole draft is not marked."""

from summarizer import language
from summarizer.checks import omission
from summarizer.document import Piece
from summarizer.job import Job, Passage, Result, Tie

SOURCE = "Суд признал его виновным и приговорил к трём годам лишения свободы в колонии общего режима."
WHOLE = "The court found him guilty and sentenced him to three years in a general regime colony."


def _findings(draft, words):
    """The draft with its words tied, in order, to these words of the source."""
    document = language.lay_out([Piece("paragraph", SOURCE)], lang="ru")
    spans, at = [], 0
    for word in SOURCE.split():
        at = SOURCE.index(word, at)
        spans.append((at, at + len(word)))
        at += len(word)
    ties = tuple(Tie(*spans[n], 0, 3) for n in words)
    passage = Passage(draft, (0,), 0, origin="model", ties=ties)
    return list(omission.check(Result(job=Job(to="en"), document=document, passages=(passage,))))


def test_a_draft_that_leaves_out_a_clause_is_marked_with_the_clause():
    (finding,) = _findings("The court found him guilty.", range(4))
    start, stop = finding.source
    assert SOURCE[start:stop] == "и приговорил к трём годам лишения свободы в колонии общего режима."
    assert finding.severity == "warning"


def test_a_whole_draft_is_not_marked():
    assert _findings(WHOLE, range(len(SOURCE.split()))) == []


def test_without_ties_nothing_is_said():
    assert _findings("The court.", ()) == []
