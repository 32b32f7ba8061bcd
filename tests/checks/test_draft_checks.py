"""Length, loops and coverage of a draft."""

from dataclasses import replace

from cases import DRAFT

from summarizer.checks import coverage, length, repetition
from summarizer.document import Block, Document, Sentence
from summarizer.job import Finding, Job, Passage, Result

SOURCE = "The bridge over the river has been closed since Monday morning."


def draft(*passages, source=SOURCE, kind="paragraph", lang="en"):
    document = Document(
        text=source,
        lang="en",
        blocks=(Block(kind, 0, len(source), 0, lang),),
        sentences=(Sentence(0, len(source), 0),),
    )
    return Result(job=Job(to="ru"), document=document, passages=passages)


def passage(text, **more):
    return Passage(text, (0,), 0, origin=more.pop("origin", "model"), **more)


def test_a_sound_draft_has_no_findings_of_length_or_loops():
    assert list(length.check(DRAFT)) == []
    assert list(repetition.check(DRAFT)) == []


def test_an_empty_passage_is_an_error():
    assert list(length.check(draft(passage(" ")))) == [
        Finding("length", "the draft of this sentence is empty", 0, "error", (0, 63))
    ]


def test_a_cut_passage_is_an_error():
    (finding,) = length.check(draft(passage("Мост через реку закрыт с утра", cut=True)))
    assert (finding.message, finding.severity) == ("the model stopped at its limit: the draft is not whole", "error")


def test_a_passage_far_shorter_or_longer_than_its_source_is_a_warning():
    (short,) = length.check(draft(passage("Мост закрыт.")))
    assert short.message == "the draft is much shorter than its source (12 characters for 63)"
    (long,) = length.check(draft(passage("Мост закрыт. " * 12)))
    assert (long.message, long.severity) == (
        "the draft is much longer than its source (156 characters for 63)",
        "warning",
    )


def test_a_short_sentence_may_differ_more_in_length():
    assert list(length.check(draft(passage("Сработает?"), source="Do you think it will work?"))) == []
    (finding,) = length.check(draft(passage("Да."), source="Do you think it will work?"))
    assert finding.message == "the draft is much shorter than its source (3 characters for 26)"


def test_words_said_again_and_again_are_a_loop_with_its_place():
    assert list(repetition.check(draft(passage("Мост закрыт с утра, закрыт с утра, закрыт с утра.")))) == [
        Finding(
            "repetition",
            "the draft repeats itself: “закрыт с утра, закрыт с утра, закрыт с утра”",
            0,
            "warning",
            target=(5, 48),
        )
    ]


def test_a_loop_of_the_source_and_a_word_said_twice_are_none():
    assert list(repetition.check(draft(passage("Да, да, да, да."), source="Yes, yes, yes, yes."))) == []
    assert list(repetition.check(draft(passage("Это очень, очень старый мост.")))) == []


def test_coverage_says_that_all_was_translated():
    assert list(coverage.check(DRAFT)) == [Finding("coverage", "6 of 6 sentences translated", None, "note")]


def test_coverage_says_what_was_left_and_why():
    cases = [
        ({"kind": "code"}, "code"),
        ({"source": "* * *"}, "without letters"),
        ({"source": "https://example.org"}, "only addresses or placeholders"),
        ({"lang": "ru"}, "already in the target language"),
    ]
    for source, reason in cases:
        (finding,) = coverage.check(draft(passage(source.get("source", SOURCE), origin="source"), **source))
        assert finding.message == f"0 of 1 sentences translated; left as they were: 1 {reason}"


def test_a_sentence_in_no_passage_or_in_two_is_an_error():
    (finding,) = coverage.check(replace(DRAFT, passages=(*DRAFT.passages[1:], DRAFT.passages[1])))
    assert (finding.severity, finding.message) == (
        "error",
        "5 of 6 sentences translated; 1 in no passage, 1 in more than one",
    )
