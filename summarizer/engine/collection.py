"""What one does with the models of this machine: fetch, add, verify, remove, and carry them to another one.

A model is made ready in a folder of another name and put in its place when it is whole, checked and pinned: what a
killed process left is never taken for a model, and the next one goes on from there. Of two processes that want the
same model, one waits for the other.
"""

import json
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

from summarizer.config import Settings
from summarizer.engine import families, hub, pickles, spec
from summarizer.engine.lock import Entry, Fault, LockFile
from summarizer.engine.machine import amount
from summarizer.engine.spec import Spec
from summarizer.engine.store import Store, locked, missing
from summarizer.errors import ModelError

Say: TypeAlias = Callable[[str], None]
Fetch: TypeAlias = Callable[[Spec, Path], Mapping[str, str]]


class Collection:
    """The models in the user's folder, with their lock."""

    def __init__(self, settings: Settings, store: Store | None = None) -> None:
        self._settings = settings
        self.store = store or Store(settings)
        self.lock = LockFile(self.store)
        self.own_list = spec.own_list(settings)
        self.specs = {entry.name: entry for entry in spec.read(self.own_list)}

    def spec(self, name: str) -> Spec:
        """The entry of that name. Raises `ModelError`."""
        if name not in self.specs:
            raise ModelError(f"there is no model called {name!r}", "`svodka models list` shows the names")
        return self.specs[name]

    def fetch(self, name: str, say: Say, *, update: bool = False) -> Path:
        """The model's folder, fetched where it is not there or not sound: at the commit that is pinned, if one is.

        With `update` the newest commit takes the place of what is there. Says licence and size first.
        """
        entry = self.spec(name)
        self._may_fetch(entry)
        with self.alone(name):
            place = self.store.place(entry)
            if not update and self._is_sound(entry, place):
                say(f"{name} is here already, as it was pinned")
                return place
            self._refuse_own(entry)
            pinned = None if update else self.lock.entry(name)
            new, came = self._hub(entry, pinned, say) if entry.repo else self._family(entry, say)
            self.settle(entry, new, came)
        say(f"{name} is in {place}, pinned in {self.lock.path.name}")
        return place

    def verify(self, name: str) -> tuple[Fault, ...]:
        """What of the model's files is not as it was pinned, every one of them read anew; pins what is not pinned yet.

        Raises `ModelError` where the model is not there.
        """
        entry = self.spec(name)
        folder = self.store.find(entry)
        if folder is None:
            raise ModelError(f"the model {name} is not on this machine", f"svodka models fetch {name}")
        if folder != self.store.place(entry):
            return shipped_faults(folder)
        self.lock.held(name, folder)
        return self.lock.faults(name, folder, anew=True)

    def remove(self, name: str) -> None:
        """Remove the model's files, what was converted from them and what was begun; pin it no more."""
        entry = self.spec(name)
        place = self.store.place(entry)
        with self.alone(name):
            begun = list(self.store.models.glob(f".{name}.*.new"))
            if not place.exists() and not begun:
                what = "comes with Svodka and stays" if self.store.find(entry) else "is not on this machine"
                raise ModelError(f"the model {name} {what}")
            for folder in (place, *begun, *self.store.conversions(name)):
                discard(folder)
            self.lock.forget(name)

    def settle(self, entry: Spec, new: Path, came: Entry) -> None:
        """Put a folder that is ready in its place: weights out of pickles, nothing missing, pinned."""
        converted = pickles.convert(entry.name, new)
        lacks = missing(new, families.family(entry.family).FILES)
        if lacks:
            wanted = ", ".join(lacks).replace("|", " or ")
            raise ModelError(f"{entry.name} cannot be used: {came.origin} has no {wanted}")
        before = self.lock.entry(entry.name)
        came = came.model_copy(update={"files": self.lock.pinned_files(new, converted)})
        _refuse_another(entry.name, before, came)
        place = self.store.place(entry)
        old = place.with_name(f".{entry.name}.old.new")
        discard(old)
        if place.exists():
            place.replace(old)
        self.lock.pin(entry.name, came)
        new.replace(place)
        discard(old)

    @contextmanager
    def alone(self, name: str) -> Iterator[None]:
        """No other process does anything with this model meanwhile."""
        try:
            with locked(self.store.models / f".{name}.lock"):
                yield
        except OSError as error:
            raise ModelError(
                f"{self.store.models} cannot be written: {error.strerror or error}",
                "make room or make it writable, or name another folder in SVODKA_MODELS_DIR",
            ) from error

    def fresh(self, name: str, what: str) -> Path:
        """A folder in which the model is made ready; what another attempt at the same left is in it, others go."""
        new = self.store.models / f".{name}.{what}.new"
        for other in self.store.models.glob(f".{name}.*.new"):
            if other != new:
                discard(other)
        new.mkdir(exist_ok=True)
        return new

    def _refuse_own(self, entry: Spec) -> None:
        """An index has another model than the one in a folder that the user added."""
        pinned = self.lock.entry(entry.name)
        if pinned and not entry.repo and pinned.origin != _index(entry):
            raise ModelError(
                f"{entry.name} came from {pinned.origin}, not from an index: it is not fetched",
                f"svodka models remove {entry.name}, then svodka models add DIR",
            )

    def _may_fetch(self, entry: Spec) -> None:
        if entry.family not in families.names():
            raise ModelError(f"the model {entry.name} is of the family {entry.family}, which this version cannot run")
        family = families.family(entry.family)
        if not entry.repo and not hasattr(family, "fetch"):
            here = self.store.find(entry) is not None
            why = "comes with Svodka" if here else "has no repository to be fetched from"
            raise ModelError(f"the model {entry.name} {why}", str(getattr(family, "COMMAND", "")))
        if self._settings.offline:
            raise ModelError(
                f"{entry.name} cannot be fetched: SVODKA_OFFLINE or HF_HUB_OFFLINE is set",
                "unset it, or bring the model in an archive: svodka models import FILE",
            )

    def _is_sound(self, entry: Spec, place: Path) -> bool:
        whole = place.is_dir() and not missing(place, families.family(entry.family).FILES)
        return whole and self.lock.entry(entry.name) is not None and not self.lock.faults(entry.name, place)

    def _hub(self, entry: Spec, pinned: Entry | None, say: Say) -> tuple[Path, Entry]:
        plan = hub.plan(entry, families.family(entry.family).FILES, pinned.commit if pinned else "")
        said = f", its card says {plan.licence}" if plan.licence else ""
        say(f"{entry.name}: {terms(entry)}{said}; {amount(plan.size)} from {plan.page}, commit {plan.commit[:10]}")
        if plan.weights_commit:
            say(f"its weights are the safetensors of the conversion branch, commit {plan.weights_commit[:10]}")
        elif plan.pickled:
            say("its weights are a pickle: read for tensors alone, written as safetensors, then deleted")
        new = self.fresh(entry.name, f"{plan.commit[:12]}{plan.weights_commit[:12]}")
        hub.download(plan, new)
        came = Entry(origin=plan.page, commit=plan.commit, weights_commit=plan.weights_commit, licence=plan.licence)
        return new, came

    def _family(self, entry: Spec, say: Say) -> tuple[Path, Entry]:
        family = families.family(entry.family)
        fetch: Fetch = family.fetch  # type: ignore[attr-defined]
        say(f"{entry.name}: {terms(entry)}" + (f"; {entry.size}" if entry.size else ""))
        notice = str(getattr(family, "NOTICE", ""))
        if notice and not any(self.lock.entry(one) for one in self._of_family(entry.family)):
            say(notice)
        new = self.fresh(entry.name, entry.family)
        listed = fetch(entry, new)
        found = {name: pinned.sha256 for name, pinned in self.lock.pinned_files(new).items()}
        if found != dict(listed):
            raise ModelError(f"{entry.name}: what was fetched is not what its index lists", "fetch it again")
        return new, Entry(origin=_index(entry))

    def _of_family(self, family: str) -> list[str]:
        return [name for name, entry in self.specs.items() if entry.family == family]


def _index(entry: Spec) -> str:
    return f"the index of {entry.family}"


def terms(entry: Spec) -> str:
    """The licence, and whether the model may be used commercially; what is only remembered is said to be."""
    asked = {True: "yes", False: "no", None: "not known"}[entry.commercial]
    marks = {field: " (not verified)" if field in entry.unverified else "" for field in ("licence", "commercial")}
    return f"licence {entry.licence or 'not known'}{marks['licence']}, commercial use: {asked}{marks['commercial']}"


def shipped_faults(folder: Path) -> tuple[Fault, ...]:
    """What of a model that came with the package is not as its `svodka.json` says."""
    from summarizer.engine.store import sha256

    content = json.loads((folder / "svodka.json").read_text(encoding="utf-8"))
    faults = []
    for name, wanted in content.get("sha256", {}).items():
        if not (folder / name).is_file():
            faults.append(Fault(file=name, what="is missing"))
        elif sha256(folder / name) != wanted:
            faults.append(Fault(file=name, what="is not the one that was pinned"))
    return tuple(faults)


def discard(folder: Path) -> None:
    """Remove a folder, from its name first: what is half removed is never found."""
    if not folder.exists():
        return
    gone = folder.with_name(f".{folder.name.lstrip('.')}.gone")
    shutil.rmtree(gone, ignore_errors=True)
    folder.replace(gone)
    shutil.rmtree(gone, ignore_errors=True)


def _refuse_another(name: str, before: Entry | None, came: Entry) -> None:
    """What was pinned at a commit is what that commit has to give again."""
    if before is None or not before.commit or before.commit != came.commit:
        return
    for file, pinned in before.files.items():
        now = came.files.get(file)
        if now and (now.converted_from or now.sha256) != (pinned.converted_from or pinned.sha256):
            raise ModelError(
                f"{name}: {file} of commit {came.commit[:10]} is not the one that was pinned",
                f"`svodka models remove {name}` forgets what was pinned; do so only if you know why it changed",
            )
