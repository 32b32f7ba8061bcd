"""The History tab: what was read on this machine, opened again with a press, or all of it removed."""

from collections.abc import Callable
from typing import Any

import gradio as gr

from summarizer import Result
from ui.render_lists import history
from ui.tabs._page import ACTS, HIDDEN, Page, Switched, language


def build(page: Page) -> None:
    """The list, and the button that clears it after a second one."""
    words, kept = page.words, page.history.is_kept
    entries = gr.HTML(elem_id="history-list", js_on_load=ACTS)
    clear = words.say(gr.Button(size="sm", elem_id="history-clear", visible=kept), value="history.clear")
    with gr.Row(visible=False, elem_id="history-sure") as sure:
        words.say(gr.HTML(), value="history.sure")
        yes = words.say(gr.Button(size="sm", variant="stop", elem_id="history-yes"), value="history.yes")
        no = words.say(gr.Button(size="sm", elem_id="history-no"), value="history.no")
    listed = _listed(page)
    page.tabs.select(listed, None, [entries], **HIDDEN)
    page.switched.append(Switched(function=listed, inputs=[], outputs=[entries]))
    entries.click(_opened(page), None, [page.reopened, page.tabs], **HIDDEN | {"queue": True})  # else no state changes
    clear.click(lambda: gr.update(visible=True), None, [sure], **HIDDEN)
    no.click(lambda: gr.update(visible=False), None, [sure], **HIDDEN)
    yes.click(_cleared(page), None, [sure, entries], **HIDDEN)


def _listed(page: Page) -> Callable[..., str]:
    def listed(request: gr.Request) -> str:
        kept = page.history.is_kept
        return history(page.history.entries() if kept else (), language(request), kept=kept)

    return listed


def _opened(page: Page) -> Callable[..., tuple[Result | None, Any]]:
    def opened(event: gr.EventData) -> tuple[Result | None, Any]:
        result = page.history.result(int(event.name)) if page.history.is_kept else None
        return result, gr.Tabs(selected="skim") if result else gr.skip()

    return opened


def _cleared(page: Page) -> Callable[..., tuple[Any, str]]:
    listed = _listed(page)

    def cleared(request: gr.Request) -> tuple[Any, str]:
        page.history.clear()
        return gr.update(visible=False), listed(request)

    return cleared
