"""Shelves: found by name, loud when broken."""

import sys

import pytest

from summarizer.errors import ShelfError, UsageError
from summarizer.shelf import Shelf


@pytest.fixture
def shelf(tmp_path, monkeypatch):
    package = tmp_path / "pantry"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "tea.py").write_text("def brew():\n    return 'tea'\n")
    (package / "empty.py").write_text("")
    (package / "broken.py").write_text("import there_is_no_such_module\n")
    (package / "_private.py").write_text("")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield Shelf("pantry", ("brew",))
    for name in [name for name in sys.modules if name.partition(".")[0] == "pantry"]:
        del sys.modules[name]


def test_what_lies_on_a_shelf_is_found_by_its_file_name(shelf):
    assert shelf.names() == ("broken", "empty", "tea")
    assert shelf.get("tea").brew() == "tea"


def test_an_unknown_name_is_answered_with_the_names_there_are(shelf):
    with pytest.raises(UsageError) as caught:
        shelf.get("coffee")
    assert str(caught.value) == "there is no pantry called 'coffee'"
    assert caught.value.hint == "there are: broken, empty, tea"


@pytest.mark.parametrize(("name", "said"), [("empty", "does not define brew"), ("broken", "cannot be imported")])
def test_a_broken_module_is_an_error(shelf, name, said):
    with pytest.raises(ShelfError, match=said):
        shelf.get(name)
