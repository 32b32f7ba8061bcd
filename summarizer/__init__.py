"""Svodka digests and translates long articles between Russian and English, on your own machine."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from summarizer.config import Settings
from summarizer.document import Block, Document, Dropped, Lang, Mark, Meta, Sentence, other_lang
from summarizer.errors import (
    ConflictError,
    FetchError,
    FormatError,
    LanguageError,
    ModelError,
    NoArticleError,
    SourceError,
    SvodkaError,
    UsageError,
)
from summarizer.job import Finding, Job, Passage, Result, Step
from summarizer.version import __version__

if TYPE_CHECKING:
    from summarizer.desk import around, check_segment, draft, pair
    from summarizer.language import detect
    from summarizer.language.reading import reading_pace
    from summarizer.memory import Around, Match, Memory, Pair, Progress, Project, Segment
    from summarizer.pipeline import Pipeline
    from summarizer.source import Source

__all__ = [
    "Around",
    "Block",
    "ConflictError",
    "Document",
    "Dropped",
    "FetchError",
    "Finding",
    "FormatError",
    "Job",
    "Lang",
    "LanguageError",
    "Mark",
    "Match",
    "Memory",
    "Meta",
    "ModelError",
    "NoArticleError",
    "Pair",
    "Passage",
    "Pipeline",
    "Progress",
    "Project",
    "Result",
    "Segment",
    "Sentence",
    "Settings",
    "Source",
    "SourceError",
    "Step",
    "SvodkaError",
    "UsageError",
    "__version__",
    "around",
    "check_segment",
    "detect",
    "draft",
    "other_lang",
    "pair",
    "reading_pace",
]

_MODULES = {
    "desk": ("around", "check_segment", "draft", "pair"),
    "language": ("detect",),
    "language.reading": ("reading_pace",),
    "memory": ("Around", "Match", "Memory", "Pair", "Progress", "Project", "Segment"),
    "pipeline": ("Pipeline",),
    "source": ("Source",),
}


def __getattr__(name: str) -> Any:
    """A public name of a module that is imported when it is first asked for: `svodka --help` needs none of them."""
    module = next((module for module, names in _MODULES.items() if name in names), None)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{module}"), name)
