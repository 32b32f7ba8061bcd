"""A translation laid beside its source."""

from summarizer.document import Piece
from summarizer.evidence import align
from summarizer.language import lay_out

ENGLISH = [
    "The council met on Monday.",
    "It closed the old bridge.",
    "A ferry will carry 300 people.",
    "Taxes will rise.",
]
RUSSIAN = [
    "Совет собрался в понедельник.",
    "Он закрыл старый мост.",
    "Паром перевезёт 300 человек.",
    "Налоги вырастут.",
]


def beads(source, draft):
    documents = (lay_out([Piece("paragraph", s) for s in side], lang=x) for side, x in ((source, "en"), (draft, "ru")))
    return [tuple(bead) for bead in align(*documents)]


def test_sentences_in_order_stand_for_each_other():
    assert beads(ENGLISH, RUSSIAN) == [((0,), (0,)), ((1,), (1,)), ((2,), (2,)), ((3,), (3,))]


def test_two_sentences_made_one_are_one_bead():
    joined = ["Совет собрался в понедельник и закрыл старый мост.", *RUSSIAN[2:]]
    assert beads(ENGLISH, joined) == [((0, 1), (0,)), ((2,), (1,)), ((3,), (2,))]
