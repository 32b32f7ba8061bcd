"""Which reader a source gets: its bytes decide, then the media type, then the suffix."""

import io
import zipfile

import pytest

from summarizer.errors import FormatError
from summarizer.ingest import recognise
from summarizer.source import Source


def zipped(*entries, **contents):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in entries:
            archive.writestr(name, "x")
        for name, content in contents.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def ole2(stream):
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500 + stream.encode("utf-16-le") + b"\0" * 100


FB2 = '<?xml version="1.0" encoding="utf-8"?>\n<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0"/>'
SRT = "1\n00:00:01,000 --> 00:00:02,500\nДобрый вечер.\n"
MARKDOWN = "# Съезд открылся\n\nО нём пишет [агентство](https://example.org/a).\n"
HTML = "<!DOCTYPE html>\n<html><body><p>Text.</p></body></html>"
PROSE = "The congress opened on Thursday.\n\nIt closes on Sunday.\n"

RECOGNISED = [
    # by their bytes
    (b"%PDF-1.7\n...", "", "", "pdf"),
    (b"junk of a mail gateway\n%PDF-1.4\n1 0 obj\n", "", "", "pdf"),
    (b"%PDF-1.7\n...", "a.txt", "text/html", "pdf"),
    (zipped("[Content_Types].xml", "word/document.xml"), "a.zip", "", "docx"),
    (zipped(mimetype="application/vnd.oasis.opendocument.text"), "", "", "odt"),
    (zipped(mimetype="application/vnd.oasis.opendocument.text-template"), "", "", "odt"),
    (zipped(mimetype="application/epub+zip\n"), "", "application/octet-stream", "epub"),
    (zipped("META-INF/container.xml", "OEBPS/a.opf"), "a.epub", "", "epub"),
    (zipped("Толстой.fb2"), "a.fb2.zip", "", "fb2"),
    # by their text
    (FB2, "a.xml", "", "fb2"),
    (FB2.encode("utf-16"), "", "", "fb2"),
    (HTML, "a.txt", "text/plain", "html"),
    (HTML.encode("utf-16-le"), "", "", "html"),
    ("\ufeff \n<!-- saved from (0020) -->\n<html><body>Text", "", "", "html"),
    ('<?xml version="1.0"?><!DOCTYPE html PUBLIC "x" "y"><html>', "a.xhtml", "", "html"),
    ("<HEAD><TITLE>a</TITLE></HEAD><BODY>Text", "", "", "html"),
    ("<div><p>One.</p><p>Two.</p></div>", "", "text/plain", "html"),
    ("Text without a root <br> and a <b>tag</b>", "a.html", "", "html"),
    ("WEBVTT\n\n00:01.000 --> 00:02.000\nHello.\n", "a.txt", "", "subtitles"),
    (SRT, "", "text/plain", "subtitles"),
    ("\ufeff" + SRT.replace("\n", "\r\n"), "a.srt", "", "subtitles"),
    (SRT.encode("cp1251"), "a.srt", "", "subtitles"),
    (MARKDOWN, "a.txt", "", "markdown"),
    ("# One\n\nText.\n\n## Two\n\n**Bold** text.\n", "", "", "markdown"),
    ("[A](https://a.example) [B](/b)\n\n[C](#c)\n", "", "", "markdown"),
    # by what is said of them
    (PROSE, "a.md", "", "markdown"),
    (PROSE, "a.txt", "text/markdown", "markdown"),
    ("<p align=center>A</p>\n\n<p>B</p>\n\n# Title\n", "README.md", "", "markdown"),
    (PROSE, "a.txt", "", "plain"),
    (PROSE, "", "text/plain", "plain"),
    (PROSE, "a", "application/octet-stream", "plain"),
    (PROSE, "a.html", "text/html", "plain"),
    (PROSE.encode("utf-16"), "a.txt", "", "plain"),
    # what only looks like something else
    ("The file begins with %PDF-1.7, as the standard asks.", "", "", "plain"),
    ("In HTML, <html> opens a page.\nAnd <p> a paragraph.", "", "", "plain"),
    ("<Applause.> The speaker went on.", "", "", "plain"),
    ("# a comment in a script\nrun --fast\n", "", "", "plain"),
    ("#новости #съезд\nСъезд открылся.", "", "", "plain"),
    ("See [1](http://a.example) for more.", "", "", "plain"),
    ("PKO announced its results.", "", "", "plain"),
    ("WEBVTTs are subtitles.", "", "", "plain"),
    ("1\n\nThe first chapter.", "", "", "plain"),
]
REFUSED = [
    (zipped("xl/workbook.xml"), "", "'a' is an Excel workbook"),
    (zipped("ppt/presentation.xml"), "", "'a' is a PowerPoint presentation"),
    (zipped("Index/Document.iwa"), "", "'a' is an Apple Pages document"),
    (zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "", "'a' is an ODS spreadsheet"),
    (zipped(mimetype="application/vnd.oasis.opendocument.presentation"), "", "'a' is an ODP presentation"),
    (zipped(mimetype="application/vnd.oasis.opendocument.graphics"), "", "'a' is an OpenDocument file without a text"),
    (zipped("a.txt", "b.txt"), "", "'a' is a ZIP archive"),
    (zipped(), "", "'a' is a ZIP archive"),
    (ole2("WordDocument"), "", "'a' is a Word 97-2003 document (.doc)"),
    (ole2("Workbook"), "", "'a' is an Excel 97-2003 workbook (.xls)"),
    (ole2("EncryptedPackage"), "", "'a' is protected by a password"),
    (ole2("Contents"), "", "'a' is an old Office file"),
    (rb"{\rtf1\ansi\ansicpg1251 \'d2}", "", "'a' is an RTF document"),
    (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "", "'a' is a PNG picture, not a text"),
    (b'<?xml version="1.0"?>\n<rss version="2.0"><channel/></rss>', "", "'a' is a news feed, not an article"),
    (b'<feed xmlns="http://www.w3.org/2005/Atom"></feed>', "", "'a' is a news feed, not an article"),
    (b'<svg width="1" height="1"></svg>', "", "'a' is an SVG picture, not an article"),
    (
        b'<?xml version="1.0"?><note><to>A</to></note>',
        "",
        "'a' is XML of a kind that Svodka does not know, not an article",
    ),
    (
        b"<note><to>A</to></note>",
        "application/xml",
        "'a' is XML of a kind that Svodka does not know, not an article",
    ),
    (PROSE.encode(), "application/pdf", "'a' is called PDF but is none"),
    (b" \n\t \r\n", "", "'a' holds no text"),
    ("\ufeff".encode(), "", "'a' holds no text"),
]


@pytest.mark.parametrize(("data", "name", "media_type", "reader"), RECOGNISED)
def test_a_source_gets_the_reader_for_what_it_is(data, name, media_type, reader):
    data = data if isinstance(data, bytes) else data.encode()
    assert recognise(Source(data=data, name=name, media_type=media_type)) == reader


@pytest.mark.parametrize(("data", "media_type", "message"), REFUSED)
def test_a_source_without_a_reader_is_refused_by_its_name(data, media_type, message):
    with pytest.raises(FormatError) as raised:
        recognise(Source(data=data, name="a", media_type=media_type))
    assert str(raised.value) == message
    assert raised.value.hint


def test_an_old_word_document_and_rich_text_come_with_the_command_that_converts_them():
    for data in (ole2("WordDocument"), b"{\\rtf1 a}"):
        with pytest.raises(FormatError) as raised:
            recognise(Source(data=data))
        assert raised.value.hint == "convert it first: soffice --headless --convert-to docx FILE"


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_cut_off_archive_is_said_to_be_broken(share):
    whole = zipped("[Content_Types].xml", "word/document.xml", "word/styles.xml")
    with pytest.raises(FormatError, match=r"^'a\.docx' is cut off or broken$"):
        recognise(Source(data=whole[: int(len(whole) * share)], name="a.docx"))


def test_pasted_page_source_is_a_page():
    assert recognise(Source.from_text(HTML)) == "html"


def test_a_pasted_text_is_plain():
    assert recognise(Source.from_text(PROSE)) == "plain"
