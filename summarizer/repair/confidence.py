"""How likely a draft is to be good, told from how sure its model was and what it rendered: for the models of Svodka.

Fitted and judged by `benchmarks/confidence.py`; what was measured stands in the data file beside the numbers.
"""

import json
import math
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from typing import Any, cast

from summarizer.document import Lang, other_lang
from summarizer.facts import across
from summarizer.ranking.stems import count_words, terms

GOOD = 40.0  # sentence chrF2 against a human translation from which on a draft counts as good
DATA = "data/confidence.json"
_USUAL = 0.6


def is_measured(signature: str, to: Lang) -> bool:
    """Whether the model of this signature (`svodka-ruen@2+int8`) was measured when it writes in this language."""
    return to in _weights().get(signature.partition("+")[0], {})


def confidence(signature: str, to: Lang, source: str, draft: str, score: float | None) -> float | None:
    """The chance, 0 to 1, that the draft of this source reaches `GOOD`; `score` is its mean log-probability.

    `None` without a score, and for models that nobody measured.
    """
    if score is None or not is_measured(signature, to):
        return None
    weights = _weights()[signature.partition("+")[0]][to]
    told = measures(source, draft, to, score)
    total = sum(weight * value for weight, value in zip(weights, told, strict=True))
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 3)


def measures(source: str, draft: str, to: Lang, score: float) -> tuple[float, ...]:
    """What the confidence is told from: the mean log-probability, the length, the words that are rendered, and one.

    Of newstest2018's held-out halves (ru-en, en-ru), Spearman's rho with the score alone 0.515 and 0.536, with the
    length 0.553 and 0.538, with the words too 0.573 and 0.562; what else was at hand added nothing: ties, the draft's
    length, unknown words, findings (28 November 2026). On 600 lines neither did the least token's log-probability or
    the likeness of four hypotheses.
    """
    return score, math.log(max(1, count_words(source))), _rendered(source, draft, to), 1.0


def _rendered(source: str, draft: str, to: Lang) -> float:
    """The share of the words with a known rendering that have it in the draft; without such words what is usual."""
    lang = other_lang(to)
    written = set(terms(draft, to))
    known = [others for word in terms(source, lang) if (others := across(word, lang))]
    return sum(not written.isdisjoint(others) for others in known) / len(known) if known else _USUAL


@lru_cache(maxsize=1)
def _weights() -> Mapping[str, Mapping[Lang, tuple[float, ...]]]:
    data: dict[str, Any] = json.loads(files("summarizer").joinpath(DATA).read_text(encoding="utf-8"))
    return {
        model: {cast(Lang, to): tuple(fitted["weights"]) for to, fitted in directions.items()}
        for model, directions in data["models"].items()
    }
