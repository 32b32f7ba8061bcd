"""MarianMT folders of the hub (OPUS-MT, tc-big), converted for CTranslate2 on first use.

A model that writes several languages wants a tag as its first token (`>>rus<<`): the entry's prefix.
"""

from pathlib import Path

from summarizer.engine import conversion
from summarizer.engine.conversion import Recipe
from summarizer.engine.model import Model
from summarizer.engine.runtime import Device
from summarizer.engine.spec import Spec
from summarizer.engine.store import Store

FILES = ("config.json", "vocab.json", "source.spm", "target.spm", "model.safetensors|pytorch_model.bin")
_RECIPE = Recipe(FILES, "source.spm", "target.spm")


def prepare(spec: Spec, weights: Path, store: Store, device: Device) -> Path:
    """The converted folder."""
    return conversion.prepare(spec, weights, store, _RECIPE, device)


def load(spec: Spec, weights: Path, device: Device) -> Model:
    """The model, from the folder that `prepare` gave."""
    return conversion.opened(spec, weights, device)
