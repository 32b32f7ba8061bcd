"""transformers on torch: the second runtime, for what CTranslate2's converter does not know, and for chat models.

Weights are read from safetensors only and code from the hub is never run. torch is one machine for the whole process:
models of this runtime take turns.
"""

import logging
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Event, Lock
from typing import Any, TypeVar

from summarizer.engine.runtime import Device, is_memory
from summarizer.engine.spec import Decoding
from summarizer.errors import ModelError, one_line

Item = TypeVar("Item")
Answer = TypeVar("Answer")

BATCH = {"cpu": 1024, "cuda": 8192}  # tokens with padding and output; not swept: no machine with a GPU was at hand
_TURN = Lock()
_LOG = logging.getLogger(__name__)


class Loaded:
    """A hub folder in memory: its tokenizer and its model, on the device and in the precision that it can do.

    A model that rests is read again when it is next used.
    """

    def __init__(self, folder: Path, on: Device, kind: str) -> None:
        import torch
        import transformers

        transformers.utils.logging.disable_progress_bar()
        self._folder, self._class = folder, kind
        self.kind = "cuda" if on.kind == "cuda" and torch.cuda.is_available() else "cpu"
        self._dtype = _dtype(self.kind)
        self.precision = f"torch-{str(self._dtype).removeprefix('torch.')}"
        if self.kind == "cpu":
            torch.set_num_threads(on.threads)
        self._closed = Event()
        self._reading = Lock()
        self._model: Any = None
        self.tokenizer: Any = self._read(transformers.AutoTokenizer)
        self.config, self.generation = self.model.config, self.model.generation_config

    @property
    def model(self) -> Any:
        """The network. Raises `ModelError`."""
        import transformers

        with self._reading:
            if self._closed.is_set():
                raise ModelError("the model is closed")
            if self._model is None:
                options = {"dtype": self._dtype, "use_safetensors": True, "trust_remote_code": False}
                self._model = self._read(getattr(transformers, self._class), **options).to(self.kind).eval()
            return self._model

    def _read(self, reader: Any, **options: Any) -> Any:
        try:
            return reader.from_pretrained(self._folder, local_files_only=True, **options)
        except Exception as error:
            said = f"the model in {self._folder} cannot be loaded: {one_line(error)}"
            raise ModelError(said, "fetch it again") from error

    def generate(self, **options: Any) -> Any:
        """One batch, greedily or by beams; `close` stops it at the next token. Raises `ModelError` when it did."""
        import torch

        with _TURN, torch.inference_mode():
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
            pad_token_id=self.generation.pad_token_id if pad is None else pad,
            **more,
        )

    def close(self) -> None:
        """Stop what runs and free the memory."""
        self._closed.set()
        with _TURN, self._reading:
            self._model = None

    def rest(self) -> bool:
        """Free the memory until it is used again; False where a model of this runtime is in use now."""
        import torch

        if not _TURN.acquire(blocking=False):
            return False
        try:
            with self._reading:
                self._model = None
            if self.kind == "cuda":
                torch.cuda.empty_cache()
            return True
        finally:
            _TURN.release()

    def _stops(self, tokens: Any, *_: Any, **__: Any) -> Any:
        import torch

        return torch.full((tokens.shape[0],), self._closed.is_set(), dtype=torch.bool, device=tokens.device)


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


def _dtype(kind: str) -> Any:
    import torch

    if kind == "cpu":
        return torch.float32
    return torch.bfloat16 if torch.cuda.is_bf16_supported() else torch.float16
