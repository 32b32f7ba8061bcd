"""The named endpoints: what programs call through Gradio's API, and the tools of an agent (MCP)."""

import functools

import gradio as gr
from gradio.context import LocalContext
from gradio.events import api

from ui.access import who
from ui.programs import Programs


def build(programs: Programs) -> None:
    """The endpoints, inside `gr.Blocks`; Gradio's queue lets them through, for they wait in that of the REST API."""
    fault = functools.partial(gr.Error, print_exception=False)
    for name, call in programs.calls(_user, fault).items():
        api(call, api_name=name, queue=False, concurrency_limit=None)


def _user() -> str:
    """Who asks: the name of the user whom the gate let in, the address where everybody may come in."""
    request = LocalContext.request.get(None)
    if request is None:
        return ""
    address = request.client.host if request.client else ""
    return who(str(request.headers.get("authorization", "")), address)
