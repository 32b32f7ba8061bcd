"""The program that reads weights out of a pickle, run in a process of its own, without a network and without the key.

    python -P _unpickle.py WEIGHTS.bin WEIGHTS.safetensors

Only `torch.load(weights_only=True)`: it builds tensors and plain containers and stops at anything else, before it runs.
Exit code 3 says that the pickle holds more, with what it asked for as the last line on standard error; any other but 0
that the file is not sound.
"""

import pickle
import re
import sys
from collections.abc import Mapping
from typing import Any

CODE = 3  # there is more than tensors in the pickle


def main(weights: str, new: str) -> int:
    """Read the one, write the other."""
    import torch
    from safetensors.torch import save_file

    try:
        state = torch.load(weights, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError as error:
        asked = re.search(r"(?:GLOBAL|global:?)\s+([\w.]+)|(Unsupported operand \d+)", str(error))
        sys.stderr.write(f"\n{asked[1] or asked[2] if asked else 'not said'}\n")
        return CODE
    tensors = {name: value for name, value in state.items() if isinstance(value, torch.Tensor)}
    if not tensors:
        sys.stderr.write("\nthere are no tensors in it\n")
        return 1
    save_file({name: tensors[name].contiguous().clone() for name in _once(tensors)}, new, metadata={"format": "pt"})
    return 0


def _once(tensors: Mapping[str, Any]) -> list[str]:
    """The names without those of tied weights: of several for one tensor the shared embedding's stays, else the first.

    transformers ties them again when it loads; written twice they would take twice the room.
    """
    owners: dict[tuple[object, ...], str] = {}
    for name in sorted(tensors, key=lambda name: (not name.endswith("shared.weight"), name)):
        one = tensors[name]
        view = (one.untyped_storage().data_ptr(), one.storage_offset(), tuple(one.shape), one.stride())
        owners.setdefault((*view, name) if not one.numel() else view, name)
    return sorted(owners.values())


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
