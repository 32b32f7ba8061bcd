import json
import os
from dataclasses import replace

import pytest

from summarizer.engine.lock import Entry, LockFile
from summarizer.engine.store import Store
from summarizer.errors import ModelError


@pytest.fixture
def folder(settings):
    place = settings.models_dir / "tiny"
    place.mkdir(parents=True)
    (place / "config.json").write_text("{}")
    (place / "model.safetensors").write_bytes(b"weights")
    return place


@pytest.fixture
def lock(store, folder):
    lock = LockFile(store)
    lock.pin("tiny", Entry(origin="here", files=lock.pinned_files(folder)))
    return lock


def said(lock, folder, **options):
    return [f"{fault.file} {fault.what}" for fault in lock.faults("tiny", folder, **options)]


def test_what_was_pinned_is_read_again_by_another_process(lock, settings):
    entry = LockFile(Store(settings)).entry("tiny")
    assert sorted(entry.files) == ["config.json", "model.safetensors"]
    assert entry.files["config.json"].sha256 == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
    assert entry.pinned.endswith("+00:00")


def test_files_as_they_were_pinned_are_no_fault(lock, folder):
    (folder / "README.md").write_text("a note")
    (folder / ".cache").mkdir()
    (folder / ".cache" / "x.json").write_text("{}")
    assert said(lock, folder, anew=True) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda folder: (folder / "config.json").unlink(), "config.json is missing"),
        (lambda folder: (folder / "config.json").write_text("[]"), "config.json is not the one that was pinned"),
        (lambda folder: (folder / "config.json").write_text("{ }"), "config.json is not the one that was pinned"),
        (lambda folder: (folder / "added_tokens.json").write_text("{}"), "added_tokens.json was not pinned"),
    ],
)
def test_what_was_changed_taken_or_added_is_named(lock, folder, change, fault):
    change(folder)
    assert said(lock, folder) == [fault]


def test_a_change_that_keeps_size_and_time_is_found_when_files_are_read_anew(lock, folder):
    file = folder / "model.safetensors"
    assert said(lock, folder) == []
    before = file.stat()
    file.write_bytes(b"Weights")
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert said(lock, folder) == []
    assert said(lock, folder, anew=True) == ["model.safetensors is not the one that was pinned"]


def test_what_is_pinned_of_one_model_leaves_the_others(lock):
    lock.pin("other", Entry(origin="there"))
    lock.forget("tiny")
    assert (lock.entry("tiny"), lock.entry("other").origin) == (None, "there")


def test_a_folder_that_the_user_put_there_is_pinned_when_it_is_first_held(lock, folder):
    lock.forget("tiny")
    assert lock.held("tiny", folder).origin == "put there"
    (folder / "config.json").write_text("[]")
    assert said(lock, folder) == ["config.json is not the one that was pinned"]


@pytest.mark.skipif(os.geteuid() == 0, reason="for root every folder can be written")
def test_a_folder_that_cannot_be_written_is_held_against_nothing(lock, folder, settings, caplog):
    lock.path.unlink()
    settings.models_dir.chmod(0o500)
    lock.held("tiny", folder)
    settings.models_dir.chmod(0o700)
    assert "is not pinned" in caplog.text


@pytest.mark.parametrize("content", ["", "{", "[]", '{"models": {"tiny": {"origin": 1}}}', '{"models": 5}'])
def test_a_lock_that_is_not_sound_is_an_error_and_never_overwritten(lock, content):
    lock.path.write_text(content)
    with pytest.raises(ModelError, match="cannot be read") as caught:
        lock.pin("other", Entry(origin="there"))
    assert "\n" not in str(caught.value)
    assert lock.path.read_text() == content


def test_a_place_that_is_no_folder_is_said(settings, tmp_path):
    (tmp_path / "file").write_text("")
    lock = LockFile(Store(replace(settings, models_dir=tmp_path / "file" / "models")))
    with pytest.raises(ModelError, match="cannot be") as caught:
        lock.pin("tiny", Entry(origin="here"))
    assert caught.value.hint


def test_the_lock_is_json_that_a_person_can_read(lock):
    content = json.loads(lock.path.read_text(encoding="utf-8"))
    assert content["format"] == 1
    assert content["models"]["tiny"]["files"]["model.safetensors"]["size"] == 7
