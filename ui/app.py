"""The page: its frame, its look, its tabs; built once, served to every reader in the reader's language."""

import importlib
import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any

import gradio as gr
from fastapi import FastAPI

from summarizer import Pipeline
from ui.downloads import Downloads
from ui.history import History
from ui.locales import COOKIE, browser_language
from ui.programs import Programs
from ui.tabs import TABS, _programs
from ui.tabs._page import HIDDEN, Page, Words, i18n, language
from ui.turns import Turns
from ui.uploads import Uploads

_HERE = Path(__file__).parent
_SANS = ["system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "sans-serif"]
_MONO = ["ui-monospace", "SFMono-Regular", "Consolas", "DejaVu Sans Mono", "monospace"]
MAX_FILE = "50mb"  # as much as a source may have (summarizer.source.limits)
_WAITING = 40  # jobs in the queue: with more, a reader is told to come back
_DELETE_AFTER = 3600  # seconds: uploads and downloads of an hour ago are removed


def build(
    pipeline: Pipeline, *, shared: bool = False, turns: Turns | None = None, uploads: Uploads | None = None
) -> gr.Blocks:
    """The page over one pipeline; a shared one keeps no history. `turns` is the queue of all jobs."""
    blocks: gr.Blocks
    with gr.Blocks(title="Svodka", analytics_enabled=False, delete_cache=(600, _DELETE_AFTER)) as blocks:
        carried, reopened = gr.State(None), gr.State(None)
        with gr.Tabs(elem_id="tabs", render=False) as tabs:
            pass
        page = Page(
            pipeline=pipeline,
            shared=shared,
            downloads=Downloads(),
            history=History(None if shared else pipeline.settings.data_dir),
            tabs=tabs,
            carried=carried,
            reopened=reopened,
            turns=turns or Turns(),
            uploads=uploads or Uploads(),
        )
        switch = _head(page)
        tabs.render()
        with tabs:
            for name in TABS:
                _tab(page, name)
        _languages(blocks, page, switch)
        _programs.build(Programs(pipeline, page.turns))
    blocks.queue(max_size=_WAITING, api_open=False)
    return blocks


def mount(app: FastAPI, blocks: gr.Blocks, *, mcp: bool = False) -> None:
    """Put the page at the root of the application, after all that has a path of its own; with the tools of agents."""
    gr.mount_gradio_app(app, blocks, path="/", max_file_size=MAX_FILE, mcp_server=mcp, **_look())


def _look() -> dict[str, Any]:
    """What Gradio is told of the page: fonts and scripts are this machine's, nothing is counted or kept."""
    script = (_HERE / "page.js").read_text(encoding="utf-8").replace("COOKIE", COOKIE)
    return {
        "theme": _theme(),
        "css_paths": _HERE / "style.css",
        "head": f"<script>{script}</script>",
        "i18n": i18n(),
        "footer_links": [],
        "run_history": False,
        "enable_monitoring": False,
        "ssr_mode": False,
    }


def _theme() -> gr.themes.Base:
    """Gradio's own parts in the colours of style.css."""
    theme = gr.themes.Base(font=_SANS, font_mono=_MONO, neutral_hue="stone", radius_size="sm")
    pairs = {
        "body_background_fill": "--paper",
        "body_text_color": "--ink",
        "body_text_color_subdued": "--soft",
        "background_fill_primary": "--panel",
        "block_background_fill": "--panel",
        "block_label_text_color": "--soft",
        "block_title_text_color": "--soft",
        "block_info_text_color": "--soft",
        "border_color_primary": "--line",
        "input_background_fill": "--panel",
        "input_placeholder_color": "--soft",
        "button_primary_background_fill": "--accent",
        "button_primary_background_fill_hover": "--accent",
        "button_primary_text_color": "--paper",
        "button_secondary_background_fill": "--panel",
        "button_secondary_background_fill_hover": "--line",
        "button_secondary_border_color": "--line",
        "button_secondary_text_color": "--ink",
        "link_text_color": "--accent",
    }
    colours = {f"{name}{mode}": f"var({value})" for name, value in pairs.items() for mode in ("", "_dark")}
    return theme.set(**colours, color_accent="var(--accent)", button_border_width="1px")


def _head(page: Page) -> Any:
    with gr.Row(elem_id="masthead"):
        page.words.say(gr.HTML(elem_id="wordmark"), value="page.title")
        page.words.say(gr.HTML(elem_id="tagline"), value="page.shared" if page.shared else "page.private")
        theme = gr.Button("◐", size="sm", elem_id="switch-theme", scale=0, min_width=44)
        switch = page.words.say(
            gr.Button(size="sm", elem_id="switch-language", scale=0, min_width=96), value="page.switch"
        )
    theme.click(None, js="() => window.svodka.theme()")
    return switch


def _tab(page: Page, name: str) -> None:
    if importlib.util.find_spec(f"ui.tabs.{name}") is None:
        return
    with page.words.say(gr.Tab(id=name, elem_id=f"tab-{name}"), label=f"tab.{name}"):
        importlib.import_module(f"ui.tabs.{name}").build(page)


def _languages(blocks: gr.Blocks, page: Page, switch: Any) -> None:
    """The reader's language at the start, and all of the page again when the switch is pressed."""
    blocks.load(_greeting(page), None, [*page.words.components, *page.reading], **HIDDEN)
    pressed = switch.click(_said(page.words), None, page.words.components, **HIDDEN)
    for switched in page.switched:
        pressed = pressed.then(switched.function, switched.inputs, switched.outputs, **HIDDEN)


def _greeting(page: Page) -> Callable[[gr.Request], list[Any]]:
    """Where the browser chose as the reader would, only the choices are said: it does not translate them itself."""

    def greet(request: gr.Request) -> list[Any]:
        lang = language(request)
        chosen = browser_language(str(request.headers.get("accept-language", "")))
        return [*page.words.updates(lang, only_choices=lang == chosen), *[lang] * len(page.reading)]

    return greet


def _said(words: Words) -> Callable[[gr.Request], list[Any]]:
    def said(request: gr.Request) -> list[Any]:
        return words.updates(language(request))

    return said
