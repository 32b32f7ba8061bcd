"""Read, stream, run, export: the only place where the parts meet."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Literal

from summarizer import digesting, evidence, export, ingest, language, press, recall, repair, tasks
from summarizer.checks import checks_for
from summarizer.config import Settings
from summarizer.document import Document, Lang, Piece
from summarizer.engine.engine import Engine
from summarizer.engine.model import Model
from summarizer.glossary import rarer
from summarizer.job import Finding, Job, Result, Step
from summarizer.source import Source


class Pipeline:
    """One way for the data, from a source to a result; it holds the loaded models until it is closed."""

    def __init__(self, settings: Settings, engine: Engine | None = None) -> None:
        self.settings = settings
        self.engine = engine or Engine(settings, hints=rarer.find)

    @classmethod
    def from_settings(cls, settings: Settings) -> "Pipeline":
        """A pipeline over the models of this machine."""
        return cls(settings)

    def read(self, source: Source, lang: Lang | None = None) -> Document:
        """The source as a document. Raises `SourceError`; `lang` overrules what the text looks like."""
        reader = ingest.reader(ingest.recognise(source))
        pieces, dropped, meta = press.tidy(reader.read(source))
        if not meta.url and source.origin.startswith(("http://", "https://")):
            meta = meta._replace(url=source.origin)
        return language.lay_out(pieces, lang=lang, dropped=tuple(dropped), meta=meta, origin=source.origin)

    def read_lines(self, source: Source, lang: Lang | None = None) -> tuple[Document, int]:
        """Every line as a block whose anchor is its number (from 0), and how many there are; nothing is tidied."""
        lines = source.text().splitlines()
        pieces = [Piece("paragraph", line, anchor=str(n)) for n, line in enumerate(lines)]
        return language.lay_out(pieces, lang=lang, origin=source.origin), len(lines)

    def stream(self, document: Document, job: Job) -> Iterator[Step]:
        """Do the job step by step; the last step carries the checked result. Closing the iterator cancels."""
        job = replace(job, to=self._target(document, job))
        steps = self._digest(document, job) if job.task == "digest" else self._translate(document, job)
        result = None
        for step in steps:
            result = step.result or result
            if step.stage != "done":
                yield step
        if result is None:
            raise AssertionError(f"the task {job.task} ended without a result")
        yield Step(stage="check", done=len(result.passages), total=len(result.passages))
        yield Step(stage="done", result=self.check(result))

    def run(self, document: Document, job: Job) -> Result:
        """Do the job and give its result."""
        return _result_of(self.stream(document, job))

    def check(self, result: Result) -> Result:
        """The result with what its task's checks find, added to the findings it has."""
        seen = _without_values(result)
        return replace(result, findings=result.findings + digesting.checked(seen, _found))

    def check_draft(
        self, article: Document, draft: Document, task: Literal["digest", "translate"]
    ) -> tuple[Finding, ...]:
        """The findings on what somebody else wrote; `source` is a place in the article's text, `target` the draft's."""
        return evidence.in_draft(self.check(evidence.as_result(article, draft, task)), draft)

    def export(self, result: Result, name: str) -> bytes:
        """The result in the format called `name`."""
        return export.export_format(name).render(result)

    def rebuilder(self, source: Source) -> Callable[[Source, Result], bytes]:
        """What writes the source's own format with a result's drafts. Raises `UsageError` where there is none."""
        return ingest.rebuilder(source)

    def translate_markup(self, text: str, lang: Lang, job: Job) -> str:
        """A piece of HTML with all of its text translated, its elements where their words went."""
        fragment = ingest.Fragment(text)
        pieces = fragment.pieces()
        if not pieces:
            return text
        return fragment.filled(self.run(language.lay_out(pieces, lang=lang), job))

    def notices(self, document: Document, result: Result) -> tuple[str, ...]:
        """What the user should know beside the result: how much shorter a digest is, a better model's command."""
        measure = export.measure(result)
        if result.job.task == "digest" and (result.job.to == document.lang or self._at_once(document, result.job)):
            return (measure,)
        spec = self.engine.choose("translate", document.lang, _target_of(result.job), result.job.model)
        return tuple(line for line in (measure, self.engine.notice(spec)) if line)

    def close(self) -> None:
        """Free the models."""
        self.engine.close()

    def _target(self, document: Document, job: Job) -> Lang:
        if job.task == "digest" and job.to is None and self.settings.reader is not None:
            return self.settings.reader
        return tasks.task(job.task).target(document, job)

    def _translator(self, source: Lang, to: Lang, name: str | None) -> Model:
        return self.engine.load(self.engine.choose("translate", source, to, name))

    def _translate(self, document: Document, job: Job) -> Iterator[Step]:
        yield Step(stage="load")
        model = self._translator(document.lang, _target_of(job), job.model)
        steps = repair.repaired(tasks.task("translate").run(document, job, model), document, job, model)
        yield from recall.recalled(steps, document, job)

    def _digest(self, document: Document, job: Job) -> Iterator[Step]:
        if job.digest_model is not None:
            yield from self._written_digest(document, job, job.digest_model)
        elif job.to == document.lang:
            yield from tasks.task("digest").run(document, job, None)
        else:
            yield Step(stage="load")
            model = self._translator(document.lang, _target_of(job), job.model)
            yield from digesting.translated(document, job, model)

    def _written_digest(self, document: Document, job: Job, name: str) -> Iterator[Step]:
        """By a model, into the other language at once where it can and no translator is named, else in two steps."""
        yield Step(stage="load")
        to = _target_of(job)
        if self._at_once(document, job):
            writer = self.engine.load(self.engine.choose("digest", document.lang, to, name))
            yield from digesting.verified(tasks.task("digest").run(document, job, writer))
            return
        translator = self._translator(document.lang, to, job.model)  # before the work: it may be missing
        writer = self.engine.load(self.engine.choose("digest", document.lang, document.lang, name))
        own = replace(job, to=document.lang)
        digest = _result_of(digesting.verified(tasks.task("digest").run(document, own, writer)))
        yield from digesting.carried_over(digest, job, translator)

    def _at_once(self, document: Document, job: Job) -> bool:
        to = _target_of(job)
        if job.digest_model is None or (job.model is not None and to != document.lang):
            return False
        specs = (listed.spec for listed in self.engine.available() if listed.spec.name == job.digest_model)
        return to == document.lang or any(spec.serves("digest", document.lang, to) for spec in specs)


def _found(result: Result) -> Iterator[Finding]:
    for check in checks_for(result.job.task):
        yield from check.check(result)


def _result_of(steps: Iterable[Step]) -> Result:
    """Run to the end; the last step carries the result."""
    *_, last = steps
    if last.result is None:
        raise AssertionError("the last step carries no result")
    return last.result


def _target_of(job: Job) -> Lang:
    if job.to is None:
        raise AssertionError("the target language is settled before a task runs")
    return job.to


def _without_values(result: Result) -> Result:
    """A card's values are held against the source when it is made, and none says all of its sentence: as verbatim."""
    if result.job.task != "digest" or result.job.form != "card":
        return result
    values = (replace(passage, origin="source") for passage in result.passages[1:])
    return replace(result, passages=(*result.passages[:1], *values))
