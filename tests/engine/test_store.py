import os
import threading

import pytest
from tiny_marian import TINY

from summarizer.engine import store as module
from summarizer.engine.store import first_of, missing
from summarizer.errors import ModelError


def put(folder, **files):
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in files.items():
        (folder / name).write_text(content)
    return folder


def made(new):
    (new / "model.bin").write_text("whole")


def test_a_model_that_is_nowhere_is_not_found(store):
    assert store.find(TINY) is None


def test_the_users_files_go_before_the_packages(store, settings, tmp_path):
    embedded = put(tmp_path / "embedded" / "tiny", a="1")
    assert store.find(TINY) == embedded
    own = put(settings.models_dir / "tiny", a="2")
    assert store.find(TINY) == own == store.place(TINY)


def test_a_folder_with_nothing_but_a_downloaders_notes_is_no_model(store, settings):
    put(settings.models_dir / "tiny" / ".cache", a="1")
    assert store.find(TINY) is None


def test_what_is_missing_is_named_and_empty_files_are_missing(tmp_path):
    put(tmp_path, a="1", b="", d="1")
    assert missing(tmp_path, ("a", "b", "c|d", "e|f")) == ("b", "e|f")
    assert first_of(tmp_path, "c|d") == tmp_path / "d"


def test_a_fingerprint_is_of_names_and_contents(store, tmp_path):
    one = put(tmp_path / "1", a="x", b="y")
    same = put(tmp_path / "2", a="x", b="y")
    swapped = put(tmp_path / "3", a="y", b="x")
    prints = [store.fingerprint([folder / "a", folder / "b"]) for folder in (one, same, swapped)]
    assert prints[0] == prints[1] != prints[2]


def test_an_unchanged_file_is_hashed_once_and_a_changed_one_again(store, tmp_path, monkeypatch):
    file = put(tmp_path / "1", a="x") / "a"
    first = store.fingerprint([file])
    monkeypatch.setattr(module, "sha256", lambda file: "other")
    assert store.fingerprint([file]) == first
    os.utime(file, ns=(1, 1))
    assert store.fingerprint([file]) != first


def test_a_broken_hash_cache_is_made_anew(store, settings, tmp_path):
    file = put(tmp_path / "1", a="x") / "a"
    first = store.fingerprint([file])
    (settings.cache_dir / "hashes.json").write_text('{"a": 5}')
    assert store.fingerprint([file]) == first


def test_a_conversion_is_made_once(store):
    folder = store.converted("key", made)
    assert (folder / "model.bin").read_text() == "whole"
    assert store.converted("key", lambda new: pytest.fail("made again")) == folder


def test_a_conversion_that_fails_leaves_nothing_and_can_be_tried_again(store, settings):
    def half(new):
        (new / "model.bin").write_text("ha")
        raise ModelError("no")

    with pytest.raises(ModelError, match="no"):
        store.converted("key", half)
    assert [path.name for path in (settings.cache_dir / "converted").iterdir()] == [".key.lock"]
    assert (store.converted("key", made) / "model.bin").read_text() == "whole"


def test_what_a_killed_process_left_is_not_taken_for_a_model_and_goes(store, settings):
    put(settings.cache_dir / "converted" / ".key.new123", model="ha")
    folder = store.converted("key", made)
    assert sorted(path.name for path in folder.parent.iterdir()) == [".key.lock", "key"]


def test_of_two_that_want_it_one_converts_and_the_other_waits(store):
    started, calls = threading.Event(), []

    def slow(new):
        calls.append(new)
        started.set()
        second.join(0.2)  # the second one runs into the lock meanwhile
        made(new)

    second = threading.Thread(target=lambda: started.wait() and store.converted("key", slow))
    second.start()
    store.converted("key", slow)
    second.join()
    assert len(calls) == 1


def test_a_cache_that_cannot_be_written_is_said_with_what_to_do(store, settings):
    settings.cache_dir.parent.mkdir(exist_ok=True)
    settings.cache_dir.write_text("a file")
    with pytest.raises(ModelError, match="the converted model key cannot be written") as caught:
        store.converted("key", made)
    assert "SVODKA_CACHE_DIR" in caught.value.hint
