"""Chat models of the hub (Qwen, Gemma, Hy-MT2, T-lite, EuroLLM) through transformers on torch.

A conversation is written by the model's own chat template, without thinking. Prompts are those of every chat family
(`instructions`), or the entry's own: makers of translation models fix theirs.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.document import Lang, other_lang
from summarizer.engine import conversion, instructions
from summarizer.engine.model import Completion, Model, Prompt
from summarizer.engine.runtime import Device
from summarizer.engine.spec import Decoding, Spec
from summarizer.engine.store import Store
from summarizer.engine.torch_chat import Chat, ChatRunner, Said
from summarizer.errors import ModelError, one_line

FILES = (
    "config.json",
    "tokenizer_config.json",
    "tokenizer.json|tokenizer.model|vocab.json",
    "model.safetensors|model.safetensors.index.json",
)
_WINDOW = 4096  # of a model that says nothing of its own
_NAMES: dict[Lang, str] = {"ru": "Russian", "en": "English"}
_GREEDY = Decoding(beam=1)
_PER_WORD = 6  # tokens that a digest may have for a word asked for: Russian has up to 4, and the numbers in brackets
_PER_TOKEN = 3  # tokens that a translation may have for one of the source
_LEAST = 64


@dataclass(frozen=True, slots=True)
class _Asked:
    chat: Chat
    cut: bool  # the text was over the window


class Chatter:
    """A `Model` that follows instructions."""

    def __init__(self, spec: Spec, version: str, runner: ChatRunner) -> None:
        self.name = spec.name
        self.signature = f"{spec.name}@{version}+{runner.precision}"
        self.chats = True
        self._spec = spec
        self._runner = runner
        self._positions = min(spec.window or _WINDOW, runner.positions or spec.window or _WINDOW)
        self.window = max(1, self._positions - self._overhead())

    def count(self, text: str) -> int:
        """Tokens of `text` alone, without the instruction and the template."""
        return self._runner.count(text)

    def complete(self, prompts: Sequence[Prompt]) -> list[Completion]:
        """One completion a prompt, in order; an empty text gives an empty one."""
        full = [n for n, prompt in enumerate(prompts) if prompt.text.strip()]
        asked = [self._asked(prompts[n]) for n in full]
        completions = [Completion("")] * len(prompts)
        for n, one, said in zip(full, asked, self._runner.say([one.chat for one in asked]), strict=True):
            completions[n] = _completion(prompts[n], one, said)
        return completions

    def close(self) -> None:
        """Stop what is being written and free the memory."""
        self._runner.close()

    def rest(self) -> bool:
        """Free the memory until it is used again; False where it is in use now."""
        return self._runner.rest()

    def _asked(self, prompt: Prompt) -> _Asked:
        limit = _limit(prompt, self.count(prompt.text))
        room = max(1, self.window - min(limit, self.window // 2))
        text = self._shortened(prompt.text, room)
        chat = self._written(prompt, text)
        left = max(1, self._positions - self.count(chat))
        return _Asked(Chat(chat, min(limit, left)), text != prompt.text)

    def _shortened(self, text: str, most: int) -> str:
        """The text without the end that is over `most` tokens, cut between words where it has any."""
        if self.count(text) <= most:
            return text
        fits, over = 0, len(text)
        while over - fits > 1:
            middle = (fits + over) // 2
            fits, over = (middle, over) if self.count(text[:middle]) <= most else (fits, middle)
        return text[:fits].rpartition(" ")[0] or text[: max(fits, 1)]

    def _written(self, prompt: Prompt, text: str) -> str:
        """What the model reads, up to where it goes on by itself."""
        content = self._content(prompt, text)
        tokenizer = self._runner.tokenizer
        if tokenizer.chat_template is None and isinstance(content, str):
            return (tokenizer.bos_token or "") + content + prompt.prefix
        messages = [{"role": "user", "content": content}]
        try:
            chat = tokenizer.apply_chat_template(
                messages, tokenize=False, add_generation_prompt=True, enable_thinking=False
            )
        except Exception as error:
            raise ModelError(f"the chat template of {self.name} refused: {one_line(error)}") from error
        return str(chat) + prompt.prefix

    def _content(self, prompt: Prompt, text: str) -> Any:
        to = prompt.to
        if to is None:
            return text
        if self._spec.content == "languages":  # TranslateGemma's template: it writes the instruction by itself
            return [{"type": "text", "source_lang_code": other_lang(to), "target_lang_code": to, "text": text}]
        own = self._spec.prompts.get(prompt.task)
        if own is None:
            asked = instructions.messages(Prompt(text, to=to, task=prompt.task, words=prompt.words))
            return asked[-1]["content"]
        fields = {
            "language": _NAMES[to],
            "source": _NAMES[other_lang(to)],
            "words": str(prompt.words),
            "prefix": self._spec.prefix.get(to, ""),
        }
        for name, value in fields.items():
            own = own.replace("{" + name + "}", value)
        return own.replace("{text}", text)

    def _overhead(self) -> int:
        tasks = [task for task in self._spec.tasks if task in {"translate", "digest"}]
        prompts = [Prompt("", to=to, task=task, words=100) for task in tasks for to in _NAMES]
        return max(self.count(self._written(prompt, "")) for prompt in prompts) + 1


def prepare(spec: Spec, weights: Path, store: Store, device: Device) -> Path:  # noqa: ARG001 - the same for every one
    """A folder that says where the weights are and which version: they run as they are."""
    return conversion.as_it_is(spec, weights, store, FILES)


def load(spec: Spec, weights: Path, device: Device) -> Model:
    """The model, loaded; greedy where the entry says nothing of decoding."""
    decoding = spec.decoding if "decoding" in spec.model_fields_set else _GREEDY
    version, folder = conversion.original(weights)
    runner = ChatRunner(folder, device, decoding)
    if runner.tokenizer.chat_template is None and not spec.prompts:
        raise ModelError(
            f"the model {spec.name} has no chat template: it is no chat model, or a file of it is missing",
            "fetch it again, or name its own prompts in its entry in models.yaml",
        )
    return Chatter(spec, version, runner)


def _limit(prompt: Prompt, tokens: int) -> int:
    if prompt.task == "digest":
        return _LEAST + (_PER_WORD * prompt.words or tokens)
    return _LEAST + _PER_TOKEN * tokens


def _completion(prompt: Prompt, asked: _Asked, said: Said) -> Completion:
    text = instructions.answer(said.text)
    begun = f"{prompt.prefix}{said.text}" if prompt.prefix else text
    return Completion(begun.strip(), asked.cut or not said.ended)
