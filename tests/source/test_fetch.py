"""Links, against a real HTTP server on this machine: every way in which a server can misbehave ends in a sentence."""

import gzip
import re
import socket
import threading
import zlib
from contextlib import closing
from pathlib import Path

import pytest
from web_server import serving

from summarizer.config import Settings
from summarizer.errors import FetchError
from summarizer.source import Source
from summarizer.source.fetch import fetch
from summarizer.source.limits import Limits

PAGE = "<html><body><p>Съезд открылся в четверг.</p></body></html>"
BODY = PAGE.encode()
QUICK = Limits(connect=0.2, read=0.2, total=0.6, size=100_000)
PRIVATE = Settings(models_dir=Path(), cache_dir=Path(), private_addresses=True)
PUBLIC = Settings(models_dir=Path(), cache_dir=Path())


@pytest.fixture
def serve():
    with serving() as start:
        yield start


def refusal(link, settings=PRIVATE, limits=QUICK, **how):
    with pytest.raises(FetchError) as raised:
        fetch(link, settings, limits, **how)
    assert raised.value.hint
    assert "\n" not in str(raised.value)
    return str(raised.value)


def page(body=BODY, **headers):
    return (
        200,
        {"Content-Type": "text/html", **{name.replace("_", "-"): value for name, value in headers.items()}},
        body,
    )


def to(location, status=302):
    return status, {"Location": location}, b""


def test_a_page_is_fetched_with_what_the_server_says_of_it(serve):
    server = serve({"/news/a.html": page(PAGE.encode("koi8-r"), Content_Type="text/html; charset=KOI8-R")})
    link = server.link("/news/a.html")
    expected = Source(data=PAGE.encode("koi8-r"), name="a.html", media_type="text/html", charset="koi8-r", origin=link)
    assert Source.from_url(f" {link}#part ", PRIVATE) == expected
    assert expected.text() == PAGE


def test_the_request_says_who_asks_and_in_which_languages_it_reads(serve):
    server = serve({"/": page()})
    fetch(server.link(), PRIVATE)
    headers = server.seen[0].headers
    assert headers["User-Agent"].startswith("svodka/")
    assert headers["Accept-Language"] == "ru,en;q=0.9"


def test_redirects_are_followed_to_where_they_end(serve):
    server = serve({"/a": to("/b", 301), "/b": to("c?d=1", 308), "/c?d=1": page()})
    assert fetch(server.link("/a"), PRIVATE).url == server.link("/c?d=1")


def test_a_redirect_loop_is_named(serve):
    server = serve({"/a": to("/b"), "/b": to("/a")})
    assert refusal(server.link("/a")) == f"{server.link('/a')} redirects in a circle"


def test_a_page_that_leads_to_itself_with_a_cookie_is_read(serve):
    def door(handler):
        known = handler.headers["Cookie"] == "seen=1"
        handler.send_response(200 if known else 302)
        handler.send_header("Location" if not known else "Content-Type", "/" if not known else "text/html")
        handler.send_header("Set-Cookie", "seen=1")
        handler.send_header("Content-Length", "4")
        handler.end_headers()
        handler.wfile.write(b"Text")

    assert fetch(serve({"/": door}).link(), PRIVATE).data == b"Text"


def test_more_than_ten_redirects_are_refused(serve):
    server = serve({f"/{n}": to(f"/{n + 1}") for n in range(20)})
    assert refusal(server.link("/0")) == f"{server.link('/0')} redirects more than 10 times"


@pytest.mark.parametrize("place", ["file:///etc/passwd", "ftp://example.org/a", "javascript:alert(1)", "gopher://a/"])
def test_a_redirect_that_leaves_the_web_is_refused(serve, place):
    assert refusal(serve({"/": to(place)}).link()).endswith("is not a link that can be read")


def names(table):
    return lambda host, port: table[host]


def test_a_redirect_to_a_private_address_is_refused_before_it_is_connected_to(serve, monkeypatch):
    inner = serve({"/": page()})
    monkeypatch.setattr("summarizer.source.addresses._NETWORKS", ())
    monkeypatch.setattr(
        "summarizer.source.addresses.why_refused",
        lambda address: "an address of this machine" if address == "127.0.0.2" else "",
    )
    outer = serve({"/": to(f"http://inner.example:{inner.server_port}/")})
    link = f"http://outer.example:{outer.server_port}/"
    table = names({"outer.example": ["127.0.0.1"], "inner.example": ["127.0.0.2"]})
    assert refusal(link, PUBLIC, resolve=table) == "inner.example leads to 127.0.0.2, an address of this machine"
    assert (len(outer.seen), len(inner.seen)) == (1, 0)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0x7f.1", "2130706433", "[::1]", "[::ffff:127.0.0.1]"])
def test_this_machine_is_refused_however_it_is_written(host):
    assert refusal(f"http://{host}:1/", PUBLIC).endswith("an address of this machine")


def test_the_connection_goes_to_the_address_that_was_checked_and_the_name_is_not_asked_again(serve):
    server = serve({"/": page()})
    asked = []

    def resolve(host, port):
        asked.append(host)
        return ["127.0.0.1"]

    fetch(f"http://news.example:{server.server_port}/", PRIVATE, resolve=resolve)
    assert asked == ["news.example"]
    assert server.seen[0].headers["Host"] == f"news.example:{server.server_port}"


def test_the_next_address_is_tried_when_one_does_not_answer(serve):
    server = serve({"/": page()})
    resolve = names({"news.example": ["127.0.0.9", "127.0.0.1"]})
    assert fetch(f"http://news.example:{server.server_port}/", PRIVATE, resolve=resolve).data == PAGE.encode()


def test_the_environments_proxies_are_not_used(serve, monkeypatch):
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    assert fetch(serve({"/": page()}).link(), PRIVATE).data == PAGE.encode()


def test_offline_no_connection_is_opened():
    def resolve(host, port):
        raise AssertionError(host)

    settings = Settings(models_dir=Path(), cache_dir=Path(), offline=True)
    assert refusal("https://example.org/a", settings, resolve=resolve) == (
        "https://example.org/a was not fetched: SVODKA_OFFLINE is set"
    )


@pytest.mark.parametrize(
    "link",
    [
        "",
        "example.org",
        "ftp://example.org/",
        "file:///etc/passwd",
        "http://",
        "http:///a",
        "http://[::1",
        "http://a:b/",
    ],
)
def test_what_is_no_web_link_is_refused(link):
    assert "is not a link" in refusal(link)


def test_a_password_in_a_link_is_not_sent_and_not_said():
    assert refusal("http://me:secret@example.org/") == "the link to example.org has a password in it"


@pytest.mark.parametrize(
    ("status", "what"),
    [
        (401, "it asks for a login"),
        (402, "it asks for payment"),
        (403, "it refuses programs or readers without a subscription"),
        (404, "there is no such page"),
        (410, "the page was taken down"),
        (418, "it brings no document"),
        (429, "it has had too many requests from here"),
        (451, "the page is blocked for legal reasons"),
        (300, "it brings no document"),
        (500, "its server has failed"),
        (503, "it is overloaded or asks whether you are human"),
    ],
)
def test_a_status_that_brings_no_document_is_named(serve, status, what):
    server = serve({"/": (status, {}, b"no")})
    assert refusal(server.link()) == f"{server.link()} answered {status}: {what}"


@pytest.mark.parametrize(
    ("media_type", "kind"),
    [
        ("image/png", "a picture"),
        ("video/mp4", "a video"),
        ("Audio/MPEG; rate=1", "a recording"),
        ("application/json", "data for programs (JSON)"),
        ("text/css", "a style sheet"),
    ],
)
def test_a_media_type_that_holds_no_article_is_refused_by_its_name(serve, media_type, kind):
    server = serve({"/": page(Content_Type=media_type)})
    assert refusal(server.link()) == f"{server.link()} is {kind}, not an article"


@pytest.mark.parametrize(
    ("path", "disposition", "name"),
    [
        ("/a/%D1%81%D1%82%D0%B0%D1%82%D1%8C%D1%8F.pdf", "", "статья.pdf"),
        ("/", "", ""),
        ("/get?id=1", 'attachment; filename="report.docx"', "report.docx"),
        ("/get", "attachment; filename*=UTF-8''%D0%B0.epub", "а.epub"),
        ("/get", 'attachment; filename="../../etc/passwd"', "passwd"),
        ("/get", 'attachment; filename="C:\\\\docs\\\\a.odt"', "a.odt"),
    ],
)
def test_the_name_comes_from_the_header_or_the_path(serve, path, disposition, name):
    headers = {"Content_Disposition": disposition} if disposition else {}
    assert fetch(serve({path: page(**headers)}).link(path), PRIVATE).said.name == name


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
    assert refusal(server.link()) == f"{server.link()} did not come within 0.2 s of silence and 0.6 s in all"


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
    assert refusal(server.link()) == f"{server.link()} did not come within 0.2 s of silence and 0.6 s in all"


def test_a_host_that_does_not_take_the_connection_is_given_up(monkeypatch):
    def never(*_, **__):
        raise TimeoutError

    monkeypatch.setattr(socket, "create_connection", never)
    assert refusal("http://news.example/", resolve=names({"news.example": ["127.0.0.1"]})) == (
        "news.example did not answer within 0.2 s"
    )
