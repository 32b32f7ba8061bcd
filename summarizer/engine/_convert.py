"""The program that converts a hub's folder for CTranslate2, run in a process of its own: it needs torch for a minute.

    python -P _convert.py WEIGHTS NEW PRECISION [tokenizer.json]

Exit code 3 says that the converter knows no such architecture, with the reason as the last line on standard error;
any other but 0 that the files are not sound. With a fourth argument the tokenizer is written there as well.
"""

import sys
from pathlib import Path

REFUSED = 3


def main(weights: str, new: str, precision: str, tokenizer: str = "") -> int:
    """Convert, and write the tokenizer where one is asked for."""
    if tokenizer:
        _save_tokenizer(weights, Path(new, tokenizer))
    try:
        _convert(weights, new, precision)
    except (NotImplementedError, KeyError) as error:  # an activation, a kind of position
        sys.stderr.write(f"\nno conversion: {error!r}\n")
        return REFUSED
    except ValueError as error:
        if "No conversion is registered" not in str(error):
            raise
        sys.stderr.write(f"\n{str(error).split(' (supported')[0]}\n")
        return REFUSED
    return 0


def _convert(weights: str, new: str, precision: str) -> None:
    from ctranslate2.converters import TransformersConverter

    kept = {file.name: file.read_bytes() for file in Path(new).iterdir()}
    TransformersConverter(weights).convert(new, quantization=precision, force=True)  # it empties the folder first
    for name, content in kept.items():
        Path(new, name).write_bytes(content)


def _save_tokenizer(weights: str, file: Path) -> None:
    from transformers import AutoTokenizer

    AutoTokenizer.from_pretrained(weights, local_files_only=True).backend_tokenizer.save(str(file))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
