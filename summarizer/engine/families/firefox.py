"""Mozilla's student models, as Firefox runs them, through `fxtranslate` (a native engine, int8, MPL-2.0).

One sentence a call. The engine gives no scores, no alternatives and no alignment. It does not say what it was not made
for: a sentence over our window never gets there whole without being said to be cut, nor does an output that ran to the
engine's limit pass for one that came to its end.
"""

import re
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.engine.families import _firefox_index
from summarizer.engine.families._firefox_engine import Native
from summarizer.engine.model import Completion, Prompt
from summarizer.engine.runtime import Device
from summarizer.engine.spec import Spec
from summarizer.errors import ModelError

if TYPE_CHECKING:
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
_WINDOW = 128  # pieces with the end: Marian's max-length-break in Firefox's own settings
# What the engine writes at the most: so many pieces for one of the source, so many more, so many in all (0.5.0). The
# output counted anew may come out some pieces shorter: a loop of the test's network by 3% at the most.
_TIMES, _MORE, _MOST = 2, 4, 256
_NEAR = 0.95


class Firefox:
    """A `Model`."""

    def __init__(
        self, spec: Spec, native: Native, source: "SentencePieceProcessor", target: "SentencePieceProcessor"
    ) -> None:
        self.name = spec.name
        self.signature = f"{spec.name}@fxtranslate-{version('fxtranslate')}+int8-{native.backend()}"
        self.window = (spec.window or _WINDOW) - 1
        self.chats = False
        self._native = native
        self._pieces = source
        self._written = target

    def count(self, text: str) -> int:
        """Pieces of `text`; the end is not among them, nor in `window`."""
        return len(self._pieces.encode(text))

    def complete(self, prompts: Sequence[Prompt]) -> list[Completion]:
        """One completion a prompt, in order; a prompt's prefix and alternatives are more than the engine can."""
        return [self._one(prompt.text) for prompt in prompts]

    def close(self) -> None:
        """Free the memory."""
        self._native.close()

    def _one(self, text: str) -> Completion:
        if not text.strip():
            return Completion("")
        pieces = self._pieces.encode(text)
        over = len(pieces) > self.window
        given = str(self._pieces.decode(pieces[: self.window])) if over else text
        answer = self._native.translate(given).strip()
        most = min(_TIMES * (min(len(pieces), self.window) + 1) + _MORE, _MOST)
        return Completion(answer, cut=over or len(self._written.encode(answer)) >= _NEAR * most)


def fetch(spec: Spec, folder: Path) -> dict[str, str]:
    """The model's files in `folder`, each with its SHA-256, which is the index's own.

    Raises `ModelError` where the index has no such model, or a file stays away or is not what the index says.
    """
    source, to = spec.directions[0].split("-")
    return _firefox_index.fetch(_firefox_index.files(source, to), folder)


def load(spec: Spec, weights: Path, device: Device) -> Firefox:  # noqa: ARG001 - it runs on the processor alone
    """The model, from the files of its direction. Raises `ModelError` where they are another's or not sound."""
    pair = spec.directions[0].replace("-", "")
    model = _model(spec, weights, pair)
    shared = weights / f"vocab.{pair}.spm"
    sides = (shared, shared) if shared.is_file() else [weights / f"{side}vocab.{pair}.spm" for side in ("src", "trg")]
    source, target = (_pieces(side) for side in sides)
    try:
        vocabularies = [side.read_bytes() for side in sides]
        native = Native(spec.name, model.read_bytes(), vocabularies, _shortlist(weights, pair))
    except (OSError, ModelError) as error:
        raise ModelError(f"the model in {weights} cannot be loaded: {error}", "fetch it again") from error
    return Firefox(spec, native, source, target)


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
