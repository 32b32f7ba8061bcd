"""The History tab."""

import gradio as gr

from ui.tabs._page import Page


def build(page: Page) -> None:
    """What was read."""
    page.words.say(gr.Markdown(), value="history.empty")
