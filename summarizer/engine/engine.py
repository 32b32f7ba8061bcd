"""From what a job needs to a loaded model: the best one on this machine, or the command to get one."""

import shlex
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Literal, TypeAlias, cast

from summarizer.config import Settings
from summarizer.document import Lang
from summarizer.engine import families, spec
from summarizer.engine.model import Model
from summarizer.engine.runtime import device
from summarizer.engine.spec import Direction, Spec
from summarizer.engine.store import Store, missing
from summarizer.errors import ModelError

State: TypeAlias = Literal["ready", "incomplete", "absent", "not yet runnable"]
_NEVER_CHOSEN = "echo"  # a family for trying things out: by name only


@dataclass(frozen=True, slots=True)
class Listed:
    """A model as it stands on this machine; `command` fetches it, "" where nothing is known to fetch."""

    spec: Spec
    state: State
    folder: Path | None
    command: str


class Engine:
    """The models of this machine; a loaded one is kept until `close`."""

    def __init__(self, settings: Settings, store: Store | None = None) -> None:
        self._settings = settings
        self._store = store or Store(settings)
        self._specs = spec.read(settings.models_file)
        self._loaded: dict[str, Model] = {}
        self._lock = Lock()

    def available(self) -> tuple[Listed, ...]:
        """Every model that is known, best first."""
        return tuple(self._listed(entry) for entry in self._specs)

    def choose(self, task: str, source: Lang, to: Lang, name: str | None = None) -> Spec:
        """The best model on this machine for the task and direction, or the one called `name`.

        The entry comes with this direction as its only one. Raises `ModelError`, with the command that gets a model.
        """
        direction = cast(Direction, f"{source}-{to}")
        entries = [entry for entry in self._specs if entry.serves(task, source, to)]
        wanted = f"{task} {direction}"
        chosen = self._named(name, wanted, entries) if name else self._best(entries, wanted)
        return chosen.model_copy(update={"directions": (direction,)})

    def load(self, spec: Spec) -> Model:
        """The model, loaded once. Raises `ModelError` where its files are not there or not sound."""
        with self._lock:
            if spec.name not in self._loaded:
                self._loaded[spec.name] = self._load(spec)
            return self._loaded[spec.name]

    def notice(self, spec: Spec) -> str:
        """A line with the command for a better model, where this machine has none better than `spec`, else ""."""
        better = [self._listed(entry) for entry in self._better(spec)]
        if not better or any(listed.state == "ready" for listed in better):
            return ""
        best = next((listed for listed in better if listed.command), None)
        if best is None:
            return ""
        licence = f" ({best.spec.licence})" if best.spec.licence else ""
        return f"{spec.name} is the best model on this machine; a better one, {best.spec.name}{licence}: {best.command}"

    def close(self) -> None:
        """Free the models."""
        with self._lock:
            for model in self._loaded.values():
                model.close()
            self._loaded.clear()

    def _load(self, entry: Spec) -> Model:
        listed = self._listed(entry)
        if listed.state != "ready":
            raise self._not_ready(listed)
        family = families.family(entry.family)
        connect: Callable[[Spec, Settings], Model] | None = getattr(family, "connect", None)
        if connect:
            return connect(entry, self._settings)
        weights = listed.folder or Path()
        prepare: Callable[[Spec, Path, Store], Path] | None = getattr(family, "prepare", None)
        try:
            folder = prepare(entry, weights, self._store) if prepare else weights
            return family.load(entry, folder, device(self._settings))
        except ModelError as error:
            error.hint = error.hint or listed.command
            raise

    def _named(self, name: str, wanted: str, entries: list[Spec]) -> Spec:
        entry = next((entry for entry in self._specs if entry.name == name), None)
        if entry is None:
            raise ModelError(f"there is no model called {name!r}", "`svodka models list` shows the names")
        if entry not in entries:
            names = ", ".join(entry.name for entry in entries if entry.family in families.names())
            raise ModelError(f"the model {name} cannot {wanted}", f"these can: {names}" if names else "")
        listed = self._listed(entry)
        if listed.state != "ready":
            raise self._not_ready(listed)
        return entry

    def _best(self, entries: list[Spec], wanted: str) -> Spec:
        listed = [self._listed(entry) for entry in entries if entry.family != _NEVER_CHOSEN]
        ready = next((one.spec for one in listed if one.state == "ready"), None)
        if ready is None:
            command = next((one.command for one in listed if one.command and one.state != "not yet runnable"), "")
            raise ModelError(f"no model on this machine can {wanted}", command)
        return ready

    def _better(self, entry: Spec) -> list[Spec]:
        """Entries before this one that do the same, of families that run."""
        names = [other.name for other in self._specs]
        before = self._specs[: names.index(entry.name)] if entry.name in names else ()
        runs = [other for other in before if other.family in families.names() and other.family != _NEVER_CHOSEN]
        same = set(entry.tasks), set(entry.directions)
        return [other for other in runs if same[0] & set(other.tasks) and same[1] & set(other.directions)]

    def _listed(self, entry: Spec) -> Listed:
        folder = self._store.find(entry)
        return Listed(entry, self._state(entry, folder), folder, self._command(entry))

    def _state(self, entry: Spec, folder: Path | None) -> State:
        if entry.family not in families.names():
            return "not yet runnable"
        family = families.family(entry.family)
        ready: Callable[[Spec, Settings], bool] = getattr(family, "ready", lambda *_: not family.FILES)
        if ready(entry, self._settings):
            return "ready"
        if folder is None:
            return "absent"
        return "incomplete" if missing(folder, family.FILES) or not family.FILES else "ready"

    def _command(self, entry: Spec) -> str:
        if not entry.repo:
            return (
                str(getattr(families.family(entry.family), "COMMAND", "")) if entry.family in families.names() else ""
            )
        revision = f" --revision {entry.revision}" if entry.revision else ""
        return f"hf download {entry.repo}{revision} --local-dir {shlex.quote(str(self._store.place(entry)))}"

    def _not_ready(self, listed: Listed) -> ModelError:
        name, family = listed.spec.name, listed.spec.family
        if listed.state == "not yet runnable":
            return ModelError(f"the model {name} is of the family {family}, which this version cannot run")
        if listed.state == "incomplete" and listed.folder:
            files = ", ".join(missing(listed.folder, families.family(family).FILES)).replace("|", " or ")
            return ModelError(f"the model {name} is not whole: {listed.folder} lacks {files}", listed.command)
        return ModelError(f"the model {name} is not on this machine", listed.command)
