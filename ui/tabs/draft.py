"""The Draft tab: an article and its translation side by side, segment by segment.

One component whose script draws the segments: three hundred of them as components of their own would be too slow.
"""

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import gradio as gr

from summarizer import Document, SvodkaError
from ui.access import who
from ui.draft_files import FORMATS
from ui.drafting import Desk
from ui.locales import LANGUAGES, WORDS, say
from ui.russian import told
from ui.tabs._page import Page, language, user
from ui.words import draft

_HERE = Path(__file__).parents[1]
_SCRIPTS = (
    "draft", "draft_segments", "draft_order", "draft_search", "draft_exchange", "draft_terms", "draft_start"
)  # fmt: skip  # one script in parts: the last one starts it
_HIDDEN: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private", "queue": False}
_OPEN = "(name) => { if (name && window.svodkaDesk) window.svodkaDesk.open(name); }"
_OWNER = "(document) => [document, window.svodkaDesk ? window.svodkaDesk.owner : '']"


def build(page: Page) -> None:
    """The tab, and what happens when the Skim tab hands an article over."""
    kept = page.pipeline.settings.data_dir
    folder = kept / "projects" if kept else Path(tempfile.mkdtemp(prefix="svodka-"))  # nothing is kept: for this run
    desk = Desk(page.pipeline, folder, page.turns, shared=page.shared)
    keys = [*draft.WORDS, *(key for key in WORDS if key.startswith("finding."))]
    words = {lang: {key: say(key, lang) for key in keys} for lang in LANGUAGES}
    gr.HTML(
        html_template='<div class="desk"></div>',
        css_template=(_HERE / "draft.css").read_text(encoding="utf-8"),
        js_on_load="\n".join((_HERE / f"{name}.js").read_text(encoding="utf-8") for name in _SCRIPTS),
        server_functions=[_server(desk)],
        words=words,
        formats=list(FORMATS),
        elem_id="desk",
    )
    owner, name = gr.Textbox(visible=False), gr.Textbox(visible=False)
    carried = page.carried.change(_carry(desk), [page.carried, owner], [name], js=_OWNER, **_HIDDEN)
    carried.then(None, [name], None, js=_OPEN, **_HIDDEN)


def _server(desk: Desk) -> Callable[..., dict[str, Any]]:
    def desk_server(asked: dict[str, Any], request: gr.Request) -> dict[str, Any]:
        return desk.answer(asked, _user(request), user(request))

    return desk_server


def _carry(desk: Desk) -> Callable[..., str]:
    def carry(document: Document | None, owner: str, request: gr.Request) -> str:
        if document is None:
            return ""
        try:
            return desk.carry(document, _user(request) or owner or "")
        except SvodkaError as error:
            raise gr.Error("; ".join(told(error, language(request)))) from error

    return carry


def _user(request: gr.Request) -> str:
    """The user whom the gate let in; "" where there is no gate."""
    return who(str(request.headers.get("authorization", "")))
