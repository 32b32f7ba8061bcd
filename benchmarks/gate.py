"""The quality gate (after trafilatura): floors that a score may not fall under, for the set it was measured on.

`floors.json` maps a key to `{"floor": number, "set": fingerprint}`. A floor rises by hand, in the commit that earned
it; it falls only with `--allow-regression`, in a commit that says why.
"""

import argparse
import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.json")
_SLACK = 1e-6  # rounding of the floor in the file


@dataclass(frozen=True, slots=True)
class Floor:
    """The least score allowed on the set with this fingerprint."""

    floor: float
    fingerprint: str


def fingerprint(files: Iterable[Path]) -> str:
    """The sha256 of a set: of its files' names and bytes, in the order of the names."""
    whole = hashlib.sha256()
    for file in sorted(files, key=lambda path: path.name):
        whole.update(file.name.encode() + b"\0" + hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()


def read_floors(path: Path = FLOORS) -> dict[str, Floor]:
    """The floors in a file, none when there is no file."""
    if not path.exists():
        return {}
    return {key: Floor(entry["floor"], entry["set"]) for key, entry in json.loads(path.read_text()).items()}


def faults(scores: Mapping[str, float], seen: str, floors: Mapping[str, Floor]) -> list[str]:
    """A sentence for each score under its floor, and for each floor that another set was measured for."""
    found = []
    for key, score in scores.items():
        floor = floors.get(key)
        if floor is None:
            found.append(f"{key}: there is no floor yet; record {score:.4f} with --record")
        elif floor.fingerprint != seen:
            found.append(
                f"{key}: the floor was measured on another set ({floor.fingerprint[:12]}, this is {seen[:12]})"
            )
        elif score < floor.floor - _SLACK:
            found.append(f"{key}: {score:.4f} is under its floor of {floor.floor:.4f}")
    return found


def record(scores: Mapping[str, float], seen: str, path: Path = FLOORS, *, allow_regression: bool = False) -> list[str]:
    """Write the scores as floors, rounded down to three places; give a sentence for each that may not fall.

    When one may not fall, nothing is written.
    """
    floors = read_floors(path)
    new = {key: Floor(int(score * 1000) / 1000, seen) for key, score in scores.items()}
    rule = "a floor falls only with --allow-regression"
    falling = [
        f"{key}: {floor.floor:.4f} is under the recorded {floors[key].floor:.4f}; {rule}"
        for key, floor in new.items()
        if key in floors and floor.floor < floors[key].floor - _SLACK
    ]
    if falling and not allow_regression:
        return falling
    entries = {key: {"floor": floor.floor, "set": floor.fingerprint} for key, floor in sorted((floors | new).items())}
    path.write_text(json.dumps(entries, indent=2) + "\n")
    return []


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The switches of the gate: `--record`, `--allow-regression`, `--floors`."""
    parser.add_argument("--record", action="store_true", help="write the scores as the new floors")
    parser.add_argument("--allow-regression", action="store_true", help="with --record: floors may fall")
    parser.add_argument("--floors", type=Path, default=FLOORS, help="the file of floors")


def settle(arguments: argparse.Namespace, scores: Mapping[str, float], seen: str) -> int:
    """Check the scores against their floors, or record them; print what is wrong and give the exit code."""
    if arguments.record:
        wrong = record(scores, seen, arguments.floors, allow_regression=arguments.allow_regression)
    else:
        wrong = faults(scores, seen, read_floors(arguments.floors))
    for sentence in wrong:
        print(f"gate: {sentence}")
    return 1 if wrong else 0
