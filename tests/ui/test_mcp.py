"""The tools of an agent, with the MCP client against a served page that knows its users."""

import asyncio
import base64
import json
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager

import httpx
import pytest

pytest.importorskip("mcp", reason="mcp is not installed")


def _apart(asked):
    """Run in a thread of its own: a browser test may have left its loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(asked())).result()


@asynccontextmanager
async def _agent(shared_page, name):
    from mcp import ClientSession
    from mcp.client.streamable_http import streamable_http_client

    address, users = shared_page
    http = httpx.AsyncClient(auth=httpx.BasicAuth(*users[name]), trust_env=False, timeout=60)
    async with (
        http,
        streamable_http_client(f"{address}/gradio_api/mcp/", http_client=http) as (read, write, _),
        ClientSession(read, write) as session,
    ):
        await session.initialize()
        yield session


def _asked(shared_page, tool, **given):
    async def ask():
        async with _agent(shared_page, "anna") as session:
            return await session.call_tool(tool, given)

    return _apart(ask)


def test_an_agent_is_shown_four_tools_and_what_their_arguments_mean(shared_page):
    async def listed():
        async with _agent(shared_page, "anna") as session:
            return {tool.name: tool for tool in (await session.list_tools()).tools}

    tools = _apart(listed)
    assert sorted(tools) == ["check", "digest", "extract", "translate"]
    assert "few sentences that carry an article" in tools["digest"].description
    assert tools["digest"].inputSchema["properties"]["length"]["description"].startswith("short, medium or long")


def test_a_digest_comes_as_json(shared_page):
    text = "The council met on Monday. It voted for the new bridge. The mayor was glad of the vote."
    answer = _asked(shared_page, "digest", text=text, length="short")
    assert not answer.isError
    digest = json.loads(answer.content[0].text)
    assert digest["job"]["task"] == "digest"
    assert digest["passages"][0]["text"] in text


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"text": "Hello.", "to": "de"}, "to is 'de'; it can be: ru, en"),
        ({"text": "http://127.0.0.1:1/"}, "127.0.0.1"),
        ({}, "text"),
    ],
)
def test_a_wrong_call_is_an_error_that_an_agent_can_read(shared_page, given, message):
    answer = _asked(shared_page, "translate", **given)
    assert answer.isError
    assert message in answer.content[0].text
    assert "Traceback" not in answer.content[0].text


def test_nobody_else_and_no_foreign_page_reaches_the_tools(shared_page):
    address, users = shared_page
    ask = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
    url, kinds = f"{address}/gradio_api/mcp/", {"Accept": "application/json, text/event-stream"}
    assert httpx.post(url, json=ask, headers=kinds, trust_env=False).status_code == 401
    wrong = base64.b64encode(b"anna:wrong").decode()
    headers = kinds | {"Authorization": f"Basic {wrong}"}
    assert httpx.post(url, json=ask, headers=headers, trust_env=False).status_code == 401
    foreign = kinds | {"Origin": "https://evil.example"}
    assert httpx.post(url, json=ask, headers=foreign, auth=users["anna"], trust_env=False).status_code == 403
