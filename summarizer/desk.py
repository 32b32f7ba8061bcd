"""A project's draft, written and checked: what the command line and the page both do with a project."""

from collections import defaultdict
from collections.abc import Generator, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Literal, NamedTuple

from summarizer.checks.glossary import stands
from summarizer.document import other_lang
from summarizer.glossary import Entry, Glossary, Hit, Proposal, add, propose, read
from summarizer.glossary.lookup import place
from summarizer.glossary.reading import is_press
from summarizer.job import Finding, Job, Passage, Result
from summarizer.memory import Around, Memory, Pair, Project, Segment
from summarizer.pipeline import Pipeline
from summarizer.recall import exact


class TermUse(NamedTuple):
    """A term of a glossary in a segment: what stands for it in the draft, or what should."""

    source: str  # as it stands in the sentence
    start: int  # offsets into the sentence
    stop: int
    forms: tuple[str, ...]  # accepted renderings, the preferred one first; of a term that is kept, the source's words
    state: Literal["met", "missed", "forbidden"]
    wrong: str = ""  # the forbidden rendering that stands in the draft
    note: str = ""


def draft(
    pipeline: Pipeline, project: Project, memory: Memory | None = None, glossary: Path | None = None
) -> Generator[Segment, None, None]:
    """Write what has no draft yet, from the memory where it has the sentence, else by the model; closing it cancels.

    Every segment is in the file before it is yielded. After the last one the whole draft is checked. `glossary` takes
    the place of the project's own.
    """
    if memory is not None:
        yield from _remembered(project, memory)
    numbers = [segment.number for segment in project.segments() if segment.state == "new"]
    if numbers:
        document = project.document
        part = replace(document, sentences=tuple(document.sentences[n] for n in numbers))
        with closing(pipeline.stream(part, _job(project, glossary))) as steps:  # type: ignore[type-var]  # a generator
            for step in steps:
                if step.passage is not None:
                    number = numbers[step.passage.sentences[0]]
                    segment = project.draft(number, replace(step.passage, sentences=(number,)))
                    check_segment(pipeline, project, segment, glossary)
                    yield segment
                if step.result is not None:
                    project.sign(step.result.signature)
                    project.set_findings(None, [f for f in step.result.findings if f.check == "repair"])
    check_project(pipeline, project, glossary)


def check_project(pipeline: Pipeline, project: Project, glossary: Path | None = None) -> None:
    """Check the whole draft anew; what was repaired when it was written stays said."""
    known = tuple(finding for finding in project.findings() if finding.check == "repair")
    result = replace(project.result(), job=_job(project, glossary), findings=known)
    findings = pipeline.check(result).findings
    of_segment: defaultdict[int | None, list[Finding]] = defaultdict(list)
    for finding in findings:
        of_segment[finding.passage].append(finding)
    with project.one_step():
        for number in (None, *(segment.number for segment in project.segments())):
            project.set_findings(number, of_segment[number])


def check_segment(pipeline: Pipeline, project: Project, segment: Segment, glossary: Path | None = None) -> None:
    """Check one segment anew, after it was changed."""
    findings: list[Finding] = []
    if segment.state != "new":
        result = Result(job=_job(project, glossary), document=project.document, passages=(segment.passage(),))
        findings = [finding for finding in pipeline.check(result).findings if finding.passage is not None]
    project.set_findings(segment.number, findings)


def term_uses(glossary: Glossary, segment: Segment, languages: Pair) -> Iterator[TermUse]:
    """The terms of the segment's source, each once, in order; in a segment without a draft all are missed."""
    seen = set()
    for hit in glossary.find(segment.source, languages.source):
        if hit.term not in seen:
            seen.add(hit.term)
            yield _use(hit, segment, languages)


def _use(hit: Hit, segment: Segment, languages: Pair) -> TermUse:
    source, to = segment.source[hit.start : hit.stop], languages.target
    use = TermUse(source, hit.start, hit.stop, hit.term.forms(to), "missed", note=hit.term.note)
    if hit.term.kept:
        use = use._replace(forms=(source,))
    right = [at for form in use.forms if (at := place(form, segment.text))]
    for form in hit.term.forbidden(to):
        at = place(form, segment.text)
        if at and not any(start <= at[0] and at[1] <= stop for start, stop in right):
            return use._replace(state="forbidden", wrong=segment.text[slice(*at)])
    return use._replace(state="met") if stands(hit, source, segment.text, to) else use


def proposed_terms(project: Project, glossary: Path | None = None) -> tuple[Proposal, ...]:
    """Names and noun phrases of the article with their renderings so far; what the glossary has is left out."""
    path = glossary or project.job.glossary
    known = read(path) if path is not None and (path.is_file() or is_press(path)) else None
    passages = tuple(segment.passage() for segment in project.segments())
    return propose(project.document, passages, known)


def accept_terms(pipeline: Pipeline, project: Project, terms: Mapping[str, str], glossary: Path | None = None) -> Path:
    """Hold these terms from now on, each a source's words and their rendering; gives the glossary that they are in.

    That is `glossary`, the project's own, or a new file beside the project's, which becomes its own. The draft is
    checked anew: where it lacks a term there is a finding. Raises `UsageError` where the glossary has one of the terms
    with another rendering.
    """
    path = glossary or project.job.glossary or project.path.with_suffix(".terms.tsv")
    lang = project.document.lang
    add(path, [Entry.of(own, other, lang) for own, other in terms.items()], lang)
    if project.job.glossary is None:
        project.hold(path)
    check_project(pipeline, project, path)
    return path


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


def _job(project: Project, glossary: Path | None) -> Job:
    job = replace(project.job, to=pair(project).target)
    return job if glossary is None else replace(job, glossary=glossary)
