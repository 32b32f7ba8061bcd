"""Text to tokens and back: SentencePiece files, or the `tokenizer.json` of models that have none."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from summarizer.errors import ModelError

if TYPE_CHECKING:
    from sentencepiece import SentencePieceProcessor
    from tokenizers import Tokenizer

JSON = "tokenizer.json"


class Pieces(Protocol):
    """What turns a text into a model's tokens and tokens into a text; control tokens are never among them."""

    def source(self, text: str) -> list[str]:
        """The pieces of a text to be read."""

    def target(self, text: str) -> list[str]:
        """The pieces of a text in the language of the output."""

    def text(self, pieces: Sequence[str]) -> str:
        """The text of output pieces; bytes that are no character's whole are left out."""


class SentencePieces:
    """SentencePiece models for the two sides; one and the same for a joint vocabulary."""

    def __init__(self, source: Path, target: Path) -> None:
        self._source = _sentencepiece(source)
        self._target = self._source if source == target else _sentencepiece(target)

    def source(self, text: str) -> list[str]:
        """The pieces of a text to be read."""
        return list(self._source.encode(text, out_type=str))

    def target(self, text: str) -> list[str]:
        """The pieces of a text in the language of the output."""
        return list(self._target.encode(text, out_type=str))

    def text(self, pieces: Sequence[str]) -> str:
        """The text of output pieces; bytes that are no character's whole are left out."""
        return _whole(str(self._target.decode_pieces(list(pieces))))


class JsonPieces:
    """A `tokenizer.json`: byte-level BPE for the most part (BART, FRED-T5)."""

    def __init__(self, file: Path) -> None:
        self._tokenizer = _json(file)

    def source(self, text: str) -> list[str]:
        """The pieces of a text to be read."""
        return list(self._tokenizer.encode(text, add_special_tokens=False).tokens)

    target = source

    def around(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Control tokens that this tokenizer puts before and after a text."""
        bare, whole = self.source("a"), list(self._tokenizer.encode("a").tokens)
        start = next((n for n in range(len(whole)) if whole[n : n + len(bare)] == bare), 0)
        return tuple(whole[:start]), tuple(whole[start + len(bare) :])

    def text(self, pieces: Sequence[str]) -> str:
        """The text of output pieces; control tokens and bytes that are no character's whole are left out."""
        numbers = [number for piece in pieces if (number := self._tokenizer.token_to_id(piece)) is not None]
        return _whole(self._tokenizer.decode(numbers, skip_special_tokens=True))


def open_pieces(source: Path, target: Path) -> Pieces:
    """What reads these files. Raises `ModelError` where they are not sound."""
    return JsonPieces(source) if source.name == JSON else SentencePieces(source, target)


def _whole(text: str) -> str:
    return text.replace("\N{REPLACEMENT CHARACTER}", "").strip()


def _sentencepiece(file: Path) -> "SentencePieceProcessor":
    from sentencepiece import SentencePieceProcessor

    try:
        return SentencePieceProcessor(model_file=str(file))
    except (OSError, RuntimeError) as error:
        raise ModelError(f"the SentencePiece model {file} cannot be read", "fetch the model again") from error


def _json(file: Path) -> "Tokenizer":
    from tokenizers import Tokenizer

    try:
        return Tokenizer.from_file(str(file))
    except Exception as error:
        raise ModelError(f"the tokenizer {file} cannot be read", "fetch the model again") from error
