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
    from summarizer.desk import (
        TermUse,
        accept_terms,
        around,
        check_project,
        check_segment,
        draft,
        pair,
        proposed_terms,
        term_uses,
    )
    from summarizer.glossary import Entry, Glossary, Proposal, Rendering, Term
    from summarizer.glossary import add as add_terms
    from summarizer.glossary.reading import press as press_glossary
    from summarizer.glossary.reading import read as read_glossary
    from summarizer.language import detect
    from summarizer.language.reading import reading_pace
    from summarizer.memory import Around, Match, Memory, Pair, Progress, Project, Returned, Segment, take_in
    from summarizer.pipeline import Pipeline
    from summarizer.source import Source

__all__ = [
    "Around",
    "Block",
    "ConflictError",
    "Document",
    "Dropped",
    "Entry",
    "FetchError",
    "Finding",
    "FormatError",
    "Glossary",
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
    "Proposal",
    "Rendering",
    "Result",
    "Returned",
    "Segment",
    "Sentence",
    "Settings",
    "Source",
    "SourceError",
    "Step",
    "SvodkaError",
    "Term",
    "TermUse",
    "UsageError",
    "__version__",
    "accept_terms",
    "add_terms",
    "around",
    "check_project",
    "check_segment",
    "detect",
    "draft",
    "other_lang",
    "pair",
    "press_glossary",
    "proposed_terms",
    "read_glossary",
    "reading_pace",
    "take_in",
    "term_uses",
]

_MODULES = {
    "desk": (
        *("TermUse", "accept_terms", "around", "check_project", "check_segment", "draft", "pair", "proposed_terms"),
        "term_uses",
    ),
    "glossary": ("Entry", "Glossary", "Proposal", "Rendering", "Term", "add_terms"),
    "glossary.reading": ("press_glossary", "read_glossary"),
    "language": ("detect",),
    "language.reading": ("reading_pace",),
    "memory": ("Around", "Match", "Memory", "Pair", "Progress", "Project", "Returned", "Segment", "take_in"),
    "pipeline": ("Pipeline",),
    "source": ("Source",),
}
_THERE = {"add_terms": "add", "press_glossary": "press", "read_glossary": "read"}  # what a name is called in its module


def __getattr__(name: str) -> Any:
    """A public name of a module that is imported when it is first asked for: `svodka --help` needs none of them."""
    module = next((module for module, names in _MODULES.items() if name in names), None)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{module}"), _THERE.get(name, name))
