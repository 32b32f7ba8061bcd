from pathlib import Path

import pytest
from tiny_marian import PAIRS

from summarizer.engine import room
from summarizer.engine.model import Prompt

MEMINFO = "MemTotal:       16000000 kB\nMemFree:          100000 kB\nMemAvailable:     2000000 kB\n"


class Resting:
    def __init__(self, name, *, busy=False):
        self.name, self.busy, self.rested = name, busy, 0

    def rest(self):
        self.rested += 1
        return not self.busy


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "model.bin").write_bytes(b"x" * 1000)
    return tmp_path


def free(monkeypatch, *figures):
    left = list(figures)
    monkeypatch.setattr(room, "available", lambda: left.pop(0) if len(left) > 1 else left[0])


def test_free_memory_is_what_the_system_calls_available(tmp_path):
    (tmp_path / "meminfo").write_text(MEMINFO)
    assert room.available(tmp_path / "meminfo") == 2_048_000_000
    assert room.available(tmp_path / "none") is None


def test_nobody_rests_while_there_is_room_or_nothing_is_known(monkeypatch, folder):
    model = Resting("one")
    for figure in (10_000_000_000, None):
        free(monkeypatch, figure)
        room.make([model], folder)
    assert model.rested == 0


def test_models_rest_in_the_order_they_were_loaded_until_there_is_room(monkeypatch, folder):
    models = [Resting("busy", busy=True), Resting("first"), object(), Resting("last")]
    free(monkeypatch, 0, 0, 0, 10_000_000_000)
    room.make(models, folder)
    assert [getattr(model, "rested", None) for model in models] == [1, 1, None, 0]


def test_a_model_that_rested_translates_again(tiny):
    assert tiny.rest()
    assert not tiny._runner._translator.model_is_loaded
    assert tiny.complete([Prompt(PAIRS[0][0], "en")])[0].text == PAIRS[0][1]


def test_a_model_in_use_does_not_rest(tiny):
    with tiny._runner._awake():
        assert not tiny.rest()
        assert tiny._runner._translator.model_is_loaded
    assert tiny.rest()


def test_a_folder_weighs_what_its_files_weigh(folder):
    (folder / "more").write_bytes(b"y" * 24)
    assert room.size(Path(folder)) == 1024
