"""`svodka.json`: how the files of a model's folder belong together."""

from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from summarizer.document import Lang
from summarizer.engine.spec import Decoding, Spec
from summarizer.errors import ModelError, one_line

_FILE = "svodka.json"
_PIECES = (("source.spm", "target.spm"), ("sentencepiece.model",) * 2, ("spm.model",) * 2)


class Layout(BaseModel):
    """`svodka.json`: what cannot be seen from the files of a CTranslate2 folder."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: str = "1"
    source_pieces: str
    target_pieces: str
    positions: int | None = None  # tokens that a side may have; None: as many as the entry's window
    tags: Mapping[Lang, str] = Field(default_factory=dict)  # first token of the source, by target language
    hint: str = ""  # between a word of the source and how it is rendered, of a model that has learnt to read that
    decoding: Decoding | None = None  # None: the entry's in models.yaml
    sha256: Mapping[str, str] = Field(default_factory=dict)  # of files that came with it; a changed one is refused
    torch: Path | None = None  # the hub's folder, which runs there on torch: CTranslate2's converter refused it
    refused: str = ""  # why


def read(spec: Spec, folder: Path) -> Layout:
    """What a folder's file says, or else the files themselves. Raises `ModelError` where neither does."""
    file = folder / _FILE
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
