"""Whose an uploaded file is: who knows where another reader's lies can neither fetch it nor have it read."""

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from ui.access import who
from ui.gate import App, Receive, Scope, Send, headers_of, refuse

_UPLOAD = "/upload"
_FILES = ("/file=", "/file/")  # Gradio's paths of a file, the second an old one


@dataclass(frozen=True, slots=True)
class Uploads:
    """The files that known users sent, as long as they are there; what no known user sent is anybody's."""

    _owners: dict[str, str] = field(default_factory=dict)

    def add(self, paths: Iterable[str], user: str) -> None:
        """These files are this user's; those that are gone are forgotten."""
        for path in [path for path in self._owners if not os.path.exists(path)]:  # noqa: PTH110
            del self._owners[path]
        self._owners.update((os.path.realpath(path), user) for path in paths)

    def may_read(self, path: str, user: str) -> bool:
        """Whether the file is this user's, or nobody's in particular."""
        return self._owners.get(os.path.realpath(path), user) == user


class OwnFiles:
    """An ASGI application around another one, which notes whose an upload is and gives it to nobody else."""

    def __init__(self, app: App, uploads: Uploads) -> None:
        self._app, self._uploads = app, uploads

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, or refuse it where it asks for another reader's file."""
        user = who(headers_of(scope).get("authorization", "")) if scope["type"] == "http" else ""
        if not user:
            await self._app(scope, receive, send)
            return
        path: str = scope["path"]
        wanted = next((path.split(mark, 1)[1] for mark in _FILES if mark in path), None)
        if wanted is not None and not self._uploads.may_read(wanted, user):
            await refuse(scope, send, 403, "this file is another reader's")
        elif scope["method"] == "POST" and path.endswith(_UPLOAD):
            await self._app(scope, receive, _Noted(self._uploads, user, send))
        else:
            await self._app(scope, receive, send)


class _Noted:
    """`send`, but the paths in the answer to an upload are noted before it is sent."""

    def __init__(self, uploads: Uploads, user: str, send: Send) -> None:
        self._uploads, self._user, self._send = uploads, user, send
        self._body = b""
        self._is_done = False

    async def __call__(self, message: Any) -> None:
        if message["type"] == "http.response.start":
            self._is_done = message["status"] == 200
        elif message["type"] == "http.response.body" and self._is_done:
            self._body += message.get("body", b"")
            if not message.get("more_body"):
                self._uploads.add(_paths(self._body), self._user)
        await self._send(message)


def _paths(body: bytes) -> list[str]:
    try:
        given = json.loads(body)
    except ValueError:
        return []
    return [path for path in given if isinstance(path, str)] if isinstance(given, list) else []
