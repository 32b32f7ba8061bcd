"""CTranslate2: on which device, with which precision, in which batches; tokens in, tokens out.

Never torch or transformers here: they cost four seconds and 330 MB at start.
"""

import logging
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any, TypeVar

from summarizer.config import Settings, cores
from summarizer.engine import precision
from summarizer.engine.alignment import Attention
from summarizer.engine.spec import Decoding
from summarizer.errors import ModelError, one_line

_LOG = logging.getLogger(__name__)
Item = TypeVar("Item")

_BATCH = 2048  # tokens with padding; greedily 1024 was 14% slower (two cores, d512 6-2, int8)
# A beam multiplies memory, and windows of 64 sentences want several batches to share out among the threads: 300 lines
# at beam 4 in one call as fast as in batches of 1024, in windows 5% faster (two cores, d320 6-2, 28 November 2026)
_BATCH_IN_BEAMS = 512
_SMALLEST_BATCH = 128  # below that, memory is not the batch's fault, and threads gain less than small batches lose
# Tokens that an output may have. Rows with one limit go together: with six limits between 32 and 1024 windows of 128
# sentences took 9% more processor time (300 lines at beam 4, two cores, 28 November 2026)
_LIMITS = (256, 1024)
_OTHER = "take a smaller model, or set SVODKA_DEVICE=cpu where a GPU's memory is short"


@dataclass(frozen=True, slots=True)
class Device:
    """Where a model runs."""

    kind: str  # cpu, cuda
    precision: str  # of weights that say nothing else
    threads: int  # sentences' batches at a time; one core each: 2.0 times faster on two cores, a split batch 1.4 times


def device(settings: Settings) -> Device:
    """What the settings ask for, as far as this machine has it. Raises `ModelError` for a GPU that is not there."""
    import ctranslate2

    gpus = ctranslate2.get_cuda_device_count()
    if settings.device == "cuda" and not gpus:
        raise ModelError("there is no GPU that CTranslate2 can use", "set SVODKA_DEVICE=cpu, or mend the CUDA driver")
    kind = "cuda" if gpus and settings.device != "cpu" else "cpu"
    return Device(kind, precision.usual(kind), 1 if kind == "cuda" else settings.threads or cores())


@dataclass(frozen=True, slots=True)
class Row:
    """One prompt in tokens, with tag and end; `prefix` are the first tokens of the output."""

    tokens: tuple[str, ...]
    prefix: tuple[str, ...] = ()
    alternatives: int = 0
    align: bool = False  # the decoder's attention is wanted


@dataclass(frozen=True, slots=True)
class Output:
    """The hypotheses for one row, best first, without the end token; `ended` says which of them had one.

    They begin with the row's prefix; where the model has no start token of its own, the prefix's first token is that,
    and is not among them.
    """

    hypotheses: tuple[tuple[str, ...], ...]
    ended: tuple[bool, ...]
    score: float | None  # mean log-probability of the best one's tokens, the end among them, the prefix not
    attention: Attention | None = None  # of the best one: a row a token of it, a column a token of the row


class Runner:
    """A CTranslate2 folder, loaded. `positions` is the most tokens that an output may have."""

    def __init__(self, folder: Path, on: Device, decoding: Decoding, positions: int) -> None:
        self._decoding = decoding
        self._positions = positions
        self._threads = on.threads
        self._kind = on.kind
        self._use = Lock()
        self._users = 0
        self._translator, self.precision = _opened(Path(folder), on)

    def run(self, rows: Sequence[Row]) -> list[Output]:
        """One output a row, in order. Raises `ModelError` when memory does not suffice for the smallest batch."""
        with self._awake():
            return self._run(rows)

    def score(self, rows: Sequence[Row]) -> list[float]:
        """For each row the mean log-probability of its prefix as the whole output, its end counted."""
        if not rows:
            return []
        with self._awake():
            return _in_memory(lambda batch: self._scored(rows, batch), self._batch(rows))

    def close(self) -> None:
        """Free the memory."""
        self._translator.unload_model()

    def rest(self) -> bool:
        """Free the memory until it is used again; False where it is in use now."""
        with self._use:
            if not self._users:
                self._translator.unload_model()
            return not self._users

    @contextmanager
    def _awake(self) -> Iterator[None]:
        with self._use:
            if not self._users and not self._translator.model_is_loaded:
                self._translator.load_model()
            self._users += 1
        try:
            yield
        finally:
            with self._use:
                self._users -= 1

    def _run(self, rows: Sequence[Row]) -> list[Output]:
        groups = [(group, self._batch([rows[n] for n in group.places])) for group in self._groups(rows)]
        asked = [(group, self._ask(rows, group, batch), batch) for group, batch in groups]  # all threads get work
        done: dict[int, Output] = {}
        for group, answers, batch in asked:
            done.update(zip(group.places, self._collect(rows, group, answers, batch), strict=True))
        return [done[n] for n in range(len(rows))]

    def _groups(self, rows: Sequence[Row]) -> "Iterator[_Group]":
        """Rows that can go together: the length limit and the number of hypotheses hold for a whole call."""
        places = defaultdict(list)
        for n, row in enumerate(rows):
            places[self._limit(row), row.alternatives, row.align].append(n)
        for (limit, alternatives, align), members in places.items():
            yield _Group(tuple(members), limit, alternatives + 1, align)

    def _limit(self, row: Row) -> int:
        """Tokens that the output may have, in a few steps, so that groups stay large."""
        wanted = 16 + 2 * len(row.tokens) + len(row.prefix)
        step = next((step for step in _LIMITS if wanted <= step), wanted)
        return min(step, self._positions)

    def _batch(self, rows: Sequence[Row]) -> int:
        """Tokens in a batch: the few rows of a group are shared out among the threads."""
        lengths = [len(row.tokens) for row in rows]
        most = _BATCH if self._decoding.beam == 1 or self._kind == "cuda" else _BATCH_IN_BEAMS
        return min(most, max(-(-sum(lengths) // self._threads), *lengths, _SMALLEST_BATCH)) if rows else most

    def _collect(self, rows: Sequence[Row], group: "_Group", answers: list[Any], batch: int) -> list[Output]:
        def attempt(size: int) -> list[Output]:
            asked = answers if size == batch else self._ask(rows, group, size)
            results = [answer.result() for answer in asked]
            return [self._output(result, rows[n]) for n, result in zip(group.places, results, strict=True)]

        return _in_memory(attempt, batch)

    def _scored(self, rows: Sequence[Row], batch: int) -> list[float]:
        sources, targets = [list(row.tokens) for row in rows], [list(row.prefix) for row in rows]
        scored = self._translator.score_batch(sources, targets, max_batch_size=batch, batch_type="tokens")
        return [sum(one.log_probs) / max(1, len(one.log_probs)) for one in scored]

    def _ask(self, rows: Sequence[Row], group: "_Group", batch: int) -> list[Any]:
        decoding = self._decoding
        prefixes = [list(rows[n].prefix) or None for n in group.places]
        answers: list[Any] = self._translator.translate_batch(
            [list(rows[n].tokens) for n in group.places],
            prefixes if any(prefixes) else None,
            asynchronous=True,
            max_batch_size=batch,
            batch_type="tokens",
            beam_size=max(decoding.beam, group.hypotheses),
            num_hypotheses=group.hypotheses,
            length_penalty=decoding.length_penalty,
            repetition_penalty=decoding.repetition_penalty,
            no_repeat_ngram_size=decoding.no_repeat_ngram,
            max_input_length=0,  # rows fit: who made them has seen to it
            max_decoding_length=group.limit,
            disable_unk=True,  # "⁇" tells a reader nothing
            return_scores=True,
            return_attention=group.align,
            return_end_token=True,
        )
        return answers

    def _output(self, result: Any, row: Row) -> Output:
        ends = [tokens[-1:] == ["</s>"] for tokens in result.hypotheses]
        texts = [tuple(tokens[:-1] if end else tokens) for tokens, end in zip(result.hypotheses, ends, strict=True)]
        attention = result.attention[0] if row.align and result.attention else None
        given = len(row.prefix) if texts and texts[0][: len(row.prefix)] == row.prefix else len(row.prefix) - 1
        return Output(tuple(texts), tuple(ends), self._mean(result, max(given, 0)), attention)

    def _mean(self, result: Any, given: int) -> float | None:
        """CTranslate2 divides the sum over the tokens after the prefix by the whole length to the length penalty."""
        length = len(result.hypotheses[0]) if result.hypotheses else 0
        if not result.scores or length <= given:
            return None
        total = result.scores[0] * length**self._decoding.length_penalty
        return float(total / (length - given))


@dataclass(frozen=True, slots=True)
class _Group:
    places: tuple[int, ...]
    limit: int
    hypotheses: int
    align: bool


def _opened(folder: Path, on: Device) -> tuple[Any, str]:
    """The model, and in what it computes: in 8 bits where a GPU's memory is short for 16. Raises `ModelError`."""
    import ctranslate2

    name = precision.suited(on.kind, on.precision, precision.saved(folder))
    while True:
        try:
            return ctranslate2.Translator(
                str(folder), device=on.kind, compute_type=name, inter_threads=on.threads, intra_threads=1
            ), name
        except (RuntimeError, ValueError, MemoryError) as error:
            if not is_memory(error):
                raise ModelError(f"the model in {folder} cannot be loaded: {one_line(error)}") from error
            smaller = precision.smaller(on.kind, name)
            if not smaller:
                raise ModelError(f"memory does not suffice for the model in {folder}", _OTHER) from error
            _LOG.warning("memory does not suffice for %s in %s: it runs in %s", folder.name, name, smaller)
            name = smaller


def _in_memory(attempt: Callable[[int], list[Item]], batch: int) -> list[Item]:
    """What is attempted with batches of so many tokens, or with smaller ones where memory is short."""
    while True:
        try:
            return attempt(batch)
        except (RuntimeError, MemoryError) as error:
            if not is_memory(error):
                raise ModelError(f"the model failed: {one_line(error)}") from error
            if batch <= _SMALLEST_BATCH:
                raise ModelError("memory does not suffice for this model", _OTHER) from error
            batch = max(_SMALLEST_BATCH, batch // 2)
            _LOG.warning("out of memory: once more, in batches of %d tokens", batch)


def is_memory(error: Exception) -> bool:
    """Whether memory was short, as CTranslate2, torch and the system say it."""
    said = ("out of memory", "bad_alloc", "not enough memory", "can't allocate memory")
    return isinstance(error, MemoryError) or any(words in str(error).lower() for words in said)
