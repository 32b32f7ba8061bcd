"""A model folder that a user already has: recognised, pinned, and written into the user's list of models.

Its files become files of the models' folder, as hard links where that can be (no room is taken twice) and as copies
where it cannot; the folder itself stays as it is. Programs in it are left behind.
"""

import json
import os
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

from summarizer.engine import families, spec
from summarizer.engine.collection import Collection
from summarizer.engine.lock import Entry, files_of
from summarizer.engine.spec import Spec
from summarizer.errors import ModelError, UsageError, one_line

_LEFT_BEHIND = {".py", ".pyc", ".so", ".sh", ".h5", ".msgpack", ".onnx", ".ot"}
_FAMILIES = {
    "marian": "marian", "m2m_100": "nllb", "nllb": "nllb", "t5": "t5", "mt5": "t5", "umt5": "t5",
    "mbart": "mbart", "bart": "mbart",
}  # fmt: skip
_NAME = re.compile(r"[^A-Za-z0-9._-]+")


def add(collection: Collection, folder: Path, given: Mapping[str, Any]) -> Spec:
    """The entry of the model in `folder`, now one of this machine's; `given` are fields that the user names.

    A folder of the name of a known entry needs nothing else. Raises `UsageError` for what must be named, `ModelError`
    for what is no model.
    """
    if not folder.is_dir():
        raise UsageError(f"{folder} is no folder")
    name = str(given.get("name") or _NAME.sub("-", folder.resolve().name).strip("-."))
    known = collection.specs.get(name)
    if known and known.family == "echo":
        raise UsageError(f"the name {name} is taken")
    entry = known or _entry(name, folder, given)
    with collection.alone(name):
        place = collection.store.place(entry)
        if place.exists() and place.resolve() != folder.resolve():
            raise ModelError(f"there is a model {name} already, in {place}", "give this one another --name")
        new = collection.fresh(name, "added")
        _bring(folder, new)
        collection.settle(entry, new, Entry(origin=str(folder.resolve())))
        if known is None:
            write(collection, entry)
    return entry


def _entry(name: str, folder: Path, given: Mapping[str, Any]) -> Spec:
    fields = {"name": name, "family": given.get("family") or _family(folder), "tasks": given.get("tasks")}
    fields["directions"] = given.get("directions") or _directions(name, folder)
    fields["tasks"] = fields["tasks"] or ["translate"]
    if not fields["family"]:
        names = ", ".join(one for one in families.names() if families.family(one).FILES)
        raise UsageError(f"it cannot be seen what kind of model is in {folder}", f"name it: --family, one of {names}")
    if not fields["directions"]:
        raise UsageError(f"it cannot be seen what {name} translates", "name it: --directions ru-en,en-ru")
    if fields["family"] == "marian":
        fields["prefix"] = _tags(folder)
    return spec.checked({key: value for key, value in fields.items() if value}, f"the model {name}")


def _family(folder: Path) -> str:
    if (folder / "model.bin").is_file():
        return "ct2"
    if any(folder.glob("model.*.intgemm*.bin")) or any(folder.glob("vocab.*.spm")):
        return "firefox"
    config = _json(folder / "config.json")
    kind = str(config.get("model_type", ""))
    chats = any(
        "CausalLM" in str(one) or "ConditionalGeneration" in str(one) for one in config.get("architectures", ())
    )
    return _FAMILIES.get(kind) or ("causal" if chats and (folder / "tokenizer_config.json").is_file() else "")


def _directions(name: str, folder: Path) -> list[str]:
    said = re.search(r"(?<![a-z])(ru|en)-?(ru|en)(?![a-z])", name.lower())
    if said:
        return [f"{said[1]}-{said[2]}"]
    tags = _tags(folder)
    return ["ru-en", "en-ru"] if len(tags) == 2 else []


def _tags(folder: Path) -> dict[str, str]:
    """A Marian model's words for the target language, where it has both or the Russian one."""
    vocabulary = _json(folder / "vocab.json")
    tags = {"ru": ">>rus<<", "en": ">>eng<<"}
    return {lang: f"{tag} " for lang, tag in tags.items() if tag in vocabulary}


def _json(file: Path) -> dict[str, Any]:
    try:
        content = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def _bring(folder: Path, new: Path) -> None:
    for file in files_of(folder):
        if file.parent != folder or file.suffix in _LEFT_BEHIND:
            continue
        target = new / file.name
        target.unlink(missing_ok=True)
        try:
            os.link(file.resolve(), target)
        except OSError:  # another disk, or a file system without hard links
            try:
                shutil.copyfile(file, target)
            except OSError as error:
                raise ModelError(f"{file} cannot be copied to {new}: {error.strerror or error}") from error


def write(collection: Collection, entry: Spec) -> None:
    """The entry at the end of the user's list. Raises `ModelError`, with the entry, where the list cannot take it."""
    path = list_of(collection)
    text = path.read_text(encoding="utf-8") if path.is_file() else "models:\n"
    added = f"{text.rstrip()}\n{_block(entry)}"
    _replace(path, added, _reads_as(entry.name), f"write this into it by hand:\n{_block(entry)}")


def strike(collection: Collection, name: str) -> None:
    """Take an entry that `add` wrote out of the user's list; others, and comments, stay as they are."""
    path = list_of(collection)
    if not path.is_file():
        return
    node: Any = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    for one in node.value[0][1].value:
        fields = {key.value: value.value for key, value in one.value}
        if fields.get("name") == name and "repo" not in fields:
            last = max(value.end_mark.line + bool(value.end_mark.column) for _, value in one.value)
            del lines[one.start_mark.line : last]
            empty = "models: []\n" if len(node.value[0][1].value) == 1 else "".join(lines)
            _replace(path, empty, lambda _: True, f"remove the entry {name} by hand")
            return


def list_of(collection: Collection) -> Path:
    """The user's list of models, be it there or not."""
    return collection.own_list or collection.store.models / "models.yaml"


def _block(entry: Spec) -> str:
    usual = {"canary"} if entry.canary == spec.usual_canary(entry.tasks[0]) else None
    fields = entry.model_dump(mode="json", exclude_defaults=True, exclude=usual)
    text = yaml.safe_dump([fields], allow_unicode=True, sort_keys=False, default_flow_style=None)
    return "".join(f"  {line}\n" for line in text.splitlines())


def _reads_as(name: str) -> Callable[[Path], bool]:
    return lambda path: any(entry.name == name for entry in spec.read(path))


def _replace(path: Path, text: str, is_right: Callable[[Path], bool], hint: str) -> None:
    new = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        new.write_text(text, encoding="utf-8")
        if not is_right(new):
            raise ModelError(f"the list of models {path} cannot take another entry", hint)
        new.replace(path)
    except (OSError, UsageError) as error:
        raise ModelError(f"the list of models {path} cannot be written: {one_line(error)}", hint) from error
    finally:
        new.unlink(missing_ok=True)
