"""PDFs printed by a browser (tests/data/make_pdfs.py, examples/make.py), and pages put together word by word."""

import contextlib
import ctypes
import io
import re
import threading
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document import Dropped, Mark, Meta, Piece
from summarizer.errors import FormatError, NoArticleError
from summarizer.ingest import pdf
from summarizer.ingest._pdf_columns import columns, usual_gap
from summarizer.ingest._pdf_hyphens import breaks_of
from summarizer.ingest._pdf_lines import runs
from summarizer.ingest._pdf_margins import without_heads
from summarizer.ingest._pdf_text import Word
from summarizer.source import Source

DATA = Path(__file__).parents[1] / "data"
EXAMPLES = Path(__file__).parents[2] / "examples"


def read(data):
    return list(pdf.read(Source(data=data, name="article.pdf")))


def texts(items, kind):
    return [item.text for item in items if isinstance(item, Piece) and item.kind == kind]


def dropped(items):
    return [item for item in items if isinstance(item, Dropped)]


def new_pdf(draw, pages=1):
    """A PDF of empty pages on which `draw(document, page)` has drawn."""
    document = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        page = document.new_page(400, 600)
        draw(document, page)
        page.gen_content()
        page.close()
    buffer = io.BytesIO()
    document.save(buffer)
    document.close()
    return buffer.getvalue()


@pytest.fixture(scope="module")
def english():
    return read((EXAMPLES / "leap-second.en.pdf").read_bytes())


@pytest.fixture(scope="module")
def russian():
    return read((DATA / "notes.ru.pdf").read_bytes())


def source_texts(name):
    """The source's paragraphs, headings, items and quotations without their signs, in order."""
    markdown = (EXAMPLES / name).read_text(encoding="utf-8")
    lines = [line for line in markdown.split("\n") if line and line != "---"]
    return [re.sub(r"\*\*|\[([^\]]*)\]\([^)]*\)", r"\1", re.sub(r"^(?:#+|-|>) ", "", line)) for line in lines]


def test_a_two_column_article_comes_back_whole_and_in_order(english):
    assert [item.text for item in english if isinstance(item, Piece)] == source_texts("leap-second.en.md")


def test_title_headings_items_and_quotations_are_known_by_their_type(english):
    assert texts(english, "title") == ["The Second That Clocks Will Stop Waiting For"]
    assert texts(english, "heading") == [
        "Two clocks, one planet",
        "What goes wrong at 23:59:60",
        "A second that may have to be taken away",
        "A hundred years of quiet",
    ]
    assert len(texts(english, "item")) == 4
    assert texts(english, "quote") == [
        "decides that the maximum value for the difference (UT1-UTC) will be increased in, or before, 2035."
    ]


def test_running_heads_and_page_numbers_are_said_to_be_left_out(english):
    assert dropped(english) == [
        Dropped("running head", "Svodka Examples"),
        Dropped("running head", "Science and Society"),
        Dropped("page number", "1 / 2"),
    ]


def test_the_day_a_browser_printed_a_page_is_not_its_date(english):
    assert [item for item in english if isinstance(item, Meta)] == [
        Meta(title="The Second That Clocks Will Stop Waiting For")
    ]


def test_a_large_initial_notes_raised_figures_dashes_and_drawn_bullets_are_read(russian):
    assert [item for item in russian if not isinstance(item, Meta)] == [
        Dropped("notes", "1 Годовой отчёт, с. 14. 2 Там же, с. 15."),
        Piece("title", "Сноски и буквица"),
        Piece(
            "paragraph",
            "Большая буква стоит в начале абзаца, как это принято в журналах; она занимает две строки и не должна "
            "пропасть или попасть в середину текста. Вторая и третья строки идут рядом с ней.",
        ),
        Piece(
            "paragraph",
            "По данным ведомства, площадь составила 12 км², а объём — 10⁹ м³ воды. Другие источники называют иное "
            "число, но и они согласны в главном. Полужирное слово и курсив стоят внутри строки.",
            marks=(Mark(137, 153, "bold"), Mark(156, 162, "italic")),
        ),
        Piece("paragraph", "Короткий абзац."),
        Piece("paragraph", "Ещё один короткий абзац."),
        Piece(
            "paragraph",
            "— Реплика в диалоге, — сказал он, — начинается с тире, и строка, которая случайно начинается с тире — "
            "такого же, не должна стать новым абзацем, экспедиционным пунктом списка.",
        ),
        Piece("item", "первый пункт;"),
        Piece("item", "второй пункт, который длиннее и потому занимает две строки, как в настоящих списках;"),
        Piece("item", "1. раз;"),
        Piece("item", "2. два."),
    ]


def test_a_file_that_needs_no_password_to_be_opened_is_read(russian):
    assert texts(read((DATA / "owned.pdf").read_bytes()), "paragraph") == texts(russian, "paragraph")


@pytest.mark.parametrize(
    ("data", "error", "message"),
    [
        ((DATA / "locked.pdf").read_bytes, FormatError, "article.pdf is encrypted and needs a password"),
        (lambda: b"%PDF-1.7\nnothing", FormatError, "article.pdf is a broken PDF"),
        (lambda: b"", FormatError, "article.pdf is a broken PDF"),
        (
            lambda: (DATA / "notes.ru.pdf").read_bytes().replace(b"/ToUnicode", b"/NoUnicode"),
            FormatError,
            "article.pdf does not say which letters it shows",
        ),
        (lambda: new_pdf(lambda *_: None), NoArticleError, "article.pdf holds no text"),
        (lambda: new_pdf(head, 3), NoArticleError, "article.pdf holds page numbers and running heads, no text"),
        (lambda: new_pdf(picture, 3), NoArticleError, "article.pdf holds pictures of pages, no text"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_with_a_hint(data, error, message):
    with pytest.raises(error, match=message) as caught:
        read(data())
    assert caught.value.hint


def head(document, page):
    import pypdfium2.raw as pdfium

    text = pdfium.FPDFPageObj_NewTextObj(document, b"Helvetica", 10)
    letters = (ctypes.c_ushort * 6)(*b"Daily", 0)
    pdfium.FPDFText_SetText(text, letters)
    pdfium.FPDFPageObj_Transform(text, 1, 0, 0, 1, 50, 580)
    pdfium.FPDFPage_InsertObject(page, text)


def picture(document, page):
    image = pypdfium2.PdfImage.new(document)
    bitmap = pypdfium2.PdfBitmap.new_native(8, 8, pypdfium2.raw.FPDFBitmap_BGR)
    image.set_bitmap(bitmap)
    image.set_matrix(pypdfium2.PdfMatrix().scale(400, 600))
    page.insert_obj(image)
    bitmap.close()


@pytest.mark.parametrize("twentieths", range(20))
def test_a_part_of_a_file_is_read_or_refused_never_a_crash(twentieths):
    data = (DATA / "notes.ru.pdf").read_bytes()
    with contextlib.suppress(FormatError, NoArticleError):
        assert read(data[: len(data) * twentieths // 20])


def test_several_threads_read_at_once(russian):
    found = []
    threads = [
        threading.Thread(target=lambda: found.append(read((DATA / "notes.ru.pdf").read_bytes()))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [russian] * 4


@pytest.mark.parametrize(
    ("info", "date"),
    [
        ({"CreationDate": "D:20240317104500+03'00'", "Creator": "Writer"}, "2024-03-17"),
        ({"CreationDate": "D:2024"}, "2024"),
        ({"CreationDate": "yesterday"}, ""),
        ({"CreationDate": "D:20240317104500Z", "Creator": "Mozilla/5.0 (X11; Linux x86_64)"}, ""),
        ({}, ""),
    ],
)
def test_the_date_is_when_the_file_was_made(info, date):
    assert pdf._date(info) == date


def line(text, left, base, width, size=10.0):
    step = width / len(text.split())
    words = [
        Word(word, left + index * step, left + (index + 1) * step - 3, base, size, "", space=True)
        for index, word in enumerate(text.split())
    ]
    return runs(words)


def page_of(*rows):
    return [run for row in rows for run in line(*row)]


FILL = "words that fill the line here"


def test_lines_that_cross_the_columns_part_them_and_a_gap_in_both_does_not():
    page = page_of(
        ("A title over both of the columns", 50, 700, 400),
        *((f"left {number} {FILL}", 50, 680 - 12 * number - 20 * (number > 3), 190) for number in range(8)),
        *((f"right {number} {FILL}", 260, 680 - 12 * number - 20 * (number > 3), 190) for number in range(8)),
        ("A line below both of the columns", 50, 500, 400),
    )
    read_in_order = [part.text.removesuffix(f" {FILL}") for column in columns(page) for part in column.lines]
    assert read_in_order == [
        "A title over both of the columns",
        *(f"left {number}" for number in range(8)),
        *(f"right {number}" for number in range(8)),
        "A line below both of the columns",
    ]


def test_three_columns_are_read_one_after_another_even_when_the_file_goes_across():
    rows = [
        (f"{name} {row} {FILL}", left, 600 - 12 * row, 130)
        for row in range(6)
        for name, left in zip("abc", (40, 200, 360), strict=True)
    ]
    found = [part.text[:3] for column in columns(page_of(*rows)) for part in column.lines]
    assert found == [f"{name} {row}" for name in "abc" for row in range(6)]


def test_the_cells_of_a_table_are_read_line_by_line():
    rows = [
        (f"{name}{row} x", left, 600 - 12 * row, 30)
        for row in range(6)
        for name, left in zip("abc", (40, 200, 360), strict=True)
    ]
    found = [part.text for column in columns(page_of(*rows)) for part in column.lines]
    assert found[:2] == ["a0 x b0 x c0 x", "a1 x b1 x c1 x"]


@given(
    st.lists(
        st.tuples(st.integers(0, 400), st.integers(0, 700), st.integers(10, 300), st.sampled_from([8.0, 10.0, 24.0])),
        min_size=1,
        max_size=40,
    )
)
def test_every_word_of_a_page_is_in_one_column(boxes):
    words = [
        Word(f"w{index}", left, left + width, base, size, "", space=True)
        for index, (left, base, width, size) in enumerate(boxes)
    ]
    found = [word.text for column in columns(runs(words)) for part in column.lines for word in part.words]
    assert sorted(found) == sorted(word.text for word in words)


@pytest.mark.parametrize(
    ("heads", "kept"),
    [
        (["Daily 1", "Daily 2", "Daily 3"], []),
        (["iv", "v", "vi"], []),
        (["Page 1 of 3", "Page 2 of 3", "Page 3 of 3"], []),
        (["One", "Two", "Three"], ["One", "Two", "Three"]),
    ],
)
def test_what_stands_at_one_place_on_every_page_is_a_head_whatever_its_number(heads, kept):
    pages = [
        (800.0, page_of((head, 50, 780, 60), *((FILL, 50, 700 - 12 * row, 200) for row in range(9)))) for head in heads
    ]
    found, _ = without_heads(pages)
    assert [run.text for runs_ in found for run in runs_ if run.text != FILL] == kept


def test_a_number_inside_the_text_is_no_page_number():
    pages = [(800.0, page_of(*((FILL, 50, 700 - 12 * row, 200) for row in range(9)), ("1972", 50, 592, 30)))]
    found, left_out = without_heads(pages)
    assert "1972" in [run.text for run in found[0]]
    assert left_out == []


def test_a_short_last_page_keeps_the_columns_of_the_others():
    full = page_of(
        *(
            (f"{name} {row} {FILL}", left, 600 - 12 * row, 190)
            for row in range(6)
            for name, left in (("a", 50), ("b", 260))
        )
    )
    last = page_of((f"a {FILL}", 50, 600, 190), (f"b {FILL}", 260, 600, 190), (f"a again {FILL}", 50, 588, 190))
    gap = usual_gap([full, last])
    assert [part.text.removesuffix(f" {FILL}") for column in columns(last, gap) for part in column.lines] == [
        "a",
        "a again",
        "b",
    ]


@pytest.mark.parametrize(
    ("ends", "creator", "joined"),
    [
        ("inter- national", "TeX", "international"),
        ("inter‐ national", "Mozilla/5.0", "international"),
        ("emissions- cheating", "Mozilla/5.0", "emissions-cheating"),
        ("X- shaped", "TeX", "X-shaped"),
        ("1777- го", "TeX", "1777-го"),
        ("1899– 1905", "TeX", "1899–1905"),
        ("юго- западном", "Mozilla/5.0", "юго-западном"),
    ],
)
def test_a_hyphen_at_a_line_end_stays_where_the_writer_put_it(ends, creator, joined):
    left, right = ends.split()
    lines = [line(f"{FILL} {left}", 50, 600, 200)[0], *(line(FILL, 50, 588, 200)[0] for _ in range(20))]
    breaks = breaks_of(lines, creator)
    assert breaks.are_in(left)
    assert breaks.weld(left, right) == joined
