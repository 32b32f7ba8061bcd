"""The program that converts a hub's folder for CTranslate2, run in a process of its own: it needs torch for a minute.

    python -P _convert.py WEIGHTS NEW PRECISION [tokenizer.json]

Exit code 3 says that the converter knows no such architecture, with the reason as the last line on standard error;
any other but 0 that the files are not sound. With a fourth argument the tokenizer is written there as well.
"""

import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

REFUSED = 3
Loaded = Callable[..., Any]


def main(weights: str, new: str, precision: str, tokenizer: str = "") -> int:
    """Convert, and write the tokenizer where one is asked for."""
    if tokenizer:
        _save_tokenizer(weights, Path(new, tokenizer))
    try:
        _convert(weights, new, precision)
    except (NotImplementedError, KeyError, AttributeError) as error:  # an activation, a setting, a kind of position
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

    _mend_converter()
    kept = {file.name: file.read_bytes() for file in Path(new).iterdir()}
    TransformersConverter(weights).convert(new, quantization=precision, force=True)  # it empties the folder first
    for name, content in kept.items():
        Path(new, name).write_bytes(content)
    config = Path(new, "config.json")
    content = json.loads(config.read_text(encoding="utf-8"))
    if content.get("bos_token", "") is None:  # MBart50Tokenizer's; CTranslate2 wants a string and never uses it here
        config.write_text(json.dumps(content | {"bos_token": content["eos_token"]}), encoding="utf-8")


def _mend_converter() -> None:
    """What CTranslate2 4.8's converter asks for and transformers 5 no longer says, or says otherwise."""
    from ctranslate2.converters.transformers import M2M100Loader, T5Loader
    from transformers import BartConfig, MBartConfig

    for config, before in ((MBartConfig, True), (BartConfig, False)):  # the architectures fix it
        if not hasattr(config, "normalize_before"):
            config.normalize_before = before
    if not hasattr(T5Loader, "mended"):
        T5Loader.get_model_spec = _unscaled(T5Loader.get_model_spec)
        M2M100Loader.get_vocabulary = _with_languages(M2M100Loader.get_vocabulary)
        T5Loader.mended = True


def _unscaled(specified: Loaded) -> Loaded:
    """In transformers 5 every T5 says that its embeddings are tied, and the converter has its outputs scaled for that.

    It flattens the probabilities of T5 1.1, MADLAD and mT5: beams and scores were wrong, greedy outputs right.
    """

    def get_model_spec(self: Any, model: Any) -> Any:
        model.config.tie_word_embeddings = getattr(model.config, "scale_decoder_outputs", False)
        return specified(self, model)

    return get_model_spec


def _with_languages(listed: Loaded) -> Loaded:
    """The converter looks for M2M100's language codes where transformers 5 no longer has them."""

    def get_vocabulary(self: Any, model: Any, tokenizer: Any) -> list[str]:
        languages = getattr(tokenizer, "lang_token_to_id", None)
        if languages is None:
            return list(listed(self, model, tokenizer))
        numbers = {**tokenizer.get_vocab(), **languages}
        tokens = sorted(numbers, key=lambda token: numbers[token])
        return tokens + [f"madeupword{n}" for n in range(model.config.vocab_size - len(tokens))]

    return get_vocabulary


def _save_tokenizer(weights: str, file: Path) -> None:
    from transformers import AutoTokenizer

    AutoTokenizer.from_pretrained(weights, local_files_only=True).backend_tokenizer.save(str(file))


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
