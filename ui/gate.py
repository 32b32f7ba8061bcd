"""What of the web may reach the server: its own hosts, its own page, requests of bearable size, users who are known.

A page in the browser that a user has open beside ours may post to 127.0.0.1, and a name that an attacker's DNS points
there (DNS rebinding) lets it read the answers; so foreign `Host` headers are refused and foreign `Origin`s too, and no
CORS header is ever sent.
"""

from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from ui.access import Doorkeeper

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """`hosts` are names beside the loopback ones under which the server is reached; `most_bytes` of one request."""

    hosts: frozenset[str] = frozenset()
    most_bytes: int = 60 * 2**20
    doorkeeper: Doorkeeper | None = None


class Gate:
    """An ASGI application around another one."""

    def __init__(self, app: App, rules: Rules) -> None:
        self._app = app
        self._rules = rules

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it with a line of JSON."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(_headers(scope))
        if refusal is not None:
            await _refuse(scope, send, *refusal)
            return
        await self._app(scope, _Counted(receive, self._rules.most_bytes), send)

    def _refusal(self, headers: dict[str, str]) -> tuple[int, str] | None:
        hosts = _LOOPBACK | self._rules.hosts
        if _name(f"//{headers.get('host', '')}") not in hosts:
            return 421, "this server does not answer to that host name"
        origin = headers.get("origin", "")
        if origin and not _is_own(origin, headers.get("host", "")):
            return 403, "requests from other sites are refused"
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > self._rules.most_bytes:
            return 413, f"a request may have {self._rules.most_bytes // 2**20} MB"
        return None


def _is_own(origin: str, host: str) -> bool:
    """Whether the page that asks was served by this very server: the same host and port."""
    return urlsplit(origin).netloc.lower() == host.lower()


def _name(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""


def _headers(scope: Scope) -> dict[str, str]:
    return {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}


class _Counted:
    """`receive`, but a body longer than allowed ends in an error though no length was announced."""

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive, self._left = receive, most

    async def __call__(self) -> MutableMapping[str, Any]:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        return message if self._left >= 0 else {"type": "http.disconnect"}


async def _refuse(scope: Scope, send: Send, status: int, why: str) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008})
        return
    body = f'{{"error": "{why}"}}'.encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
