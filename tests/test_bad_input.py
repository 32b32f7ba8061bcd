"""Whatever a user gives: one line that says what is wrong and what to do, exit code 3, and nothing half written."""

import io
import random
import threading
import zipfile

import pytest
from web_server import serving

from summarizer.cli import main
from summarizer.source.limits import Limits

UKRAINIAN = (
    "У четвер міська рада ухвалила новий бюджет, який передбачає більше коштів для шкіл та лікарень. Депутати "
    "сперечалися понад п'ять годин, але врешті дійшли згоди щодо ремонту доріг і водогону. Мешканці сподіваються, що "
    "вже наступної весни почнеться будівництво мосту через річку."
)
GERMAN = (
    "Am Donnerstag hat der Stadtrat einen neuen Haushalt beschlossen, der mehr Geld für Schulen und Krankenhäuser "
    "vorsieht. Die Abgeordneten stritten länger als fünf Stunden, einigten sich aber schließlich auf die Sanierung der "
    "Straßen. Die Bewohner hoffen, dass der Bau der Brücke schon im nächsten Frühjahr beginnt."
)
BULGARIAN = (
    "В четвъртък общинският съвет прие новия бюджет, който предвижда повече средства за училищата и болниците. "
    "Съветниците спориха повече от пет часа, но накрая се споразумяха за ремонта на улиците и водопровода. Жителите се "
    "надяват, че строежът на моста през реката ще започне още през пролетта."
)


def page(body, head=""):
    return f"<!DOCTYPE html><html><head><title>News</title>{head}</head><body>{body}</body></html>"


COOKIE_WALL = page("<h1>Your privacy</h1><p>We and our partners use cookies. Accept all cookies to continue.</p>")
PAYWALL = page(
    "<h1>The council has a budget</h1><p>Subscribe to continue reading.</p>",
    '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>',
)
SCRIPTS = page('<div id="root"></div><script src="/app.js"></script>')


def zipped(entries):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, megabytes in entries.items():
            archive.writestr(name, b" " * (megabytes * 1_000_000) or b"<x/>")
    return buffer.getvalue()


def pdf(*objects, trailer=b""):
    """A PDF of these objects, the first of them the catalogue, with its table of offsets."""
    data = b"%PDF-1.4\n"
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return (
        data
        + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<</Size %d /Root 1 0 R %s>>\nstartxref\n%d\n%%%%EOF\n"
        % (
            size,
            table,
            size,
            trailer,
            len(data),
        )
    )


CATALOGUE = b"<</Type /Catalog /Pages 2 0 R>>"
PAGES = b"<</Type /Pages /Kids [3 0 R] /Count 1>>"
DRAWN = b"q 200 0 0 100 0 0 cm /I Do Q"
PICTURE = (
    b"<</Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1>>"
    b"\nstream\n\x80\nendstream"
)
PICTURE_PDF = pdf(
    CATALOGUE,
    PAGES,
    b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R /Resources <</XObject <</I 5 0 R>>>>>>",
    b"<</Length %d>>\nstream\n%s\nendstream" % (len(DRAWN), DRAWN),
    PICTURE,
)
ENCRYPTED_PDF = pdf(
    CATALOGUE,
    PAGES,
    b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 100]>>",
    trailer=b"/ID [<00><00>] /Encrypt <</Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s>>>" % (b"11" * 32, b"22" * 32),
)

FILES = [  # name, content, what the message says
    ("empty.txt", b"", "is empty"),
    ("blank.txt", b"\n \n", "holds no text"),
    ("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "is a PNG picture, not a text"),
    ("noise.txt", random.Random(1).randbytes(5_000), "is binary data, not a text"),
    ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "is an old Office file"),
    ("rich.rtf", b"{\\rtf1\\ansi Text.}", "is an RTF document"),
    ("cut.pdf", b"%PDF-1.7\n1 0 obj\n<</Type /Cata", "broken"),
    ("half.pdf", PICTURE_PDF[:150], "broken"),
    ("locked.pdf", ENCRYPTED_PDF, "password"),
    ("scan.pdf", PICTURE_PDF, "picture"),
    ("text.pdf", b"This is no PDF at all.", "is called PDF but is none"),
    ("bomb.docx", zipped({"[Content_Types].xml": 0, "word/document.xml": 80}), "zip bomb"),
    ("bomb.epub", zipped({"META-INF/container.xml": 80}), "zip bomb"),
    ("cut.docx", zipped({"word/document.xml": 1})[:200], "broken"),
    ("bare.epub", zipped({"META-INF/container.xml": 0}), ""),
    ("book.xlsx", zipped({"xl/workbook.xml": 0}), "is an Excel workbook"),
    ("cut.fb2", b"<FictionBook><body>", ""),
    ("feed.xml", b'<?xml version="1.0"?><rss></rss>', "is a news feed, not an article"),
    ("cookies.html", COOKIE_WALL.encode(), "cookie"),
    ("paywall.html", PAYWALL.encode(), "paywall"),
    ("scripts.html", SCRIPTS.encode(), "scripts"),
    ("empty.html", b"<html><body></body></html>", "empty page"),
    ("ukrainian.txt", UKRAINIAN.encode(), "Ukrainian"),
    ("ukrainian-1251.txt", UKRAINIAN.encode("cp1251"), "Ukrainian"),
    ("bulgarian.txt", BULGARIAN.encode(), "Bulgarian"),
    ("german.txt", GERMAN.encode("cp1252"), "German"),
    ("empty.srt", b"1\n00:00:01,000 --> 00:00:02,000\n\n", ""),
]


def assert_refused(arguments, said, capfd):
    """Exit code 3, nothing on standard output, one line with what is wrong and what to do."""
    assert main(arguments) == 3
    out, err = capfd.readouterr()
    assert out == ""
    assert err.startswith("svodka: ")
    assert said in err
    assert "Traceback" not in err
    assert err.count("\n") == 1
    message, _, hint = err.partition("; ")
    assert message
    assert hint.strip()


@pytest.mark.parametrize(("name", "content", "said"), FILES, ids=[name for name, *_ in FILES])
def test_a_file_that_cannot_be_read_is_refused_in_one_line(name, content, said, tmp_path, capfd):
    (tmp_path / name).write_bytes(content)
    assert_refused(["extract", str(tmp_path / name)], said, capfd)


@pytest.mark.parametrize("name", ["empty.txt", "cut.pdf", "bomb.docx", "german.txt", "scripts.html"])
def test_an_output_file_does_not_appear_when_the_source_cannot_be_read(name, tmp_path, capfd):
    (tmp_path / name).write_bytes({name: content for name, content, _ in FILES}[name])
    assert_refused(["digest", str(tmp_path / name), "-o", str(tmp_path / "out.txt")], "", capfd)
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_an_output_file_that_is_there_stays_as_it_was(tmp_path, capfd):
    (tmp_path / "out.txt").write_text("yesterday's")
    assert_refused(["digest", str(tmp_path / "none.txt"), "-o", str(tmp_path / "out.txt")], "there is no file", capfd)
    assert (tmp_path / "out.txt").read_text() == "yesterday's"


def test_a_missing_file_is_refused_in_one_line(tmp_path, capfd):
    assert_refused(["extract", str(tmp_path / "none.txt")], "there is no file", capfd)


def test_a_folder_is_refused_in_one_line(tmp_path, capfd):
    assert_refused(["extract", str(tmp_path)], "is a folder", capfd)


def test_a_200_mb_file_is_refused_in_one_line(tmp_path, capfd):
    with (tmp_path / "big.txt").open("wb") as file:
        file.truncate(200_000_000)
    assert_refused(["extract", str(tmp_path / "big.txt")], "is larger than 50 MB", capfd)


def test_empty_standard_input_is_refused_in_one_line(monkeypatch, capfd):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO()))
    assert_refused(["extract", "-"], "standard input is empty", capfd)


@pytest.fixture
def serve(monkeypatch):
    monkeypatch.setenv("SVODKA_PRIVATE_ADDRESSES", "1")
    monkeypatch.setattr("summarizer.source.DEFAULT", Limits(connect=0.3, read=0.3, total=1.0))
    with serving() as start:
        yield start


LINKS = {
    "/gone": ((404, {}, b"no"), "answered 404: there is no such page"),
    "/loop": ((302, {"Location": "/loop"}, b""), "redirects in a circle"),
    "/failed": ((500, {}, b"no"), "answered 500: its server has failed"),
    "/picture": ((200, {"Content-Type": "image/png"}, b"\x89PNG"), "is a picture, not an article"),
    "/cookies": ((200, {"Content-Type": "text/html"}, COOKIE_WALL.encode()), "cookie"),
    "/empty": ((200, {"Content-Type": "text/html"}, b""), "sent nothing"),
}


@pytest.mark.parametrize("path", LINKS)
def test_a_link_that_cannot_be_read_is_refused_in_one_line(path, serve, capfd):
    reply, said = LINKS[path]
    assert_refused(["extract", serve({path: reply}).link(path)], said, capfd)


def test_a_host_that_never_answers_is_given_up_in_one_line(serve, capfd):
    silence = threading.Event()
    server = serve({"/": lambda handler: silence.wait()})
    assert_refused(["extract", server.link()], "did not come within", capfd)
    silence.set()


def test_a_link_to_this_machine_is_refused_in_one_line(serve, monkeypatch, capfd):
    monkeypatch.delenv("SVODKA_PRIVATE_ADDRESSES")
    assert_refused(["extract", serve({}).link()], "an address of this machine", capfd)


def test_a_link_that_is_none_is_refused_in_one_line(capfd):
    assert_refused(["extract", "ftp://example.org/a.txt"], "is not a link that can be read", capfd)


@pytest.mark.parametrize("word", ["Привет", "Hello"])
def test_a_text_of_one_word_is_read(word, tmp_path, capfd):
    (tmp_path / "a.txt").write_bytes(word.encode())
    assert main(["extract", str(tmp_path / "a.txt")]) == 0
    assert capfd.readouterr().out == f"{word}\n"


@pytest.mark.parametrize(
    "sentence",
    ["Совет принял бюджет номер {}, и спор закончился.", "The council passed budget number {}, and the row was over."],
    ids=["ru", "en"],
)
def test_a_text_of_one_line_of_50000_characters_is_read_whole(sentence, tmp_path, capfd):
    line = " ".join(sentence.format(number) for number in range(1, 2_000))[:50_000].rsplit(".", 1)[0] + "."
    (tmp_path / "a.txt").write_bytes(line.encode())
    assert main(["extract", str(tmp_path / "a.txt")]) == 0
    assert capfd.readouterr().out == f"{line}\n"


def test_a_line_of_50000_characters_without_a_space_is_read_whole(tmp_path, capfd):
    (tmp_path / "a.txt").write_text("абвгд" * 10_000, encoding="utf-8")
    assert main(["extract", str(tmp_path / "a.txt"), "--from", "ru"]) == 0
    assert capfd.readouterr().out == "абвгд" * 10_000 + "\n"
