"""The page in a browser, for benchmarks and pictures: a server of its own on a free port, in folders of its own."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

BROWSER = os.environ.get("SVODKA_BROWSER", "/usr/bin/chromium")
ROOT = Path(__file__).parents[1]


@contextmanager
def served(
    arguments: Callable[[Path], list[str]] = lambda _: [],
) -> Iterator[tuple[str, subprocess.Popen[bytes], float]]:
    """The address, the server's process, and the seconds of CPU that it took until it served.

    `arguments` gives those of `svodka ui`, and may put files into the server's home.
    """
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory(prefix="svodka-page-") as home:
        variables = os.environ | {"HOME": home, "XDG_DATA_HOME": home, "XDG_CACHE_HOME": home, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-m", "summarizer", "ui", "--port", str(port), *arguments(Path(home))]
        with subprocess.Popen(command, env=variables, stderr=subprocess.DEVNULL) as server:
            try:
                _wait(port)
                yield f"http://127.0.0.1:{port}", server, cpu(server.pid)
            finally:
                server.terminate()


def cpu(process: int) -> float:
    """Seconds of CPU that a process has used (Linux)."""
    fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _wait(port: int) -> None:
    while True:
        try:
            with socket.create_connection(("127.0.0.1", port), 1) as asked:
                asked.sendall(b"GET / HTTP/1.0\r\nHost: localhost\r\n\r\n")
                if asked.recv(64).split()[1] in (b"200", b"401"):
                    return
        except OSError:
            time.sleep(0.05)
