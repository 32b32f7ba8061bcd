"""Numbers that a draft lost or made up."""

import pytest

from summarizer.checks.numbers import check
from summarizer.document import Block, Document, Sentence
from summarizer.job import Finding, Job, Passage, Result


def draft(source, target, origin="model"):
    document = Document(
        text=source,
        lang="ru",
        blocks=(Block("paragraph", 0, len(source), 0, "ru"),),
        sentences=(Sentence(0, len(source), 0),),
    )
    return Result(job=Job(to="en"), document=document, passages=(Passage(target, (0,), 0, origin=origin),))


SOUND = [
    ("Бюджет вырос на 1,5 млрд рублей.", "The budget grew by 1.5 billion rubles."),
    ("Двадцать третьего мая приехали трое.", "On May 23, three people came."),
    ("Один из них ушёл.", "They were gone."),
    ("Он пришёл в 18:30.", "He came at 6:30 p.m."),
]


@pytest.mark.parametrize(("source", "target"), SOUND)
def test_a_draft_that_keeps_the_numbers_has_no_findings(source, target):
    assert list(check(draft(source, target))) == []


def test_a_changed_figure_is_an_error_on_both_sides_with_both_places():
    assert list(check(draft("Погибли 15 человек.", "Some 16 people died."))) == [
        Finding("numbers", "“15” of the source is missing; the draft has 16", 0, "error", (8, 10), (0, 20)),
        Finding("numbers", "“16” of the draft is not in the source, which has 15", 0, "error", (0, 19), (5, 7)),
    ]


def test_a_lost_number_word_is_a_warning():
    (finding,) = check(draft("Приехали пятнадцать врачей.", "Doctors came."))
    assert (finding.severity, finding.message) == (
        "warning",
        "“пятнадцать” of the source is missing; the draft has no number in its place",
    )


def test_a_passage_taken_from_the_source_word_for_word_is_passed_over():
    assert list(check(draft("Погибли 15 человек.", "Погибли", origin="source"))) == []
