"""Train: one process a CPU core, or one GPU; stops after `--hours` and goes on from where it was.

    OMP_NUM_THREADS=1 nice -n 19 torchrun --nproc_per_node 2 -m training.train CONFIG DATA RUN --hours 2
    python -m training.train CONFIG DATA RUN --hours 0.15                                       (one GPU)

DATA is what `training.prepare` wrote. RUN gets `state.pt`, `log.txt` and, at every save, `export/`: the averaged
weights as a folder that transformers loads. `--init FOLDER` starts from such a folder with fresh optimisers.
"""

import argparse
import os
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import sentencepiece
import torch
import torch.distributed as dist

from training import network as net
from training.batches import PAD, Mixture
from training.config import Run, read
from training.objective import SmoothedCrossEntropy
from training.optimise import Optimiser

SAVE_EVERY, SAY_EVERY = 500, 100  # steps


@dataclass(slots=True)
class Progress:
    """Where a run is."""

    step: int = 0
    tokens: int = 0  # target tokens
    seconds: float = 0.0  # of this and earlier legs


def rate_at(run: Run, at: Progress) -> float:
    """Warm-up over steps, then level, then a linear fall to the floor, over tokens or by the run's clock."""
    warm = min(1.0, (at.step + 1) / run.warm_steps)
    by_tokens = (at.tokens / 1e6 - run.fall_from) / run.fall_over if run.fall_over else 0.0
    by_clock = at.seconds / 3600 / run.fall_hours if run.fall_hours else 0.0
    return run.rate * warm * max(run.floor, 1.0 - max(0.0, by_tokens, by_clock))


class Leg:
    """One sitting of a run."""

    def __init__(self, run: Run, data: Path, folder: Path, init: Path | None) -> None:
        self.rank, self.world = int(os.environ.get("RANK", "0")), int(os.environ.get("WORLD_SIZE", "1"))
        self.device = "cuda" if torch.cuda.is_available() else "cpu"
        if self.device == "cpu":
            torch.set_num_threads(1)
        if self.world > 1 and not dist.is_initialized():
            dist.init_process_group("gloo")
        torch.manual_seed(run.seed)
        self.run, self.folder = run, folder
        folder.mkdir(parents=True, exist_ok=True)
        spm = sentencepiece.SentencePieceProcessor(model_file=str(data / "spm.model"))
        self.network: Any = net.load(init) if init else net.build(run, spm.get_piece_size())
        self.network.to(self.device).train()
        self.optimiser = Optimiser(self.network, run, self.rank, self.world)
        self.mixture = Mixture.load(data, run)
        self.progress = Progress()
        if (folder / "state.pt").exists():
            counters = self.optimiser.load(folder)
            self.progress = Progress(int(counters["step"]), int(counters["tokens"]), counters["seconds"])

    def train(self, hours: float, steps: int | None = None) -> None:
        """Go on for so long (or so many steps), then save."""
        start, before = time.monotonic(), self.progress.seconds
        end = None if steps is None else self.progress.step + steps
        self.say(f"start at step {self.progress.step}, {self.progress.tokens / 1e6:.2f} M tokens; {self.run}")
        stop = False
        while not stop:
            seed = self.run.seed * 100_000 + self.progress.step
            for batch in self.mixture.one_pass(self.run, seed, self.rank, self.world):
                self.progress.seconds = before + time.monotonic() - start
                stop = self.step(batch, out_of_time=time.monotonic() - start > hours * 3600)
                stop = stop or self.progress.step == end
                if stop or self.progress.step % SAVE_EVERY == 0:
                    self.save()
                if stop:
                    break

    def step(self, batch: list[tuple[str, int, int]], *, out_of_time: bool) -> bool:
        """One batch forward and back; whether any process wants to stop."""
        source, target = self.mixture.tensors(batch, self.device)
        states = net.hidden(self.network, source, target)
        wanted = target[target != PAD]
        chunk = 1024 if self.device == "cpu" else 1 << 20
        weight = self.network.model.shared.weight
        loss = SmoothedCrossEntropy.apply(states, weight, wanted, self.run.smoothing, chunk)
        loss.backward()
        norm, (tokens, summed, late, seconds) = self.optimiser.reduce(
            len(wanted), loss.item(), float(out_of_time), self.progress.seconds
        )
        self.progress.seconds = seconds / self.world  # one clock for all processes: the rate may follow it
        rate = rate_at(self.run, self.progress)
        self.optimiser.step(self.progress.step, rate)
        self.progress.step += 1
        self.progress.tokens += int(tokens)
        if self.progress.step % SAY_EVERY == 0:
            p = self.progress
            self.say(
                f"step {p.step} loss {summed / self.world:.3f} tokens {p.tokens / 1e6:.2f} M norm {norm:.2f} "
                f"rate {rate:.5f} {p.seconds / 60:.1f} min"
            )
        return late > 0

    def save(self) -> None:
        """The state, and the averaged weights as a transformers folder."""
        p = self.progress
        self.optimiser.save(self.folder, {"step": p.step, "tokens": p.tokens, "seconds": p.seconds})
        if self.rank == 0:
            export(self.network, self.optimiser, self.folder / "export")

    def say(self, line: str) -> None:
        """To the screen and the run's log."""
        if self.rank == 0:
            print(line, flush=True)
            with (self.folder / "log.txt").open("a", encoding="utf-8") as log:
                print(line, file=log)


def export(network: Any, optimiser: Optimiser, folder: Path) -> None:
    """Write the averaged weights (float32, safetensors) with their config."""
    current = [w.detach().clone() for w in optimiser.weights]
    network.float()
    with torch.no_grad():
        for weight, averaged in zip(network.parameters(), optimiser.averaged, strict=True):
            weight.copy_(averaged)
    network.save_pretrained(folder)
    network.to(torch.bfloat16)
    with torch.no_grad():
        for weight, saved in zip(network.parameters(), current, strict=True):
            weight.copy_(saved)


def main() -> None:
    """Train by a config file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("config", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("run", type=Path)
    parser.add_argument("--hours", type=float, default=1.0)
    parser.add_argument("--steps", type=int)
    parser.add_argument("--init", type=Path)
    arguments = parser.parse_args()
    run = read(arguments.config)
    Leg(run, arguments.data, arguments.run, arguments.init).train(arguments.hours, arguments.steps)


if __name__ == "__main__":
    main()
