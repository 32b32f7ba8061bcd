"""Mozilla's student models, as Firefox runs them, through `fxtranslate` (a native engine, int8, MPL-2.0).

One sentence a call. The engine gives no scores, no alternatives and no alignment, and cuts silently what is over its
window: a sentence over ours never gets there whole without being said to be cut.
"""

import re
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.engine.families import _firefox_index
from summarizer.engine.model import Completion, Prompt
from summarizer.engine.runtime import Device
from summarizer.engine.spec import Spec
from summarizer.errors import ModelError, one_line

if TYPE_CHECKING:
    from fxtranslate import Translator
    from sentencepiece import SentencePieceProcessor

_PAIRS = ("ruen", "enru")
_KINDS = ("intgemm.alphas.bin", "intgemm8.bin", "bin")
FILES = (
    "|".join(f"model.{pair}.{kind}" for pair in _PAIRS for kind in _KINDS),
    "|".join(f"{side}.{pair}.spm" for side in ("vocab", "srcvocab") for pair in _PAIRS),
)
NOTICE = (
    "These files come from the browser's own delivery service. Its makers say: not for production services; "
    "a team should keep a copy of its own (FXTRANSLATE_RECORDS_URL names another index)."
)
_WINDOW = 128  # pieces: Marian's max-length-break in Firefox's own settings; what fxtranslate cuts at it does not say


class Firefox:
    """A `Model`."""

    def __init__(self, spec: Spec, translator: "Translator", pieces: "SentencePieceProcessor") -> None:
        self.name = spec.name
        self.signature = f"{spec.name}@fxtranslate-{version('fxtranslate')}+int8-{translator.backend()}"
        self.window = (spec.window or _WINDOW) - 1
        self.chats = False
        self._translator: Translator | None = translator
        self._pieces = pieces

    def count(self, text: str) -> int:
        """Pieces of `text`; the end is not among them, nor in `window`."""
        return len(self._pieces.encode(text))

    def complete(self, prompts: Sequence[Prompt]) -> list[Completion]:
        """One completion a prompt, in order; a prompt's prefix and alternatives are more than the engine can."""
        return [self._one(prompt.text) for prompt in prompts]

    def close(self) -> None:
        """Free the memory."""
        self._translator = None

    def _one(self, text: str) -> Completion:
        if self._translator is None:
            raise ModelError(f"the model {self.name} was closed")
        if not text.strip():
            return Completion("")
        pieces = self._pieces.encode(text)
        over = len(pieces) > self.window
        given = str(self._pieces.decode(pieces[: self.window])) if over else text
        try:
            return Completion(self._translator.translate(given).strip(), cut=over)
        except ValueError as error:
            raise ModelError(f"the model {self.name} failed: {one_line(error)}") from error


def fetch(spec: Spec, folder: Path) -> dict[str, str]:
    """The model's files in `folder`, each with its SHA-256, which is the index's own.

    Raises `ModelError` where the index has no such model, or a file stays away or is not what the index says.
    """
    source, to = spec.directions[0].split("-")
    return _firefox_index.fetch(_firefox_index.files(source, to), folder)


def load(spec: Spec, weights: Path, device: Device) -> Firefox:  # noqa: ARG001 - it runs on the processor alone
    """The model, from the files of its direction. Raises `ModelError` where they are another's or not sound."""
    from fxtranslate import Translator

    pair = spec.directions[0].replace("-", "")
    model = _model(spec, weights, pair)
    shared = weights / f"vocab.{pair}.spm"
    source, target = (
        (shared, shared) if shared.is_file() else (weights / f"{s}vocab.{pair}.spm" for s in ("src", "trg"))
    )
    try:
        vocabularies = source.read_bytes(), target.read_bytes()
        translator = Translator(model.read_bytes(), *vocabularies, _shortlist(weights, pair))
    except (OSError, ValueError) as error:
        raise ModelError(f"the model in {weights} cannot be loaded: {one_line(error)}", "fetch it again") from error
    return Firefox(spec, translator, _pieces(source))


def _model(spec: Spec, weights: Path, pair: str) -> Path:
    found = next((file for kind in _KINDS if (file := weights / f"model.{pair}.{kind}").is_file()), None)
    if found is None:
        others = sorted(file.name for file in weights.glob("model.*.bin"))
        have = f": it has {', '.join(others)}" if others else ""
        raise ModelError(f"{weights} has no model for {spec.directions[0]}{have}")
    return found


def _shortlist(weights: Path, pair: str) -> bytes | None:
    """Which words a word may become; without it the engine looks at all of them, slower."""
    name = re.compile(rf"lex(\.\d+)*\.{pair}(\.s2t)?\.bin")
    found = sorted(file for file in weights.glob("lex.*") if name.fullmatch(file.name))
    return found[0].read_bytes() if found else None


def _pieces(file: Path) -> "SentencePieceProcessor":
    from sentencepiece import SentencePieceProcessor

    try:
        return SentencePieceProcessor(model_file=str(file))
    except (OSError, RuntimeError) as error:
        raise ModelError(f"the SentencePiece model {file} cannot be read", "fetch the model again") from error
