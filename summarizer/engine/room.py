"""Room in memory: loaded models that nobody uses rest while another one needs their place."""

import logging
from collections.abc import Iterable
from pathlib import Path

from summarizer.engine.model import Model

# of a model's files: what it takes while it runs. The embedded model's 15 MB take 190 MB with the interpreter and its
# batches, opus-mt's 75 MB in int8 about 300 MB; files of 16 bits run in 32 on a processor, which doubles them.
_TIMES, _MORE = 2.0, 300_000_000
_LOG = logging.getLogger(__name__)


def make(loaded: Iterable[Model], folder: Path | None) -> None:
    """Let the models rest, those loaded first before others, until the files in `folder` have room.

    A model that is in use goes on; one whose engine cannot rest stays. Where the system does not say how much memory is
    free, nothing is done.
    """
    wanted = _TIMES * size(folder) + _MORE if folder else 0
    for model in loaded:
        free = available()
        if free is None or free >= wanted:
            return
        rest = getattr(model, "rest", None)
        if rest is not None and rest():
            _LOG.info("%s rests: memory is short", model.name)


def size(folder: Path) -> int:
    """Bytes of the files in a folder."""
    return sum(file.stat().st_size for file in folder.iterdir() if file.is_file())


def available(said: Path = Path("/proc/meminfo")) -> int | None:
    """Bytes that a program can have without swapping; None where the system does not say."""
    try:
        lines = said.read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    kilobytes = next((line.split()[1] for line in lines if line.startswith("MemAvailable:")), None)
    return int(kilobytes) * 1024 if kilobytes and kilobytes.isdecimal() else None
