"""The one promise that every engine keeps: prompts in, completions out, in order."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple, Protocol, TypeAlias

from summarizer.document import Lang


@dataclass(frozen=True, slots=True)
class Prompt:
    """One text for the model: a sentence for a translator, an instruction for a chat model."""

    text: str
    to: Lang | None = None  # the language to write in, for models that serve several
    prefix: str = ""  # the output must begin with this
    alternatives: int = 0  # further hypotheses wanted
    task: Literal["translate", "digest"] = "translate"
    words: int = 0  # of a digest: about how many are wanted; 0: the model's own measure
    align: bool = False  # say which word came from which


# What is known of a text's words in its language: offsets of a word, and how it is rendered, a dictionary form
Hints: TypeAlias = Callable[[str, Lang], Iterable[tuple[int, int, str]]]


class Link(NamedTuple):
    """A word of the completion (`target_*`) and a word of the prompt's text that it came from, as offsets.

    The word that it came from most is the first of its links; `weight` is the share of its gaze, 0 to 1.
    """

    start: int
    stop: int
    target_start: int
    target_stop: int
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Completion:
    """What came back; `None` where an engine does not give it, never made up."""

    text: str
    cut: bool = False  # stopped at the length limit
    score: float | None = None  # mean log-probability of the output's tokens, natural logarithm
    alternatives: tuple[str, ...] = ()
    alignment: tuple[Link, ...] | None = None  # where it was asked for and the engine gives it


class Model(Protocol):
    """A loaded model. `signature` names it, with its version and precision: `svodka-ruen@1+int8`."""

    name: str
    signature: str
    window: int  # tokens that one prompt may have
    chats: bool  # follows instructions: numbered sentences in a digest's prompt are named in its answer, as [3]

    def count(self, text: str) -> int:
        """Tokens of `text`, by the model's own tokenizer."""

    def complete(self, prompts: Sequence[Prompt]) -> list[Completion]:
        """One completion a prompt, in order. A prompt over the window is cut there and said to be cut."""

    def close(self) -> None:
        """Free what the model holds; it is not used again."""
