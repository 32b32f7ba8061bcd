import io
import os
from pathlib import Path

import pytest

from summarizer.errors import FormatError
from summarizer.source import Source
from summarizer.source.files import read_file, read_stream


def refusal(path):
    with pytest.raises(FormatError) as raised:
        Source.from_file(path)
    assert raised.value.hint
    return str(raised.value)


def test_a_file_is_read_with_its_name_and_path(tmp_path):
    path = tmp_path / "статья.txt"
    path.write_text("Текст.", encoding="utf-8")
    assert Source.from_file(path) == Source(data="Текст.".encode(), name="статья.txt", origin=str(path))


def test_a_missing_file_is_said_to_be_missing(tmp_path):
    assert refusal(tmp_path / "none.txt") == f"there is no file {str(tmp_path / 'none.txt')!r}"


def test_a_folder_is_said_to_be_one(tmp_path):
    assert refusal(tmp_path) == f"{str(tmp_path)!r} is a folder"


def test_an_empty_file_is_said_to_be_empty(tmp_path):
    (tmp_path / "a.txt").touch()
    assert refusal(tmp_path / "a.txt") == f"{str(tmp_path / 'a.txt')!r} is empty"


def test_a_file_without_permission_is_said_to_be_unreadable(tmp_path, monkeypatch):
    (tmp_path / "a.txt").write_text("Text.")
    monkeypatch.setattr(Path, "open", lambda *_: (_ for _ in ()).throw(PermissionError(13, "Permission denied")))
    assert refusal(tmp_path / "a.txt") == f"{str(tmp_path / 'a.txt')!r} cannot be read: permission denied"


def test_a_200_mb_file_is_refused_without_opening_it(tmp_path, monkeypatch):
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(200_000_000)
    monkeypatch.setattr(Path, "open", None)
    assert refusal(tmp_path / "big.txt") == f"{str(tmp_path / 'big.txt')!r} is larger than 50 MB"


def test_a_pipe_in_place_of_a_file_is_read(tmp_path):
    reading, writing = os.pipe()
    os.write(writing, b"Text.")
    os.close(writing)
    try:
        assert read_file(Path(f"/dev/fd/{reading}")) == b"Text."
    finally:
        os.close(reading)


@pytest.mark.parametrize("path", ["a\0b", "a" * 300, "a/" * 3_000], ids=["nul", "long name", "long path"])
def test_an_impossible_path_is_a_format_error(path):
    assert "cannot be read" in refusal(path)


def test_a_line_break_in_a_name_does_not_break_the_message():
    assert "\n" not in refusal("a\nb.txt")


def test_a_file_that_grows_beyond_the_limit_while_it_is_read_is_refused():
    with pytest.raises(FormatError, match=r"^standard input is larger than 0 MB$"):
        read_stream(io.BytesIO(b"12345678901"), "standard input", 10)


def test_a_file_of_exactly_the_limit_is_read():
    assert read_stream(io.BytesIO(b"1234567890"), "standard input", 10) == b"1234567890"


def test_standard_input_is_read_to_its_end():
    assert Source.from_stream(io.BytesIO(b"Text.")) == Source(data=b"Text.", origin="-")


def test_empty_standard_input_is_said_to_be_empty():
    with pytest.raises(FormatError, match=r"^standard input is empty$"):
        Source.from_stream(io.BytesIO())


def test_a_lone_surrogate_in_a_text_becomes_a_question_mark():
    assert Source.from_text("a\udce9b").text() == "a?b"


@pytest.mark.parametrize(
    ("source", "label"),
    [
        (Source(data=b"a", name="a.txt", origin="/home/a.txt"), "'a.txt'"),
        (Source(data=b"a", origin="-"), "standard input"),
        (Source(data=b"a", origin="https://example.org/"), "https://example.org/"),
        (Source(data=b"a"), "the text"),
    ],
)
def test_a_source_is_called_by_what_the_user_gave(source, label):
    assert source.label == label
