"""Which language a text is in, where its sentences end, and how its pieces lie in a document."""

from summarizer.language.detection import detect
from summarizer.language.layout import lay_out
from summarizer.language.sentences import split

__all__ = ["detect", "lay_out", "split"]
