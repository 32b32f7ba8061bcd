"""What of the web may reach the server: its own hosts, its own page, requests of bearable size, users who are known.

A page in the browser that a user has open beside ours may post to 127.0.0.1, and a name that an attacker's DNS points
there (DNS rebinding) lets it read the answers; so foreign `Host` headers are refused and foreign `Origin`s too, and no
CORS header is ever sent.
"""

import ipaddress
import json
from collections.abc import Awaitable, Callable, MutableMapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import anyio.to_thread

from ui.access import Doorkeeper

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})
# LibreTranslate's paths: they ask for the user themselves, because its clients send a key in the body, and say nothing
# to whom they do not know but that they are there
_ASK_THEMSELVES = frozenset(
    {"/translate", "/translate_file", "/detect", "/languages", "/health", "/suggest", "/frontend/settings"}
)
_FETCHED = "/download_file/"  # a path that nobody can guess, fetched by clients that know no user
_GUESSES_AT_ONCE = 2  # 50 ms and 16 MB each: passwords that are tried must not keep the machine from its work


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """`hosts` are names beside the loopback ones under which the server is reached; `most_bytes` of one request.

    `any_address`: a server on all interfaces answers to every bare IP address, for DNS cannot rebind those.
    """

    hosts: frozenset[str] = frozenset()
    any_address: bool = False
    most_bytes: int = 60 * 2**20
    doorkeeper: Doorkeeper | None = None


class Gate:
    """An ASGI application around another one."""

    def __init__(self, app: App, rules: Rules) -> None:
        self._app = app
        self._rules = rules
        self._guesses = anyio.CapacityLimiter(_GUESSES_AT_ONCE)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it with a line of JSON."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        headers = headers_of(scope)
        refusal = self._refusal(headers) or await self._stranger(scope["path"], headers)
        if refusal is not None:
            await refuse(scope, send, *refusal)
            return
        if self._rules.doorkeeper is None:  # whoever asks is nobody in particular: no name is taken on trust
            scope["headers"] = [one for one in scope["headers"] if one[0].lower() != b"authorization"]
        await self._app(scope, _Counted(receive, self._rules.most_bytes), send)

    def _refusal(self, headers: dict[str, str]) -> tuple[int, str] | None:
        if not self._is_ours(_name(f"//{headers.get('host', '')}")):
            return 421, "this server does not answer to that host name"
        origin = headers.get("origin", "")
        if origin and not _is_own(origin, headers.get("host", "")):
            return 403, "requests from other sites are refused"
        length = headers.get("content-length", "0")
        if not length.isdecimal() or int(length) > self._rules.most_bytes:
            return 413, f"a request may have {self._rules.most_bytes // 2**20} MB"
        return None

    def _is_ours(self, host: str) -> bool:
        return host in _LOOPBACK | self._rules.hosts or (self._rules.any_address and _is_address(host))

    async def _stranger(self, path: str, headers: dict[str, str]) -> tuple[int, str] | None:
        doorkeeper = self._rules.doorkeeper
        if doorkeeper is None or path in _ASK_THEMSELVES or path.startswith(_FETCHED):
            return None
        given = headers.get("authorization", "")
        user = await anyio.to_thread.run_sync(doorkeeper.admits, given, limiter=self._guesses)
        return None if user else (401, "name and password, please")


def _is_address(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _is_own(origin: str, host: str) -> bool:
    """Whether the page that asks was served by this very server: the same host and port."""
    return urlsplit(origin).netloc.lower() == host.lower()


def _name(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""


def headers_of(scope: Scope) -> dict[str, str]:
    """The headers by their names in small letters."""
    return {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}


class _Counted:
    """`receive`, but a body longer than allowed ends in an error though no length was announced."""

    def __init__(self, receive: Receive, most: int) -> None:
        self._receive, self._left = receive, most

    async def __call__(self) -> MutableMapping[str, Any]:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        return message if self._left >= 0 else {"type": "http.disconnect"}


async def refuse(scope: Scope, send: Send, status: int, why: str) -> None:
    """Answer with a status and a line of JSON."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 1008})
        return
    body = json.dumps({"error": why}).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    if status == 401:
        headers.append((b"www-authenticate", b'Basic realm="Svodka", charset="UTF-8"'))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
