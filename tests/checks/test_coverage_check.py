"""What the coverage note counts, and what it says of sentences that were left for want of confidence."""

from dataclasses import replace

from cases import DRAFT

from summarizer.checks import coverage
from summarizer.job import Finding, Passage


def findings(*passages, floor=0.0):
    job = replace(DRAFT.job, floor=floor)
    return list(coverage.check(replace(DRAFT, job=job, passages=(*passages, *DRAFT.passages[len(passages) :]))))


def left(confidence=0.21, **more):
    text = DRAFT.document.sentence_text(0)
    return Passage(text, (0,), DRAFT.passages[0].block, origin="source", confidence=confidence, **more)


def test_a_sentence_under_the_floor_is_marked_and_counted():
    sentence = DRAFT.document.sentences[0]
    found, note = findings(left(), floor=0.3)
    assert found == Finding(
        "coverage",
        "left in its own language: its draft had a confidence of 0.21, under the floor of 0.3",
        0,
        "warning",
        (sentence.start, sentence.stop),
        (0, sentence.stop - sentence.start),
    )
    total = len(DRAFT.document.sentences)
    assert (
        f"{total - 1} of {total} sentences translated; left as they were: 1 under the confidence floor" in note.message
    )


def test_a_sentence_that_a_person_approved_as_it_stands_is_counted_but_not_marked():
    (note,) = findings(left(approved=True), floor=0.3)
    assert "1 under the confidence floor" in note.message


def test_a_floor_that_cannot_be_held_is_said():
    (note,) = findings(replace(DRAFT.passages[0], origin="model", confidence=None), floor=0.3)
    assert "the floor of 0.3 is not held there" in note.message


def test_without_a_floor_nothing_is_said_of_confidence():
    (note,) = findings(replace(DRAFT.passages[0], origin="model", confidence=None))
    assert "confidence" not in note.message
