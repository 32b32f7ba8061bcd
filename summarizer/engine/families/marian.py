"""MarianMT folders of the hub (OPUS-MT), converted to int8 for CTranslate2 on first use.

The conversion needs torch and transformers and half a gigabyte for a minute, so it is done in a process of its own;
this process never imports them. What comes out is a folder of the `ct2` kind in the cache. A `.bin` is read by
transformers with torch's `weights_only` loader, code from the hub is never run.
"""

import json
import logging
import os
import shutil
import subprocess
import sys
from pathlib import Path

from summarizer.engine.model import Model
from summarizer.engine.runtime import Device
from summarizer.engine.spec import Spec
from summarizer.engine.store import Store, first_of
from summarizer.engine.translator import open_folder
from summarizer.errors import ModelError

FILES = ("config.json", "vocab.json", "source.spm", "target.spm", "model.safetensors|pytorch_model.bin")
_ALSO = ("tokenizer_config.json", "generation_config.json", "special_tokens_map.json")
_CONVERTER = "from ctranslate2.converters.transformers import main; main()"
_OFFLINE = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1", "TRANSFORMERS_VERBOSITY": "error"}
_LOG = logging.getLogger(__name__)


def prepare(spec: Spec, weights: Path, store: Store) -> Path:
    """The converted folder, made on first use (about 5 CPU seconds for a model of 60 million parameters)."""
    used = [file for wanted in (*FILES, *_ALSO) if (file := first_of(weights, wanted))]
    version = store.fingerprint(used)[:8]
    return store.converted(f"{spec.name}-{version}-int8", lambda new: _convert(spec, weights, version, new))


def load(spec: Spec, weights: Path, device: Device) -> Model:
    """The model, from the folder that `prepare` gave."""
    try:
        return open_folder(spec, weights, device)
    except ModelError as error:
        raise ModelError(str(error), f"remove {weights}: it is made anew from the model's own files") from error


def _convert(spec: Spec, weights: Path, version: str, new: Path) -> None:
    _LOG.info("converting %s to int8, once", spec.name)
    _run_converter(spec, weights, new)
    for name in ("source.spm", "target.spm"):
        shutil.copyfile(weights / name, new / name)
    tags = {to: prefix.strip() for to, prefix in spec.prefix.items() if prefix.strip()}
    layout = {"version": version, "source_pieces": "source.spm", "target_pieces": "target.spm", "tags": tags}
    (new / "svodka.json").write_text(json.dumps(layout), encoding="utf-8")


def _run_converter(spec: Spec, weights: Path, new: Path) -> None:
    options = ["--model", str(weights), "--output_dir", str(new), "--quantization", "int8", "--force"]
    done = subprocess.run(  # noqa: S603 - our own interpreter, arguments as a list
        [sys.executable, "-c", _CONVERTER, *options],
        env=os.environ | _OFFLINE,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    if done.returncode:
        lines = [line for line in done.stderr.splitlines() if line.strip()] or [f"exit code {done.returncode}"]
        raise ModelError(f"{spec.name} in {weights} cannot be converted: {lines[-1].strip()}", "fetch its files again")
