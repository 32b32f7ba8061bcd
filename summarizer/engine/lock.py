"""What the models on this machine were when they came: commit, size and SHA-256 of every file, in one JSON file.

Pinned at the first fetch (or, for a folder that the user put there, at the first load); from then on a file that is
another one is refused. Files are read anew only when their size or time changed.
"""

import json
import logging
import tempfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from summarizer.engine.store import Store, locked, sha256
from summarizer.errors import ModelError, one_line

NAME = "svodka.lock.json"
_LOG = logging.getLogger(__name__)
_NO_MATTER = {".md", ".pdf"}  # suffixes of files beside a model that no engine reads


class Pinned(BaseModel):
    """A file: its size in bytes, its content, and the pickle that it was converted from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    size: int = Field(ge=0)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    converted_from: str = ""  # "pytorch_model.bin, SHA-256 ..."


class Entry(BaseModel):
    """A model: where it came from, what it consists of, what it wrote of its canary when it was pinned."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    origin: str  # https://huggingface.co/OWNER/NAME, a folder, an archive
    commit: str = ""  # of the repository
    weights_commit: str = ""  # where the weights are from its conversion branch
    licence: str = ""  # as the model's card says it
    pinned: str = ""  # when, ISO 8601
    files: Mapping[str, Pinned] = Field(default_factory=dict)
    canary: Mapping[str, str] = Field(default_factory=dict)  # by direction


class Fault(BaseModel):
    """What is wrong with a file of a model."""

    model_config = ConfigDict(frozen=True)

    file: str
    what: Literal["is missing", "is not the one that was pinned", "was not pinned"]


class LockFile:
    """The lock beside the models. Every change is made under a lock of the system, and whole or not at all."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.path = store.models / NAME

    def entry(self, name: str) -> Entry | None:
        """What is pinned of a model."""
        return self._read().get(name)

    def pin(self, name: str, entry: Entry) -> Entry:
        """Write it down, in the place of what was there; gives it with the time."""
        entry = entry.model_copy(update={"pinned": entry.pinned or _now()})
        self._change(lambda entries: entries | {name: entry})
        return entry

    def held(self, name: str, folder: Path) -> Entry:
        """What is pinned of the model; a folder that the user put there is pinned now, as it is."""
        entry = self.entry(name)
        if entry is not None:
            return entry
        new = Entry(origin="put there", pinned=_now(), files=self.pinned_files(folder))
        try:
            return self.pin(name, new)
        except ModelError as error:  # a folder that only others write: it is held against nothing
            _LOG.warning("%s is not pinned: %s", name, error)
            return new

    def forget(self, name: str) -> None:
        """Pin the model no more."""
        self._change(lambda entries: {other: entry for other, entry in entries.items() if other != name})

    def faults(self, name: str, folder: Path, *, anew: bool = False) -> tuple[Fault, ...]:
        """What in the folder is not as it was pinned; `anew` reads every file, whatever its size and time say."""
        entry = self.entry(name)
        if entry is None:
            return ()
        there = {path.relative_to(folder).as_posix(): path for path in files_of(folder)}
        faults = [Fault(file=file, what="is missing") for file in entry.files if file not in there]
        for file, path in there.items():
            pinned = entry.files.get(file)
            if pinned is None:
                if path.suffix.lower() not in _NO_MATTER:
                    faults.append(Fault(file=file, what="was not pinned"))
            elif not self._same(path, pinned, anew=anew):
                faults.append(Fault(file=file, what="is not the one that was pinned"))
        return tuple(faults)

    def _same(self, path: Path, pinned: Pinned, *, anew: bool) -> bool:
        if path.stat().st_size != pinned.size:
            return False
        return (sha256(path) if anew else self._store.sha256(path)) == pinned.sha256

    def pinned_files(self, folder: Path, converted: Mapping[str, str] | None = None) -> dict[str, Pinned]:
        """The files of a folder as they are now; `converted` says of which pickle a file was made."""
        made = converted or {}
        return {
            (name := path.relative_to(folder).as_posix()): Pinned(
                size=path.stat().st_size, sha256=self._store.sha256(path), converted_from=made.get(name, "")
            )
            for path in files_of(folder)
        }

    def _read(self) -> dict[str, Entry]:
        try:
            content = json.loads(self.path.read_text(encoding="utf-8"))
            return {name: Entry.model_validate(entry) for name, entry in content["models"].items()}
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
            said = error.errors()[0]["msg"] if isinstance(error, ValidationError) else one_line(error)
            raise ModelError(
                f"the lock {self.path} cannot be read: {said}",
                "put its backup back, or remove it: the models are then pinned anew as they are",
            ) from error

    def _change(self, change: Callable[[dict[str, Entry]], dict[str, Entry]]) -> None:
        try:
            with locked(self.path.with_name(f".{NAME}.lock")):
                self._write(change(self._read()))
        except OSError as error:
            raise ModelError(
                f"the lock {self.path} cannot be written: {error.strerror or error}",
                "make the folder writable, or name another one in SVODKA_MODELS_DIR",
            ) from error

    def _write(self, entries: Mapping[str, Entry]) -> None:
        models = {name: entry.model_dump(exclude_defaults=True) for name, entry in sorted(entries.items())}
        with tempfile.NamedTemporaryFile(
            "w", dir=self.path.parent, prefix=f".{NAME}.", delete=False, encoding="utf-8"
        ) as new:
            json.dump({"format": 1, "models": models}, new, ensure_ascii=False, indent=1)
        Path(new.name).chmod(0o644)
        Path(new.name).replace(self.path)


def files_of(folder: Path) -> tuple[Path, ...]:
    """The model's own files; what begins with a dot is a downloader's."""
    every = (path for path in folder.rglob("*") if path.is_file())
    return tuple(
        sorted(path for path in every if not any(part.startswith(".") for part in path.relative_to(folder).parts))
    )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
