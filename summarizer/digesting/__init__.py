"""Digests that need more than a task: of sentences that are translated, or by a model and held against the article."""

from summarizer.digesting.sentences import LEAST_SCORE, checked, distrust, joined, translated
from summarizer.digesting.written import carried_over, verified

__all__ = ["LEAST_SCORE", "carried_over", "checked", "distrust", "joined", "translated", "verified"]
