"""Chat models on torch: conversations in, answers out, and how a turn ends."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from summarizer.engine.runtime import Device
from summarizer.engine.spec import Decoding
from summarizer.engine.torch_runtime import BATCH, Loaded, in_batches
from summarizer.errors import ModelError


@dataclass(frozen=True, slots=True)
class Chat:
    """A conversation as its template wrote it, and how many tokens may come."""

    text: str
    limit: int


@dataclass(frozen=True, slots=True)
class Said:
    """What a chat model answered; `ended` where it came to an end by itself."""

    text: str
    ended: bool


class ChatRunner:
    """A chat model of the hub."""

    def __init__(self, folder: Path, on: Device, decoding: Decoding) -> None:
        self._loaded = Loaded(folder, on, "AutoModelForCausalLM")
        self._decoding = decoding
        self.precision = self._loaded.precision
        self.tokenizer = self._loaded.tokenizer
        self._ends = self._end_tokens()

    @property
    def positions(self) -> int | None:
        """Tokens that a conversation may have, as the model's own settings say."""
        config = self._loaded.config.get_text_config()
        value = getattr(config, "max_position_embeddings", None)
        return int(value) if value else None

    def count(self, text: str) -> int:
        """Tokens of a text that holds no control tokens."""
        return len(self.tokenizer(text, add_special_tokens=False)["input_ids"])

    def say(self, chats: Sequence[Chat]) -> list[Said]:
        """One answer a chat, in order. Raises `ModelError` when memory does not suffice for a single one."""
        size: Callable[[Chat], int] = lambda chat: self.count(chat.text) + chat.limit  # noqa: E731
        return in_batches(chats, size, BATCH[self._loaded.kind], self._batch)

    def close(self) -> None:
        """Stop what is being written and free the memory."""
        self._loaded.close()

    def rest(self) -> bool:
        """Free the memory until it is used again; False where it is in use now."""
        return self._loaded.rest()

    def _batch(self, chats: Sequence[Chat]) -> list[Said]:
        import torch

        settings = self._loaded.settings(
            self._decoding,
            num_beams=self._decoding.beam,
            max_new_tokens=max(chat.limit for chat in chats),
            eos_token_id=self._ends,
        )
        if settings.pad_token_id is None:
            settings.pad_token_id = self._ends[0]
        sources = [self.tokenizer(chat.text, add_special_tokens=False)["input_ids"] for chat in chats]
        longest = max(map(len, sources))
        pads = [longest - len(ids) for ids in sources]
        rows = zip(pads, sources, strict=True)
        outputs = self._loaded.generate(
            input_ids=torch.tensor([[settings.pad_token_id] * n + ids for n, ids in rows], device=self._loaded.kind),
            attention_mask=torch.tensor([[0] * n + [1] * (longest - n) for n in pads], device=self._loaded.kind),
            generation_config=settings,
        )
        written = [ids[longest:] for ids in outputs.sequences.tolist()]
        return [self._said(ids, chat.limit) for ids, chat in zip(written, chats, strict=True)]

    def _said(self, numbers: list[int], limit: int) -> Said:
        """What was written before the first end, and within this chat's own limit."""
        stop = next((n for n, number in enumerate(numbers) if number in self._ends), None)
        ended = stop is not None and stop <= limit
        return Said(self.tokenizer.decode(numbers[: stop if ended else limit], skip_special_tokens=True), ended)

    def _end_tokens(self) -> list[int]:
        """Every token that ends a turn: of the settings, of the tokenizer, and what the template writes after one."""
        own = self._loaded.generation.eos_token_id
        ends = [own] if isinstance(own, int) else list(own or ())
        ends += [self.tokenizer.eos_token_id, self._turn_end()]
        found = list(dict.fromkeys(number for number in ends if number is not None))
        if not found:
            raise ModelError("the model's tokenizer names no end of a turn", "fetch generation_config.json as well")
        return found

    def _turn_end(self) -> int | None:
        if not self.tokenizer.chat_template:
            return None
        chat = [{"role": "user", "content": "?"}, {"role": "assistant", "content": "§§"}]
        try:
            text = str(self.tokenizer.apply_chat_template(chat, tokenize=False))
        except Exception:  # noqa: BLE001 - a template may refuse what it does not know, with any error of its own
            return None
        after = self.tokenizer(text.rpartition("§§")[2].strip(), add_special_tokens=False)["input_ids"]
        return after[0] if after and after[0] in self.tokenizer.added_tokens_decoder else None
