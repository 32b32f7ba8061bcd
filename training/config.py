"""A run of training as data: every run is a file in `training/configs/`, and a line in LOG.md."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """All that decides a run; times of day and folders are arguments of the scripts."""

    # the network: transformers' M2M100, pre-norm, ReLU, sinusoidal positions, tied embeddings
    d_model: int = 320
    heads: int = 5
    encoder_layers: int = 6
    decoder_layers: int = 2
    dropout: float = 0.0  # needed once the data is seen more than about five times
    # the rate: warm-up over steps, then falling linearly over millions of target tokens
    rate: float = 1.6e-3  # AdamW's; Muon's is `muon_times` higher
    muon_times: float = 2.5
    warm_steps: int = 150
    fall_from: float = 0.0
    fall_over: float = 0.0  # 0: the rate stays
    fall_hours: float = 0.0  # the fall also follows the run's own clock, whichever is further; 0: tokens alone
    floor: float = 0.05  # share of the rate at the end of the fall
    # the batches
    tokens: int = 2048  # in a batch of one process, padding counted, source at 0.6
    longest: int = 100  # pieces on either side
    smoothing: float = 0.1
    average: float = 0.998  # decay of the averaged weights
    seed: int = 1
    # data set -> share of it in one pass; "name>ru" trains it into Russian only
    mixture: dict[str, float] = field(default_factory=dict)


def read(path: Path) -> Run:
    """The run described by a TOML file; an unknown key is an error that names it."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    unknown = set(data) - set(Run.__dataclass_fields__)
    if unknown:
        raise SystemExit(f"{path}: unknown: {', '.join(sorted(unknown))}")
    return Run(**data)
