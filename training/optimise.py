"""bf16 weights over float32 masters: Muon for the matrices, AdamW for the rest, averaged weights beside them.

With several processes (one single-threaded process a core: two OpenMP threads in one process stall for seconds as
soon as anything else runs) gradients are averaged, and each process orthogonalises its share of the matrices.
Muon against AdamW, same network and batches of 3 k tokens, after 0.44 M target tokens: loss 4.86 against 6.13.
"""

from pathlib import Path
from typing import Any

import torch
import torch.distributed as dist

from training.config import Run


class Optimiser:
    """Steps the masters of a network and writes them back into its bf16 weights."""

    def __init__(self, network: torch.nn.Module, run: Run, rank: int, world: int) -> None:
        self.run, self.rank, self.world = run, rank, world
        self.names = [name for name, _ in network.named_parameters()]
        self.weights = list(network.parameters())
        self.masters = [torch.nn.Parameter(w.detach().float().clone()) for w in self.weights]
        self.averaged = [m.detach().clone() for m in self.masters]
        matrices = [i for i, m in enumerate(self.masters) if m.ndim == 2 and "shared" not in self.names[i]]
        self.matrices, self.own = matrices, matrices[rank::world]
        rest = [i for i in range(len(self.masters)) if i not in set(matrices)]
        self.stepped = set(rest) | set(self.own)
        self.adam = torch.optim.AdamW(
            [self.masters[i] for i in rest], lr=1.0, betas=(0.9, 0.98), eps=1e-9, weight_decay=0.0, fused=True
        )
        self.muon = torch.optim.Muon(
            [self.masters[i] for i in self.own],
            lr=1.0,
            momentum=0.95,
            weight_decay=0.01,
            adjust_lr_fn="match_rms_adamw",
        )
        network.to(torch.bfloat16)
        self.write_back()

    def reduce(self, *numbers: float) -> tuple[float, list[float]]:
        """Average the gradients over the processes and sum `numbers`; gives the gradients' norm and the sums."""
        parts = [
            w.grad.flatten().float() if w.grad is not None else torch.zeros_like(w).flatten().float()
            for w in self.weights
        ]
        flat = torch.cat([*parts, torch.tensor(numbers, device=parts[0].device)])
        for weight in self.weights:
            weight.grad = None
        if self.world > 1:
            dist.all_reduce(flat)
        sums = flat[len(flat) - len(numbers) :].tolist()
        gradient = flat[: len(flat) - len(numbers)].div_(self.world)
        norm = float(gradient.norm())
        gradient.mul_(min(1.0, 1.0 / (norm + 1e-6)))
        start = 0
        for index, master in enumerate(self.masters):
            part = gradient[start : start + master.numel()].view_as(master)
            master.grad = part if index in self.stepped else None
            start += master.numel()
        return norm, sums

    def step(self, step: int, rate: float) -> None:
        """One step of both optimisers at `rate`."""
        for group in self.adam.param_groups:
            group["lr"] = rate
        for group in self.muon.param_groups:
            group["lr"] = rate * self.run.muon_times
        self.adam.step()
        self.muon.step()
        with torch.no_grad():
            self._exchange()
            self.write_back()
            keep = min(self.run.average, 1 - 10 / (step + 10))  # follow closely at first
            torch._foreach_lerp_(self.averaged, [m.data for m in self.masters], 1 - keep)

    def write_back(self) -> None:
        """The masters, rounded, into the network."""
        with torch.no_grad():
            for weight, master in zip(self.weights, self.masters, strict=True):
                weight.copy_(master)

    def _exchange(self) -> None:
        """Every process gets the matrices that the others stepped."""
        if self.world == 1:
            return
        flat = torch.cat(
            [
                self.masters[i].data.flatten() if i in self.stepped else torch.zeros(self.masters[i].numel())
                for i in self.matrices
            ]
        )
        dist.all_reduce(flat)
        start = 0
        for i in self.matrices:
            master = self.masters[i].data
            master.copy_(flat[start : start + master.numel()].view_as(master))
            start += master.numel()

    def save(self, folder: Path, counters: dict[str, float]) -> None:
        """Everything needed to go on, whole or not at all; every process writes its own Muon state."""
        _save(self.muon.state_dict(), folder / f"muon{self.rank}of{self.world}.pt")
        if self.rank == 0:
            state = {
                "counters": counters,
                "masters": [m.data for m in self.masters],
                "averaged": self.averaged,
                "adam": self.adam.state_dict(),
            }
            _save(state, folder / "state.pt")

    def load(self, folder: Path) -> dict[str, float]:
        """Go on from what was saved; gives the counters. Muon's momentum is dropped when the processes changed."""
        state = torch.load(folder / "state.pt", weights_only=True, map_location=self.masters[0].device)
        for own, saved in zip(self.masters, state["masters"], strict=True):
            own.data.copy_(saved)
        for own, saved in zip(self.averaged, state["averaged"], strict=True):
            own.copy_(saved)
        self.adam.load_state_dict(state["adam"])
        momentum = folder / f"muon{self.rank}of{self.world}.pt"
        if momentum.exists():
            self.muon.load_state_dict(torch.load(momentum, weights_only=True))
        self.write_back()
        counters: dict[str, float] = state["counters"]
        return counters


def _save(state: Any, path: Path) -> None:
    new = path.with_suffix(".new")
    torch.save(state, new)
    new.replace(path)
