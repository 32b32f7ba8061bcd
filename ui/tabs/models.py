"""The Models tab."""

import gradio as gr

from ui.tabs._page import Page


def build(page: Page) -> None:
    """What is on this machine."""
    page.words.say(gr.Markdown(), value="models.here")
