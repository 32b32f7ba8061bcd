"""The server: the REST API and the page in one application, behind the gate."""

import os
import socket
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer import Pipeline, Settings, UsageError
from ui import access
from ui.access import Doorkeeper
from ui.handlers import settings_for

if TYPE_CHECKING:
    from fastapi import FastAPI

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Serving:
    """Where the page is served and to whom."""

    host: str = "127.0.0.1"
    port: int = 7860
    auth_file: Path | None = None
    mcp: bool = False
    force: bool = False

    @property
    def is_shared(self) -> bool:
        """Whether others than the user of this machine reach it."""
        return self.auth_file is not None or self.host not in _LOOPBACK


def application(pipeline: Pipeline, *, shared: bool = False, doorkeeper: Doorkeeper | None = None) -> "FastAPI":
    """The FastAPI application with the page at its root; nothing in it asks anything of another machine."""
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    from fastapi import FastAPI

    from ui import rest
    from ui.app import build, mount
    from ui.turns import Turns

    app = FastAPI(title="Svodka")
    rest.add(app, rest.Api(pipeline=pipeline, turns=Turns(), doorkeeper=doorkeeper))
    mount(app, build(pipeline, shared=shared))
    return app


def serve(serving: Serving) -> None:
    """Serve until interrupted. Raises `UsageError` where the page would be open to everybody on the network."""
    if serving.host not in _LOOPBACK and serving.auth_file is None and not serving.force:
        raise UsageError(
            f"{serving.host} can be reached by other machines, and nobody would be asked who they are",
            "name a file of users with --auth-file, or say --force",
        )
    doorkeeper = access.read(serving.auth_file) if serving.auth_file else None
    pipeline = Pipeline.from_settings(settings_for(Settings.from_env(), shared=serving.is_shared))
    _run(application(pipeline, shared=serving.is_shared, doorkeeper=doorkeeper), serving, doorkeeper)


def _run(app: "FastAPI", serving: Serving, doorkeeper: Doorkeeper | None) -> None:
    import uvicorn

    from ui.gate import Gate, Rules

    gate = Gate(app, Rules(hosts=frozenset({serving.host}), doorkeeper=doorkeeper))
    config = uvicorn.Config(gate, log_level="warning", timeout_graceful_shutdown=2)  # seconds: pages keep streams open
    with _listening(serving) as listener:
        uvicorn.Server(config).run(sockets=[listener])


def _listening(serving: Serving) -> socket.socket:
    family = socket.AF_INET6 if ":" in serving.host else socket.AF_INET
    try:
        return socket.create_server((serving.host, serving.port), family=family, backlog=128)
    except OSError as error:
        raise UsageError(
            f"{serving.host}:{serving.port} cannot be listened on: {error.strerror or error}",
            "name another port with --port, another address with --host",
        ) from error
