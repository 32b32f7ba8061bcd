"""The Models tab: what does what on this machine, and what else can be had, with licence and size before anything."""

from collections.abc import Callable, Iterator
from typing import Any, cast, get_args

import gradio as gr

from summarizer import Lang, other_lang
from ui import render_models
from ui.deeds import VERBS, Verb, carried_out
from ui.locales import say
from ui.stock import Row, rows, translator
from ui.tabs._page import ACTS, HIDDEN, Page, Switched, language

Wanted = tuple[Verb, str]  # what is to be done, and the model's name
Changes = dict[Any, Any]
_DEED: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private", "concurrency_limit": 2}


class _Parts:
    """The components, by what they show."""

    def __init__(self, page: Page) -> None:
        words = page.words
        self.uses = gr.HTML(elem_id="models-uses")
        with gr.Column(elem_id="models-deed"):
            self.deed = gr.HTML(elem_id="models-said")
            with gr.Row(elem_id="models-answers"):
                self.yes = words.say(gr.Button(size="sm", variant="primary", elem_id="models-yes"), value="models.yes")
                self.no = words.say(gr.Button(size="sm", elem_id="models-no"), value="models.no")
            self.cancel = words.say(
                gr.Button(size="sm", variant="stop", elem_id="models-cancel"), value="models.cancel"
            )
        self.stock = gr.HTML(elem_id="models-stock", js_on_load=ACTS)
        self.doctor = words.say(
            gr.Button(size="sm", elem_id="models-doctor", visible=not page.shared), value="models.doctor"
        )
        self.wanted = gr.State(None)


def build(page: Page) -> None:
    """The lists, which are read anew whenever the tab is opened, and what can be done with a model."""
    parts = _Parts(page)
    lists = [parts.uses, parts.stock]
    listed = _listed(page, parts)
    page.tabs.select(listed, None, lists, **HIDDEN)
    page.switched.append(Switched(function=listed, inputs=[], outputs=lists))
    if page.shared:  # what is on the machine is the affair of those whose machine it is
        return
    done = [parts.deed, *lists]
    asked = parts.stock.click(_asked(page, parts), None, [parts.deed, parts.wanted], **HIDDEN)
    work = [
        asked.then(_done_unless_asked(page, parts), [parts.wanted], done, **_DEED),
        parts.yes.click(_done(page, parts), [parts.wanted], done, **_DEED),
        parts.doctor.click(_examined(page, parts), None, done, **_DEED),
    ]
    parts.no.click(lambda: ("", None), None, [parts.deed, parts.wanted], **HIDDEN)
    cancelled = parts.cancel.click(
        _cancelled(parts), None, [parts.deed], cancels=work, queue=False, api_visibility="private"
    )
    cancelled.then(listed, None, lists, **HIDDEN)


def _listed(page: Page, parts: _Parts) -> Callable[..., Changes]:
    def listed(request: gr.Request) -> Changes:
        lang = language(request)
        translators = {f"{to}-{other_lang(to)}": translator(page.pipeline, to, other_lang(to)) for to in get_args(Lang)}
        stock = render_models.stock(rows(page.pipeline), lang, mine=not page.shared)
        return {parts.uses: render_models.uses(translators, lang), parts.stock: stock}

    return listed


def _row(page: Page, name: str) -> Row | None:
    return next((row for row in rows(page.pipeline) if row.name == name), None)


def _asked(page: Page, parts: _Parts) -> Callable[..., Changes]:
    """What was pressed; fetching and removing want an answer first."""

    def ask(event: gr.EventData, request: gr.Request) -> Changes:
        row = _row(page, str(event.name))
        if row is None or event.act not in VERBS:
            return {parts.wanted: None}
        verb = cast(Verb, event.act)
        question = render_models.question(verb, row, language(request)) if verb != "verify" else ""
        return {parts.deed: question, parts.wanted: (verb, row.name)}

    return ask


def _done_unless_asked(page: Page, parts: _Parts) -> Callable[..., Iterator[Changes]]:
    done = _done(page, parts)

    def do(wanted: Wanted | None, request: gr.Request) -> Iterator[Changes]:
        if wanted is None or wanted[0] != "verify":
            yield {parts.deed: gr.skip()}  # a generator that yields nothing would empty what it could change
            return
        yield from done(wanted, request)

    return do


def _done(page: Page, parts: _Parts) -> Callable[..., Iterator[Changes]]:
    listed = _listed(page, parts)

    def do(wanted: Wanted | None, request: gr.Request) -> Iterator[Changes]:
        if wanted is None:
            yield {parts.deed: gr.skip()}
            return
        verb, name = wanted
        row = _row(page, name)
        for deed in carried_out(page.pipeline.settings, verb, name):
            yield {parts.deed: render_models.deed(deed, row.size if row else "", language(request))}
        yield listed(request)

    return do


def _examined(page: Page, parts: _Parts) -> Callable[..., Iterator[Changes]]:
    done = _done(page, parts)

    def examine(request: gr.Request) -> Iterator[Changes]:
        yield from done(("doctor", ""), request)

    return examine


def _cancelled(parts: _Parts) -> Callable[..., Changes]:
    def cancel(request: gr.Request) -> Changes:
        return {parts.deed: f'<p class="quiet">{say("deed.cancelled", language(request))}</p>'}

    return cancel
