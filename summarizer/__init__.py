"""Svodka digests and translates long articles between Russian and English, on your own machine."""

from summarizer.version import __version__

__all__ = ["__version__"]
