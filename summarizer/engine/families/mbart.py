"""mBART and BART: summarisers (Gazeta, CNN) and the many-to-many translators.

Three ways to say the language, of one architecture: mBART-25 ends the source with its code and starts the decoder with
the other one; mBART-50 begins both sides with a code, after the end token on the decoder's side; BART knows one
language and starts as its tokenizer does.
"""

import json
from pathlib import Path

from summarizer.document import Lang, other_lang
from summarizer.engine import conversion
from summarizer.engine.conversion import Recipe
from summarizer.engine.model import Model, Prompt
from summarizer.engine.pieces import JSON, JsonPieces
from summarizer.engine.runtime import Device
from summarizer.engine.spec import Spec
from summarizer.engine.store import Store
from summarizer.engine.translator import END, Frame, Framing
from summarizer.errors import ModelError

FILES = (
    "config.json",
    "sentencepiece.bpe.model|tokenizer.json|merges.txt",
    "model.safetensors|model.safetensors.index.json|pytorch_model.bin",
)
_RECIPE = Recipe((*FILES, "vocab.json", "merges.txt"), "sentencepiece.bpe.model", "sentencepiece.bpe.model")
_CODES: dict[Lang, str] = {"ru": "ru_RU", "en": "en_XX"}


def prepare(spec: Spec, weights: Path, store: Store, device: Device) -> Path:
    """The converted folder."""
    return conversion.prepare(spec, weights, store, _RECIPE, device)


def load(spec: Spec, weights: Path, device: Device) -> Model:
    """The model, from the folder that `prepare` gave."""
    return conversion.opened(spec, weights, device, _framing(spec, weights))


def _framing(spec: Spec, weights: Path) -> Framing:
    if (weights / JSON).is_file():
        before, after = JsonPieces(weights / JSON).around()
        return lambda _: Frame(before=before, after=after, start=before)
    code = {**_CODES, **spec.prefix}
    starts_with_code = _decoder_start(weights) is None  # mBART-25

    def frame(prompt: Prompt) -> Frame:
        to = prompt.to or "ru"
        source = code[to if prompt.task == "digest" else other_lang(to)]
        if starts_with_code:
            return Frame(after=(END, source), start=(code[to],))
        return Frame(before=(source,), after=(END,), start=(code[to],))

    return frame


def _decoder_start(weights: Path) -> str | None:
    try:
        config = json.loads((weights / "config.json").read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"{weights / 'config.json'} cannot be read") from error
    start: str | None = config.get("decoder_start_token")
    return start
