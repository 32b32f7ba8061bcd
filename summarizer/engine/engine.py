"""From what a job needs to a loaded model: the best one on this machine, or the command to get one."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Literal, TypeAlias, cast

from summarizer.config import Settings
from summarizer.document import Lang
from summarizer.engine import canary, families, room, spec
from summarizer.engine.lock import Entry, LockFile
from summarizer.engine.model import Hints, Model
from summarizer.engine.runtime import Device, device
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

    def __init__(self, settings: Settings, store: Store | None = None, hints: Hints | None = None) -> None:
        """`hints`: what is known of a text's words, for models that have learnt to read it."""
        self._settings = settings
        self._hints = hints
        self._store = store or Store(settings)
        self._lock_file = LockFile(self._store)
        self._canaries = canary.Canaries(settings.cache_dir)
        self._specs = spec.read(spec.own_list(settings))
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
                room.make(self._loaded.values(), self._store.find(spec))
                self._loaded[spec.name] = self._load(spec)
            return self._loaded[spec.name]

    def prove(self, name: str, *, accept: bool = False) -> canary.Answers:
        """Have a model answer its canaries now, whenever it last did; with `accept` what it answers is held for right.

        Raises `ModelError` where it cannot be loaded.
        """
        entry = next(entry for entry in self._specs if entry.name == name)
        with self._lock:
            listed = self._listed(entry)
            model = self._loaded[name] if name in self._loaded else self._opened(entry, listed)
            self._loaded[name] = model
            if listed.folder is None:
                return canary.Answers({}, "")
            return self._asked(entry, listed.folder, model, accept=accept)

    def notice(self, spec: Spec) -> str:
        """A line with the command for a better model, where this machine has none better than `spec`, else ""."""
        better = [self._listed(entry) for entry in self._better(spec)]
        if not better or any(listed.state == "ready" for listed in better):
            return ""
        if (best := _offered(better)) is None:
            return ""
        licence = f" ({best.spec.licence})" if best.spec.licence else ""
        return f"{spec.name} is the best model on this machine; a better one, {best.spec.name}{licence}: {best.command}"

    def account(self, listed: Listed) -> str:
        """How CTranslate2 has the model's weights, in words; "" of what does not run on it, or not yet."""
        from summarizer.engine import conversion

        if listed.folder is None or (on := self._device()) is None:
            return ""
        return conversion.account(listed.spec.name, listed.folder, self._store, on)

    @property
    def kind(self) -> str:
        """The kind of device that models run on: cpu, cuda."""
        return on.kind if (on := self._device()) else "cpu"

    def close(self) -> None:
        """Free the models."""
        with self._lock:
            for model in self._loaded.values():
                model.close()
            self._loaded.clear()

    def _device(self) -> Device | None:
        with suppress(ModelError):  # a GPU that is asked for and not there
            return device(self._settings)
        return None

    def _load(self, entry: Spec) -> Model:
        listed = self._listed(entry)
        model = self._opened(entry, listed)
        if listed.folder is None:
            return model
        state = canary.state(listed.folder, self._pinned(entry, listed.folder), model.signature)
        if self._canaries.is_known(entry.name, state):
            return model
        whole = next((one for one in self._specs if one.name == entry.name), entry)  # in every direction
        change = self._canaries.change(entry.name, state)
        try:
            answers = self._asked(whole, listed.folder, model)
            if answers.fault:
                raise canary.refused(entry.name, answers.fault, change)
        except ModelError:
            model.close()
            raise
        return model

    def _opened(self, entry: Spec, listed: Listed) -> Model:
        if listed.state != "ready":
            raise self._not_ready(listed)
        family = families.family(entry.family)
        connect: Callable[[Spec, Settings], Model] | None = getattr(family, "connect", None)
        if connect:
            return connect(entry, self._settings)
        weights = listed.folder or Path()
        prepare: Callable[[Spec, Path, Store, Device], Path] | None = getattr(family, "prepare", None)
        try:
            self._refuse_changed(entry, listed)
            on = device(self._settings)
            model = family.load(entry, prepare(entry, weights, self._store, on) if prepare else weights, on)
        except ModelError as error:
            error.hint = error.hint or listed.command
            raise
        if self._hints and hasattr(model, "take"):
            model.take(self._hints)
        return model

    def _refuse_changed(self, entry: Spec, listed: Listed) -> None:
        """Hold a folder of the user's against what is pinned of it; what is not pinned yet is pinned as it is."""
        if listed.folder is None or self._pinned(entry, listed.folder) is None:
            return
        faults = self._lock_file.faults(entry.name, listed.folder)
        if faults:
            raise ModelError(
                f"the model {entry.name} is not loaded: {listed.folder / faults[0].file} {faults[0].what}",
                f"`svodka models verify {entry.name}` shows all; `svodka models fetch {entry.name}` gets it again",
            )

    def _pinned(self, entry: Spec, folder: Path) -> Entry | None:
        if folder != self._store.place(entry):
            return None  # it came with the package, and has its hashes in its svodka.json
        return self._lock_file.held(entry.name, folder)

    def _asked(self, entry: Spec, folder: Path, model: Model, *, accept: bool = False) -> canary.Answers:
        """The model's answers, held against those that it gave when it was pinned; its first ones are pinned."""
        pinned = self._pinned(entry, folder)
        shipped = {str(direction): text for direction, text in entry.gives.items()}
        before = {} if accept else (pinned.canary if pinned and pinned.canary else shipped)
        answers = canary.ask(entry, model, before)
        if answers.fault and not accept:
            return answers
        if pinned and (accept or not pinned.canary):
            self._lock_file.pin(entry.name, pinned.model_copy(update={"canary": answers.gave}))
        self._canaries.remember(entry.name, canary.state(folder, pinned, model.signature))
        return answers

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
            command = best.command if (best := _offered(listed)) else ""
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
        if entry.family not in families.names():
            return ""
        family = families.family(entry.family)
        if entry.repo or hasattr(family, "fetch"):
            return f"svodka models fetch {entry.name}"
        return str(getattr(family, "COMMAND", ""))

    def _not_ready(self, listed: Listed) -> ModelError:
        name, family = listed.spec.name, listed.spec.family
        if listed.state == "not yet runnable":
            return ModelError(f"the model {name} is of the family {family}, which this version cannot run")
        if listed.state == "incomplete" and listed.folder:
            files = ", ".join(missing(listed.folder, families.family(family).FILES)).replace("|", " or ")
            return ModelError(f"the model {name} is not whole: {listed.folder} lacks {files}", listed.command)
        return ModelError(f"the model {name} is not on this machine", listed.command)


def _offered(listed: list[Listed]) -> Listed | None:
    """The one to fetch first: one that is marked so, else the best."""
    to_be_had = [one for one in listed if one.command and one.state != "not yet runnable"]
    return next((one for one in to_be_had if one.spec.offered), next(iter(to_be_had), None))
