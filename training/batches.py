"""Packed pairs to batches: one pass over a weighted mixture, both directions, bucketed by length."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from training.config import Run

PAD, UNK, BOS, EOS, RUS, ENG = range(6)  # pieces' numbers in our vocabularies
_WINDOW = 60_000  # pairs sorted together: large enough for little padding, small enough to stay mixed


@dataclass(frozen=True, slots=True)
class Packed:
    """The pairs of one set; `sides` are flat arrays, `starts` and `lengths` have a row a pair: English, Russian."""

    sides: tuple[np.ndarray, np.ndarray]
    starts: np.ndarray
    lengths: np.ndarray

    @classmethod
    def load(cls, path: Path) -> "Packed":
        """Read what `prepare` wrote."""
        with np.load(path) as file:
            lengths = file["lengths"].astype(np.int64)
            starts = np.concatenate([np.zeros((1, 2), dtype=np.int64), lengths.cumsum(0)])[:-1]
            return cls((file["english"], file["russian"]), starts, lengths)

    def pair(self, index: int) -> tuple[np.ndarray, np.ndarray]:
        """The pieces of a pair: English, Russian."""
        (e, r), (le, lr) = self.starts[index], self.lengths[index]
        return self.sides[0][e : e + le], self.sides[1][r : r + lr]


@dataclass(frozen=True, slots=True)
class Mixture:
    """The sets of a run, loaded."""

    sets: dict[str, Packed]
    shares: tuple[tuple[str, tuple[int, ...], float], ...]  # set, directions (0: into Russian, 1: into English), share

    @classmethod
    def load(cls, data: Path, run: Run) -> "Mixture":
        """Read the sets that the run's mixture names."""
        shares = []
        for name, share in run.mixture.items():
            base, _, only = name.partition(">")
            shares.append((base, {"": (0, 1), "ru": (0,), "en": (1,)}[only], share))
        return cls({name: Packed.load(data / f"{name}.npz") for name, _, _ in shares}, tuple(shares))

    def one_pass(self, run: Run, seed: int, rank: int, world: int) -> Iterator[list[tuple[str, int, int]]]:
        """Batches for one process: lists of (set, pair, direction); every process gets as many, of about one shape."""
        rng = np.random.default_rng(seed)
        rows = self._rows(run, rng)
        order = rng.permutation(len(rows))
        cut = [
            batch
            for start in range(0, len(order), _WINDOW)
            for batch in self._cut(rows[order[start : start + _WINDOW]], run, rng)
        ]
        names = [name for name, _, _ in self.shares]
        for group in rng.permutation(len(cut) // world):
            yield [(names[share], int(pair), int(way)) for share, pair, way, _, _ in cut[group * world + rank]]

    def _rows(self, run: Run, rng: np.random.Generator) -> np.ndarray:
        """A row an example: share's index, pair, direction, source length, target length."""
        parts = []
        for index, (name, ways, share) in enumerate(self.shares):
            lengths = self.sets[name].lengths
            fit = np.flatnonzero((lengths <= run.longest).all(1))
            wanted = int(len(fit) * share)
            for way in ways:
                passes = wanted // max(1, len(fit)) + 1
                pairs = np.concatenate([rng.permutation(fit) for _ in range(passes)])[:wanted]
                source, target = lengths[pairs, way], lengths[pairs, 1 - way]
                parts.append(np.stack([np.full(wanted, index), pairs, np.full(wanted, way), source, target], 1))
        return np.concatenate(parts)

    @staticmethod
    def _cut(rows: np.ndarray, run: Run, rng: np.random.Generator) -> list[np.ndarray]:
        """Neighbours in length, cut where the padded batch would pass the budget."""
        rows = rows[np.lexsort((rng.random(len(rows)), rows[:, 3], rows[:, 4]))]
        batches, start, source, target = [], 0, 0, 0
        for end, row in enumerate(rows):
            wide_source, wide_target = max(source, row[3] + 2), max(target, row[4] + 1)
            if end > start and (wide_target + 0.6 * wide_source) / 1.6 * (end - start + 1) > run.tokens:
                batches.append(rows[start:end])
                start, wide_source, wide_target = end, row[3] + 2, row[4] + 1
            source, target = wide_source, wide_target
        return [*batches, rows[start:]]

    def tensors(self, batch: list[tuple[str, int, int]], device: str) -> tuple[torch.Tensor, torch.Tensor]:
        """Source and target pieces, padded: (pairs, pieces), int64; the source opens with the target's tag."""
        rows = []
        for name, index, way in batch:
            pair = self.sets[name].pair(index)
            rows.append(((RUS, ENG)[way], pair[way], pair[1 - way]))
        source = np.zeros((len(rows), max(len(row[1]) for row in rows) + 2), dtype=np.int64)
        target = np.zeros((len(rows), max(len(row[2]) for row in rows) + 1), dtype=np.int64)
        for k, (tag, given, wanted) in enumerate(rows):
            source[k, 0], source[k, 1 : 1 + len(given)], source[k, 1 + len(given)] = tag, given, EOS
            target[k, : len(wanted)], target[k, len(wanted)] = wanted, EOS
        return torch.from_numpy(source).to(device), torch.from_numpy(target).to(device)
