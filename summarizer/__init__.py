"""Svodka digests and translates long articles between Russian and English, on your own machine."""

from summarizer.config import Settings
from summarizer.desk import around, check_segment, draft, pair
from summarizer.document import Block, Document, Dropped, Lang, Mark, Meta, Sentence
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
from summarizer.language import detect
from summarizer.memory import Around, Match, Memory, Pair, Progress, Project, Segment
from summarizer.pipeline import Pipeline
from summarizer.source import Source
from summarizer.version import __version__

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
    "pair",
]
