"""NLLB-200 and M2M100: the source begins with its own language's code, the output with the other's.

One sentence a prompt: given several, these models leave some out. NLLB's codes are the default (`rus_Cyrl`); an entry
of M2M100 names its own as prefixes (`__ru__`).
"""

from pathlib import Path

from summarizer.document import Lang, other_lang
from summarizer.engine import conversion
from summarizer.engine.conversion import Recipe
from summarizer.engine.model import Model, Prompt
from summarizer.engine.runtime import Device
from summarizer.engine.spec import Spec
from summarizer.engine.store import Store
from summarizer.engine.translator import END, Frame

FILES = (
    "config.json",
    "sentencepiece.bpe.model",
    "model.safetensors|model.safetensors.index.json|pytorch_model.bin",
)
_RECIPE = Recipe((*FILES, "vocab.json"), "sentencepiece.bpe.model", "sentencepiece.bpe.model")
_CODES: dict[Lang, str] = {"ru": "rus_Cyrl", "en": "eng_Latn"}


def prepare(spec: Spec, weights: Path, store: Store, device: Device) -> Path:
    """The converted folder."""
    return conversion.prepare(spec, weights, store, _RECIPE, device)


def load(spec: Spec, weights: Path, device: Device) -> Model:
    """The model, from the folder that `prepare` gave."""
    codes = {lang: prefix.strip() for lang, prefix in ({**_CODES, **spec.prefix}).items()}

    def frame(prompt: Prompt) -> Frame:
        to = prompt.to or "en"
        return Frame(before=(codes[other_lang(to)],), after=(END,), start=(codes[to],))

    return conversion.opened(spec, weights, device, frame)
