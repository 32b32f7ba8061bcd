"""Sentences made shorter by rules that leave their grammar and their facts alone: no parser, nothing in other words.

What goes: datelines and credits, parentheses that restate, openings that only tie a sentence to the one before, the
place and the day of a statement ("said on Monday at a briefing that"), news agencies that relay it, and asides and
clauses between commas. Who said something stays, and so does every number, name, negation and quotation that stands
only there.
"""

from summarizer.compression.documents import Short, shortened
from summarizer.compression.sentences import OPENINGS, Compressed, compress

__all__ = ["OPENINGS", "Compressed", "Short", "compress", "shortened"]
