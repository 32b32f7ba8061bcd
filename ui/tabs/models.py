"""The Models tab: what does what on this machine, and what else can be had, with licence and size before anything."""

from collections.abc import Callable
from typing import get_args

import gradio as gr

from summarizer import Lang
from ui import render_models
from ui.locales import other
from ui.stock import rows, translator
from ui.tabs._page import HIDDEN, Page, Switched, language


def build(page: Page) -> None:
    """The lists; they are read anew whenever the tab is opened."""
    uses = gr.HTML(elem_id="models-uses")
    stock = gr.HTML(elem_id="models-stock")
    listed = _listed(page)
    page.tabs.select(listed, None, [uses, stock], **HIDDEN)
    page.switched.append(Switched(function=listed, inputs=[], outputs=[uses, stock]))


def _listed(page: Page) -> Callable[..., tuple[str, str]]:
    def listed(request: gr.Request) -> tuple[str, str]:
        lang = language(request)
        translators = {f"{to}-{other(to)}": translator(page.pipeline, to, other(to)) for to in get_args(Lang)}
        return render_models.uses(translators, lang), render_models.stock(rows(page.pipeline), lang)

    return listed
