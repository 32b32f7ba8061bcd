"""A shelf is a package whose modules all keep one promise: put a file on it and it is found by its name."""

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType

from summarizer.errors import ShelfError, UsageError


class Shelf:
    """The modules of `package`, by file name; `promise` lists the names that each must define.

    Modules whose name begins with an underscore are the package's own affair. Nothing is imported before it is asked
    for. `get` raises `UsageError` with the names there are, `ShelfError` when a module is broken.
    """

    def __init__(self, package: str, promise: tuple[str, ...]) -> None:
        self._package = package
        self._promise = promise
        # a check asks for its facts at every sentence: the folder is looked into once
        self._names: tuple[str, ...] | None = None
        self._found: dict[str, ModuleType] = {}

    def names(self) -> tuple[str, ...]:
        """The names on the shelf, sorted."""
        if self._names is None:
            path = importlib.import_module(self._package).__path__
            found = (module.name for module in pkgutil.iter_modules(path))
            self._names = tuple(sorted(name for name in found if not name.startswith("_")))
        return self._names

    def get(self, name: str) -> ModuleType:
        """The module called `name`."""
        if name not in self._found:
            self._found[name] = self._load(name)
        module = self._found[name]
        missing = [promised for promised in self._promise if not hasattr(module, promised)]
        if missing:
            raise ShelfError(f"the {self._kind} {name!r} does not define {', '.join(missing)}")
        return module

    def all(self) -> Iterator[tuple[str, ModuleType]]:
        """Every module with its name, in the order of the names."""
        for name in self.names():
            yield name, self.get(name)

    def _load(self, name: str) -> ModuleType:
        if name not in self.names():
            raise UsageError(f"there is no {self._kind} called {name!r}", f"there are: {', '.join(self.names())}")
        try:
            return importlib.import_module(f"{self._package}.{name}")
        except ImportError as error:
            raise ShelfError(f"the {self._kind} {name!r} cannot be imported: {error}") from error

    @property
    def _kind(self) -> str:
        return self._package.rsplit(".", 1)[-1]
