"""Users: only the right password opens, a broken file is told with its line."""

import base64

import pytest

from summarizer import UsageError
from ui import access


@pytest.fixture(scope="module")
def users(tmp_path_factory):
    path = tmp_path_factory.mktemp("users") / "users"
    path.write_text(f"{access.line_for('анна', 'пароль: 1')}\n", encoding="utf-8")
    return access.read(path)


@pytest.mark.parametrize(
    ("name", "password", "known"),
    [("анна", "пароль: 1", True), ("анна", "пароль: 2", False), ("борис", "пароль: 1", False), ("анна", "", False)],
)
def test_only_the_right_password_opens(users, name, password, known):
    assert users.knows(name, password) is known


def test_a_header_of_basic_authorization_names_the_user(users):
    header = "Basic " + base64.b64encode("анна:пароль: 1".encode()).decode()
    assert users.admits(header) == "анна"
    assert users.admits(header[:-4]) is None
    assert users.admits("Bearer анна") is None
    assert users.admits_key("анна:пароль: 1") == "анна"


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("anna:secret", "line 2: not a line of the form"),
        ("anna:scrypt:zz:00", "line 2: salt and hash must be hexadecimal"),
        ("anna:scrypt:00:00", "line 2: salt or hash is cut short"),
        ("", "names nobody"),
    ],
)
def test_a_broken_file_is_told_with_its_line(tmp_path, line, message):
    path = tmp_path / "users"
    path.write_text(f"# users\n{line}\n", encoding="utf-8")
    with pytest.raises(UsageError, match=message):
        access.read(path)


def test_a_password_is_not_in_its_line():
    assert "secret" not in access.line_for("anna", "secret")
    assert access.line_for("anna", "secret") != access.line_for("anna", "secret")
