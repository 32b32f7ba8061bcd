"""Search and replace over a draft: what is found, what may be replaced, and that one undo takes it back."""

import pytest
from desks import ask, begun, edited, texts

from ui.draft_search import Wanted


@pytest.mark.parametrize(
    ("wanted", "text", "replaced"),
    [
        (Wanted("мост", "путь"), "Мост и мостик, мост.", "путь и путьик, путь."),
        (Wanted("мост", "путь", case=True), "Мост и мост.", "Мост и путь."),
        (Wanted("мост", "путь", word=True), "Мост и мостик, мост.", "путь и мостик, путь."),
        (Wanted("a.b", r"\1"), "a.b axb", r"\1 axb"),
        (Wanted("  ", " "), "a  b   c", "a b  c"),
        (Wanted("", "путь"), "Мост.", "Мост."),
        (Wanted("🙂", "!"), "а🙂🙂б", "а!!б"),
    ],
)
def test_what_is_searched_is_taken_literally(wanted, text, replaced):
    assert wanted.replaced(text) == replaced


def test_one_place_alone_is_replaced_by_where_it_stands():
    assert Wanted("мост", "путь").replaced("Мост, мост, мост", 6) == "Мост, путь, мост"


@pytest.fixture
def name(desk):
    """A project of three segments, of which the last is approved."""
    name = begun(desk, text="The bridge is open. The bridge is old. A bridge is a bridge.")
    edited(desk, name, 0, "Мост открыт.")
    edited(desk, name, 1, "Мост стар, но мост цел.")
    edited(desk, name, 2, "Мост есть мост.", state="approved")
    return name


def test_what_is_found_is_shown_with_what_would_be_replaced(desk, name):
    found = ask(desk, "find", project=name, what="мост", source=False)
    assert (found["total"], found["can"], found["approved"]) == (5, 3, 2)
    assert [(p["number"], p["before"], p["found"], p["after"]) for p in found["places"]][2] == (
        1, "Мост стар, но ", "мост", " цел.",
    )  # fmt: skip
    assert ask(desk, "find", project=name, what="bridge", source=True)["total"] == 4
    assert ask(desk, "find", project=name, what="мост", approved=True)["can"] == 5


def test_all_are_replaced_at_once_and_come_back_with_one_undo(desk, name):
    before = texts(desk, name)
    found = ask(desk, "find", project=name, what="мост")
    answer = ask(desk, "replace", project=name, what="мост", instead="Путь", versions=found["versions"])
    assert (answer["replaced"], [one["state"] for one in answer["segments"]]) == (2, ["edited", "edited"])
    assert texts(desk, name) == ["Путь открыт.", "Путь стар, но Путь цел.", "Мост есть мост."]
    assert [one["number"] for one in ask(desk, "undo", project=name)["segments"]] == [0, 1]
    assert texts(desk, name) == before


def test_what_was_approved_is_replaced_only_when_asked_and_is_in_work_again(desk, name):
    found = ask(desk, "find", project=name, what="есть")
    more = {"what": "есть", "instead": "-", "versions": found["versions"]}
    assert ask(desk, "replace", project=name, **more)["replaced"] == 0
    (after,) = ask(desk, "replace", project=name, approved=True, **more)["segments"]
    assert (after["text"], after["state"]) == ("Мост - мост.", "edited")


def test_nothing_is_replaced_where_another_window_was_there_first(desk, name):
    found = ask(desk, "find", project=name, what="мост")
    edited(desk, name, 1, "Мост стар.")
    answer = ask(desk, "replace", project=name, what="мост", instead="Путь", versions=found["versions"])
    assert answer["conflict"] == {"number": 1, "yours": "Путь стар.", "theirs": "Мост стар."}
    assert texts(desk, name)[0] == "Мост открыт."
