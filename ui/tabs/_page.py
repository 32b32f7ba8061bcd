"""What the tabs share: the pipeline, the words on the components, and the articles that go from tab to tab."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import gradio as gr

from summarizer import Lang, Pipeline
from ui.access import who
from ui.downloads import Downloads
from ui.history import History
from ui.locales import LANGUAGES, catalogue, reader_language, say
from ui.stopping import Stops
from ui.turns import Turns
from ui.uploads import Uploads

# for `gr.HTML(js_on_load=ACTS)`: a press on anything with data-act is a click event with `act` and `name`
ACTS = """element.addEventListener('click', (event) => {
  const node = event.target.closest('[data-act]');
  if (node) trigger('click', { act: node.dataset.act, name: node.dataset.name || '' });
});"""
# events that are done at once: not queued, not named in the API
HIDDEN: dict[str, Any] = {"show_progress": "hidden", "api_visibility": "private", "queue": False}
Choices = Sequence[tuple[str, str]]  # value, key of what it is called


def i18n() -> gr.I18n:
    """Every string in both languages, for the browser to choose from."""
    return gr.I18n(**{lang: catalogue(lang) for lang in LANGUAGES})


def language(request: gr.Request | None) -> Lang:
    """The reader's language, as chosen on the page or by the browser."""
    if request is None:
        return "en"
    return reader_language(dict(request.cookies or {}), str(request.headers.get("accept-language", "")))


def user(request: gr.Request | None) -> str:
    """Who asks: the name of the user whom the gate let in, the address where everybody may come in."""
    if request is None:
        return ""
    address = request.client.host if request.client else ""
    return who(str(request.headers.get("authorization", "")), address)


@dataclass(frozen=True, slots=True)
class Words:
    """The components and the keys of what stands on them, so that all can be said in the other language at once."""

    _said: list[tuple[gr.blocks.Block, dict[str, str], Choices]] = field(default_factory=list)

    def say(self, component: Any, choices: Choices = (), **keys: str) -> Any:
        """The component with its strings: properties and their keys, and the choices it offers."""
        for name, key in keys.items():
            setattr(component, name, gr.i18n.I18nData(key))
        self._said.append((component, keys, choices))
        return component

    @property
    def components(self) -> list[Any]:
        """What is updated, in the order of `updates`."""
        return [component for component, _, _ in self._said]

    def updates(self, lang: Lang, *, only_choices: bool = False) -> list[Any]:
        """Every string in the language, or the choices alone."""
        return [
            gr.skip() if only_choices and not choices else gr.update(**_values(keys, choices, lang))
            for _, keys, choices in self._said
        ]


def _values(keys: dict[str, str], choices: Choices, lang: Lang) -> dict[str, Any]:
    values: dict[str, Any] = {name: say(key, lang) for name, key in keys.items()}
    if choices:
        values["choices"] = [(say(key, lang), value) for value, key in choices]
    return values


@dataclass(frozen=True, slots=True, kw_only=True)
class Switched:
    """A function of a tab that says its HTML anew when the language was switched."""

    function: Callable[..., Any]
    inputs: Sequence[Any]
    outputs: Sequence[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """`carried` holds the `Document` that the Draft tab is to take up, `reopened` the `Result` for the Skim tab."""

    pipeline: Pipeline
    shared: bool
    downloads: Downloads
    history: History
    tabs: gr.Tabs
    carried: gr.State
    reopened: gr.State
    turns: Turns = field(default_factory=Turns)
    uploads: Uploads = field(default_factory=Uploads)
    stops: Stops = field(default_factory=Stops)
    words: Words = field(default_factory=Words)
    switched: list[Switched] = field(default_factory=list)
    reading: list[Any] = field(default_factory=list)  # choices of a language that begin with the reader's
