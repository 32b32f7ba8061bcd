import contextlib

import pytest
from containers import LAUGHS, XXE, claiming, packed, zipped
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document import Dropped, Mark, Meta, Piece
from summarizer.errors import FormatError, NoArticleError, SourceError
from summarizer.ingest.fb2 import read
from summarizer.source import Source

OPEN = '<FictionBook xmlns="http://www.gribuser.ru/xml/fictionbook/2.0" xmlns:l="http://www.w3.org/1999/xlink">'


def fb2(
    body: str, description: str = "", rest: str = "", prolog: str = '<?xml version="1.0" encoding="utf-8"?>'
) -> str:
    return f"{prolog}{OPEN}<description>{description}</description><body>{body}</body>{rest}</FictionBook>"


def pieces(text: str) -> list[Piece | Dropped]:
    return [item for item in read(Source(data=text.encode(), name="a.fb2")) if not isinstance(item, Meta)]


def section(inner: str) -> str:
    return f"<section>{inner}</section>"


BLOCKS = [
    ("<section><p>a\n b</p><empty-line/><p>c</p></section>", [("paragraph", "a b", 0), ("paragraph", "c", 0)]),
    (
        "<section><title><p>Глава</p><p>Начало</p></title><section><title><p>Часть</p></title><p>a</p></section></section>",
        [("heading", "Глава", 1), ("heading", "Начало", 1), ("heading", "Часть", 2), ("paragraph", "a", 0)],
    ),
    (
        "<section><subtitle>Врезка</subtitle><subtitle>* * *</subtitle><p>a</p></section>",
        [("heading", "Врезка", 2), ("paragraph", "a", 0)],
    ),
    ("<epigraph><p>a</p><text-author>b</text-author></epigraph>", [("quote", "a", 0), ("quote", "b", 0)]),
    ("<section><cite><p>a</p><p>b</p></cite></section>", [("quote", "a", 0), ("quote", "b", 0)]),
    (
        "<section><poem><title><p>t</p></title><stanza><v>раз,</v><v>два</v></stanza><stanza><v>три</v></stanza></poem></section>",
        [("heading", "t", 1), ("quote", "раз, два", 0), ("quote", "три", 0)],
    ),
    (
        "<section><p><code>x = 1</code></p><p><code>y</code></p><p>a <code>b</code></p></section>",
        [("code", "x = 1\ny", 0), ("paragraph", "a b", 0)],
    ),
    (
        "<section><p>a<style name='x'>b</style><strikethrough>c</strikethrough><sub>2</sub></p></section>",
        [("paragraph", "abc2", 0)],
    ),
    ("<section><image l:href='#i'/><p>a</p></section>", [("paragraph", "a", 0)]),
]


@pytest.mark.parametrize(("body", "expected"), BLOCKS)
def test_blocks_have_their_kind_and_level(body, expected):
    assert [(piece.kind, piece.text, piece.level) for piece in pieces(fb2(body))] == expected


def test_inline_formatting_is_marked():
    body = section('<p><strong>Мост</strong> <emphasis>снова</emphasis> <a l:href="https://example.org/">тут</a></p>')
    marks = (Mark(0, 4, "bold"), Mark(5, 10, "italic"), Mark(11, 14, "link", "https://example.org/"))
    assert pieces(fb2(body)) == [Piece("paragraph", "Мост снова тут", 0, marks)]


def test_table_cells_have_their_place():
    table = "<table><tr><th>a</th><th rowspan='2'>b</th></tr><tr><td>c</td></tr><tr><td colspan='2'>d</td></tr></table>"
    assert [(piece.kind, piece.text, piece.anchor) for piece in pieces(fb2(section(table)))] == [
        ("cell", "a", "t0r0c0"),
        ("cell", "b", "t0r0c1"),
        ("cell", "c", "t0r1c0"),
        ("cell", "d", "t0r2c0"),
    ]


MARKS = ['<a l:href="#n1" type="note">[1]</a>', '<a l:href="#n1">1</a>', '<a xlink:href="#n1" type="note">1</a>']


@pytest.mark.parametrize("mark", MARKS)
def test_notes_are_dropped_and_their_marks_are_not_text(mark):
    notes = '<body name="notes"><title><p>Примечания</p></title><section id="n1"><title><p>1</p></title><p>Сноска.</p></section></body>'
    assert pieces(fb2(section(f"<p>a{mark} b</p>"), rest=notes)) == [
        Piece("paragraph", "a b"),
        Dropped("notes", "Примечания"),
        Dropped("notes", "1 Сноска."),
    ]


DESCRIPTION = (
    "<title-info><author><first-name>Анна</first-name><middle-name/><last-name>Петрова</last-name></author>"
    "<author><nickname>Ворон</nickname></author><book-title>Мост</book-title><annotation><p>О мосте.</p></annotation>"
    '<date value="2024-05-06">6 мая</date></title-info><document-info><src-url>https://example.org/x</src-url></document-info>'
    "<publish-info><publisher>Дом</publisher><year>2025</year></publish-info>"
)


def test_what_the_book_says_of_itself_is_kept_and_its_title_found_in_the_text():
    body = "<title><p>Анна Петрова</p><p>МОСТ</p></title>" + section("<p>a</p>")
    assert list(read(Source(data=fb2(body, DESCRIPTION).encode(), name="a.fb2"))) == [
        Meta("Мост", "Анна Петрова, Ворон", "Дом", "2024-05-06", "https://example.org/x"),
        Dropped("annotation", "О мосте."),
        Piece("paragraph", "Анна Петрова"),
        Piece("title", "МОСТ"),
        Piece("paragraph", "a"),
    ]


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "utf-16", "utf-8"])
def test_the_encoding_of_the_prolog_is_used(encoding):
    text = fb2(section("<p>Мост открыт</p>"), prolog=f'<?xml version="1.0" encoding="{encoding}"?>')
    assert [item for item in read(Source(data=text.encode(encoding))) if isinstance(item, Piece)] == [
        Piece("paragraph", "Мост открыт")
    ]


def test_a_zipped_book_is_read():
    source = zipped({"книга.fb2": fb2(section("<p>a</p>"))}, "a.fb2.zip")
    assert [item for item in read(source) if isinstance(item, Piece)] == [Piece("paragraph", "a")]


def test_a_picture_of_any_size_is_not_even_parsed():
    picture = f'<binary id="i" content-type="image/png">{"A" * 11_000_000}</binary>'
    assert pieces(fb2(section("<p>a</p>"), rest=picture)) == [Piece("paragraph", "a")]


MENDED = [
    ("<p>one</b> two</p>", ["one two"]),
    ("<p>one <emphasis>two</p><p>three</p>", ["one two", "three"]),
    ("<p>3 < 5 & AT&T</p>", ["3 < 5 & AT&T"]),
    ("<p>a&nbsp;b&bogus;</p>", ["a b&bogus;"]),
    ("<p>a\x02b</p>", ["ab"]),
    ("<p>a</p></section><p>b</p>", ["a", "b"]),
    ("<p x=1 id='y' id='z'>a</p><p checked>b</p>", ["a", "b"]),
    ("<p>a</b><!-- <c> no --></p><p>b <!-- c</p>", ["a", "b c"]),
]


@pytest.mark.parametrize(("inner", "expected"), MENDED)
def test_a_slightly_broken_book_is_mended_without_a_word_when_nothing_is_lost(inner, expected):
    items = pieces(fb2(section(inner)))
    assert [item.text for item in items] == expected
    assert not [item for item in items if isinstance(item, Dropped)]


def test_a_book_that_ends_in_the_middle_is_read_and_said():
    text = fb2(section("<p>one</p><p>two and three</p>"))
    assert pieces(text[: text.index(" and three")]) == [
        Dropped("broken markup", "the file ends in the middle of the text"),
        Piece("paragraph", "one"),
        Piece("paragraph", "two"),
    ]


def test_letters_that_could_not_be_placed_are_counted():
    assert pieces(fb2(section("<p>one</p>")) + "<p>after</p>") == [
        Dropped("broken markup", "5 letters could not be placed"),
        Piece("paragraph", "one"),
    ]


GOOD = packed({"a.fb2": fb2(section("<p>a</p>"))})
BAD = [
    ("empty", b"  \n", r"'a\.fb2' is empty"),
    ("wrong bytes", b"\x00\x01\x02" * 99, r"'a\.fb2'"),
    ("words", "Просто слова.".encode(), r"'a\.fb2' is no FB2 book"),
    ("other XML", b"<html><body/></html>", r"'a\.fb2' is no FB2 book"),
    ("no body", (OPEN + "</FictionBook>").encode(), r"'a\.fb2' is no FB2 book"),
    ("cut off zip", GOOD[:-30], r"'a\.fb2' is cut off or broken"),
    ("no book in the zip", packed({"a.txt": "a"}), r"'a\.fb2' holds no FB2 files"),
    ("two books in the zip", packed({"a.fb2": "a", "b.fb2": "b"}), r"'a\.fb2' holds 2 FB2 files"),
    ("bomb", claiming(GOOD, "a.fb2", 2**30), "looks like a zip bomb"),
    ("XXE", fb2(section("<p>&leak;</p>"), prolog=XXE).encode(), "declares XML entities"),
    ("laughs", fb2(section("<p>&c;</p>"), prolog=LAUGHS).encode(), "declares XML entities"),
    ("XXE in a broken book", fb2("<p>&leak;</b>", prolog=XXE).encode(), "is broken: "),
]


@pytest.mark.parametrize(("data", "message"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_a_bad_book_ends_in_one_line_with_a_hint(data, message):
    with pytest.raises(FormatError, match=message) as caught:
        list(read(Source(data=data, name="a.fb2")))
    assert caught.value.hint
    assert "\n" not in f"{caught.value}{caught.value.hint}"


def test_a_book_without_text_holds_no_article():
    with pytest.raises(NoArticleError, match=r"'a\.fb2' holds no text"):
        pieces(fb2(section("<image l:href='#i'/>")))


@given(st.text(alphabet='<>/&;"!-[] pa=слово', max_size=80))
def test_no_damage_raises_anything_but_a_source_error(noise):
    with contextlib.suppress(SourceError):
        pieces(fb2(section("<p>a</p>") + noise + section("<p>b</p>")))
