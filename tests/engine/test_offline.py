import asyncio
import socket

import pytest
from hub_server import hub as serving

from summarizer.engine.offline import is_here, refused


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("127.0.0.1", True), ("127.8.8.8", True), ("::1", True), ("localhost", True), ("LOCALHOST.", True), (None, True),
        (b"127.0.0.1", True), ("", True), ("10.0.0.1", False), ("huggingface.co", False), ("0.0.0.0", False),
        ("localhost.example.org", False), ("127.0.0.1.example.org", False), ("fe80::1%eth0", False), (b"a.org", False),
    ],
)  # fmt: skip
def test_only_loopback_is_this_machine(host, here):
    assert is_here(host) is here


def connect(host):
    with socket.socket() as one:
        one.settimeout(0.01)
        one.connect((host, 80))


def send(host):
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as one:
        one.sendto(b"x", (host, 53))


def ask(host):
    with socket.socket() as one:
        one.settimeout(0.01)
        return one.connect_ex((host, 80))


def with_asyncio(host):
    asyncio.run(asyncio.wait_for(asyncio.open_connection(host, 80), 1))


@pytest.mark.parametrize("way", [connect, send, ask, with_asyncio])
def test_every_way_out_is_refused_and_noted(way):
    with refused() as watch, pytest.raises(OSError, match=r"offline: socket\.\w+ to 203\.0\.113\.1 is refused"):
        way("203.0.113.1")
    assert [tried.split()[1] for tried in watch.tried] == ["203.0.113.1"]


def test_a_name_is_not_even_looked_up():
    with refused() as watch, pytest.raises(OSError, match="offline"):
        socket.getaddrinfo("example.org", 443)
    assert watch.tried == ["socket.getaddrinfo example.org"]


def test_loopback_and_sockets_of_the_file_system_go_through(tmp_path):
    here, there = socket.socketpair()
    with serving() as server, refused() as watch:
        connect_to = socket.create_connection(("localhost", server.server_port), timeout=1)
        here.sendall(b"x")
        connect_to.close()
    here.close()
    there.close()
    assert watch.tried == []


def test_afterwards_nothing_is_refused_any_more():
    with refused() as watch:
        pass
    with socket.socket() as one:
        one.settimeout(0.001)
        assert one.connect_ex(("127.0.0.1", 9)) != 0
    watch.hook("socket.connect", (None, ("203.0.113.1", 80)))
    assert watch.tried == []
