"""The tabs, in the order in which they stand; each module defines `build(page)`, called inside its tab.

These modules and `ui.app` alone import Gradio; what they do lies in handlers that are tested without it.
"""

TABS = ("skim", "draft", "models", "history")
