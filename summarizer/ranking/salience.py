"""How likely a term of an article is to stand in its editor's lead: a logistic model of how the article uses the term.

After Hong and Nenkova (2014), "Improving the Estimation of Word Importance for News Multi-Document Summarization". No
feature knows the term itself, so that weights fitted on Russian press serve English, too; `training/ranker.py` fits
them.
"""

import json
import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

import numpy as np

from summarizer.ranking.centrality import Floats
from summarizer.ranking.stems import stem

FEATURES = (
    "bias",
    "count",
    "spread",
    "early",
    "opening",
    "place",
    "title",
    "title*count",
    "name",
    "name*count",
    "figure",
    "length",
    "opening*count",
    "first sentence",
    "sentences",
)
_LONGEST = (
    100  # sentences that the feature of the text's length tells apart: the press articles it was fitted on have no more
)
_NAME = re.compile(r"(?<=[\w,;»\"] )[«\"]?([A-ZА-ЯЁ][^\W_]+(?:[-'’][^\W_]+)*)")


@dataclass(slots=True)
class _Uses:
    """Where and how often the text uses its terms."""

    first: dict[str, int] = field(default_factory=dict)
    count: Counter[str] = field(default_factory=Counter)
    spread: Counter[str] = field(default_factory=Counter)


def features(sentences: Sequence[Sequence[str]], names: set[str], title: Sequence[str]) -> tuple[list[str], Floats]:
    """The terms of the sentences, and a row of `FEATURES` for each."""
    uses = _Uses()
    for place, terms in enumerate(sentences):
        uses.count.update(terms)
        uses.spread.update(set(terms))
        for term in terms:
            uses.first.setdefault(term, place)
    told = set(title)
    rows = [_row(uses, term, len(sentences), term in told, term in names) for term in uses.first]
    return list(uses.first), np.array(rows, dtype=float).reshape(len(rows), len(FEATURES))


def _row(uses: _Uses, term: str, sentences: int, titled: bool, named: bool) -> tuple[float, ...]:  # noqa: FBT001
    count, first = math.log(uses.count[term]), uses.first[term]
    opening = math.exp(-first / 3)
    return (
        1.0,
        count,
        math.log(1 + uses.spread[term]) / math.log(2 + sentences),
        1 / (1 + first),
        opening,
        first / sentences,
        float(titled),
        titled * count,
        float(named),
        named * count,
        float(term[0].isdigit()),
        len(term) / 10,
        math.log(1 + uses.count[term]) * opening,
        float(first == 0),
        min(sentences, _LONGEST) / 50,
    )


def names(texts: Sequence[str]) -> set[str]:
    """The stems of words that have a capital inside a sentence."""
    return {stem(match[1].lower().replace("ё", "е")) for text in texts for match in _NAME.finditer(text)}


def probabilities(texts: Sequence[str], sentences: Sequence[Sequence[str]], title: Sequence[str]) -> dict[str, float]:
    """For every term of the sentences, how likely an editor's lead of 60 words has it."""
    terms, rows = features(sentences, names(texts), title)
    return dict(zip(terms, (1 / (1 + np.exp(-rows @ weights()))).tolist(), strict=True))


@cache
def weights() -> Floats:
    """The shipped weights, in the order of `FEATURES`."""
    shipped = json.loads((files("summarizer") / "data" / "ranking" / "salience.json").read_text(encoding="utf-8"))
    return np.array([shipped["weights"][name] for name in FEATURES])
