"""The Skim tab: an article, and beside it the few sentences that carry it."""

import threading
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any, get_args

import gradio as gr

from summarizer import Document, Job, Lang, Result
from ui import render, render_digest
from ui.access import who
from ui.downloads import FORMATS
from ui.handlers import Asked, View, beside, digest, evidence_translations, guarded, in_turn, skim
from ui.locales import say
from ui.tabs._page import HIDDEN, Page, Switched, language, user

_LENGTHS = (("short", "length.short"), ("medium", "length.medium"), ("long", "length.long"))
_FORMS = tuple((form, f"form.{form}") for form in ("paragraph", "points", "headline", "card"))
_LANGUAGES = tuple((lang, f"lang.{lang}") for lang in get_args(Lang))
# the clipboard's HTML is known to the browser alone: page.js keeps it until the text is read
_RICH = "(box, rich, ...wishes) => [box, window.svodka ? window.svodka.rich(box) : '', ...wishes]"
_FILES = "(box) => window.svodka ? window.svodka.files(box) : ''"
_EVENT: dict[str, Any] = {
    "show_progress": "hidden",
    "api_visibility": "private",
    "concurrency_id": "work",
    "concurrency_limit": 8,
    "trigger_mode": "multiple",  # the newer job replaces the one at work (ui.stopping)
}
Changes = dict[Any, Any]


class _Parts:
    """The components, by what they show."""

    def __init__(self, page: Page) -> None:
        words = page.words
        with gr.Row(elem_id="skim-ask"):
            self.box = _box(words)
            with gr.Column(elem_id="skim-buttons", scale=0, min_width=150):
                self.read = words.say(gr.Button(variant="primary", elem_id="skim-read"), value="skim.read")
                self.stop = words.say(gr.Button(elem_id="skim-stop", variant="stop"), value="skim.stop")
        self.files_given = gr.HTML(elem_id="skim-files")
        self.rich = gr.Textbox(visible=False)
        with gr.Row(elem_id="skim-options"):
            self.to = _chooser(words, "skim.to", _LANGUAGES, None)
            self.length = _chooser(words, "skim.length", _LENGTHS, "medium")
            self.form = _chooser(words, "skim.form", _FORMS, "paragraph")
        self.status = gr.HTML(elem_id="skim-status")
        with gr.Row(elem_id="skim-page"):
            self._digest(words)
            self.strip = gr.HTML(elem_id="skim-strip")
            self.article = gr.HTML(elem_id="skim-article")
        self.document, self.result = gr.State(None), gr.State(None)

    def _digest(self, words: Any) -> None:
        with gr.Column(elem_id="skim-left"):
            self.facts = gr.HTML(elem_id="skim-facts")
            self.digest = gr.HTML(elem_id="skim-digest")
            with gr.Row(elem_id="skim-actions"):
                self.copy = words.say(gr.Button(size="sm", elem_id="skim-copy"), value="skim.copy")
                self.files = [gr.DownloadButton(f"↓ {label}", size="sm") for label in FORMATS.values()]
                self.draft = words.say(
                    gr.Button(size="sm", variant="primary", elem_id="skim-draft"), value="skim.draft"
                )
            self.remarks = gr.HTML(elem_id="skim-remarks")

    @property
    def wishes(self) -> list[Any]:
        return [self.to, self.length, self.form]

    @property
    def html(self) -> list[Any]:
        return [self.facts, self.article, self.strip, self.digest, self.remarks]

    @property
    def shown(self) -> list[Any]:
        shown = [self.status, self.facts, self.article, self.strip, self.digest, self.remarks]
        return [*shown, self.document, self.result, *self.files]


def _box(words: Any) -> Any:
    box = gr.MultimodalTextbox(
        lines=3, max_lines=6, sources=["upload"], submit_btn=False, elem_id="skim-box", max_plain_text_length=10**9
    )
    return words.say(box, label="skim.box", placeholder="skim.placeholder")


def _chooser(words: Any, label: str, choices: tuple[tuple[str, str], ...], value: str | None) -> Any:
    radio = gr.Radio([(say(key, "en"), name) for name, key in choices], value=value, elem_classes="segments")
    return words.say(radio, choices, label=label)


def build(page: Page) -> None:
    """The tab's components and the events between them."""
    parts = _Parts(page)
    page.reading.append(parts.to)
    asked = {parts.box, parts.rich, *parts.wishes}  # a set: the function gets one dictionary, sorted as they were made
    parts.read.click(_reader(page, parts), asked, parts.shown, js=_RICH, **_EVENT)
    parts.box.submit(_reader(page, parts), asked, parts.shown, js=_RICH, **_EVENT)
    for wish in parts.wishes:
        wish.input(_again(page, parts), asked | {parts.document}, parts.shown, **_EVENT)
    parts.stop.click(_stop(page), **HIDDEN)
    parts.box.change(None, [parts.box], [parts.files_given], js=_FILES, **HIDDEN)
    parts.draft.click(
        lambda document: (document, gr.Tabs(selected="draft")),
        [parts.document],
        [page.carried, page.tabs],
        **HIDDEN | {"queue": True},  # else no state changes
    )
    page.reopened.change(_reopened(page, parts), [page.reopened], parts.shown, **_EVENT)
    page.switched.append(Switched(function=_said_anew(page, parts), inputs=[parts.result], outputs=parts.shown))


def _reader(page: Page, parts: _Parts) -> Callable[..., Iterator[Changes]]:
    def read(given: Changes, request: gr.Request) -> Iterator[Changes]:
        page.stops.stop(_session(request), "replaced")
        lang = language(request)
        asked = _asked(page, parts, given, request)
        if asked.is_empty:
            yield {parts.status: f'<div class="progress" role="status">{say("skim.nothing", lang)}</div>'}
            return
        yield from _shown(page, parts, skim(page.pipeline, asked, _job(parts, given, lang)), request)

    return read


def _asked(page: Page, parts: _Parts, given: Changes, request: gr.Request) -> Asked:
    box = given[parts.box] or {}
    files, name = tuple(box.get("files") or ()), who(str(request.headers.get("authorization", "")))
    is_own = all(page.uploads.may_read(file, name) for file in files)
    return Asked(box.get("text") or "", files, given[parts.rich] or "", is_own)


def _again(page: Page, parts: _Parts) -> Callable[..., Iterator[Changes]]:
    read = _reader(page, parts)

    def write(given: Changes, request: gr.Request) -> Iterator[Changes]:
        document = given[parts.document]
        was_at_work = page.stops.stop(_session(request), "replaced")
        if document is None:  # the wish was changed while the article was being read: it is read for this wish
            yield from read(given, request) if was_at_work else [_nothing(parts)]
            return
        views = digest(page.pipeline, document, _job(parts, given, language(request)))
        for changes in _shown(page, parts, views, request):
            yield {part: value for part, value in changes.items() if part not in (parts.article, parts.facts)}

    return write


def _job(parts: _Parts, given: Changes, lang: Lang) -> Job:
    return Job(task="digest", to=given[parts.to] or lang, length=given[parts.length], form=given[parts.form])


def _shown(page: Page, parts: _Parts, views: Iterator[View], request: gr.Request) -> Iterator[Changes]:
    """The views in their turn as changes of the page: what did not change is not sent again."""
    lang, seen, left = language(request), View(), threading.Event()

    def leave() -> None:
        left.set()
        page.turns.look()

    views = guarded(in_turn(page.turns, user(request), views, left))
    for view in page.stops.until_stopped(_session(request), views, leave):
        if view.result is not None and page.history.is_kept:
            page.history.add(view.result, datetime.now())
        yield _changes(page, parts, view, seen, lang)
        seen = view
    yield _nothing(parts)


def _nothing(parts: _Parts) -> Changes:
    """No change. What a generator yields last is sent twice; one that yields nothing empties what it could change."""
    return {parts.status: gr.skip()}


def _changes(page: Page, parts: _Parts, view: View, seen: View, lang: Lang) -> Changes:
    changes: Changes = {parts.status: render_digest.progress(view, lang)}
    if view.stage == "read":
        changes |= dict.fromkeys(parts.html, "") | {parts.document: None}
    if view.document is not None and seen.document is None:
        changes |= _opened(parts, view.document, lang)
    if view.passages != seen.passages or view.result is not seen.result:
        translations = evidence_translations(page.pipeline, view.result) if view.result else {}
        changes[parts.digest] = render_digest.digest(view, lang, translations)
    if view.result is not None and view.result is not seen.result:
        changes |= _finished(page, parts, view.result, lang)
    return changes


def _opened(parts: _Parts, document: Document, lang: Lang) -> Changes:
    return {
        parts.document: document,
        parts.facts: render.facts(document, lang),
        parts.article: render.article(document, lang),
        parts.strip: "",
        parts.digest: "",
        parts.remarks: "",
    }


def _finished(page: Page, parts: _Parts, result: Result, lang: Lang) -> Changes:
    files = {
        file: page.downloads.write(page.pipeline, result, name) for file, name in zip(parts.files, FORMATS, strict=True)
    }
    return {
        parts.result: result,
        parts.remarks: render_digest.remarks(result, lang, beside(page.pipeline, result)),
        parts.strip: render_digest.strip(result, lang),
        **{file: gr.update(value=path, visible=path is not None) for file, path in files.items()},
    }


def _stop(page: Page) -> Callable[..., None]:
    def stop(request: gr.Request) -> None:
        page.stops.stop(_session(request))

    return stop


def _session(request: gr.Request) -> str:
    """The open page that asks: every tab of a browser has its own."""
    return request.session_hash or ""


def _reopened(page: Page, parts: _Parts) -> Callable[..., Changes]:
    def reopen(result: Result | None, request: gr.Request) -> Changes:
        if result is None:
            return {}
        lang = language(request)
        view = View(stage="done", document=result.document, passages=result.passages, result=result)
        return _changes(page, parts, view, View(), lang) | {parts.status: ""}

    return reopen


def _said_anew(page: Page, parts: _Parts) -> Callable[..., Changes]:
    reopen = _reopened(page, parts)

    def switch(result: Result | None, request: gr.Request) -> Changes:
        return reopen(result, request) or {parts.status: ""}

    return switch
