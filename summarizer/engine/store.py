"""Where weights lie on this machine and what was converted from them: told apart by content, never half there."""

import hashlib
import json
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from summarizer.config import Settings
from summarizer.engine.spec import Spec
from summarizer.errors import ModelError

EMBEDDED = Path(__file__).parents[1] / "data" / "models"
_TEMPORARY = ".new"


class Store:
    """The user's folder of models, the models in the package, and the cache of converted ones."""

    def __init__(self, settings: Settings, embedded: Path = EMBEDDED) -> None:
        self._models = settings.models_dir
        self._embedded = embedded
        self._converted = settings.cache_dir / "converted"
        self._hashes = settings.cache_dir / "hashes.json"

    @property
    def models(self) -> Path:
        """The user's folder of models."""
        return self._models

    def place(self, spec: Spec) -> Path:
        """Where the user puts this model's files."""
        return self._models / spec.name

    def sha256(self, file: Path) -> str:
        """The SHA-256 of a file's content, which is read again only when size or time changed."""
        return self._content(file)

    def find(self, spec: Spec) -> Path | None:
        """The folder with this model's files, be they complete or not; the user's goes before the package's."""
        for folder in (self.place(spec), self._embedded / spec.name):
            if folder.is_dir() and any(not file.name.startswith(".") for file in folder.iterdir()):
                return folder
        return None

    def fingerprint(self, files: Sequence[Path]) -> str:
        """A hash of the files' names, sizes and contents; a content is read again only when size or time changed."""
        whole = hashlib.sha256()
        for file in sorted(files):
            whole.update(f"{file.name}\0{file.stat().st_size}\0{self._content(file)}\n".encode())
        return whole.hexdigest()

    def converted(self, key: str, make: Callable[[Path], None]) -> Path:
        """The converted model called `key`; `make` fills an empty folder with it once.

        Of two processes that want it, one makes it and the other waits. Until it is whole it lies in a folder of
        another name; what a killed process left there is removed. Raises `ModelError` where nothing can be written.
        """
        folder = self._converted / key
        if folder.is_dir():
            return folder
        try:
            self._converted.mkdir(parents=True, exist_ok=True)
            with locked(self._converted / f".{key}.lock"):
                self._make(folder, make)
        except OSError as error:
            raise ModelError(
                f"the converted model {key} cannot be written: {error.strerror or error}",
                f"make room in {self._converted}, or name another folder in SVODKA_CACHE_DIR",
            ) from error
        return folder

    def conversions(self, name: str) -> tuple[Path, ...]:
        """What was converted from this model's files, then or now."""
        return tuple(self._converted.glob(f"{name}-????????-*"))

    def _make(self, folder: Path, make: Callable[[Path], None]) -> None:
        if folder.is_dir():  # made by another process while this one waited
            return
        for leftover in folder.parent.glob(f".{folder.name}{_TEMPORARY}*"):
            shutil.rmtree(leftover, ignore_errors=True)
        new = Path(tempfile.mkdtemp(dir=folder.parent, prefix=f".{folder.name}{_TEMPORARY}"))
        try:
            make(new)
            new.chmod(0o755)
            new.replace(folder)
        finally:
            shutil.rmtree(new, ignore_errors=True)

    def _content(self, file: Path) -> str:
        facts = file.stat()
        known = self._known_hashes()
        size, time, value = known.get(str(file.resolve()), (-1, -1, ""))
        if (size, time) != (facts.st_size, facts.st_mtime_ns):
            value = sha256(file)
            self._remember(known | {str(file.resolve()): (facts.st_size, facts.st_mtime_ns, value)})
        return value

    def _known_hashes(self) -> dict[str, tuple[int, int, str]]:
        try:
            content = json.loads(self._hashes.read_text(encoding="utf-8"))
            return {name: (int(size), int(time), str(value)) for name, (size, time, value) in content.items()}
        except (OSError, ValueError, TypeError, AttributeError):  # none yet, or not ours: read the files again
            return {}

    def _remember(self, hashes: dict[str, tuple[int, int, str]]) -> None:
        with suppress(OSError):  # a cache that cannot be written costs time only
            self._hashes.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile("w", dir=self._hashes.parent, delete=False, encoding="utf-8") as new:
                json.dump(hashes, new)
            Path(new.name).replace(self._hashes)


def missing(folder: Path, files: Sequence[str]) -> tuple[str, ...]:
    """Which of the files a family wants are not in the folder; `a|b` wants one of the two."""
    return tuple(wanted for wanted in files if first_of(folder, wanted) is None)


def first_of(folder: Path, wanted: str) -> Path | None:
    """The first of the files `a|b|c` that is in the folder and not empty."""
    files = (folder / name for name in wanted.split("|"))
    return next((file for file in files if file.is_file() and file.stat().st_size), None)


def sha256(file: Path) -> str:
    """The SHA-256 of a file's content, in hexadecimal."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a lock that the system frees when the process ends, however it ends; raises `OSError`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a+b") as file:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl

            fcntl.flock(file.fileno(), fcntl.LOCK_EX)
        yield  # the file stays: to remove it would let a third process lock another one of the same name
