"""The server: the REST API and the page in one application, behind the gate."""

import importlib.util
import os
import signal
import socket
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from summarizer import Pipeline, Settings, UsageError
from ui import access
from ui.access import Doorkeeper
from ui.gate import Gate, Rules
from ui.handlers import settings_for, warm

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


def application(
    pipeline: Pipeline, *, shared: bool = False, doorkeeper: Doorkeeper | None = None, mcp: bool = False
) -> "FastAPI":
    """The FastAPI application with the page at its root; nothing in it asks anything of another machine."""
    os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
    os.environ["GRADIO_ANALYTICS_MAX_EVENTS"] = "1"  # of every event Gradio keeps times for a page that is switched off
    os.environ["GRADIO_ANALYTICS_CACHE_FREQUENCY"] = str(10**9)  # events: and sums them all up after each
    from fastapi import FastAPI

    from ui import rest
    from ui.app import build, mount
    from ui.turns import Turns
    from ui.uploads import OwnFiles, Uploads

    app, turns, uploads = FastAPI(title="Svodka"), Turns(), Uploads()
    app.add_middleware(OwnFiles, uploads=uploads)
    rest.add(app, rest.Api(pipeline=pipeline, turns=turns, doorkeeper=doorkeeper))
    mount(app, build(pipeline, shared=shared, turns=turns, uploads=uploads), mcp=mcp)
    return app


def serve(serving: Serving) -> None:
    """Serve until interrupted. Raises `UsageError` where the page would be open to everybody on the network."""
    if serving.host not in _LOOPBACK and serving.auth_file is None and not serving.force:
        raise UsageError(
            f"{serving.host} can be reached by other machines, and nobody would be asked who they are",
            "name a file of users with --auth-file, or say --force",
        )
    if serving.mcp and importlib.util.find_spec("mcp") is None:
        raise UsageError("--mcp wants the package mcp, which is not installed", "pip install 'gradio[mcp]'")
    doorkeeper = access.read(serving.auth_file) if serving.auth_file else None
    pipeline = Pipeline.from_settings(settings_for(Settings.from_env(), shared=serving.is_shared))
    with _own_folder():
        app = application(pipeline, shared=serving.is_shared, doorkeeper=doorkeeper, mcp=serving.mcp)
        threading.Thread(target=warm, args=(pipeline,), daemon=True).start()
        _run(app, serving, doorkeeper)


@contextmanager
def _own_folder() -> Iterator[None]:
    """Uploads lie in a folder that this user alone can open, and go with the server, also when it is told to end."""
    signal.signal(signal.SIGTERM, _ended)
    with tempfile.TemporaryDirectory(prefix="svodka-") as folder:
        os.environ["GRADIO_TEMP_DIR"] = folder
        yield


def _ended(number: int, _: FrameType | None) -> None:
    sys.exit(128 + number)


def rules(serving: Serving, doorkeeper: Doorkeeper | None) -> Rules:
    """What the gate asks of a request: a server on every interface is reached under the machine's names as well."""
    anywhere = serving.host in ("0.0.0.0", "::")  # noqa: S104 - a comparison
    names = {socket.gethostname().lower(), f"{socket.gethostname().lower()}.local"} if anywhere else set()
    return Rules(hosts=frozenset({serving.host, *names}), any_address=anywhere, doorkeeper=doorkeeper)


def _run(app: "FastAPI", serving: Serving, doorkeeper: Doorkeeper | None) -> None:
    import uvicorn

    gate = Gate(app, rules(serving, doorkeeper))
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
