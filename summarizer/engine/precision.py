"""In which numbers a model's weights are saved and in which it computes: asked of CTranslate2, never assumed.

Rounding to 8 bits cannot be undone: a folder saved so stays so, whatever it runs in. On a processor 8 bits are 2.2 to
2.6 times as fast as 32 (greedy, two cores, 15 to 61 million parameters, 22 November 2026). A GPU computes in 16 bits,
which lose next to nothing: what a hub's weights are converted to depends on where they run.
"""

import struct
from pathlib import Path
from typing import BinaryIO

# The first one that the device can do: int8_bfloat16 raises on many processors, float16 on GPUs before Volta.
_USUAL = {
    "cpu": ("int8", "int8_float32", "float32"),
    "cuda": ("float16", "int8_float32", "float32"),
}
# What was saved in 8 bits gains no accuracy from 16; what was saved in bfloat16 may overflow in float16.
_ON_GPU = {"int8": ("int8_float16", "int8_float32"), "bfloat16": ("bfloat16", "float32")}
_TYPES = ("float32", "int8", "int16", "int32", "float16", "bfloat16")  # CTranslate2's DataType, by its number
_LAYOUT = 6  # version of model.bin (ctranslate2/specs/model_spec.py)


def usual(kind: str) -> str:
    """What models run in on this kind of device (cpu, cuda), if their weights say nothing else."""
    able = _able(kind)
    return next((name for name in _USUAL[kind] if name in able), "float32")


def suited(kind: str, wanted: str, saved: str) -> str:
    """What weights saved in `saved` run in, where others run in `wanted`."""
    choices = _ON_GPU.get(saved, ()) if kind == "cuda" else ()
    able = _able(kind) if choices else set()
    return next((name for name in choices if name in able), wanted)


def smaller(kind: str, runs_in: str) -> str:
    """What a model can run in that does not fit into a GPU in `runs_in`; "" where nothing is smaller."""
    name = f"int8_{runs_in}"
    return name if kind == "cuda" and name in _able(kind) else ""


def kept(runs_in: str, *, wide: bool) -> str:
    """In what a conversion is saved that will run in `runs_in`; a `wide` model's values leave float16's range."""
    if runs_in == "float16":
        return "bfloat16" if wide else "float16"
    return "float32" if runs_in == "float32" else "int8"


def saved(folder: Path) -> str:
    """In what the matrices of a CTranslate2 folder are saved; "" where its file is not of the layout known here."""
    try:
        with (folder / "model.bin").open("rb") as file:
            return _first_matrix(file)
    except (OSError, struct.error, IndexError):
        return ""


def _able(kind: str) -> set[str]:
    import ctranslate2

    return set(ctranslate2.get_supported_compute_types(kind))


def _first_matrix(file: BinaryIO) -> str:
    if _number(file, "I") != _LAYOUT:
        return ""
    file.seek(_number(file, "H"), 1)  # the network's name
    _number(file, "I")  # its revision
    for _ in range(_number(file, "I")):
        name, rank = file.read(_number(file, "H")), _number(file, "B")
        file.seek(4 * rank, 1)
        kind, size = _TYPES[_number(file, "B")], _number(file, "I")
        if rank > 1 and name.endswith(b"weight\0"):  # tables of positions are never rounded
            return kind
        file.seek(size, 1)
    return ""


def _number(file: BinaryIO, form: str) -> int:
    return int(struct.unpack(form, file.read(struct.calcsize(form)))[0])
