"""Fit the rule of `checks/omission.py`: its weights and its limit, printed as they stand there.

    python -m benchmarks.omission EVAL/mt [--lines 3000] [--drafts 1400]

Sound examples are newstest2018's references and the embedded model's drafts, the others are the same with one clause
left out; all with the ties that the model gives. A document is taken to be thirty lines: the even ones fit the rule,
the odd ones judge it. The limit leaves the even references with `ALARMS` marked in all, by this and the other checks.
New weights need a run of this and its two rows in the check: nothing else in it is set by hand.
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
from benchmarks.guards import DIRECTIONS, is_odd, leave_out, marks, ties_of, without_slips
from summarizer import Job, Pipeline, Result, Settings
from summarizer.checks.omission import signs

# Share of sound references that all checks may mark: the bar is 3% of all 3,000, and the odd half may have more. What
# the other checks leave of it is the rule's, so that it finds as much as the bar lets it.
ALARMS = 0.028
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


def limit_of(sums: np.ndarray, lines: np.ndarray, others: frozenset[int], count: int) -> float:
    """The sum over which a reference is marked, so that with `others`, marked already, `ALARMS` of all are."""
    free = np.sort(sums[[line not in others for line in lines]])[::-1]
    return float(free[max(round(ALARMS * count) - len(others), 0)])


def report(to: str, found: Sequence[Row], others: frozenset[int], count: int) -> None:
    """Print the rule; `others` are the even lines that other checks mark, `count` all even ones."""
    weights = fit([row for row in found if not is_odd(row.line)])
    sums = np.array([np.append(row.signs, 1.0) @ weights for row in found])
    even = np.array([not is_odd(row.line) for row in found])
    kinds = np.array([row.kind for row in found])
    judged = even & (kinds == "reference")
    limit = limit_of(sums[judged], np.array([row.line for row in found])[judged], others, count)
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
        direction = f"{whole.document.lang}-{whole.job.to}"
        alarms = without_slips(marks(pipeline, whole.document, whole.job, whole.passages), direction)
        others = frozenset(line for line, by in alarms.items() if by - {"omission"} and not is_odd(line))
        report(to, found, others, sum(not is_odd(line) for line in range(len(whole.passages))))


if __name__ == "__main__":
    main()
