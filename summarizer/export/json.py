"""Everything there is, as JSON; the keys are a contract."""

import json
from dataclasses import asdict
from typing import Any

from summarizer.document import Document
from summarizer.job import Finding, Job, Passage, Result

EXTENSION = ".json"


def render(result: Result) -> bytes:
    """UTF-8 JSON: job, document (always the original article), passages, findings, signature."""
    data = {
        "job": _job(result.job),
        "document": document_data(result.document),
        "passages": [_passage(passage) for passage in result.passages],
        "findings": findings_data(result.findings),
        "signature": result.signature,
    }
    return dumps(data)


def dumps(data: Any) -> bytes:
    """Readable UTF-8 JSON with a line end."""
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def document_data(document: Document) -> dict[str, Any]:
    """A document as plain data."""
    return {
        "lang": document.lang,
        "origin": document.origin,
        "meta": document.meta._asdict(),
        "blocks": [_block(document, index) for index in range(len(document.blocks))],
        "sentences": [
            {"start": s.start, "stop": s.stop, "block": s.block, "text": document.sentence_text(index)}
            for index, s in enumerate(document.sentences)
        ],
        "dropped": [dropped._asdict() for dropped in document.dropped],
    }


def findings_data(findings: tuple[Finding, ...]) -> list[dict[str, Any]]:
    """Findings as plain data."""
    return [asdict(finding) for finding in findings]


def _block(document: Document, index: int) -> dict[str, Any]:
    data = asdict(document.blocks[index])
    data["marks"] = [mark._asdict() for mark in document.blocks[index].marks]
    return data | {"text": document.block_text(index)}


def _passage(passage: Passage) -> dict[str, Any]:
    data = asdict(passage)
    del data["ties"]  # word by word: larger than all the rest, and of use to the exports only
    return data


def _job(job: Job) -> dict[str, Any]:
    data = asdict(job)
    return data | {key: None if data[key] is None else str(data[key]) for key in ("glossary", "memory")}
