"""Hub folders of encoder-decoders, converted for CTranslate2 on first use: to int8 for a processor, 16 bits for a GPU.

The conversion needs torch and transformers and half a gigabyte for a minute, so it is done in a process of its own;
this process never imports them. What comes out is a folder of the `ct2` kind in the cache. What the converter does not
know is noted there once, and runs on torch from then on. Code from the hub is never run.
"""

import json
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from summarizer.engine import precision
from summarizer.engine._convert import REFUSED
from summarizer.engine.pieces import JSON
from summarizer.engine.runtime import Device
from summarizer.engine.spec import Spec
from summarizer.engine.store import Store, first_of
from summarizer.engine.translator import Framing, Translator, open_folder
from summarizer.errors import ModelError

LAYOUT = "svodka.json"
_PROGRAM = Path(__file__).with_name("_convert.py")
_OFFLINE = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "TRANSFORMERS_VERBOSITY": "error"}
_ALSO = (
    "tokenizer_config.json",
    "generation_config.json",
    "special_tokens_map.json",
    "added_tokens.json",
    "model.safetensors.index.json",
)
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Recipe:
    """What a family converts from: its `FILES`, and the SentencePiece files of the two sides, of which none may be."""

    files: Sequence[str]
    source: str
    target: str
    wide: bool = False  # its values leave float16's range (65,504)


class _Wanted(NamedTuple):
    version: str
    precision: str


def prepare(spec: Spec, weights: Path, store: Store, recipe: Recipe, on: Device) -> Path:
    """The converted folder, made on first use (about 5 CPU seconds for a model of 60 million parameters).

    Every precision has its own: on a machine that gets a GPU the hub's weights are converted once more.
    """
    version = _version(weights, store, (*recipe.files, recipe.source, recipe.target))
    kept = precision.kept(on.precision, wide=recipe.wide)
    folder = store.converted(
        f"{spec.name}-{version}-{kept}", lambda new: _make(spec, weights, new, _Wanted(version, kept), recipe)
    )
    _point(folder / LAYOUT, weights)
    return folder


def account(name: str, weights: Path, store: Store, on: Device) -> str:
    """How CTranslate2 has the weights of a model that is here, in words; "" of what does not run on it, or not yet."""
    saved = precision.saved(weights)
    if saved:
        return f"saved in {saved}, run in {precision.suited(on.kind, on.precision, saved)} on {on.kind}"
    kinds = {folder.name.rpartition("-")[2] for folder in store.conversions(name)} - {"torch"}
    if not kinds:
        return ""
    wanted = {precision.kept(on.precision, wide=wide) for wide in (False, True)}
    later = "" if kinds & wanted else f"; `svodka models verify {name}` converts it for {on.kind}, as its next use will"
    return f"converted to {', '.join(sorted(kinds))}{later}"


def as_it_is(spec: Spec, weights: Path, store: Store, files: Sequence[str]) -> Path:
    """A folder for weights that run as the hub has them: it says where they are and which version they are."""
    version = _version(weights, store, files)
    content = {"version": version, "torch": str(weights.resolve())}
    folder = store.converted(f"{spec.name}-{version}-torch", lambda new: _write(new / LAYOUT, content))
    _point(folder / LAYOUT, weights)
    return folder


def original(folder: Path) -> tuple[str, Path]:
    """The version and the place of what `as_it_is` noted."""
    try:
        content = json.loads((folder / LAYOUT).read_text(encoding="utf-8"))
        return str(content["version"]), Path(content["torch"])
    except (OSError, ValueError, KeyError) as error:
        raise remade(ModelError(f"{folder / LAYOUT} cannot be read"), folder) from error


def _version(weights: Path, store: Store, files: Sequence[str]) -> str:
    used = {file for wanted in (*files, *_ALSO) if (file := first_of(weights, wanted))}
    return store.fingerprint(sorted(used | set(weights.glob("model-*-of-*.safetensors"))))[:8]


def _write(file: Path, content: Mapping[str, object]) -> None:
    file.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


def _point(layout: Path, weights: Path) -> None:
    """What runs on torch is read where it lies now."""
    content = json.loads(layout.read_text(encoding="utf-8")) if layout.is_file() else {}
    if content.get("torch") not in {None, str(weights.resolve())}:
        new = layout.with_suffix(".new")
        _write(new, content | {"torch": str(weights.resolve())})
        new.replace(layout)


def remade(error: ModelError, folder: Path) -> ModelError:
    """The error of a converted folder that does not load, with what to do."""
    return ModelError(str(error), error.hint or f"remove {folder}: it is made anew from the model's own files")


def opened(spec: Spec, folder: Path, on: Device, framing: Framing | None = None) -> Translator:
    """The model in the folder that `prepare` gave."""
    try:
        return open_folder(spec, folder, on, framing)
    except ModelError as error:
        raise remade(error, folder) from error


def _make(spec: Spec, weights: Path, new: Path, wanted: _Wanted, recipe: Recipe) -> None:
    _LOG.info("converting %s to %s, once", spec.name, wanted.precision)
    named = (recipe.source, recipe.target)
    pieces = named if all((weights / name).is_file() for name in named) else (JSON, JSON)
    refused = run_converter(spec, weights, new, wanted.precision, tokenizer=pieces[0] if JSON in pieces else "")
    for name in {*pieces} - {JSON}:
        shutil.copyfile(weights / name, new / name)
    tags = {to: prefix.strip() for to, prefix in spec.prefix.items() if prefix.strip()}
    layout: dict[str, object] = {
        "version": wanted.version,
        "source_pieces": pieces[0],
        "target_pieces": pieces[1],
        "tags": tags,
    }
    if positions := _positions(weights):
        layout |= {"positions": positions}
    if refused:
        _LOG.warning("%s runs on torch: %s", spec.name, refused)
        layout |= {"torch": str(weights.resolve()), "refused": refused}
    _write(new / LAYOUT, layout)


def _positions(weights: Path) -> int | None:
    """Tokens that a side may have; None of models that know distances only, T5's."""
    try:
        config = json.loads((weights / "config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):  # the converter has said what is wrong with it
        return None
    value = config.get("max_position_embeddings")
    return value if isinstance(value, int) else None


def run_converter(spec: Spec, weights: Path, new: Path, kept: str, *, tokenizer: str = "") -> str:
    """Convert to the precision `kept`; why the converter refused, "" where it did not.

    Raises `ModelError` where the files are not sound.
    """
    done = subprocess.run(  # noqa: S603 - our own interpreter, arguments as a list
        [sys.executable, "-P", str(_PROGRAM), str(weights), str(new), kept, *([tokenizer] if tokenizer else [])],
        env=os.environ | _OFFLINE,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    lines = [line for line in done.stderr.splitlines() if line.strip()] or [f"exit code {done.returncode}"]
    if done.returncode not in {0, REFUSED}:
        raise ModelError(f"{spec.name} in {weights} cannot be converted: {lines[-1].strip()}", "fetch its files again")
    return lines[-1].strip() if done.returncode else ""
