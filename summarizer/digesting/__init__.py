"""Digests that need more than a task: of sentences that are translated, or by a model and held against the article."""

from summarizer.digesting.sentences import UNSURE, checked, joined, translated
from summarizer.digesting.written import carried_over, verified

__all__ = ["UNSURE", "carried_over", "checked", "joined", "translated", "verified"]
