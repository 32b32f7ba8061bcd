"""The Terms panel: what the article suggests, what the reader accepts and forgets, and how the draft is marked."""

import pytest
from desks import ask, begun, edited

from summarizer import Project

TEXT = "The Rivertown Council met on Friday. The Rivertown Council has nine members. Nobody was hurt."


@pytest.fixture
def name(desk):
    name = begun(desk, text=TEXT)
    edited(desk, name, 0, "Совет Ривертауна собрался в пятницу.")
    edited(desk, name, 1, "В городском совете девять членов.")
    return name


def accept(desk, name, terms):
    return ask(desk, "accept", project=name, terms=terms)


def marked(answer):
    return [one["number"] for one in answer["segments"] if "glossary" in {f["check"] for f in one["findings"]}]


def test_terms_that_the_article_says_more_than_once_are_suggested_with_their_count(desk, name):
    answer = ask(desk, "terms", project=name)
    assert [(one["text"], one["count"]) for one in answer["proposed"]] == [("Rivertown Council", 2)]
    assert answer["own"] == []


def test_an_accepted_term_marks_what_misses_it_and_is_not_suggested_again(desk, name):
    answer = accept(desk, name, {"Rivertown Council": "Совет Ривертауна"})
    assert (answer["missed"], marked(answer)) == (1, [1])
    after = ask(desk, "terms", project=name)
    assert (after["proposed"], after["own"][0]["source"], after["own"][0]["target"]) == (
        [], ("Rivertown Council",), ("Совет Ривертауна",),
    )  # fmt: skip
    assert edited(desk, name, 1, "В Совете Ривертауна девять членов.")["segments"][0]["findings"] == []


def test_a_term_holds_for_every_draft_until_it_is_forgotten(desk, name):
    accept(desk, name, {"Rivertown Council": "Совет Ривертауна", "nine members": "девятка"})
    (own, _) = ask(desk, "terms", project=begun(desk, text="Other words."))["own"]
    answer = ask(desk, "forget", project=name, en=own["en"], ru=own["ru"])
    assert (marked(answer), len(ask(desk, "terms", project=name)["own"])) == ([1], 1)
    last = ask(desk, "terms", project=name)["own"][0]
    assert marked(ask(desk, "forget", project=name, en=last["en"], ru=last["ru"])) == []
    assert "no such term" in ask(desk, "forget", project=name, en=last["en"], ru=last["ru"])["error"]


def test_the_terms_of_a_file_and_the_reader_s_own_hold_together(desk, name):
    data = "ZW4scnUKRnJpZGF5LNC/0Y/RgtC90LjRhtCwCg=="  # en,ru / Friday,пятница
    ask(desk, "bring", project=name, name="a.csv", data=data)
    assert marked(accept(desk, name, {"nine members": "девятка"})) == [1]
    assert marked(edited(desk, name, 0, "Совет собрался.")) == [0]
    assert ask(desk, "terms", project=name)["given"] == 1
    assert marked(ask(desk, "forget", project=name, given=True)) == [1]
    assert ask(desk, "terms", project=name)["given"] == 0


@pytest.mark.parametrize("terms", [{"Council": "Дума"}, {"": "x"}, {"a|b": "x"}])
def test_a_term_that_contradicts_another_or_is_none_is_refused(desk, name, terms):
    accept(desk, name, {"Council": "Совет"})
    assert accept(desk, name, terms)["error"]
    assert len(ask(desk, "terms", project=name)["own"]) == 1


def test_each_reader_of_a_shared_page_has_terms_of_their_own(draft_pipeline, tmp_path):
    from ui.drafting import Desk
    from ui.turns import Turns

    desk = Desk(draft_pipeline, tmp_path, Turns(), shared=True)
    names = {user: desk.answer({"deed": "new", "text": TEXT}, user)["project"] for user in ("anna", "boris")}
    desk.answer({"deed": "accept", "project": names["anna"], "terms": {"Council": "Совет"}}, "anna")
    owns = [desk.answer({"deed": "terms", "project": names[user]}, user)["own"] for user in ("anna", "boris")]
    assert [len(own) for own in owns] == [1, 0]


def test_where_a_glossary_is_gone_what_was_typed_is_stored_and_the_reader_is_told(desk, name, tmp_path):
    with Project.open(tmp_path / "projects" / f"{name}.svodka") as project:
        project.hold(tmp_path / "gone.csv")
    answer = edited(desk, name, 2, "Никто не ранен.")
    assert (answer["segments"][0]["text"], "gone.csv cannot be read" in answer["warned"]) == ("Никто не ранен.", True)
