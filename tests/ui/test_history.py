"""The history: kept on this machine, given back as it was, gone when cleared."""

import sqlite3
from datetime import datetime, timedelta

import pytest

from summarizer import Job, Pipeline, Settings, Source
from ui.history import History

NOON = datetime(2026, 11, 28, 12, 0, 0)


@pytest.fixture
def result(tmp_path):
    pipeline = Pipeline(Settings(models_dir=tmp_path, cache_dir=tmp_path))
    text = "The bridge\n\nThe council voted for the bridge. The mayor was glad of the vote."
    return pipeline.run(pipeline.read(Source.from_text(text, "bridge.txt")), Job(task="digest", to="en"))


def test_a_digest_comes_back_as_it_was(tmp_path, result):
    History(tmp_path).add(result, NOON)
    again = History(tmp_path)
    [entry] = again.entries()
    assert (entry.at, entry.title, entry.origin, entry.source, entry.to) == (
        NOON,
        "The bridge",
        "bridge.txt",
        "en",
        "en",
    )
    assert again.result(entry.number) == result


def test_the_last_one_stands_first_and_an_article_stands_once(tmp_path, result):
    history = History(tmp_path)
    for minute in range(3):
        history.add(result, NOON + timedelta(minutes=minute))
    assert [entry.at for entry in history.entries()] == [NOON + timedelta(minutes=2)]


def test_nothing_is_left_in_the_file_when_it_is_cleared(tmp_path, result):
    history = History(tmp_path)
    history.add(result, NOON)
    history.clear()
    assert history.entries() == ()
    assert b"council" not in (tmp_path / "history.sqlite").read_bytes()


def test_an_entry_that_cannot_be_read_any_more_is_none(tmp_path, result):
    history = History(tmp_path)
    history.add(result, NOON)
    with sqlite3.connect(tmp_path / "history.sqlite") as table:
        table.execute("update read set result = '{}'")
    table.close()
    assert history.result(history.entries()[0].number) is None


def test_a_page_that_keeps_no_history_writes_no_file(tmp_path, result):
    history = History(None)
    history.add(result, NOON)
    assert not history.is_kept
    assert history.entries() == ()
