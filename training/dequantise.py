"""A CTranslate2 folder, int8 or float32, back into a folder that `M2M100ForConditionalGeneration` loads.

    python -m training.dequantise summarizer/data/models/svodka-ruen TARGET

What rounding to int8 took is not given back: transformers then runs the very weights that are shipped, so that the two
can be held against each other, in words as in seconds. `training.convert` is the way there.
"""

import argparse
import struct
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

from training.config import Run

_TYPES = ("float32", "int8", "int16", "int32", "float16")  # CTranslate2's DataType, by its number
_VERSION = 6  # of the binary layout (ctranslate2/specs/model_spec.py)
_ATTENTIONS: dict[str, dict[str, tuple[str, tuple[str, ...]]]] = {
    "encoder": {"self_attention": ("self_attn", ("qkv", "out"))},
    "decoder": {"self_attention": ("self_attn", ("qkv", "out")), "attention": ("encoder_attn", ("q", "kv", "out"))},
}


def dequantise(folder: Path, target: Path) -> None:
    """Write `target`: config.json, generation_config.json, model.safetensors."""
    from training.network import build

    weights = state(folder)
    vocabulary, width = weights["model.shared.weight"].shape
    depth = {side: sum(name.endswith("fc1.bias") and side in name for name in weights) for side in _ATTENTIONS}
    run = Run(d_model=width, heads=width // 64, encoder_layers=depth["encoder"], decoder_layers=depth["decoder"])
    network = build(run, vocabulary)
    _fill(network, weights)
    network.save_pretrained(target)


def state(folder: Path) -> dict[str, np.ndarray]:
    """The network's weights in float32, by transformers' names."""
    found = variables(folder / "model.bin")
    shared = _float(found, "encoder/embeddings_0" if "encoder/embeddings_0/weight" in found else "decoder/embeddings")
    weights = {"model.shared.weight": shared}
    for side in _ATTENTIONS:
        _norm(weights, found, f"{side}/layer_norm", f"model.{side}.layer_norm")
        index = 0
        while f"{side}/layer_{index}/ffn/linear_0/bias" in found:
            _layer(weights, found, side, index)
            index += 1
    return weights


def variables(file: Path) -> dict[str, np.ndarray]:
    """All arrays of a `model.bin`. Raises `ValueError` for a layout that is not known here."""
    with file.open("rb") as data:
        version = _numbers(data, "I")
        if version != _VERSION:
            raise ValueError(f"{file}: binary version {version}, known is {_VERSION}")
        _string(data)
        _numbers(data, "I")  # the network's revision
        return dict(_variable(data) for _ in range(_numbers(data, "I")))


def _variable(data: BinaryIO) -> tuple[str, np.ndarray]:
    name = _string(data)
    shape = [_numbers(data, "I") for _ in range(_numbers(data, "B"))]
    kind = _TYPES[_numbers(data, "B")]
    return name, np.frombuffer(data.read(_numbers(data, "I")), dtype=kind).reshape(shape)


def _numbers(data: BinaryIO, form: str) -> int:
    return int(struct.unpack(form, data.read(struct.calcsize(form)))[0])


def _string(data: BinaryIO) -> str:
    return data.read(_numbers(data, "H"))[:-1].decode()


def _float(found: dict[str, np.ndarray], name: str) -> np.ndarray:
    """A weight in float32; of int8, row by row, what CTranslate2 itself makes of it."""
    weight = found[f"{name}/weight"].astype(np.float32)
    scale = found.get(f"{name}/weight_scale")
    return weight if scale is None else weight / scale[:, None]


def _layer(weights: dict[str, np.ndarray], found: dict[str, np.ndarray], side: str, index: int) -> None:
    here, there = f"{side}/layer_{index}", f"model.{side}.layers.{index}"
    for ours, (theirs, parts) in _ATTENTIONS[side].items():
        _norm(weights, found, f"{here}/{ours}/layer_norm", f"{there}.{theirs}_layer_norm")
        for number, names in enumerate(parts):
            projections = ("out",) if names == "out" else tuple(names)
            _split(
                weights, found, f"{here}/{ours}/linear_{number}", [f"{there}.{theirs}.{p}_proj" for p in projections]
            )
    _norm(weights, found, f"{here}/ffn/layer_norm", f"{there}.final_layer_norm")
    for number in (0, 1):
        _split(weights, found, f"{here}/ffn/linear_{number}", [f"{there}.fc{number + 1}"])


def _split(weights: dict[str, np.ndarray], found: dict[str, np.ndarray], name: str, parts: list[str]) -> None:
    matrices = np.split(_float(found, name), len(parts))
    biases = np.split(found[f"{name}/bias"], len(parts))
    for part, matrix, bias in zip(parts, matrices, biases, strict=True):
        weights[f"{part}.weight"], weights[f"{part}.bias"] = matrix, bias


def _norm(weights: dict[str, np.ndarray], found: dict[str, np.ndarray], ours: str, theirs: str) -> None:
    weights[f"{theirs}.weight"], weights[f"{theirs}.bias"] = found[f"{ours}/gamma"], found[f"{ours}/beta"]


def _fill(network: Any, weights: dict[str, np.ndarray]) -> None:
    """Every weight of the network, none left as it was made. Raises `KeyError` or `ValueError` where one is amiss."""
    import torch

    shared = network.model.shared.weight
    with torch.no_grad():
        for name, parameter in network.named_parameters():
            array = weights["model.shared.weight"] if parameter is shared else weights[name]
            if parameter.shape != array.shape:
                raise ValueError(f"{name}: {array.shape}, not {tuple(parameter.shape)}")
            parameter.copy_(torch.from_numpy(array.astype(np.float32)))


def main() -> None:
    """Dequantise a folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("target", type=Path)
    arguments = parser.parse_args()
    dequantise(arguments.folder, arguments.target)


if __name__ == "__main__":
    main()
