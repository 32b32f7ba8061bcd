"""Any CTranslate2 folder with SentencePiece files and a target tag; the embedded models are of this family."""

from pathlib import Path

from summarizer.engine.model import Model
from summarizer.engine.runtime import Device
from summarizer.engine.spec import Spec
from summarizer.engine.translator import open_folder

FILES = ("model.bin", "config.json", "shared_vocabulary.json|shared_vocabulary.txt|source_vocabulary.json")


def load(spec: Spec, weights: Path, device: Device) -> Model:
    """The model, loaded."""
    return open_folder(spec, weights, device)
