import argparse
import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))

import gate

FLOORS = {"f1": gate.Floor(0.9, "set-a")}


@pytest.mark.parametrize(
    ("scores", "seen", "expected"),
    [
        ({"f1": 0.95}, "set-a", []),
        ({"f1": 0.9}, "set-a", []),
        ({"f1": 0.89}, "set-a", ["f1: 0.8900 is under its floor of 0.9000"]),
        ({"f1": 0.95}, "set-b", ["f1: the floor was measured on another set (set-a, this is set-b)"]),
        ({"new": 0.5}, "set-a", ["new: there is no floor yet; record 0.5000 with --record"]),
    ],
)
def test_a_score_passes_only_at_its_floor_and_on_its_set(scores, seen, expected):
    assert gate.faults(scores, seen, FLOORS) == expected


def test_a_recorded_score_is_rounded_down_and_read_back(tmp_path):
    path = tmp_path / "floors.json"
    assert gate.record({"f1": 0.98766}, "set-a", path) == []
    assert gate.read_floors(path) == {"f1": gate.Floor(0.987, "set-a")}


def test_recording_keeps_the_floors_of_other_benchmarks(tmp_path):
    path = tmp_path / "floors.json"
    gate.record({"one": 0.5}, "a", path)
    gate.record({"two": 0.6}, "b", path)
    assert json.loads(path.read_text()) == {"one": {"floor": 0.5, "set": "a"}, "two": {"floor": 0.6, "set": "b"}}


def test_a_floor_does_not_fall_by_itself(tmp_path):
    path = tmp_path / "floors.json"
    gate.record({"f1": 0.9}, "a", path)
    said = gate.record({"f1": 0.8}, "a", path)
    assert said == ["f1: 0.8000 is under the recorded 0.9000; a floor falls only with --allow-regression"]
    assert gate.read_floors(path)["f1"].floor == 0.9


def test_a_floor_falls_when_a_regression_is_allowed(tmp_path):
    path = tmp_path / "floors.json"
    gate.record({"f1": 0.9}, "a", path)
    assert gate.record({"f1": 0.8}, "a", path, allow_regression=True) == []
    assert gate.read_floors(path)["f1"].floor == 0.8


def test_a_file_that_is_not_there_holds_no_floors(tmp_path):
    assert gate.read_floors(tmp_path / "floors.json") == {}


def test_the_fingerprint_of_a_set_follows_names_and_bytes_but_not_order(tmp_path):
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("a")
    two.write_text("b")
    before = gate.fingerprint([one, two])
    assert gate.fingerprint([two, one]) == before
    two.write_text("c")
    assert gate.fingerprint([one, two]) != before


def test_the_gate_ends_with_one_when_a_score_is_under_its_floor(tmp_path, capsys):
    parser = argparse.ArgumentParser()
    gate.add_arguments(parser)
    path = str(tmp_path / "floors.json")
    assert gate.settle(parser.parse_args(["--floors", path, "--record"]), {"f1": 0.9}, "a") == 0
    assert gate.settle(parser.parse_args(["--floors", path]), {"f1": 0.8}, "a") == 1
    assert capsys.readouterr().out == "gate: f1: 0.8000 is under its floor of 0.9000\n"
