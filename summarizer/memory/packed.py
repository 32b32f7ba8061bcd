"""Documents, jobs and findings as what SQLite holds, and back: JSON with the offsets as they are."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

from summarizer.document import Block, Document, Dropped, Mark, Meta, Sentence
from summarizer.job import Finding, Job, Tie


def pack(value: Any) -> str:
    """Plain data as JSON; a lone surrogate, which SQLite does not hold as text, stays an escape."""
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))


def document_out(document: Document) -> str:
    """A document as JSON; `document_in` gives an equal one back."""
    return pack(asdict(document))


def document_in(text: str) -> Document:
    """The document that `document_out` packed."""
    data = json.loads(text)
    return Document(
        text=data["text"],
        lang=data["lang"],
        blocks=tuple(Block(**{**one, "marks": tuple(Mark(*m) for m in one["marks"])}) for one in data["blocks"]),
        sentences=tuple(Sentence(**one) for one in data["sentences"]),
        dropped=tuple(Dropped(*one) for one in data["dropped"]),
        meta=Meta(*data["meta"]),
        origin=data["origin"],
    )


def job_out(job: Job) -> str:
    """A job as JSON, its paths as strings."""
    data = asdict(job)
    return pack(data | {key: None if data[key] is None else str(data[key]) for key in ("glossary", "memory")})


def job_in(text: str) -> Job:
    """The job that `job_out` packed."""
    data = json.loads(text)
    return Job(**data | {key: None if data[key] is None else Path(data[key]) for key in ("glossary", "memory")})


def ties_in(text: str) -> tuple[Tie, ...]:
    """The word links of a draft."""
    return tuple(Tie(*one) for one in json.loads(text))


def finding_out(finding: Finding) -> tuple[Any, ...]:
    """A finding as a row."""
    source, target = finding.source or (None, None), finding.target or (None, None)
    return (finding.passage, finding.check, finding.message, finding.severity, *source, *target)


def finding_in(row: tuple[Any, ...]) -> Finding:
    """A row as a finding."""
    segment, name, message, severity, *places = row
    source = None if places[0] is None else (places[0], places[1])
    target = None if places[2] is None else (places[2], places[3])
    return Finding(name, message, segment, severity, source, target)
