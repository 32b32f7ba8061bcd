"""Bold, italic and links go where their words went."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import language
from summarizer.document import Mark, Piece
from summarizer.inline import carry, guessed, runs
from summarizer.job import Job, Passage, Result, Tie

SOURCE = "The World Bank said so."
DRAFT = "Так заявил Всемирный банк."
TIES = (Tie(19, 22, 0, 3), Tie(15, 19, 4, 10), Tie(4, 9, 11, 20), Tie(10, 14, 21, 26))


@pytest.mark.parametrize(
    ("marked", "source", "draft", "ties", "expected", "sure"),
    [
        ("World Bank", SOURCE, DRAFT, TIES, "Всемирный банк", True),
        ("Bank", SOURCE, DRAFT, TIES, "банк", True),
        ("said so", SOURCE, DRAFT, TIES, "Так заявил", True),
        (SOURCE, SOURCE, DRAFT, TIES, DRAFT, True),
        ("Nature", "Journal Nature wrote.", "Журнал Nature написал.", (), "Nature", True),
        ("2018", "In 2018 he left.", "Он ушёл в 2018 году.", (), "2018", True),
        ("World Bank", SOURCE, DRAFT, (), "заявил Всемирный", False),
    ],
)
def test_a_marked_run_goes_where_its_words_went(marked, source, draft, ties, expected, sure):
    at = source.index(marked)
    (place,) = carry([(at, at + len(marked))], source, draft, ties)
    assert (draft[place.start : place.stop], place.sure) == (expected, sure)


def _translated(text, marks, draft, ties=()):
    document = language.lay_out([Piece("paragraph", text, marks=marks)], lang="en")
    passage = Passage(draft, (0,), 0, origin="model", ties=ties)
    return document, passage


def test_runs_carry_nested_marks_and_lose_no_text():
    marks = (Mark(4, 14, "link", "https://example.org"), Mark(10, 14, "bold"))
    document, passage = _translated(SOURCE, marks, DRAFT, TIES)
    found = [(run.text, [mark.kind for mark in run.marks]) for run in runs(document, passage)]
    assert found == [("Так заявил ", []), ("Всемирный ", ["link"]), ("банк", ["link", "bold"]), (".", [])]


def test_a_mark_that_only_its_place_decided_is_counted():
    document, passage = _translated(SOURCE, (Mark(4, 14, "bold"),), DRAFT)
    result = Result(job=Job(to="ru"), document=document, passages=(passage,))
    assert guessed(result) == 1


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=60), st.data())
def test_every_span_gets_a_place_inside_the_draft(draft, data):
    start = data.draw(st.integers(0, len(SOURCE) - 1))
    stop = data.draw(st.integers(start + 1, len(SOURCE)))
    (place,) = carry([(start, stop)], SOURCE, draft, ())
    assert 0 <= place.start <= place.stop <= len(draft)
