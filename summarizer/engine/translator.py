"""A translation model of CTranslate2 and SentencePiece files; its `svodka.json` says how they belong together."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from summarizer.document import Lang
from summarizer.engine.alignment import links
from summarizer.engine.model import Completion, Link, Prompt
from summarizer.engine.runtime import Device, Output, Row, Runner
from summarizer.engine.spec import Decoding, Spec
from summarizer.engine.store import sha256
from summarizer.errors import ModelError, one_line

if TYPE_CHECKING:
    from sentencepiece import SentencePieceProcessor

_END = "</s>"
_LAYOUT = "svodka.json"
_WINDOW = 512  # of an entry that names none: MarianMT's
_PIECES = (("source.spm", "target.spm"), ("sentencepiece.model",) * 2, ("spm.model",) * 2)


class Layout(BaseModel):
    """`svodka.json`: what cannot be seen from the files of a CTranslate2 folder."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: str = "1"
    source_pieces: str
    target_pieces: str
    positions: int | None = None  # tokens that an output may have; None: as many as the entry's window
    tags: Mapping[Lang, str] = Field(default_factory=dict)  # first token of the source, by target language
    decoding: Decoding | None = None  # None: the entry's in models.yaml
    sha256: Mapping[str, str] = Field(default_factory=dict)  # of files that came with it; a changed one is refused


class Pieces:
    """SentencePiece models for the two sides; one and the same for a joint vocabulary."""

    def __init__(self, source: Path, target: Path) -> None:
        self._source = _pieces(source)
        self._target = self._source if source == target else _pieces(target)

    def source(self, text: str) -> list[str]:
        """The pieces of a text to be translated."""
        return list(self._source.encode(text, out_type=str))

    def target(self, text: str) -> list[str]:
        """The pieces of a text in the target language."""
        return list(self._target.encode(text, out_type=str))

    def text(self, pieces: Sequence[str]) -> str:
        """The text of output pieces; bytes that are no character's whole are left out."""
        return str(self._target.decode_pieces(list(pieces))).replace("\N{REPLACEMENT CHARACTER}", "").strip()


class Translator:
    """A `Model`, one sentence a prompt."""

    def __init__(self, name: str, layout: Layout, pieces: Pieces, runner: Runner, *, window: int) -> None:
        self.name = name
        self.signature = f"{name}@{layout.version}+{runner.precision}"
        self.window = window - 1 - bool(layout.tags)
        self.chats = False
        self._tags = layout.tags
        self._pieces = pieces
        self._runner = runner

    def count(self, text: str) -> int:
        """Pieces of `text`; tag and end are not among them, nor in `window`."""
        return len(self._pieces.source(text))

    def complete(self, prompts: Sequence[Prompt]) -> list[Completion]:
        """One completion a prompt, in order; an empty text gives an empty one."""
        sources = [self._pieces.source(prompt.text) for prompt in prompts]
        full = [n for n, pieces in enumerate(sources) if pieces]
        outputs = self._runner.run([self._row(prompts[n], sources[n]) for n in full])
        completions = [Completion("")] * len(prompts)
        for n, output in zip(full, outputs, strict=True):
            found = self._links(prompts[n], sources[n], output)
            completions[n] = self._completion(output, over=len(sources[n]) > self.window, alignment=found)
        return completions

    def align(self, pairs: Sequence[tuple[str, str]], to: Lang) -> list[tuple[Link, ...]]:
        """Which word came from which, of texts with given translations, as if the model had written them."""
        sources = [self._pieces.source(source) for source, _ in pairs]
        targets = [self._pieces.target(target) for _, target in pairs]
        tag = [self._tags[to]] if to in self._tags else []
        rows = [
            Row((*tag, *source[: self.window], _END), tuple(target), 0, align=True)
            for source, target in zip(sources, targets, strict=True)
        ]
        found = []
        for (source, target), pieces, written, output in zip(
            pairs, sources, targets, self._runner.run(rows), strict=True
        ):
            attention = [row[len(tag) : len(tag) + len(pieces)] for row in (output.attention or ())[: len(written)]]
            fits = len(attention) == len(written) and 0 < len(pieces) <= self.window
            found.append(links(source, pieces, target, written, attention) if fits else ())
        return found

    def close(self) -> None:
        """Free the memory."""
        self._runner.close()

    def _row(self, prompt: Prompt, pieces: list[str]) -> Row:
        tag = [self._tags[prompt.to]] if prompt.to and prompt.to in self._tags else []
        prefix = self._pieces.target(prompt.prefix) if prompt.prefix else []
        return Row((*tag, *pieces[: self.window], _END), tuple(prefix), prompt.alternatives, prompt.align)

    def _links(self, prompt: Prompt, pieces: list[str], output: Output) -> tuple[Link, ...] | None:
        """Which word came from which; not known where the output was begun for the model."""
        if output.attention is None or prompt.prefix or len(pieces) > self.window:
            return None
        before = bool(prompt.to and prompt.to in self._tags)
        written = output.hypotheses[0]
        rows = [row[before : before + len(pieces)] for row in output.attention[: len(written)]]
        return links(prompt.text, pieces, self._pieces.text(written), written, rows)

    def _completion(self, output: Output, *, over: bool, alignment: tuple[Link, ...] | None) -> Completion:
        best, *others = (self._pieces.text(pieces) for pieces in output.hypotheses)
        different = dict.fromkeys(other for other in others if other and other != best)
        return Completion(best, over or not output.ended[0], output.score, tuple(different), alignment)


def open_folder(spec: Spec, folder: Path, on: Device) -> Translator:
    """The model in a CTranslate2 folder. Raises `ModelError` where its files are not what `svodka.json` says."""
    layout = _layout(spec, folder)
    for name, wanted in layout.sha256.items():
        if not (folder / name).is_file() or sha256(folder / name) != wanted:
            raise ModelError(f"{spec.name}: the file {folder / name} is not the one that was shipped", "fetch it again")
    pieces = Pieces(folder / layout.source_pieces, folder / layout.target_pieces)
    window = spec.window or _WINDOW
    runner = Runner(folder, on, layout.decoding or spec.decoding, layout.positions or window)
    return Translator(spec.name, layout, pieces, runner, window=window)


def _layout(spec: Spec, folder: Path) -> Layout:
    file = folder / _LAYOUT
    if file.is_file():
        try:
            return Layout.model_validate_json(file.read_text(encoding="utf-8"))
        except (ValidationError, UnicodeDecodeError) as error:
            raise ModelError(f"{spec.name}: {file} is not sound: {one_line(error)}") from error
    for source, target in _PIECES:
        if (folder / source).is_file() and (folder / target).is_file():
            tags = {to: prefix.strip() for to, prefix in spec.prefix.items() if prefix.strip()}
            return Layout(source_pieces=source, target_pieces=target, tags=tags)
    raise ModelError(f"{spec.name}: there are no SentencePiece files in {folder}", f"name them in {file}")


def _pieces(file: Path) -> "SentencePieceProcessor":
    from sentencepiece import SentencePieceProcessor

    try:
        return SentencePieceProcessor(model_file=str(file))
    except (OSError, RuntimeError) as error:
        raise ModelError(f"the SentencePiece model {file} cannot be read", "fetch the model again") from error
