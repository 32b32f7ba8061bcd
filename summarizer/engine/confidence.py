"""How likely a draft is to be a good one, told from how sure its model was: for models whose weights come with Svodka.

Fitted and judged by `benchmarks/confidence.py`; what was measured stands in the data file beside the numbers.
"""

import json
import math
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any, cast

from summarizer.document import Lang
from summarizer.ranking.stems import count_words

GOOD = 40.0  # sentence chrF2 against a human translation from which on a draft counts as good
DATA = "data/confidence.json"


def is_measured(signature: str, to: Lang) -> bool:
    """Whether the model of this signature (`svodka-ruen@2+int8`) was measured when it writes in this language."""
    return to in _weights().get(signature.partition("+")[0], {})


def confidence(signature: str, to: Lang, source: str, score: float | None) -> float | None:
    """The chance, 0 to 1, that the draft of this source reaches `GOOD`; `score` is its mean log-probability.

    `None` without a score, and for models that nobody measured.
    """
    if score is None or not is_measured(signature, to):
        return None
    weights = _weights()[signature.partition("+")[0]][to]
    total = sum(weight * value for weight, value in zip(weights, measures(source, score), strict=True))
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 3)


def measures(source: str, score: float) -> tuple[float, ...]:
    """What the confidence is told from: the mean log-probability, the length of the sentence, and one."""
    return score, math.log(max(1, count_words(source))), 1.0


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, Mapping[Lang, tuple[float, ...]]]:
    data: dict[str, Any] = json.loads(files("summarizer").joinpath(DATA).read_text(encoding="utf-8"))
    return {
        model: {cast(Lang, to): tuple(fitted["weights"]) for to, fitted in directions.items()}
        for model, directions in data["models"].items()
    }
