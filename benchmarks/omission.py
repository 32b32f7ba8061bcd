"""Fit the rule of `checks/omission.py`: its weights and its limit, printed as they stand there.

    python -m benchmarks.omission EVAL/mt [--lines 3000] [--drafts 1400]

Sound examples are newstest2018's references and the embedded model's drafts, the others are the same with one clause
left out; all with the ties that the model gives. A document is taken to be thirty lines: the even ones fit the rule,
the odd ones judge it. The limit marks `MARKED` of the even references.
"""

import argparse
import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np

from benchmarks._logistic import fitted
from benchmarks.facts import translated
from benchmarks.guards import DIRECTIONS, is_odd, leave_out, ties_of
from summarizer import Job, Pipeline, Result, Settings
from summarizer.checks.omission import signs

MARKED = {"en": 0.013, "ru": 0.008}  # share of sound references that the limit marks, by the draft's language
WEIGHTS = {"reference": 3.0, "draft": 1.0, "cut draft": 3.0, "cut reference": 1.0}
PULL = 1e-4  # towards zero, a row


class Row(NamedTuple):
    """An example: where it came from, its line, its signs."""

    kind: str
    line: int
    signs: tuple[float, ...]


def rows(kind: str, result: Result, first: int = 0) -> list[Row]:
    """The passages that the rule can judge."""
    judged = ((p, signs(result, p)) for p in result.passages if p.ties and p.text.strip())
    return [Row(kind, first + passage.sentences[0], found) for passage, found in judged if found]


def cut(result: Result, model, rng: random.Random) -> Result:
    """The passages that have a clause to lose, without one, tied anew."""
    texts = ((passage, leave_out(passage.text, None, rng)) for passage in result.passages)
    damaged = [replace(passage, text=text, ties=()) for passage, text in texts if text]
    return replace(result, passages=tuple(ties_of(model, result.document, damaged, result.job.to)))


def fit(found: Sequence[Row]) -> np.ndarray:
    """Weights of the signs and of one."""
    is_cut = np.array([row.kind.startswith("cut") for row in found], float)
    share = np.array([WEIGHTS[row.kind] for row in found])
    return fitted(np.array([row.signs for row in found]), is_cut, PULL * len(found), share)


def report(to: str, found: Sequence[Row]) -> None:
    weights = fit([row for row in found if not is_odd(row.line)])
    sums = np.array([np.append(row.signs, 1.0) @ weights for row in found])
    even = np.array([not is_odd(row.line) for row in found])
    kinds = np.array([row.kind for row in found])
    limit = np.quantile(sums[even & (kinds == "reference")], 1 - MARKED[to])
    print(f'    "{to}": _Rule(({", ".join(f"{weight:.3f}" for weight in weights)}), {limit:.3f}),')
    for kind in WEIGHTS:
        own = ~even & (kinds == kind)
        print(f"  # odd documents, {kind}: {(sums[own] > limit).mean():.1%} of {own.sum()} marked")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("eval", type=Path)
    parser.add_argument("--lines", type=int, default=3000)
    parser.add_argument("--drafts", type=int, default=1400)
    given = parser.parse_args()
    pipeline, rng = Pipeline.from_settings(Settings.from_env()), random.Random(2018)
    for source, to, left, right in DIRECTIONS:
        texts = [(given.eval / f"newstest2018.{n}").read_text(encoding="utf-8").splitlines() for n in (left, right)]
        whole = translated(*(side[: given.lines] for side in texts), source, to)
        model = pipeline.engine.load(pipeline.engine.choose("translate", source, to))
        whole = replace(whole, passages=tuple(ties_of(model, whole.document, whole.passages, to)))
        drafted = translated(*(side[: given.drafts] for side in texts), source, to)
        drafted = pipeline.run(drafted.document, Job(to=to))
        examples = (("reference", whole), ("draft", drafted))
        found = [row for kind, result in examples for row in rows(kind, result)]
        found += [row for kind, result in examples for row in rows(f"cut {kind}", cut(result, model, rng))]
        report(to, found)


if __name__ == "__main__":
    main()
