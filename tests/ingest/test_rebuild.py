"""Files written back in their own format: the words change, everything around them stays.

The "translator" here turns words round, so that what moved can be seen: `[World] [Bank] said` gives `said Bank World`.
"""

import io
import zipfile
from dataclasses import replace

import docx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from summarizer import ingest, language, press
from summarizer.errors import UsageError
from summarizer.job import Job, Passage, Result, Tie
from summarizer.source import Source


def _read(source):
    pieces, dropped, meta = press.tidy(ingest.reader(ingest.recognise(source)).read(source))
    return language.lay_out(pieces, lang="en", dropped=dropped, meta=meta, origin=source.origin)


def _turned(document, number):
    """A passage with the sentence's words in reverse order, upper case, and what became of each."""
    sentence = document.sentences[number]
    words, at = [], 0
    text = document.sentence_text(number)
    for word in text.split():
        start = text.index(word, at)
        at = start + len(word)
        words.append((sentence.start + start, sentence.start + at, word.upper()))
    draft, ties = "", []
    for start, stop, word in reversed(words):
        draft += " " if draft else ""
        ties.append(Tie(start, stop, len(draft), len(draft) + len(word)))
        draft += word
    return Passage(draft, (number,), sentence.block, origin="model", ties=tuple(ties))


def _rebuilt(data, name):
    source = Source(data=data if isinstance(data, bytes) else data.encode(), name=name)
    document = _read(source)
    passages = tuple(_turned(document, n) for n in range(len(document.sentences)))
    return ingest.rebuilder(source)(source, Result(job=Job(to="ru"), document=document, passages=passages))


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.txt", "One two three four.\n\n\tFive six.\r\n", "FOUR. THREE TWO ONE\n\n\tSIX. FIVE\r\n"),
        ("a.txt", "- One two.\n- Three four.\n", "- TWO. ONE\n- FOUR. THREE\n"),
        (
            "a.txt",
            "A line that was wrapped at a width which most of\nthe lines of this text have, as in a letter, and\nso on.\n",
            "ON. SO AND LETTER, A IN AS HAVE, TEXT THIS OF LINES THE OF MOST WHICH WIDTH A AT WRAPPED WAS THAT LINE A\n",
        ),
        ("a.md", "# One two\n\nThree **four** five.\n", "# TWO ONE\n\nFIVE. **FOUR** THREE\n"),
        ("a.md", "> One [two](http://a.b/c) three.\n", "> THREE. [TWO](<http://a.b/c>) ONE\n"),
        ("a.md", "1. One two.\n   - Three four.\n", "1. TWO. ONE\n   - FOUR. THREE\n"),
        ("a.md", "| One a | Two b |\n|---|---|\n| Three | 4 |\n", "| A ONE | B TWO |\n|---|---|\n| THREE | 4 |\n"),
        (
            "a.md",
            "---\ntitle: X\n---\n\nOne two.\n\n```\ncode one\n```\n",
            "---\ntitle: X\n---\n\nTWO. ONE\n\n```\ncode one\n```\n",
        ),
        (
            "a.srt",
            "1\n00:00:01,000 --> 00:00:02,000\n<i>One two.</i>\n\n2\n00:00:03,000 --> 00:00:04,000\n- Three.\n- Four five.\n",
            "1\n00:00:01,000 --> 00:00:02,000\n<i>TWO. ONE</i>\n\n2\n00:00:03,000 --> 00:00:04,000\nTHREE. -\nFIVE. FOUR -\n",
        ),
    ],
)
def test_lines_keep_their_marks_blanks_and_ends(name, text, expected):
    assert _rebuilt(text, name).decode().replace("CODE ONE", "code one").replace("ONE CODE", "code one") == expected


JOINED = """The council met on Friday and heard the

See also: The bridge is closed

mayor speak about the bridge (3). It was a long speech.

The council votes on Monday (12).

Notes:

3. https://example.org/speech
"""


def test_a_paragraph_that_was_cut_by_a_page_or_holds_note_references_is_found_again(caplog):
    written = _rebuilt(JOINED, "a.md").decode()
    assert "FRIDAY" in written
    assert "SPEECH." in written
    assert "MONDAY" in written
    assert "mayor" not in written
    assert caplog.messages == []


def test_a_long_cue_gets_two_lines():
    text = "1\n00:00:01,000 --> 00:00:05,000\nThe economy of the whole country would grow by much this year.\n"
    lines = _rebuilt(text, "a.srt").decode().split("\n")
    assert [len(line) <= 42 for line in lines[2:4]] == [True, True]
    assert lines[4:] == [""]


PAGE = """<!DOCTYPE html>
<html lang="en"><head><title>One two three</title></head><body><nav><a href="/">Home page</a></nav><article>
<h1>One two three</h1>
<p class="x">The <b>World Bank</b> told <a href="https://a.b/c">us <i>today</i></a> about it<sup><a href="#n">1</a></sup>,
and we wrote it all down at once for everybody.</p>
<p>Second paragraph of the page with <img src="a.png"> a picture in the middle of it, and some words.</p>
</article></body></html>
"""


def test_a_page_keeps_its_markup_and_inline_elements_go_with_their_words():
    page = _rebuilt(PAGE, "a.html").decode()
    assert "<!DOCTYPE html>" in page
    assert '<html lang="ru">' in page
    assert '<a href="/">Home page</a>' in page
    assert "<h1>THREE TWO ONE</h1>" in page
    assert "<b>BANK WORLD</b>" in page
    assert '<a href="https://a.b/c"><i>TODAY</i> US</a>' in page
    assert page.count("<sup>") == page.count("<img") == 1
    assert "picture in the middle" not in page


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ('<meta charset="koi8-r">', '<meta charset="utf-8">'),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">',
            '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">',
        ),
        ("", '<meta charset="utf-8">'),
    ],
)
def test_a_page_says_that_it_is_utf_8_now(said, written):
    head = _rebuilt(PAGE.replace("<head>", f"<head>{said}"), "a.html").decode().split("<title>")[0]
    assert head.split("<head>")[1].strip() == written


def test_word_keeps_styles_tables_and_formatting():
    made = docx.Document()
    made.add_heading("One two three", 0)
    paragraph = made.add_paragraph("The ")
    paragraph.add_run("World Bank").bold = True
    paragraph.add_run(" told us.")
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "One two", "Three four"
    made.add_paragraph("Five six.", style="List Bullet")
    made.sections[0].header.paragraphs[0].text = "Running head"
    stream = io.BytesIO()
    made.save(stream)
    again = docx.Document(io.BytesIO(_rebuilt(stream.getvalue(), "a.docx")))
    assert [(p.style.name, p.text) for p in again.paragraphs] == [
        ("Title", "THREE TWO ONE"),
        ("Normal", "US. TOLD BANK WORLD THE"),
        ("List Bullet", "SIX. FIVE"),
    ]
    assert [(run.text, run.bold) for run in again.paragraphs[1].runs] == [
        ("US. TOLD ", None),
        ("BANK WORLD", True),
        (" THE", None),
    ]
    assert [cell.text for cell in again.tables[0].rows[0].cells] == ["TWO ONE", "FOUR THREE"]
    assert again.sections[0].header.paragraphs[0].text == "Running head"


def test_a_link_and_a_note_of_word_stay():
    made = docx.Document()
    paragraph = made.add_paragraph("We told ")
    link = docx.oxml.OxmlElement("w:hyperlink")
    link.set(
        docx.oxml.ns.qn("r:id"),
        made.part.relate_to("https://a.b", docx.opc.constants.RELATIONSHIP_TYPE.HYPERLINK, is_external=True),
    )
    run = docx.oxml.OxmlElement("w:r")
    text = docx.oxml.OxmlElement("w:t")
    text.text = "the bank"
    run.append(text)
    link.append(run)
    paragraph._p.append(link)
    reference = paragraph.add_run()
    reference._r.append(docx.oxml.OxmlElement("w:footnoteReference"))
    paragraph.add_run(" about it.")
    stream = io.BytesIO()
    made.save(stream)
    again = docx.Document(io.BytesIO(_rebuilt(stream.getvalue(), "a.docx"))).paragraphs[0]
    assert again.text == "IT. ABOUT BANK THE TOLD WE"
    assert [found.text for found in again.hyperlinks] == ["BANK THE"]
    assert len(again._p.findall(".//" + docx.oxml.ns.qn("w:footnoteReference"))) == 1


def _zip(entries):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in entries.items():
            archive.writestr(name, text)
    return stream.getvalue()


def test_a_book_keeps_its_other_entries_and_says_its_new_language():
    chapter = "<html xmlns='http://www.w3.org/1999/xhtml'><head><title>T</title></head><body><p>One <em>two</em> three.</p></body></html>"
    opf = (
        "<package xmlns='http://www.idpf.org/2007/opf' xmlns:dc='http://purl.org/dc/elements/1.1/'><metadata>"
        "<dc:language>en</dc:language></metadata><manifest><item id='a' href='a.xhtml' media-type='application/xhtml+xml'/>"
        "</manifest><spine><itemref idref='a'/></spine></package>"
    )
    container = "<container><rootfiles><rootfile full-path='b.opf'/></rootfiles></container>"
    entries = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": container,
        "b.opf": opf,
        "a.xhtml": chapter,
        "cover.png": b"\x89PNG\r\n",
    }
    with zipfile.ZipFile(io.BytesIO(_rebuilt(_zip(entries), "a.epub"))) as book:
        assert book.namelist() == list(entries)
        assert book.read("cover.png") == b"\x89PNG\r\n"
        assert "<p>THREE. <em>TWO</em> ONE</p>" in book.read("a.xhtml").decode()
        assert "<dc:language>ru</dc:language>" in book.read("b.opf").decode()


def test_a_fictionbook_keeps_its_pictures():
    book = (
        '<?xml version="1.0" encoding="utf-8"?><FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0"><description>'
        "<title-info><book-title>One two</book-title><lang>en</lang></title-info></description><body><section>"
        "<p>Three <strong>four</strong> five.</p></section></body><binary id='a'>AAAA</binary></FictionBook>"
    )
    text = _rebuilt(book, "a.fb2").decode()
    assert "<p>FIVE. <strong>FOUR</strong> THREE</p>" in text
    assert "AAAA" in text
    assert "<lang>ru</lang>" in text


def test_what_a_person_left_stays_untouched_byte_for_byte():
    source = Source(data=b"One two.\r\n\r\n  Three four.\n", name="a.txt")
    document = _read(source)
    left = tuple(
        replace(_turned(document, n), text=document.sentence_text(n), origin="source")
        for n in range(len(document.sentences))
    )
    assert ingest.rebuilder(source)(source, Result(job=Job(to="ru"), document=document, passages=left)) == source.data


def test_a_format_that_cannot_be_written_back_is_refused():
    source = Source(data=b"%PDF-1.4\n", name="a.pdf")
    document = _read(Source(data=b"One two.", name="a.txt"))
    with pytest.raises(UsageError, match="pdf cannot be written back"):
        ingest.rebuilder(source)(source, Result(job=Job(to="ru"), document=document, passages=()))


def letters(text):
    return sorted("".join(text.upper().split()))


@given(st.lists(st.text("abc XY.\t", min_size=1, max_size=30), min_size=1, max_size=6))
@example(["aXa.Xa X"])  # two sentences without a space between them: turned round, their words are others
def test_every_letter_of_plain_text_is_there_once(lines):
    text = "\n\n".join(lines)
    if any(char.isalpha() for char in text):
        rebuilt = _rebuilt(f"Begin here.\n\n{text}", "a.txt").decode()
        assert letters(rebuilt) == letters(f"Begin here.\n\n{text}")
