"""ROUGE-1/2/L as F1 in per cent with a tokenizer that keeps Cyrillic, and bootstrap intervals of means.

rouge-score's own tokenizer deletes every Cyrillic letter. Ours: lower case, ё = е, `[a-zа-я0-9]+`, no stemming.
"""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np

SIGNATURE = "ROUGE-1/2/L|F1|case:lower|ё:е|tok:[a-zа-я0-9]+|stem:no|boot:1000|seed:12345"
_TOKEN = re.compile(r"[a-zа-я0-9]+")
_RESAMPLES, _SEED = 1000, 12345


def tokens(text: str) -> list[str]:
    return _TOKEN.findall(text.lower().replace("ё", "е"))


def rouge(candidate: str, reference: str) -> tuple[float, float, float]:
    ours, theirs = tokens(candidate), tokens(reference)
    return (
        _f1(_overlap(ours, theirs, 1), len(ours), len(theirs)),
        _f1(_overlap(ours, theirs, 2), len(ours) - 1, len(theirs) - 1),
        _f1(_longest(ours, theirs), len(ours), len(theirs)),
    )


def interval(values: Sequence[float]) -> tuple[float, float]:
    """The 95 per cent bootstrap interval of the mean; of paired differences, where `values` are those."""
    sample = np.asarray(values, dtype=float)
    draws = np.random.default_rng(_SEED).integers(0, len(sample), (_RESAMPLES, len(sample)))
    low, high = np.percentile(sample[draws].mean(axis=1), [2.5, 97.5])
    return float(low), float(high)


def _overlap(ours: list[str], theirs: list[str], n: int) -> int:
    grams = [Counter(zip(*(words[i:] for i in range(n)), strict=False)) for words in (ours, theirs)]
    return sum((grams[0] & grams[1]).values())


def _longest(ours: list[str], theirs: list[str]) -> int:
    row = [0] * (len(theirs) + 1)
    for word in ours:
        previous = 0
        for at, other in enumerate(theirs, 1):
            kept = row[at]
            row[at] = previous + 1 if word == other else max(row[at], row[at - 1])
            previous = kept
    return row[-1]


def _f1(hits: int, ours: int, theirs: int) -> float:
    return 200 * hits / (ours + theirs) if hits else 0.0
