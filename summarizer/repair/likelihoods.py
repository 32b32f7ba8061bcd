"""How likely a model finds given translations, there and back, where it can tell."""

from collections.abc import Sequence
from typing import Protocol, cast

from summarizer.document import Lang, other_lang
from summarizer.engine.model import Model

# Weight of the way back. newstest2018, first 200 lines, svodka-ruen@2, the best of 8 hypotheses by there + w * back,
# chrF2 / BLEU ru-en, en-ru: 0 46.7 / 19.9, 44.3 / 14.3; 0.3 47.4 / 20.4, 44.0 / 14.1; 0.5 47.5 / 20.6, 44.1 / 14.0;
# 1 47.5 / 20.7, 44.0 / 14.0; beam 4 without 46.8 / 19.9, 43.8 / 13.9 (28 November 2026)
_BACK = 0.5


class _Judge(Protocol):
    def likelihood(self, pairs: Sequence[tuple[str, str]], to: Lang) -> list[float] | None:
        """Mean log-probabilities; None where the model cannot tell."""


def likelihoods(model: Model, pairs: Sequence[tuple[str, str]], to: Lang) -> list[float] | None:
    """The mean log-probability of each text's given translation; None where the model cannot tell."""
    return cast(_Judge, model).likelihood(pairs, to) if hasattr(model, "likelihood") else None


def both_ways(model: Model, pairs: Sequence[tuple[str, str]], to: Lang) -> list[tuple[float, float]] | None:
    """For each pair how well it fits, and its likelihood; None for a model that knows one direction only.

    How likely the source is as a translation of its translation shows what a hypothesis left out or made up.
    """
    back = likelihoods(model, [(text, source) for source, text in pairs], other_lang(to))
    there = likelihoods(model, pairs, to) if back is not None else None
    if back is None or there is None:
        return None
    return [(a + _BACK * b, a) for a, b in zip(there, back, strict=True)]
