"""Proof that nothing is asked of a network: every connection but to this machine itself is refused, and noted.

Python's own sockets are watched through an audit hook, which C code of the interpreter calls before it connects, sends
or looks a name up; no Python code gets past it. Native libraries and other processes do not go through it: for them
the whole run can be put into a network namespace that has nothing but loopback (Linux).
"""

import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import Any

_PROGRAM = Path(__file__).with_name("_isolated.py")
_TO_ADDRESS = {"socket.connect", "socket.sendto", "socket.sendmsg"}
_TO_NAME = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}


@dataclass(slots=True)
class Watch:
    """What was tried and refused, as `event host`, while `active`."""

    active: bool = True
    tried: list[str] = field(default_factory=list)

    def hook(self, event: str, given: tuple[Any, ...]) -> None:
        """Refuse an event of the interpreter. Raises `OSError`."""
        if not self.active or event not in _TO_ADDRESS | _TO_NAME:
            return
        where = given[1] if event in _TO_ADDRESS else given[0]
        host = where[0] if isinstance(where, tuple) and where else where
        if event in _TO_ADDRESS and not isinstance(where, tuple):  # a socket of this machine, or one that is connected
            return
        if not is_here(host):
            self.tried.append(f"{event} {host}")
            raise OSError(f"offline: {event} to {host} is refused")


@contextmanager
def refused() -> Iterator[Watch]:
    """Every connection but to loopback fails in here. The hook stays in the interpreter, idle, until it ends."""
    watch = Watch()
    sys.addaudithook(watch.hook)
    try:
        yield watch
    finally:
        watch.active = False


def is_here(host: Any) -> bool:
    """Whether a name or an address is this machine's own loopback."""
    if host is None or host == "":
        return True
    name = host.decode(errors="replace") if isinstance(host, bytes) else str(host)
    if name.lower().rstrip(".") == "localhost":
        return True
    try:
        return ip_address(name.partition("%")[0]).is_loopback
    except ValueError:
        return False


def isolated(arguments: Sequence[str]) -> int:
    """Run `svodka` with these arguments in a namespace without a network; gives its exit code.

    It gets one more argument, `--isolation`: "" where the system allowed it, else why it did not.
    """
    command = [sys.executable, "-P", str(_PROGRAM), sys.executable, *arguments]
    return subprocess.run(command, check=False).returncode  # noqa: S603 - our own interpreter, arguments as a list
