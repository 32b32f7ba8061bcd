"""Models in one file, for machines without a network: a tar archive whose first member says what is in it.

The list has every file with its size and SHA-256. On the way in nothing is believed: a member that is not in the list,
is no plain file, has another size or another content ends the import, and nothing of the archive is used.
"""

import hashlib
import re
import shutil
import tarfile
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from io import BytesIO
from pathlib import Path
from typing import IO

from pydantic import BaseModel, ConfigDict, ValidationError

from summarizer.engine import families
from summarizer.engine.adding import write
from summarizer.engine.collection import Collection
from summarizer.engine.lock import Entry, Pinned
from summarizer.engine.machine import amount
from summarizer.engine.spec import Spec
from summarizer.errors import ModelError, UsageError
from summarizer.version import __version__

_LIST = "svodka-models.json"
_LARGEST_LIST = 16 * 2**20  # bytes: a list of a thousand files has 200 kB
_PLAIN = re.compile(r"[^\\/:*?\"<>|\x00-\x1f]+")
_AT_ONCE = 2**20


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    entry: Spec
    lock: Entry


class _Manifest(BaseModel):
    model_config = ConfigDict(frozen=True)

    format: int
    svodka: str
    models: Mapping[str, _Model]


def pack(collection: Collection, names: Sequence[str], output: Path) -> int:
    """Write the models into one archive, whole or not at all; gives its bytes. Every file is read and checked first.

    Raises `ModelError` for a model that is not there or not as it was pinned, `UsageError` for an output that cannot
    be written.
    """
    models = {name: _Model(entry=collection.spec(name), lock=_sound(collection, name)) for name in names}
    listed = _Manifest(format=1, svodka=__version__, models=models).model_dump_json(exclude_defaults=True, indent=1)
    try:
        with tempfile.NamedTemporaryFile(dir=output.parent, prefix=f".{output.name}.", delete=False) as new:
            path = Path(new.name)
            try:
                with tarfile.open(fileobj=new, mode="w") as archive:
                    _put(archive, _LIST, BytesIO(listed.encode()), len(listed.encode()))
                    for name, model in models.items():
                        for file, pinned in model.lock.files.items():
                            with (collection.store.place(model.entry) / file).open("rb") as content:
                                _put(archive, f"{name}/{file}", content, pinned.size)
            except BaseException:
                path.unlink()
                raise
        path.chmod(0o644)
        path.replace(output)
    except OSError as error:
        raise UsageError(f"cannot write {output}: {error.strerror or error}", "name another file with -o") from error
    return output.stat().st_size


def unpack(collection: Collection, archive: Path) -> tuple[str, ...]:
    """The models of an archive, now of this machine; gives their names. Raises `ModelError`, and then none of them is.

    A model that is here already, the same, stays; another one of its name is an error.
    """
    with _reading(archive) as tar, ExitStack() as alone:
        manifest = _manifest(tar, archive)
        for name, model in manifest.models.items():
            _check(collection, name, model)
        wanted = {name: model for name, model in manifest.models.items() if not _is_here(collection, name, model)}
        _room(collection, wanted)
        for name in wanted:
            alone.enter_context(collection.alone(name))
        folders = {name: collection.fresh(name, "imported") for name in wanted}
        try:
            _take_out(tar, manifest, folders)
            for name, model in wanted.items():
                collection.settle(model.entry, folders[name], model.lock)
                if name not in collection.specs:
                    write(collection, model.entry)
        finally:
            for folder in folders.values():
                shutil.rmtree(folder, ignore_errors=True)
    return tuple(manifest.models)


def _sound(collection: Collection, name: str) -> Entry:
    entry = collection.spec(name)
    if collection.store.find(entry) not in {None, collection.store.place(entry)}:
        raise ModelError(f"the model {name} comes with Svodka: it is on every machine already")
    faults = collection.verify(name)
    if faults:
        raise ModelError(
            f"the model {name} is not packed: {faults[0].file} {faults[0].what}", f"svodka models fetch {name}"
        )
    return collection.lock.held(name, collection.store.place(entry))


def _put(archive: tarfile.TarFile, name: str, content: IO[bytes], size: int) -> None:
    about = tarfile.TarInfo(name)
    about.size, about.mode = size, 0o644
    archive.addfile(about, content)


@contextmanager
def _reading(archive: Path) -> Iterator[tarfile.TarFile]:
    try:
        with tarfile.open(archive, "r:") as tar:
            yield tar
    except (tarfile.TarError, EOFError) as error:
        raise ModelError(f"{archive} is no archive of models, or is broken: {error}", "export it again") from error
    except OSError as error:
        raise ModelError(f"{archive} cannot be read in: {error.strerror or error}") from error


def _manifest(tar: tarfile.TarFile, archive: Path) -> _Manifest:
    first = tar.next()
    content = tar.extractfile(first) if first and first.isreg() and first.size <= _LARGEST_LIST else None
    if content is None or first is None or first.name != _LIST:
        raise ModelError(f"{archive} is no archive of models: it does not begin with {_LIST}")
    try:
        manifest = _Manifest.model_validate_json(content.read())
    except ValidationError as error:
        said = error.errors()[0]
        where = ".".join(map(str, said["loc"]))
        raise ModelError(f"the list in {archive} is not sound: {where}: {said['msg']}") from error
    if manifest.format != 1:
        raise ModelError(f"{archive} was written by Svodka {manifest.svodka} in a format that this version cannot read")
    return manifest


def _check(collection: Collection, name: str, model: _Model) -> None:
    """Whether this may be the name of a model and these the names of its files."""
    family = model.entry.family
    if name != model.entry.name or family not in families.names() or not families.family(family).FILES:
        raise ModelError(f"the archive is refused: its model {name!r} is of no family with files of its own")
    for file in model.lock.files:
        if not _PLAIN.fullmatch(file) or file.startswith(".") or file.endswith((".py", ".bin.index.json")):
            raise ModelError(f"the archive is refused: its model {name} has a file called {file!r}")
    here = collection.lock.entry(name)
    if here and collection.store.place(model.entry).exists() and _content(here) != _content(model.lock):
        raise ModelError(f"another {name} is on this machine already", f"svodka models remove {name}")


def _is_here(collection: Collection, name: str, model: _Model) -> bool:
    place = collection.store.place(model.entry)
    if not place.exists():
        return False
    return _content(collection.lock.held(name, place)) == _content(model.lock) and not collection.verify(name)


def _content(entry: Entry) -> dict[str, str]:
    return {file: pinned.sha256 for file, pinned in entry.files.items()}


def _room(collection: Collection, models: Mapping[str, _Model]) -> None:
    need = sum(pinned.size for model in models.values() for pinned in model.lock.files.values())
    collection.store.models.mkdir(parents=True, exist_ok=True)
    free = shutil.disk_usage(collection.store.models).free
    if free < need:
        raise ModelError(
            f"the archive needs {amount(need)} in {collection.store.models}, {amount(free)} are free",
            "make room, or name another folder in SVODKA_MODELS_DIR",
        )


def _take_out(tar: tarfile.TarFile, manifest: _Manifest, folders: Mapping[str, Path]) -> None:
    """Every listed file, each once, into its model's folder; those of models that are here already are passed over."""
    left = {
        f"{name}/{file}": pinned for name, one in manifest.models.items() for file, pinned in one.lock.files.items()
    }
    while (member := tar.next()) is not None:
        pinned = left.pop(member.name, None)
        if pinned is None or not member.isreg() or member.size != pinned.size:
            raise ModelError(f"the archive is refused: {member.name!r} in it is not what its list says")
        name, _, file = member.name.partition("/")
        if name in folders:
            _write(tar, member, folders[name] / file, pinned)
    if left:
        raise ModelError(f"the archive is not whole: it lacks {min(left)}")


def _write(tar: tarfile.TarFile, member: tarfile.TarInfo, target: Path, pinned: Pinned) -> None:
    content = tar.extractfile(member)
    if content is None:
        raise ModelError(f"the archive is refused: {member.name!r} is no plain file")
    whole = hashlib.sha256()
    with target.open("wb") as new:
        while part := content.read(_AT_ONCE):
            whole.update(part)
            new.write(part)
    if whole.hexdigest() != pinned.sha256:
        raise ModelError(f"the archive is refused: {member.name} has another content than its list says")
