"""`svodka ui` as a user starts it, in a process and folders of its own, for the time of a `with`."""

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[1]


@contextmanager
def page_served(folder, *arguments):
    """The address and the process; it ends as by a service manager, with SIGTERM."""
    folders = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "TMPDIR"), str(folder))
    variables = os.environ | folders | {"PYTHONPATH": str(ROOT), "SVODKA_THREADS": "1"}
    command = ["-m", "summarizer", "ui", "--port", "PORT", *arguments]
    with process_served(command, variables, folder, stderr=subprocess.DEVNULL) as served:
        yield served


@contextmanager
def process_served(command, variables, folder, stderr=None):
    """A Python process that serves on a free port, in place of PORT in its arguments."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    given = [sys.executable, *(str(port) if word == "PORT" else word for word in command)]
    with subprocess.Popen(given, env=variables, cwd=folder, stderr=stderr) as server:
        try:
            _wait(server, port)
            yield f"http://127.0.0.1:{port}", server
        finally:
            server.terminate()


def _wait(server, port):
    for _ in range(600):
        assert server.poll() is None, "the server ended before it served"
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("the server does not serve after a minute")
