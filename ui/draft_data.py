"""Projects and segments as the plain data that the page's script draws."""

from pathlib import Path
from typing import Any

from summarizer import Document, Finding, Lang, Project, Segment, SvodkaError
from ui.render import title_of
from ui.render_digest import finding_key, quoted
from ui.russian import russian, told

Data = dict[str, Any]
# A draft of less confidence is marked as unsure: of the two articles in examples/ 20 of 77 and 6 of 72 sentences,
# svodka-ruen 2, 2026-11-28; at 0.5 it would be 30 and 11, and a mark on every third sentence is read by nobody.
_UNSURE = 0.4
# Where a model's confidence was never measured, its mean log-probability a token decides. 248 lines of newstest2018
# en-ru, 2026-11-28: the fifth of them below it has chrF 35.9, the others 42.4.
_UNLIKELY = -0.9


def summary(path: Path) -> Data:
    """A line of the list of projects; of a file that cannot be opened, why."""
    try:
        with Project.open(path) as project:
            progress, document = project.progress(), project.document
            return {
                "project": path.stem,
                "title": title(document),
                "from": document.lang,
                "to": project.job.to,
                "total": progress.total,
                "approved": progress.approved,
                "edited": progress.edited,
                "draft": progress.draft,
                "changed": path.stat().st_mtime,
            }
    except SvodkaError as error:
        return {"project": path.stem, "title": path.name, "error": str(error), "changed": path.stat().st_mtime}


def trouble(error: SvodkaError, lang: Lang) -> Data:
    """What happened and what to do, in the reader's language."""
    message, hint = told(error, lang)
    return {"error": message, "hint": hint}


def title(document: Document) -> str:
    """The title of an article, or how it begins."""
    return title_of(document) or " ".join(document.text[:80].split())


def state(project: Project, segments: tuple[Segment, ...], clock: int) -> Data:
    """What the page shows of these segments, and of the whole."""
    progress = project.progress()
    findings: dict[int, list[Data]] = {}
    for finding in project.findings():
        if finding.check == "coverage" and finding.passage is None and ";" not in finding.message:
            continue  # that every sentence has a draft is said by the progress
        key = -1 if finding.passage is None else finding.passage
        findings.setdefault(key, []).append(_finding(finding, project.document))
    return {
        "clock": clock,
        "segments": [_segment(segment, findings.get(segment.number, [])) for segment in segments],
        "general": findings.get(-1, []),
        "progress": {
            "total": progress.total,
            "new": progress.new,
            "draft": progress.draft,
            "edited": progress.edited,
            "approved": progress.approved,
        },
    }


def _finding(finding: Finding, document: Document) -> Data:
    """What a check says, the same in Russian, and the key of the words for it ("" where there are none)."""
    return {
        "check": finding.check,
        "severity": finding.severity,
        "message": finding.message,
        "russian": russian(finding.message),
        "key": finding_key(finding),
        "says": quoted(finding, document),
        "target": finding.target,
    }


def _segment(segment: Segment, findings: list[Data]) -> Data:
    return {
        "number": segment.number,
        "source": segment.source,
        "kind": segment.kind,
        "block": segment.block,
        "text": segment.text,
        "state": segment.state,
        "origin": segment.origin,
        "score": segment.score,
        "cut": segment.cut,
        "confidence": segment.confidence,
        "unsure": segment.state == "draft" and _is_unsure(segment),
        "alternatives": list(segment.alternatives),
        "version": segment.version,
        "findings": findings,
    }


def _is_unsure(segment: Segment) -> bool:
    if segment.confidence is not None:
        return segment.confidence < _UNSURE
    return segment.score is not None and segment.score < _UNLIKELY
