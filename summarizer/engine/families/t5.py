"""T5, mT5 and their kin: the task and the language are words before the text ("translate to ru: ", "<2ru> ").

`{size}` in an entry's prefix is where a summariser is told how long to write: "brief ", "" or "big ".
"""

from pathlib import Path

from summarizer.engine import conversion
from summarizer.engine.conversion import Recipe
from summarizer.engine.model import Model, Prompt
from summarizer.engine.pieces import JSON, JsonPieces
from summarizer.engine.runtime import Device
from summarizer.engine.spec import Spec
from summarizer.engine.store import Store
from summarizer.engine.translator import END, Frame

FILES = (
    "config.json",
    "spiece.model|tokenizer.json|merges.txt",
    "model.safetensors|model.safetensors.index.json|pytorch_model.bin",
)
# Wide: trained in bfloat16, they give nothing but padding in float16 (github.com/OpenNMT/CTranslate2/issues/1074).
_RECIPE = Recipe((*FILES, "vocab.json", "merges.txt"), "spiece.model", "spiece.model", wide=True)
# Words, between the lengths of a digest (60, 120, 250); not swept: the weights were not to be had on the machine where
# this was written (28 November 2026).
_BRIEF, _BIG = 45, 100


def prepare(spec: Spec, weights: Path, store: Store, device: Device) -> Path:
    """The converted folder."""
    return conversion.prepare(spec, weights, store, _RECIPE, device)


def load(spec: Spec, weights: Path, device: Device) -> Model:
    """The model, from the folder that `prepare` gave."""
    after = JsonPieces(weights / JSON).around()[1] if (weights / JSON).is_file() else (END,)

    def frame(prompt: Prompt) -> Frame:
        prefix = spec.prefix.get(prompt.to, "") if prompt.to else ""
        return Frame(words=prefix.replace("{size}", _size(prompt.words)), after=after)

    return conversion.opened(spec, weights, device, frame)


def _size(words: int) -> str:
    if 0 < words <= _BRIEF:
        return "brief "
    return "big " if words >= _BIG else ""
