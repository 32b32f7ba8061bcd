"""Which files of a hub's repository a model needs: weights that are no programs, its tokens, its licence."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any

_BESIDE = (
    "config.json", "generation_config.json", "tokenizer.json", "tokenizer_config.json", "special_tokens_map.json",
    "added_tokens.json", "vocab.json", "vocab.txt", "merges.txt", "*.spm", "spiece.model", "sentencepiece*.model",
    "tokenizer.model", "chat_template.*", "*processor_config.json", "svodka.json", "LICENSE*", "LICENCE*",
)  # fmt: skip
_WEIGHTS = (("model.safetensors", "model-*-of-*.safetensors"), ("pytorch_model.bin", "pytorch_model-*-of-*.bin"))


@dataclass(frozen=True, slots=True)
class File:
    """A file of a repository. `sha256` of a large one, else `blob`: git's SHA-1 of its content with a header."""

    name: str
    commit: str
    size: int
    sha256: str = ""
    blob: str = ""


def files_of(info: Any) -> dict[str, File]:
    """The files in the repository's own folder; what lies in others (onnx/, flax/) is for other programs."""
    found = {}
    for one in info.siblings or ():
        if "/" not in one.rfilename and not one.rfilename.startswith("."):
            large = one.lfs.sha256 if one.lfs else ""
            found[one.rfilename] = File(one.rfilename, str(info.sha), one.size or 0, large, one.blob_id or "")
    return found


def loadable(files: Mapping[str, File], wanted: Sequence[str]) -> list[File]:
    """Safetensors, whole or in shards; of a CTranslate2 folder its own file."""
    if any("safetensors" in choice for choice in wanted):
        return safetensors(files)
    return [file for name, file in files.items() if any(name in choice.split("|") for choice in wanted)]


def safetensors(files: Mapping[str, File]) -> list[File]:
    """Safetensors, whole or in shards."""
    return _whole_or_shards(files, *_WEIGHTS[0])


def beside(files: Mapping[str, File], wanted: Sequence[str]) -> list[File]:
    """What is needed besides the weights: settings, tokens, licence, and what is `wanted` by name or pattern."""
    patterns = (*_BESIDE, *(name for choice in wanted for name in choice.split("|") if _is_plain(name)))
    return [file for name, file in files.items() if any(fnmatchcase(name, pattern) for pattern in patterns)]


def pickled(files: Mapping[str, File]) -> list[File]:
    """Weights as PyTorch pickled them, whole or in shards."""
    return _whole_or_shards(files, *_WEIGHTS[1])


def _whole_or_shards(files: Mapping[str, File], whole: str, shards: str) -> list[File]:
    if whole in files:
        return [files[whole]]
    index = f"{whole}.index.json"
    return (
        [file for name, file in files.items() if fnmatchcase(name, shards) or name == index] if index in files else []
    )


def _is_plain(name: str) -> bool:
    return "safetensors" not in name and not name.startswith("pytorch_model")
