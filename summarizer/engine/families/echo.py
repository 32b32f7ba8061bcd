"""Gives the text back, marked with the language asked for: the whole house can be tried without weights."""

from collections.abc import Sequence
from pathlib import Path

from summarizer.engine.model import Completion, Prompt
from summarizer.engine.runtime import Device
from summarizer.engine.spec import Spec

FILES: tuple[str, ...] = ()


class Echo:
    """A `Model` that knows no language; its tokens are words."""

    def __init__(self, name: str, window: int) -> None:
        self.name = name
        self.signature = f"{name}@1"
        self.window = window
        self.chats = False

    def count(self, text: str) -> int:
        """Words."""
        return len(text.split())

    def complete(self, prompts: Sequence[Prompt]) -> list[Completion]:
        """`[en] text`, cut at the window."""
        return [self._completion(prompt) for prompt in prompts]

    def close(self) -> None:
        """There is nothing to free."""

    def _completion(self, prompt: Prompt) -> Completion:
        cut = self.count(prompt.text) > self.window
        text = " ".join(prompt.text.split()[: self.window]) if cut else prompt.text
        return Completion(f"{prompt.prefix}[{prompt.to}] {text}" if prompt.to else prompt.prefix + text, cut)


def load(spec: Spec, weights: Path, device: Device) -> Echo:  # noqa: ARG001 - it has no weights
    """The model; there is nothing to load."""
    return Echo(spec.name, spec.window or 512)
