"""Encoder-decoders on torch: what CTranslate2's converter does not know."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from summarizer.engine.runtime import Device, Output, Row
from summarizer.engine.spec import Decoding
from summarizer.engine.torch_runtime import BATCH, Loaded, in_batches


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
            outputs = in_batches([rows[n] for n in places], _row_size, BATCH[self._loaded.kind], self._batch)
            done.update(zip(places, outputs, strict=True))
        return [done[n] for n in range(len(rows))]

    def close(self) -> None:
        """Free the memory."""
        self._loaded.close()

    def rest(self) -> bool:
        """Free the memory until it is used again; False where it is in use now."""
        return self._loaded.rest()

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
        first = self._loaded.generation.decoder_start_token_id
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


def _row_size(row: Row) -> int:
    return 3 * len(row.tokens)
