"""The named endpoints: what programs call through Gradio's API, and the tools of an agent (MCP)."""

import functools
import json
from typing import Any

import gradio as gr
from gradio.context import LocalContext
from gradio.events import api

from ui.programs import Call, Programs
from ui.tabs._page import user

_MCP = "/gradio_api/mcp"


def build(programs: Programs) -> None:
    """The endpoints, inside `gr.Blocks`; Gradio's queue lets them through, for they wait in that of the REST API."""
    fault = functools.partial(gr.Error, print_exception=False)
    for name, call in programs.calls(_user, fault).items():
        api(_json_for_agents(call), api_name=name, queue=False, concurrency_limit=None)


def _json_for_agents(call: Call) -> Call:
    """Gradio gives agents `str()` of an answer, which of a dict is Python's notation and no JSON (6.31, mcp.py)."""

    @functools.wraps(call)
    def answer(*given: Any, **named: Any) -> Any:
        data = call(*given, **named)
        request = LocalContext.request.get(None)
        return json.dumps(data, ensure_ascii=False) if request and request.url.path.startswith(_MCP) else data

    return answer


def _user() -> str:
    return user(LocalContext.request.get(None))
