"""The shelf of model families: one file a family, with that family's knowledge only.

A module defines `FILES` (what must be in the weights' folder; `a|b` is one of the two) and `load(spec, weights,
device)`. Where the weights must be converted before they run, it also defines `prepare(spec, weights, store, device) ->
Path`, which gives the folder that `load` gets.

A family whose weights lie elsewhere defines `ready(spec, settings) -> bool`, `connect(spec, settings) -> Model`, which
takes the place of `load`, and `COMMAND`, which makes it ready.
"""

from pathlib import Path
from typing import Protocol, cast

from summarizer.engine.model import Model
from summarizer.engine.runtime import Device
from summarizer.engine.spec import Spec
from summarizer.shelf import Shelf


class Family(Protocol):
    """What a module on this shelf promises."""

    FILES: tuple[str, ...]

    def load(self, spec: Spec, weights: Path, device: Device) -> Model:
        """The model, loaded. Raises `ModelError` where its files are not sound."""


_SHELF = Shelf(__name__, ("FILES", "load"))


def family(name: str) -> Family:
    """The family called `name`."""
    return cast(Family, _SHELF.get(name))


def names() -> tuple[str, ...]:
    """The families that run."""
    return _SHELF.names()
