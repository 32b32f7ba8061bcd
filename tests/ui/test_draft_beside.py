"""What stands beside a segment: matches with their difference, terms; the same sentence elsewhere."""

import base64

import pytest
from desks import ask, begun, edited, segment, segments, texts

from ui.draft_beside import difference

TERMS = "en,ru,forbidden_ru\nbridge,мост,мостик\n"


def given(desk, name, text=TERMS, file="terms.csv"):
    return ask(desk, "bring", project=name, name=file, data=base64.b64encode(text.encode()).decode())


@pytest.mark.parametrize(
    ("there", "here", "parts"),
    [
        ("It is old.", "It is old.", [("same", "It is old.")]),
        ("It is old.", "It is new.", [("same", "It is "), ("gone", "old"), ("new", "new"), ("same", ".")]),
        ("It is very old.", "It is old.", [("same", "It is "), ("gone", "very "), ("same", "old.")]),
        ("", "It.", [("new", "It.")]),
    ],
)
def test_the_difference_of_two_sentences_is_told_word_by_word(there, here, parts):
    assert [*difference(there, here)] == parts


def test_a_match_of_the_memory_comes_with_its_score_and_what_differs(desk):
    name = begun(desk, text="The old bridge over the river was opened on Monday.")
    edited(desk, name, 0, "Старый мост через реку открыли в понедельник.", state="approved")
    other = begun(desk, text="The new bridge over the river was opened on Monday.")
    (match,) = ask(desk, "beside", project=other, number=0)["matches"]
    assert (match["score"], match["target"]) == (90, "Старый мост через реку открыли в понедельник.")
    assert match["difference"][1:3] == [("gone", "old"), ("new", "new")]


def test_terms_of_the_draft_s_own_glossary_go_before_those_of_the_press(desk):
    name = begun(desk, text="The World Bank pays for the bridge.")
    edited(desk, name, 0, "За этот мостик платит Всемирный банк.")
    assert given(desk, name)["glossary"] == 1
    terms = ask(desk, "beside", project=name, number=0)["terms"]
    assert [(t["source"], t["forms"][0], t["state"], t["own"]) for t in terms] == [
        ("World Bank", "Всемирный банк", "met", False),
        ("bridge", "мост", "forbidden", True),
    ]


def test_a_glossary_that_is_given_marks_the_segments_that_miss_its_terms(desk):
    name = begun(desk, text="The bridge is open. It is old.")
    edited(desk, name, 0, "Переправа открыта.")
    answer = given(desk, name)
    assert [{f["check"] for f in one["findings"]} for one in answer["segments"]] == [{"glossary"}, set()]
    assert edited(desk, name, 0, "Мост открыт.")["segments"][0]["findings"] == []


@pytest.mark.parametrize(
    ("text", "file", "message"),
    [
        ("bridge", "terms.csv", "terms.csv, line 1: it has one column"),
        ("", "terms.tsv", "the glossary terms.tsv holds no terms"),
        ("<tbx", "terms.tbx", "terms.tbx, line 1"),
    ],
)
def test_a_glossary_that_cannot_be_read_is_refused_and_the_old_one_stays(desk, text, file, message):
    name = begun(desk, text="The bridge is open.")
    given(desk, name)
    assert given(desk, name, text, file)["error"].startswith(message)
    assert [t["own"] for t in ask(desk, "beside", project=name, number=0)["terms"]] == [True]


def test_a_correction_goes_where_the_same_sentence_stands_and_one_undo_takes_it_back(desk):
    name = begun(desk, text="It is open. It is old. It is open.\n\nIt is open.")
    edited(desk, name, 0, "Он открыт.", state="approved")
    before = texts(desk, name)
    versions = {number: segment(desk, name, number)["version"] for number in (2, 3)}
    answer = ask(desk, "repeat", project=name, number=0, versions=versions)
    assert (answer["repeated"], answer["progress"]["approved"]) == (2, 3)
    assert [one["text"] for one in segments(desk, name)][2:] == ["Он открыт.", "Он открыт."]
    ask(desk, "undo", project=name)
    assert texts(desk, name) == before


def test_a_correction_never_goes_to_another_sentence_or_over_an_unseen_change(desk):
    name = begun(desk, text="It is open. It is old. It is open.")
    edited(desk, name, 0, "Он открыт.")
    version = segment(desk, name, 2)["version"]
    assert "another sentence" in ask(desk, "repeat", project=name, number=0, versions={1: 0})["error"]
    edited(desk, name, 2, "Открыто.", state="approved")
    answer = ask(desk, "repeat", project=name, number=0, versions={2: version})
    assert answer == {"conflict": {"number": 2, "yours": "Он открыт.", "theirs": "Открыто."}}
