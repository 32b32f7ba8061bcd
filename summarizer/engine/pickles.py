"""`pytorch_model.bin` into safetensors, once: a pickle is a program, and only its tensors are wanted.

Many repositories of the hub (most of OPUS-MT) have nothing else. What asks for more than tensors is refused before any
of it runs; the pickle is deleted when its tensors are written.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from summarizer.engine._unpickle import CODE
from summarizer.engine.store import sha256
from summarizer.errors import ModelError

_PROGRAM = Path(__file__).with_name("_unpickle.py")
_INDEX = "pytorch_model.bin.index.json"
_SECRETS = ("HF_TOKEN", "HUGGING_FACE_HUB_TOKEN", "SVODKA_SERVER_KEY")


def convert(name: str, folder: Path) -> dict[str, str]:
    """Every pickled weight file of the folder; gives, by the new file's name, what it was made of.

    Raises `ModelError` for a pickle that is not sound or holds more than tensors; the folder is then of no use.
    """
    made = {}
    for pickled in sorted(folder.glob("pytorch_model*.bin")):
        new = pickled.with_name(_renamed(pickled.name))
        _tensors(name, pickled, new)
        made[new.name] = f"{pickled.name}, SHA-256 {sha256(pickled)}"
        pickled.unlink()
    _rewrite_index(folder / _INDEX, folder)
    return made


def _renamed(file: str) -> str:
    return file.replace("pytorch_model", "model").removesuffix(".bin") + ".safetensors"


def _tensors(name: str, pickled: Path, new: Path) -> None:
    done = subprocess.run(  # noqa: S603 - our own interpreter, arguments as a list
        [sys.executable, "-P", str(_PROGRAM), str(pickled), str(new)],
        env={key: value for key, value in os.environ.items() if key not in _SECRETS} | {"HF_HUB_OFFLINE": "1"},
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if not done.returncode:
        return
    said = ([line for line in done.stderr.splitlines() if line.strip()] or [f"exit code {done.returncode}"])[-1].strip()
    if done.returncode == CODE:
        raise ModelError(
            f"{name}: {pickled.name} is refused: it is read for its tensors alone, and asks for more: {said}",
            "choose another model, or ask its makers for safetensors; nothing of it was run",
        )
    raise ModelError(f"{name}: {pickled.name} cannot be read: {said}", "fetch it again")


def _rewrite_index(index: Path, folder: Path) -> None:
    """The list of shards, by their new names and without the tied weights that are written once."""
    if not index.is_file():
        return
    from safetensors import safe_open

    content = json.loads(index.read_text(encoding="utf-8"))
    places: dict[str, str] = {}
    for file in sorted(folder.glob("model-*.safetensors")):
        with safe_open(str(file), framework="np") as shard:
            places |= dict.fromkeys(shard.keys(), file.name)
    content["weight_map"] = places
    (folder / "model.safetensors.index.json").write_text(json.dumps(content, indent=1), encoding="utf-8")
    index.unlink()
