"""What the Skim tab does, as generators over `Pipeline.stream`: no Gradio here, so that tests need none.

A handler never raises what the reader caused: a `SvodkaError` becomes the `error` of a `View`.
"""

import logging
import re
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from summarizer import (
    Document,
    Job,
    NoArticleError,
    Passage,
    Pipeline,
    Result,
    Settings,
    Source,
    Step,
    SvodkaError,
    UsageError,
    reading_pace,
)
from ui.turns import BusyError, LeftError, Turns

Stage = Literal["idle", "read", "load", "write", "check", "done", "stopped", "error"]
_log = logging.getLogger(__name__)
_LINK = re.compile(r"https?://\S+", re.IGNORECASE)
# A rich paste is taken where its reader kept this share of the words of the plain one: below it, it took the text for
# a page with an article in it. 0.8: the plain text of a paste has captions and link lists that the reader drops.
_KEPT = 0.8


@dataclass(frozen=True, slots=True)
class Asked:
    """What is in the box: a text or a link, files, and the HTML of the clipboard where the text was pasted with it.

    `is_own`: the files are the reader's, and not some that another one sent.
    """

    text: str = ""
    files: tuple[str, ...] = ()
    rich: str = ""
    is_own: bool = True

    @property
    def link(self) -> str:
        """The link that the text is, "" where it is more than that."""
        found = _LINK.fullmatch(self.text.strip())
        return found.group() if found else ""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to read."""
        return not self.files and not self.text.strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """What there is to see of a running job; `passages` are those written so far."""

    stage: Stage = "idle"
    done: int = 0
    total: int = 0
    document: Document | None = None
    passages: tuple[Passage, ...] = ()
    result: Result | None = None
    error: SvodkaError | None = None
    seconds: float = 0.0


def guarded(views: Iterator[View]) -> Iterator[View]:
    """The views; a fault of ours is logged, and ends them with an error that the reader can report."""
    try:
        yield from views
    except Exception as error:  # noqa: BLE001 - the page is a front door: no traceback leaves it
        _log.exception("the page")
        yield View(stage="error", error=BugError(type(error).__name__))


def in_turn(turns: Turns, user: str, views: Iterator[View], left: threading.Event | None = None) -> Iterator[View]:
    """The views, once it is this user's turn; who has too many jobs in the queue is told where the next would stand.

    None where `left` was set (and `turns.look` called) before the turn came.
    """
    try:
        with turns.turn(user, left=left):
            yield from views
    except LeftError:
        return
    except BusyError as busy:
        yield View(stage="error", error=UsageError(str(busy), "wait until one of your other jobs is done"))


class BugError(SvodkaError):
    """A fault in Svodka itself; the message is the kind of it."""


def skim(pipeline: Pipeline, asked: Asked, job: Job) -> Iterator[View]:
    """Read the article, then write the digest; the last view carries the result, or what went wrong."""
    yield View(stage="read")
    try:
        document = read(pipeline, asked)
    except SvodkaError as error:
        yield View(stage="error", error=error)
        return
    yield from digest(pipeline, document, job)


def digest(pipeline: Pipeline, document: Document, job: Job) -> Iterator[View]:
    """The digest of an article that is read already, a view a step."""
    started = time.monotonic()
    view = View(stage="load", document=document)
    yield view
    try:
        for step in pipeline.stream(document, job):
            view = replace(_after(view, step), seconds=time.monotonic() - started)
            yield view
    except SvodkaError as error:
        yield replace(view, stage="error", error=error)


def _after(view: View, step: Step) -> View:
    passages = view.passages + ((step.passage,) if step.passage else ())
    if view.stage == "write":  # they come as they are ready; the reader sees them in the order of the text
        passages = tuple(sorted(passages, key=lambda passage: passage.sentences))
    result = step.result or view.result
    return replace(
        view,
        stage=step.stage,
        done=step.done,
        total=step.total,
        passages=result.passages if result else passages,
        result=result,
    )


def read(pipeline: Pipeline, asked: Asked) -> Document:
    """The article in the box. Raises `SourceError`."""
    if not asked.is_own:
        raise UsageError("this file is another reader's", "choose one of your own")
    if asked.files:
        path = Path(asked.files[0])
        return replace(pipeline.read(Source.from_file(path)), origin=path.name)  # it lies in a folder of the server's
    if asked.link:
        return pipeline.read(Source.from_url(asked.link, pipeline.settings))
    plain = pipeline.read(Source.from_text(asked.text))
    return _rich(pipeline, asked.rich, plain) or plain


def _rich(pipeline: Pipeline, rich: str, plain: Document) -> Document | None:
    """The paste with its headings and links, where its reader did not lose text."""
    if not rich.strip():
        return None
    page = f"<!DOCTYPE html><html><body><article>{rich}</article></body></html>"
    source = Source(data=page.encode("utf-8", "replace"), media_type="text/html", charset="utf-8")
    try:
        document = pipeline.read(source)
    except (NoArticleError, SvodkaError):
        return None
    return document if words(document) >= _KEPT * words(plain) else None


def words(document: Document) -> int:
    """How many words the article has."""
    return len(document.text.split())


def minutes(document: Document) -> int:
    """Minutes of reading, one at least."""
    return max(1, round(words(document) / reading_pace(document.lang)))


def evidence_translations(pipeline: Pipeline, result: Result) -> dict[int, str]:
    """The evidence of each passage in the digest's language, by passage; nothing where it is in that language.

    An extractive digest is itself the translation of its evidence; of a card or of a model's words it is made here.
    """
    to = result.job.to or result.document.lang
    if to == result.document.lang:
        return {}
    if result.job.digest_model is None and result.job.form != "card":
        return {number: passage.text for number, passage in enumerate(result.passages)}
    numbers = sorted({n for passage in result.passages for n in passage.sentences})
    lines = "\n".join(" ".join(result.document.sentence_text(n).split()) for n in numbers)
    document, _ = pipeline.read_lines(Source.from_text(lines), result.document.lang)
    drafts: dict[int, list[str]] = {}
    for passage in pipeline.run(document, Job(to=to, model=result.job.model)).passages:
        drafts.setdefault(numbers[int(document.blocks[passage.block].anchor)], []).append(passage.text)
    return {
        number: " ".join(text for n in passage.sentences for text in drafts.get(n, ()))
        for number, passage in enumerate(result.passages)
    }


@dataclass(frozen=True, slots=True)
class Beside:
    """What is to know beside a digest: its measure, and the translator where a better one could be had."""

    lines: tuple[str, ...] = ()
    outdone: str = ""


def beside(pipeline: Pipeline, result: Result) -> Beside:
    """The notices of the pipeline, without the command line's words for a better model."""
    lines = pipeline.notices(result.document, result)
    to = result.job.to or result.document.lang
    if to == result.document.lang:
        return Beside(lines)
    spec = pipeline.engine.choose("translate", result.document.lang, to, result.job.model)
    better = pipeline.engine.notice(spec)
    return Beside(tuple(line for line in lines if line != better), spec.name if better in lines else "")


_WARMING = "The council voted on Monday for a new bridge over the river. It will cost 48 million euros."


def warm(pipeline: Pipeline) -> None:
    """Load what the first digest needs before a reader waits for it; where there is no model, nothing happens."""
    try:
        pipeline.run(pipeline.read(Source.from_text(_WARMING)), Job(task="digest", to="ru"))
    except SvodkaError as error:
        _log.info("nothing to warm up: %s", error)


def settings_for(settings: Settings, *, shared: bool) -> Settings:
    """The settings of a page: one that others can reach never opens private addresses for them."""
    return replace(settings, private_addresses=False) if shared else settings
