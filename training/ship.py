"""A trained run into the folder that the package ships: converted to int8, described, every file with its sha256.

    python -m training.ship RUN/export DATA/spm.model summarizer/data/models/svodka-ruen --version 1 --decoding FILE

FILE is JSON: the decoding settings with the measurement they rest on (`Decoding` in summarizer/engine/spec.py); without
it, those of the folder that is there are kept. `--hint "|"` for a model trained with `training.hints`. Drafts of a new
version have no confidence before `python -m benchmarks.confidence EVAL/mt --write` has been run for it; a test reminds
of that.
"""

import argparse
import json
import tempfile
from pathlib import Path
from typing import Any

from summarizer.engine.store import sha256
from training.convert import convert

PIECES = "sentencepiece.model"


def ship(export: Path, spm: Path, target: Path, said: dict[str, Any]) -> None:
    """Write `target` anew; `said` are the version, the decoding settings (None: as they were) and the hints' sign."""
    if said["decoding"] is None and (target / "svodka.json").exists():
        said |= {"decoding": json.loads((target / "svodka.json").read_text(encoding="utf-8")).get("decoding")}
    with tempfile.TemporaryDirectory(dir=target.parent) as folder:
        made = Path(folder) / "made"
        convert(export, spm, made)
        (made / "spm.model").rename(made / PIECES)
        layout = {
            "source_pieces": PIECES,
            "target_pieces": PIECES,
            "positions": 255,
            "tags": {"ru": ">>rus<<", "en": ">>eng<<"},
            **said,
            "sha256": {file.name: sha256(file) for file in sorted(made.iterdir())},
        }
        (made / "svodka.json").write_text(json.dumps(layout, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
        if target.exists():
            target.rename(Path(folder) / "old")
        made.rename(target)


def main() -> None:
    """Ship a run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("export", type=Path)
    parser.add_argument("spm", type=Path)
    parser.add_argument("target", type=Path)
    parser.add_argument("--version", required=True)
    parser.add_argument("--decoding", type=Path)
    parser.add_argument("--hint", default="", help="the sign between a word and its rendering")
    arguments = parser.parse_args()
    decoding = json.loads(arguments.decoding.read_text(encoding="utf-8")) if arguments.decoding else None
    said = {"version": arguments.version, "hint": arguments.hint, "decoding": decoding}
    ship(arguments.export, arguments.spm, arguments.target, said)


if __name__ == "__main__":
    main()
