"""Read, stream, run, export: the only place where the parts meet."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from summarizer import export, ingest, language, press, repair, tasks
from summarizer.checks import checks_for
from summarizer.config import Settings
from summarizer.document import Document, Lang, Piece
from summarizer.engine.engine import Engine
from summarizer.engine.model import Model
from summarizer.job import Job, Passage, Result, Step
from summarizer.source import Source


class Pipeline:
    """One way for the data, from a source to a result; it holds the loaded models until it is closed."""

    def __init__(self, settings: Settings, engine: Engine | None = None) -> None:
        self.settings = settings
        self.engine = engine or Engine(settings)

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
        found = tuple(f for check in checks_for(result.job.task) for f in check.check(result))
        return replace(result, findings=result.findings + found)

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
        """What the user should know about the choice of the model: that a better one is a command away."""
        if result.job.task == "digest" and result.job.to == document.lang:
            return ()
        spec = self.engine.choose("translate", document.lang, _target_of(result.job), result.job.model)
        return tuple(line for line in (self.engine.notice(spec),) if line)

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
        yield from repair.repaired(tasks.task("translate").run(document, job, model), document, job, model)

    def _digest(self, document: Document, job: Job) -> Iterator[Step]:
        own = replace(job, to=document.lang)
        if job.to == document.lang:
            yield from tasks.task("digest").run(document, own, None)
            return
        yield Step(stage="load")
        model = self._translator(document.lang, _target_of(job), job.model)  # before the work: it may be missing
        digest = _result_of(tasks.task("digest").run(document, own, None))
        yield from self._digest_in_other_language(digest, job, model)

    def _digest_in_other_language(self, digest: Result, job: Job, model: Model) -> Iterator[Step]:
        """Lay the digest out as a document, translate it, and point its passages at the article's sentences."""
        passages = [passage for passage in digest.passages if passage.text.strip()]
        pieces = [Piece("paragraph", passage.text) for passage in passages]
        laid_out = language.lay_out(pieces, lang=digest.document.lang)
        translated: list[list[Passage]] = [[] for _ in passages]
        signature = ""
        done = 0
        for step in tasks.task("translate").run(laid_out, replace(job, task="translate"), model):
            if step.passage is not None:
                translated[step.passage.block].append(step.passage)
                done += 1
                yield Step(stage="write", done=done, total=len(laid_out.sentences), passage=None)
            if step.result is not None:
                signature = step.result.signature
        joined = tuple(_one_passage(old, new) for old, new in zip(passages, translated, strict=True))
        signature = f"{_without_version(digest.signature)}|{signature.split('|', 1)[-1]}"
        yield Step(stage="done", result=replace(digest, job=job, passages=joined, signature=signature))


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


def _one_passage(digest: Passage, parts: list[Passage]) -> Passage:
    """The translated sentences of one digest passage, as one passage with the digest's evidence."""
    scores = [part.score for part in parts if part.score is not None]
    return replace(
        digest,
        text=" ".join(part.text for part in parts),
        cut=any(part.cut for part in parts),
        origin="model" if any(part.origin == "model" for part in parts) else digest.origin,
        score=min(scores) if scores else None,
    )


def _without_version(signature: str) -> str:
    return "|".join(part for part in signature.split("|") if not part.startswith("v:"))
