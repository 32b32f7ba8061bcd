"""transformers on torch: the second runtime, for what CTranslate2's converter does not know, and for chat models.

Weights are read from safetensors only and code from the hub is never run. torch is one machine for the whole process:
models of this runtime take turns.
"""

import logging
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Lock
from typing import Any, TypeVar

from summarizer.engine.runtime import Device, Output, Row, is_memory
from summarizer.engine.spec import Decoding
from summarizer.errors import ModelError, one_line

Item = TypeVar("Item")
Answer = TypeVar("Answer")

_BATCH = {"cpu": 1024, "cuda": 8192}  # tokens with padding and output; not swept: no machine with a GPU was at hand
_TURN = Lock()
_LOG = logging.getLogger(__name__)


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


class Loaded:
    """A hub folder in memory: its tokenizer and its model, on the device and in the precision that it can do."""

    def __init__(self, folder: Path, on: Device, kind: str) -> None:
        import torch
        import transformers

        transformers.utils.logging.disable_progress_bar()
        self.kind = "cuda" if on.kind == "cuda" and torch.cuda.is_available() else "cpu"
        dtype = _dtype(self.kind)
        self.precision = f"torch-{str(dtype).removeprefix('torch.')}"
        if self.kind == "cpu":
            torch.set_num_threads(on.threads)
        try:
            self.tokenizer: Any = transformers.AutoTokenizer.from_pretrained(folder, local_files_only=True)
            self.model: Any = getattr(transformers, kind).from_pretrained(
                folder, dtype=dtype, local_files_only=True, use_safetensors=True, trust_remote_code=False
            )
        except Exception as error:
            raise ModelError(f"the model in {folder} cannot be loaded: {one_line(error)}", "fetch it again") from error
        self.model = self.model.to(self.kind).eval()
        self._closed = Event()

    def generate(self, **options: Any) -> Any:
        """One batch, greedily or by beams; `close` stops it at the next token. Raises `ModelError` when it did."""
        import torch

        with _TURN, torch.inference_mode():
            if self._closed.is_set():
                raise ModelError("the model is closed")
            outputs = self.model.generate(**options, stopping_criteria=[self._stops])
        if self._closed.is_set():
            raise ModelError("the model was closed while it wrote")
        return outputs

    def settings(self, decoding: Decoding, **more: Any) -> Any:
        """How it writes: nothing of chance, whatever the folder's own settings are."""
        from transformers import GenerationConfig

        pad = self.tokenizer.pad_token_id
        return GenerationConfig(
            do_sample=False,
            return_dict_in_generate=True,
            repetition_penalty=decoding.repetition_penalty,
            no_repeat_ngram_size=decoding.no_repeat_ngram,
            pad_token_id=self.model.generation_config.pad_token_id if pad is None else pad,
            **more,
        )

    def close(self) -> None:
        """Stop what runs and free the memory."""
        self._closed.set()
        with _TURN:
            self.model = None

    def _stops(self, tokens: Any, *_: Any, **__: Any) -> Any:
        import torch

        return torch.full((tokens.shape[0],), self._closed.is_set(), dtype=torch.bool, device=tokens.device)


class TorchRunner:
    """An encoder-decoder of the hub; rows and outputs as CTranslate2's `Runner` has them, without attention."""

    def __init__(self, folder: Path, on: Device, decoding: Decoding, positions: int) -> None:
        self._loaded = Loaded(folder, on, "AutoModelForSeq2SeqLM")
        self._decoding = decoding
        self._positions = positions
        self.precision = self._loaded.precision
        self._end = self._loaded.tokenizer.eos_token_id

    def run(self, rows: Sequence[Row]) -> list[Output]:
        """One output a row, in order. Raises `ModelError` when memory does not suffice for a single row."""
        keys = [(len(row.prefix), row.alternatives) for row in rows]
        done: dict[int, Output] = {}
        for key in dict.fromkeys(keys):
            places = [n for n in range(len(rows)) if keys[n] == key]
            outputs = in_batches([rows[n] for n in places], _row_size, _BATCH[self._loaded.kind], self._batch)
            done.update(zip(places, outputs, strict=True))
        return [done[n] for n in range(len(rows))]

    def close(self) -> None:
        """Free the memory."""
        self._loaded.close()

    def rest(self) -> bool:
        """It does not: to read it again would cost more than the memory is worth."""
        return False

    def _batch(self, rows: Sequence[Row]) -> list[Output]:
        import torch

        wanted = rows[0].alternatives + 1
        settings = self._loaded.settings(
            self._decoding,
            num_beams=max(self._decoding.beam, wanted),
            num_return_sequences=wanted,
            length_penalty=self._decoding.length_penalty,
            max_new_tokens=min(self._positions, 16 + 2 * max(len(row.tokens) for row in rows)),
            eos_token_id=self._end,
            decoder_start_token_id=self._start(rows[0])[0],
            suppress_tokens=[self._loaded.tokenizer.unk_token_id],
            output_scores=True,
        )
        sources = [self._numbers(row.tokens) for row in rows]
        longest = max(map(len, sources))
        pad = settings.pad_token_id
        outputs = self._loaded.generate(
            input_ids=torch.tensor([ids + [pad] * (longest - len(ids)) for ids in sources], device=self._loaded.kind),
            attention_mask=torch.tensor(
                [[1] * len(ids) + [0] * (longest - len(ids)) for ids in sources], device=self._loaded.kind
            ),
            decoder_input_ids=torch.tensor([self._start(row) for row in rows], device=self._loaded.kind),
            generation_config=settings,
        )
        scores = self._scores(outputs)
        given = len(self._start(rows[0])) - len(rows[0].prefix)
        hypotheses = [self._hypothesis(ids[given:]) for ids in outputs.sequences.tolist()]
        groups = [hypotheses[n * wanted : (n + 1) * wanted] for n in range(len(rows))]
        return [
            Output(tuple(h for h, _ in group), tuple(ended for _, ended in group), scores[n * wanted])
            for n, group in enumerate(groups)
        ]

    def _numbers(self, tokens: Sequence[str]) -> list[int]:
        return list(self._loaded.tokenizer.convert_tokens_to_ids(list(tokens)))

    def _start(self, row: Row) -> list[int]:
        """The decoder's first tokens; mBART starts with the language, which is the row's prefix then."""
        prefix = self._numbers(row.prefix)
        first = self._loaded.model.generation_config.decoder_start_token_id
        return prefix if first is None or prefix[:1] == [first] else [first, *prefix]

    def _hypothesis(self, numbers: list[int]) -> tuple[tuple[str, ...], bool]:
        ended = self._end in numbers
        whole = numbers[: numbers.index(self._end)] if ended else numbers
        return tuple(self._loaded.tokenizer.convert_ids_to_tokens(whole)), ended

    def _scores(self, outputs: Any) -> list[float]:
        """The mean log-probability of what was written, the end among it."""
        beams = getattr(outputs, "beam_indices", None)
        scores = self._loaded.model.compute_transition_scores(
            outputs.sequences, outputs.scores, beams, normalize_logits=beams is None
        )
        written = outputs.sequences[:, -scores.shape[1] :].tolist()
        lengths = [ids.index(self._end) + 1 if self._end in ids else len(ids) for ids in written]
        return [sum(row[:length]) / max(length, 1) for row, length in zip(scores.tolist(), lengths, strict=True)]


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
        config = self._loaded.model.config.get_text_config()
        value = getattr(config, "max_position_embeddings", None)
        return int(value) if value else None

    def count(self, text: str) -> int:
        """Tokens of a text that holds no control tokens."""
        return len(self.tokenizer(text, add_special_tokens=False)["input_ids"])

    def say(self, chats: Sequence[Chat]) -> list[Said]:
        """One answer a chat, in order. Raises `ModelError` when memory does not suffice for a single one."""
        size: Callable[[Chat], int] = lambda chat: self.count(chat.text) + chat.limit  # noqa: E731
        return in_batches(chats, size, _BATCH[self._loaded.kind], self._batch)

    def close(self) -> None:
        """Stop what is being written and free the memory."""
        self._loaded.close()

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
        own = self._loaded.model.generation_config.eos_token_id
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


def in_batches(
    items: Sequence[Item], size: Callable[[Item], int], most: int, run: Callable[[Sequence[Item]], list[Answer]]
) -> list[Answer]:
    """An answer an item, in order, items of like size together; a batch that memory is short for is halved."""
    sizes = [size(item) for item in items]
    done: dict[int, Answer] = {}
    waiting = list(_groups(sizes, most))
    while waiting:
        places = waiting.pop(0)
        try:
            answers = run([items[n] for n in places])
        except (RuntimeError, MemoryError) as error:
            if not is_memory(error):
                raise ModelError(f"the model failed: {one_line(error)}") from error
            if len(places) == 1:
                raise ModelError("memory does not suffice for this model", "set SVODKA_DEVICE=cpu") from error
            _LOG.warning("out of memory: once more, in batches of %d", len(places) // 2)
            waiting[:0] = [places[: len(places) // 2], places[len(places) // 2 :]]
        else:
            done.update(zip(places, answers, strict=True))
    return [done[n] for n in range(len(items))]


def _groups(sizes: Sequence[int], most: int) -> Iterator[list[int]]:
    """Places, longest first, so that the largest batch meets the memory first."""
    group: list[int] = []
    for place in sorted(range(len(sizes)), key=lambda n: -sizes[n]):
        if group and sizes[group[0]] * (len(group) + 1) > most:
            yield group
            group = []
        group.append(place)
    if group:
        yield group


def _row_size(row: Row) -> int:
    return 3 * len(row.tokens)


def _dtype(kind: str) -> Any:
    import torch

    if kind == "cpu":
        return torch.float32
    return torch.bfloat16 if torch.cuda.is_bf16_supported() else torch.float16
