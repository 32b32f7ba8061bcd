"""Bodies and servers that do not end, grow, break off or say nothing."""

import gzip
import re
import socket
import threading
import zlib
from contextlib import closing

import pytest
from fetching import PAGE, PRIVATE, QUICK, names, page, refusal

from summarizer.source.fetch import fetch


def test_an_empty_body_is_said_to_be_empty(serve):
    server = serve({"/": page(b"")})
    assert refusal(server.link()) == f"{server.link()} sent nothing"


def test_a_body_that_is_announced_too_large_is_not_read(serve):
    server = serve({"/": page(b"a", Content_Length="200000000")})
    assert refusal(server.link()) == f"{server.link()} is larger than 0 MB"


def stream(*chunks, **headers):
    def reply(handler):
        handler.send_response(200)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        for chunk in chunks:
            try:
                handler.wfile.write(chunk)
            except OSError:  # the client has gone, as it should
                return

    return reply


def test_a_body_that_grows_too_large_is_cut_off(serve):
    server = serve({"/": stream(*[b"a" * 60_000] * 100)})
    assert refusal(server.link()) == f"{server.link()} is larger than 0 MB"


def test_a_gzip_bomb_is_cut_off(serve):
    server = serve({"/": page(gzip.compress(b"\0" * 50_000_000), Content_Encoding="gzip")})
    assert refusal(server.link()) == f"{server.link()} is larger than 0 MB"


@pytest.mark.parametrize(
    ("packing", "pack"), [("gzip", gzip.compress), ("x-gzip", gzip.compress), ("deflate", zlib.compress)]
)
def test_a_packed_body_is_unpacked(serve, packing, pack):
    body = PAGE.encode() * 500
    assert fetch(serve({"/": page(pack(body), Content_Encoding=packing)}).link(), PRIVATE).data == body


@pytest.mark.parametrize(
    ("body", "packing", "what"),
    [
        (gzip.compress(b"a" * 1000)[:-9], "gzip", "broke off before its end"),
        (b"this is no gzip", "gzip", "sent gzip data that is broken"),
        (b"?", "br", "is packed as 'br', which was not asked for"),
    ],
)
def test_a_body_that_cannot_be_unpacked_is_said_so(serve, body, packing, what):
    server = serve({"/": page(body, Content_Encoding=packing)})
    assert refusal(server.link()) == f"{server.link()} {what}"


def test_a_body_that_breaks_off_is_not_taken_for_the_whole(serve):
    server = serve({"/": page(b"half", Content_Length="100")})
    assert refusal(server.link()).startswith(f"{server.link()} could not be fetched: ")


def greet_as_mail(listener):
    with closing(listener.accept()[0]) as connection:
        connection.sendall(b"220 mail\r\n")


def test_what_does_not_speak_http_is_said_so():
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        threading.Thread(target=greet_as_mail, args=(listener,), daemon=True).start()
        link = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        assert refusal(link).startswith(f"{link} could not be fetched: ")


def test_a_closed_port_is_said_so():
    with closing(socket.create_server(("127.0.0.1", 0))) as listener:
        port = listener.getsockname()[1]
    assert re.fullmatch(r"http://127.0.0.1:\d+/ could not be fetched: .*", refusal(f"http://127.0.0.1:{port}/"))


def test_a_server_that_accepts_and_says_nothing_is_given_up(serve, silence):
    server = serve({"/": lambda handler: silence.wait()})
    assert (
        refusal(server.link(), limits=QUICK) == f"{server.link()} did not come within 0.2 s of silence and 0.6 s in all"
    )


@pytest.mark.parametrize("start", [b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nX-Slow: "], ids=["body", "headers"])
def test_a_server_that_drips_is_given_up_when_the_whole_time_is_over(serve, silence, start):
    def drip(handler):
        handler.wfile.write(start)
        while not silence.wait(0.05):
            try:
                handler.wfile.write(b"a")
            except OSError:
                return

    server = serve({"/": drip})
    assert (
        refusal(server.link(), limits=QUICK) == f"{server.link()} did not come within 0.2 s of silence and 0.6 s in all"
    )


def test_a_host_that_does_not_take_the_connection_is_given_up(monkeypatch):
    def never(*_, **__):
        raise TimeoutError

    monkeypatch.setattr(socket, "create_connection", never)
    assert refusal("http://news.example/", limits=QUICK, resolve=names({"news.example": ["127.0.0.1"]})) == (
        "news.example did not answer within 0.2 s"
    )
