"""Which sentences of a document support a sentence written about it, in its own or in the other language."""

from summarizer.evidence.support import THRESHOLD, Support, support

__all__ = ["THRESHOLD", "Support", "support"]
