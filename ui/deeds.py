"""Fetching, verifying and removing models from the page: the command line does it, in a process that can be ended.

A download in a thread of ours could not be called off; one that is killed goes on where it stopped.
"""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from summarizer import Settings

Verb = Literal["fetch", "verify", "remove", "doctor"]
VERBS: tuple[Verb, ...] = ("fetch", "verify", "remove", "doctor")
_PACE = 0.4  # seconds between two looks at a running deed


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """How far it is: what the command said, bytes that came, its exit code (`None`: at work)."""

    verb: Verb
    name: str = ""
    lines: tuple[str, ...] = ()
    came: int = 0
    code: int | None = None
    seconds: float = 0.0


def carried_out(settings: Settings, verb: Verb, name: str = "") -> Iterator[Deed]:
    """The deed as it goes on; the last one has an exit code. Closing the iterator ends the process."""
    words = ["doctor"] if verb == "doctor" else ["models", verb, name]
    command = [sys.executable, "-m", "summarizer", *words]
    started, lines = time.monotonic(), list[str]()
    with subprocess.Popen(  # noqa: S603 - no shell; the name is one of the models listed
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=_env(settings)
    ) as process:
        try:
            reading = threading.Thread(target=_read, args=(process, lines), daemon=True)
            reading.start()
            while reading.is_alive():
                reading.join(_PACE)
                came = _came(settings.models_dir, name) if verb == "fetch" else 0
                seconds = time.monotonic() - started
                yield Deed(verb=verb, name=name, lines=tuple(lines), came=came, seconds=seconds)
            code = process.wait()
            yield Deed(verb=verb, name=name, lines=tuple(lines), code=code, seconds=time.monotonic() - started)
        finally:
            if process.poll() is None:
                process.terminate()


def _read(process: "subprocess.Popen[bytes]", lines: list[str]) -> None:
    """Every line as it comes; of a line that is written over, as bars of progress are, what stands at its end."""
    for line in process.stdout or ():
        shown = line.decode("utf-8", "replace").rstrip().rsplit("\r", 1)[-1]
        if shown:
            lines.append(shown)


def _came(models: Path, name: str) -> int:
    """Bytes in the folders in which the model is made ready."""
    return sum(file.stat().st_size for file in models.glob(f".{name}.*/*") if file.is_file())


def _env(settings: Settings) -> dict[str, str]:
    """This page's settings for the command; no bars of progress among its lines."""
    own = {
        "SVODKA_MODELS_DIR": str(settings.models_dir),
        "SVODKA_CACHE_DIR": str(settings.cache_dir),
        "SVODKA_OFFLINE": "1" if settings.offline else "",
        "HF_HUB_DISABLE_PROGRESS_BARS": "1",
        "PYTHONIOENCODING": "utf-8",
    }
    if settings.models_file is not None:
        own["SVODKA_MODELS_FILE"] = str(settings.models_file)
    return os.environ | own
