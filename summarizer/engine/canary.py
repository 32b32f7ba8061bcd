"""Canaries: a sentence that a model answers anew when its files or a library changed, held against its first answer.

Libraries have broken models without an error (transformers 5 mixed up tied weights of translators twice): the words
that come out then have nothing to do with those that came before. Sound answers cost nothing until the next change.
"""

import hashlib
import json
import logging
import re
import tempfile
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import cast

from summarizer.document import Lang
from summarizer.engine.lock import Entry
from summarizer.engine.model import Model, Prompt
from summarizer.engine.spec import Spec
from summarizer.errors import ModelError
from summarizer.version import __version__

_LIBRARIES = ("ctranslate2", "transformers", "torch")
_WORDS = 40  # asked of a digest
# Of 120 sentences of newstest2018 by svodka-ruen (28 November 2026): int8 against float32 0.61 at the least, beam 4 in
# int8 against greedy float32 0.26 at the least and 0.48 for 95%; other sentences' answers 0.32 at the most for 99%.
_ALIKE = 0.4
_SCRIPT = {"ru": re.compile("[а-яё]", re.IGNORECASE), "en": re.compile("[a-z]", re.IGNORECASE)}
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Answers:
    """What a model gave, by direction, and what is wrong with it ("" where nothing is)."""

    gave: Mapping[str, str]
    fault: str


class Canaries:
    """The answers on this machine, in a file of the cache; a lost one is asked for again."""

    def __init__(self, cache_dir: Path) -> None:
        self._file = cache_dir / "canaries.json"

    def is_known(self, name: str, state: Mapping[str, str]) -> bool:
        """Whether the model was asked in this very state."""
        return self._known().get(name) == dict(state)

    def change(self, name: str, state: Mapping[str, str]) -> str:
        """What changed since it was asked, in words; "" where it never was."""
        before = self._known().get(name, {})
        changed = [key for key in state if before and before.get(key) != state[key]]
        words = {key: f"{key} {before.get(key, 'none')} became {state[key]}" for key in changed}
        return ", ".join("its files changed" if key == "weights" else words[key] for key in changed)

    def remember(self, name: str, state: Mapping[str, str]) -> None:
        """The model is sound in this state."""
        with suppress(OSError):  # a cache that cannot be written costs time only
            self._file.parent.mkdir(parents=True, exist_ok=True)
            known = self._known() | {name: dict(state)}
            with tempfile.NamedTemporaryFile("w", dir=self._file.parent, delete=False, encoding="utf-8") as new:
                json.dump(known, new, indent=1)
            Path(new.name).replace(self._file)

    def _known(self) -> dict[str, dict[str, str]]:
        try:
            known = json.loads(self._file.read_text(encoding="utf-8"))
            return {str(name): dict(state) for name, state in known.items()}
        except (OSError, ValueError, TypeError, AttributeError):  # none yet, or not ours
            return {}


def state(folder: Path, pinned: Entry | None, signature: str) -> dict[str, str]:
    """What a model's answers depend on: its files, how it runs, and the versions that run it."""
    whole = hashlib.sha256()
    if pinned is not None:
        for name, file in sorted(pinned.files.items()):
            whole.update(f"{name}\0{file.sha256}\n".encode())
    else:  # a shipped model: its svodka.json has the hashes, and is held against the files at every load
        whole.update((folder / "svodka.json").read_bytes() if (folder / "svodka.json").is_file() else b"")
    versions = {library: _version(library) for library in _LIBRARIES}
    return {"weights": whole.hexdigest()[:16], "signature": signature, "svodka": __version__, **versions}


def ask(spec: Spec, model: Model, expected: Mapping[str, str]) -> Answers:
    """Have the model answer its canaries in every direction that it serves. Raises `ModelError` where it cannot."""
    task = spec.tasks[0]
    ways = [cast("tuple[Lang, Lang]", tuple(direction.split("-"))) for direction in spec.directions]
    sources = [spec.canary.get(source, "") for source, _ in ways]
    prompts = [
        Prompt(text, to, task=task, words=_WORDS if task == "digest" else 0)
        for text, (_, to) in zip(sources, ways, strict=True)
    ]
    given = [completion.text for completion in model.complete(prompts)]
    faults = []
    for direction, source, (_, to), answer in zip(spec.directions, sources, ways, given, strict=True):
        wanted = expected.get(direction, "")
        known = not source or (wanted and answer == wanted)  # as before, or accepted by a person
        fault = "" if known else wrong(source, answer, to) or other(answer, wanted)
        if fault:
            faults.append(f"{direction}: {fault}: {_short(answer)}")
    return Answers(dict(zip(spec.directions, given, strict=True)), "; ".join(faults))


def refused(name: str, fault: str, change: str) -> ModelError:
    """The error of a model whose answers cannot be trusted."""
    since = f" since {change}" if change else ""
    back = "go back to what it was before; " if change else ""
    return ModelError(
        f"the model {name} does not write what it should{since}: {fault}",
        f"{back}`svodka models verify {name}` asks it again, with --accept what it writes then is held for right",
    )


def wrong(source: str, answer: str, to: Lang) -> str:
    """What is plainly wrong with an answer, "" where nothing is."""
    words = re.findall(r"\w+", answer.lower())
    letters = [letter for letter in answer if letter.isalpha()]
    if not words or not letters:
        return "it is empty"
    if sum(bool(_SCRIPT[to].match(letter)) for letter in letters) < 0.6 * len(letters):
        return "it is in another script"
    if len(answer) > 3 * len(source) + 40 or len(answer) < 0.1 * len(source):
        return f"its length is {len(answer)} letters for {len(source)}"
    if len(words) >= 6 and len(set(words)) < 0.5 * len(words):
        return "it repeats itself"
    return ""


def other(answer: str, expected: str) -> str:
    """Whether it is not what is expected, nor near it."""
    if not expected or alike(answer, expected) >= _ALIKE:
        return ""
    return f"it is not like {_short(expected)}"


def alike(one: str, two: str) -> float:
    """F1 of the character trigrams of two texts, letters' case and punctuation aside: 0 to 1."""
    counts = [_trigrams(text) for text in (one, two)]
    shared = sum((counts[0] & counts[1]).values())
    total = sum(counts[0].values()) + sum(counts[1].values())
    return 2 * shared / total if total else 1.0


def _trigrams(text: str) -> Counter[str]:
    plain = " ".join(["", *re.findall(r"\w+", text.lower()), ""])
    return Counter(plain[n : n + 3] for n in range(len(plain) - 2))


def _short(text: str) -> str:
    return f"“{text[:60]}…”" if len(text) > 60 else f"“{text}”"


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
