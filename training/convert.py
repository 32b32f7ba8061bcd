"""An exported transformers folder to a CTranslate2 folder with its SentencePiece model, as the family `ct2` loads it.

    python -m training.convert EXPORT SPM TARGET [--quantization int8|float32]

`training.dequantise` is the way back, for the test that holds the shipped weights against transformers.
"""

import argparse
import math
import shutil
from pathlib import Path
from typing import Any

import numpy as np

from training.network import LONGEST


def convert(export: Path, spm: Path, target: Path, quantization: str = "int8") -> None:
    """Write `target` anew: model.bin, vocabulary, spm.model."""
    from safetensors.numpy import load_file

    weights = load_file(export / "model.safetensors")
    spec = specification(weights, vocabulary(spm))
    spec.validate()
    spec.optimize(quantization=None if quantization == "float32" else quantization)
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    spec.save(str(target))
    shutil.copy(spm, target / "spm.model")


def vocabulary(spm: Path) -> list[str]:
    """The pieces in the order of their numbers."""
    import sentencepiece

    processor = sentencepiece.SentencePieceProcessor(model_file=str(spm))
    return [processor.id_to_piece(index) for index in range(processor.get_piece_size())]


def specification(weights: dict[str, np.ndarray], pieces: list[str]) -> Any:
    """CTranslate2's own description of the network, filled with the weights."""
    from ctranslate2.specs import TransformerSpec, common_spec

    layers = tuple(_depth(weights, side) for side in ("encoder", "decoder"))
    width = weights["model.shared.weight"].shape[1]
    spec = TransformerSpec.from_config(layers, width // 64, pre_norm=True, activation=common_spec.Activation.RELU)
    for name, side in (("encoder", spec.encoder), ("decoder", spec.decoder)):
        _fill(side, name, weights, width)
    spec.decoder.projection.weight = weights["model.shared.weight"]
    spec.register_source_vocabulary(pieces)
    spec.register_target_vocabulary(pieces)
    spec.config.decoder_start_token = spec.config.bos_token = "<s>"
    spec.config.eos_token, spec.config.unk_token = "</s>", "<unk>"
    spec.config.add_source_bos = spec.config.add_source_eos = False
    return spec


def positions(width: int) -> np.ndarray:
    """M2M100's sinusoidal positions, counted from 1: (positions, width)."""
    steps = np.exp(np.arange(width // 2) * (-math.log(10_000) / (width // 2 - 1)))
    angles = np.arange(LONGEST)[:, None] * steps[None]
    return np.concatenate([np.sin(angles), np.cos(angles)], 1)[1:].astype(np.float32)


def _fill(side: Any, name: str, weights: dict[str, np.ndarray], width: int) -> None:
    embeddings = side.embeddings[0] if name == "encoder" else side.embeddings
    embeddings.weight = weights["model.shared.weight"]
    side.scale_embeddings = True
    side.position_encodings.encodings = positions(width)
    _norm(side.layer_norm, f"model.{name}.layer_norm", weights)
    for index, layer in enumerate(side.layer):
        at = f"model.{name}.layers.{index}"
        _norm(layer.self_attention.layer_norm, f"{at}.self_attn_layer_norm", weights)
        _joined(layer.self_attention.linear[0], [f"{at}.self_attn.{p}_proj" for p in "qkv"], weights)
        _joined(layer.self_attention.linear[1], [f"{at}.self_attn.out_proj"], weights)
        if name == "decoder":
            _norm(layer.attention.layer_norm, f"{at}.encoder_attn_layer_norm", weights)
            _joined(layer.attention.linear[0], [f"{at}.encoder_attn.q_proj"], weights)
            _joined(layer.attention.linear[1], [f"{at}.encoder_attn.{p}_proj" for p in "kv"], weights)
            _joined(layer.attention.linear[2], [f"{at}.encoder_attn.out_proj"], weights)
        _norm(layer.ffn.layer_norm, f"{at}.final_layer_norm", weights)
        _joined(layer.ffn.linear_0, [f"{at}.fc1"], weights)
        _joined(layer.ffn.linear_1, [f"{at}.fc2"], weights)


def _norm(layer: Any, name: str, weights: dict[str, np.ndarray]) -> None:
    layer.gamma, layer.beta = weights[f"{name}.weight"], weights[f"{name}.bias"]


def _joined(layer: Any, names: list[str], weights: dict[str, np.ndarray]) -> None:
    layer.weight = np.concatenate([weights[f"{name}.weight"] for name in names])
    layer.bias = np.concatenate([weights[f"{name}.bias"] for name in names])


def _depth(weights: dict[str, np.ndarray], side: str) -> int:
    return 1 + max(int(name.split(".")[3]) for name in weights if name.startswith(f"model.{side}.layers."))


def main() -> None:
    """Convert a folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("export", type=Path)
    parser.add_argument("spm", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--quantization", choices=("int8", "float32"), default="int8")
    arguments = parser.parse_args()
    convert(arguments.export, arguments.spm, arguments.target, arguments.quantization)


if __name__ == "__main__":
    main()
