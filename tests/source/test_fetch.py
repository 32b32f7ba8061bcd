"""Links, against a real HTTP server on this machine: where they lead, and what the server says."""

from pathlib import Path

import pytest
from fetching import PAGE, PRIVATE, PUBLIC, names, page, refusal, to

from summarizer.config import Settings
from summarizer.source import Source
from summarizer.source.fetch import fetch


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
