"""A project's draft, written and checked: what the command line and the page both do with a project."""

from collections.abc import Generator
from contextlib import closing
from dataclasses import replace

from summarizer.document import other_lang
from summarizer.job import Finding, Passage, Result
from summarizer.memory import Around, Memory, Pair, Project, Segment
from summarizer.pipeline import Pipeline
from summarizer.recall import exact


def draft(pipeline: Pipeline, project: Project, memory: Memory | None = None) -> Generator[Segment, None, None]:
    """Write what has no draft yet, from the memory where it has the sentence, else by the model; closing it cancels.

    Every segment is in the file before it is yielded. After the last one the whole draft is checked.
    """
    if memory is not None:
        yield from _remembered(project, memory)
    numbers = [segment.number for segment in project.segments() if segment.state == "new"]
    repairs: tuple[Finding, ...] = ()
    if numbers:
        document = project.document
        part = replace(document, sentences=tuple(document.sentences[n] for n in numbers))
        with closing(pipeline.stream(part, project.job)) as steps:  # type: ignore[type-var]  # a generator
            for step in steps:
                if step.passage is not None:
                    number = numbers[step.passage.sentences[0]]
                    yield _put(pipeline, project, replace(step.passage, sentences=(number,)))
                if step.result is not None:
                    project.sign(step.result.signature)
                    repairs = tuple(f for f in step.result.findings if f.check == "repair")
    check(pipeline, project, repairs)


def check(pipeline: Pipeline, project: Project, known: tuple[Finding, ...] = ()) -> None:
    """Check the whole draft anew; `known` are findings that no check finds by itself."""
    findings = pipeline.check(replace(project.result(), findings=known)).findings
    for segment in project.segments():
        project.set_findings(segment.number, [f for f in findings if f.passage == segment.number])
    project.set_findings(None, [f for f in findings if f.passage is None])


def check_segment(pipeline: Pipeline, project: Project, segment: Segment) -> None:
    """Check one segment anew, after it was changed."""
    findings: list[Finding] = []
    if segment.state != "new":
        result = Result(job=project.job, document=project.document, passages=(segment.passage(),))
        findings = [finding for finding in pipeline.check(result).findings if finding.passage is not None]
    project.set_findings(segment.number, findings)


def pair(project: Project) -> Pair:
    """From which language into which."""
    lang = project.document.lang
    return Pair(lang, project.job.to or other_lang(lang))


def around(project: Project, number: int) -> Around:
    """The sentences beside one."""
    return Around.of(project.document, number)


def _remembered(project: Project, memory: Memory) -> Generator[Segment, None, None]:
    """Sentences that somebody confirmed before, word for word."""
    for segment in project.segments():
        if segment.state != "new":
            continue
        text = exact(memory, pair(project), project.document, segment.number)
        if text is not None:
            passage = Passage(text, (segment.number,), segment.block, origin="memory")
            yield project.draft(segment.number, passage, "translate|memory")


def _put(pipeline: Pipeline, project: Project, passage: Passage) -> Segment:
    segment = project.draft(passage.sentences[0], passage)
    check_segment(pipeline, project, segment)
    return segment
