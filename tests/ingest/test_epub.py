import pytest
from containers import LAUGHS, XXE, claiming, packed, patched, zipped
from epub_files import CONTAINER, book, epub, item, package, page, pieces, texts

from summarizer.document import Dropped, Mark, Meta, Piece
from summarizer.errors import FormatError, NoArticleError
from summarizer.ingest.epub import read
from summarizer.source import Source

BLOCKS = [
    ("<h1>Один</h1><h6>Шесть</h6>", [("heading", "Один", 1), ("heading", "Шесть", 6)]),
    ("<div>a<p>b</p>c</div>", [("paragraph", "a", 0), ("paragraph", "b", 0), ("paragraph", "c", 0)]),
    ("<p>a\n  b<br/>c<br/><br/>d</p>", [("paragraph", "a b c", 0), ("paragraph", "d", 0)]),
    ("<ul><li>a<ol><li><p>b</p></li></ol></li><li>c</li></ul>", [("item", "a", 0), ("item", "b", 1), ("item", "c", 0)]),
    ("<dl><dt>a</dt><dd>b</dd></dl>", [("item", "a", 0), ("item", "b", 0)]),
    ("<blockquote><p>a</p><h2>b</h2></blockquote>", [("quote", "a", 0), ("heading", "b", 2)]),
    ("<pre>x = 1\n  y\n</pre>", [("code", "x = 1\n  y", 0)]),
    ("<p>a<!-- no -->b<?pi no?>c</p>", [("paragraph", "abc", 0)]),
    ("<figure><img alt='no'/><figcaption>a</figcaption></figure>", [("paragraph", "a", 0)]),
    ("<p>* * *</p><hr/><p>a</p>", [("paragraph", "a", 0)]),
    ("<p>a<script>no</script><svg><text>no</text></svg>b</p>", [("paragraph", "ab", 0)]),
    ("<p><ruby>字<rp>(</rp><rt>no</rt><rp>)</rp></ruby></p>", [("paragraph", "字", 0)]),
    ("<p>H<sub>2</sub>O &amp; за&#173;го</p>", [("paragraph", "H2O & заго", 0)]),
    ("<p>a&nbsp;b &mdash; c & d</p>", [("paragraph", "a b — c & d", 0)]),
    ("<table><tr><td><h2>a</h2><p>b</p></td></tr></table>", [("heading", "a", 2), ("paragraph", "b", 0)]),
]


@pytest.mark.parametrize(("body", "expected"), BLOCKS)
def test_blocks_have_their_kind_and_level(body, expected):
    assert [(piece.kind, piece.text, piece.level) for piece in pieces(book(body))] == expected


def test_inline_formatting_is_marked_and_links_inside_the_book_are_text():
    body = (
        "<p>A <b>bold</b><strong>er</strong> <i>word</i>, <code>ls</code>, "
        '<a href="https://example.org/">site</a>, <a href="c1.xhtml">page</a>.</p>'
    )
    marks = (
        Mark(2, 8, "bold"),
        Mark(9, 13, "italic"),
        Mark(15, 17, "code"),
        Mark(19, 23, "link", "https://example.org/"),
    )
    assert pieces(book(body)) == [Piece("paragraph", "A bolder word, ls, site, page.", 0, marks)]


def test_table_cells_have_their_place_under_cells_that_reach_down():
    table = (
        "<table><thead><tr><th colspan='2'>a</th><th>b</th></tr></thead>"
        "<tbody><tr><td rowspan='2'>c</td><td>d</td><td><p>e</p><p>f</p></td></tr><tr><td>g</td><td>—</td></tr></tbody></table>"
    )
    assert [(piece.kind, piece.text, piece.anchor) for piece in pieces(book(table))] == [
        ("cell", "a", "t0r0c0"),
        ("cell", "b", "t0r0c2"),
        ("cell", "c", "t0r1c0"),
        ("cell", "d", "t0r1c1"),
        ("cell", "e", "t0r1c2"),
        ("cell", "f", "t0r1c2.1"),
        ("cell", "g", "t0r2c1"),
        ("cell", "—", "t0r2c2"),
    ]


def test_chapters_come_in_the_order_of_the_spine_each_once():
    opf = package(
        item("a", "a.xhtml") + item("b", "b.xhtml"), "<itemref idref='b'/><itemref idref='a'/><itemref idref='b'/>"
    )
    assert texts(epub(opf, a=page("<p>second</p>"), b=page("<p>first</p>"))) == ["first", "second"]


def test_paths_are_relative_to_the_package_and_may_be_percent_encoded():
    opf = package(item("a", "text/%D0%B3%D0%BB%D0%B0%D0%B2%D0%B0%201.xhtml"), "<itemref idref='a'/>")
    path = "книга/пакет.opf"
    own = {
        "META-INF/container.xml": CONTAINER.format(path),
        path: opf,
        "книга/text/глава 1.xhtml": page("<p>found</p>"),
    }
    assert texts(zipped(own)) == ["found"]


def test_contents_and_side_matter_are_dropped_and_said():
    manifest = item("nav", "nav.xhtml", "nav") + item("toc", "toc.xhtml") + item("a", "a.xhtml") + item("x", "x.xhtml")
    spine = "<itemref idref='nav'/><itemref idref='toc'/><itemref idref='a'/><itemref idref='x' linear='no'/>"
    opf = package(manifest, spine, guide='<reference type="toc" href="toc.xhtml#top"/>')
    nav = page("<nav epub:type='toc'><ol><li>One</li></ol></nav>")
    source = epub(opf, nav=nav, toc=page("<p>Two</p>"), a=page("<p>text</p>"), x=page("<p>map</p>"))
    assert pieces(source) == [
        Dropped("contents", "One"),
        Dropped("contents", "Two"),
        Piece("paragraph", "text"),
        Dropped("outside the reading order", "map"),
    ]


NOTES = [
    (
        "EPUB 3",
        '<p>a<a epub:type="noteref" href="#n">1</a> b</p><aside epub:type="footnote" id="n"><p>note</p></aside>',
    ),
    ("roles", '<p>a<a role="doc-noteref" href="#n">1</a> b</p><section role="doc-endnotes"><p>note</p></section>'),
    ("EPUB 2", '<p>a<sup><a href="#n" id="r">1</a></sup> b</p><p id="n">note</p>'),
    ("sup inside", '<p>a<a href="#n"><sup>[1]</sup></a> b</p><div id="n"><p>note</p></div>'),
    ("brackets", '<p>a<a href="#n">[12]</a> b</p><p><a id="n"></a>note</p>'),
    ("asterisk", '<p>a<a href="#n">*</a> b</p><p><a id="n"></a>note</p>'),
]


@pytest.mark.parametrize("body", [case[1] for case in NOTES], ids=[case[0] for case in NOTES])
def test_notes_are_dropped_and_their_marks_are_not_text(body):
    assert pieces(book(body)) == [Piece("paragraph", "a b"), Dropped("notes", "note")]


def test_notes_in_another_chapter_link_back_without_taking_the_text_with_them():
    text = '<p>a<sup><a id="r" href="c1.xhtml#n">1</a></sup> b</p>'
    notes = '<p><sup><a id="n" href="c0.xhtml#r">1</a></sup> note</p>'
    assert pieces(book(text, notes)) == [Piece("paragraph", "a b"), Dropped("notes", "1 note")]


def test_a_numbered_link_to_a_chapter_does_not_drop_the_chapter():
    body = '<p>See <a href="#ch">[2]</a>.</p><section id="ch"><h2>Two</h2><p>text</p></section>'
    assert texts(book(body)) == ["See .", "Two", "text"]


DROPPED = [
    ("<aside><p>gone</p></aside>", "aside"),
    ("<p hidden='hidden'>gone</p>", "hidden text"),
    ("<p style='color: red; display:none'>gone</p>", "hidden text"),
    ("<section epub:type='copyright-page'><p>gone</p></section>", "copyright"),
    ("<nav epub:type='landmarks'><p>gone</p></nav>", "contents"),
]


@pytest.mark.parametrize(("body", "reason"), DROPPED)
def test_what_is_not_the_text_is_dropped_and_said(body, reason):
    assert pieces(book(f"<p>a</p>{body}")) == [Piece("paragraph", "a"), Dropped(reason, "gone")]


def test_page_numbers_inside_the_text_are_left_out():
    assert texts(book("<p>mid<span epub:type='pagebreak' id='p7'>7</span>dle</p>")) == ["middle"]


def test_what_the_book_says_of_itself_is_kept_and_its_title_found_in_the_text():
    meta = (
        "<dc:title>Мост</dc:title><dc:title>Подзаголовок</dc:title>"
        '<dc:creator opf:role="aut">А. Петров</dc:creator><dc:creator opf:role="trl">Переводчик</dc:creator>'
        '<dc:creator id="c3">Б. Сидорова</dc:creator><meta refines="#c3" property="role">aut</meta>'
        '<dc:creator id="c4">Художник</dc:creator><meta refines="#c4" property="role">ill</meta>'
        '<dc:date opf:event="modification">2025-01-01</dc:date><dc:date opf:event="publication">2024-05-06T00:00:00Z</dc:date>'
        "<dc:publisher>Дом</dc:publisher><dc:identifier>urn:isbn:1</dc:identifier><dc:source>https://example.org/x</dc:source>"
    )
    items = list(read(book("<h1>Мост</h1><h1>Мост</h1><p>a</p>", meta=meta)))
    assert items[0] == Meta("Мост", "А. Петров, Б. Сидорова", "Дом", "2024-05-06", "https://example.org/x")
    assert [item.kind for item in items[1:]] == ["title", "heading", "paragraph"]


def test_what_programs_write_where_nobody_said_anything_is_nothing():
    meta = "<dc:title>Unknown Title</dc:title><dc:creator>Unknown Author</dc:creator>"
    assert next(read(book("<p>a</p>", meta=meta))) == Meta()


def test_a_chapter_that_is_not_there_is_said():
    opf = package(item("a", "a.xhtml") + item("b", "b.xhtml"), "<itemref idref='a'/><itemref idref='b'/>")
    assert pieces(epub(opf, a=page("<p>a</p>"))) == [
        Piece("paragraph", "a"),
        Dropped("missing chapter", "OEBPS/b.xhtml"),
    ]


def test_a_chapter_that_is_no_good_xhtml_is_read_like_a_page():
    broken = page("<p>one<br>two <b>three</p><p epub:type='footnote'>note</p>")
    opf = package(item("a", "a.xhtml"), "<itemref idref='a'/>")
    assert pieces(epub(opf, a=broken)) == [
        Piece("paragraph", "one two three", 0, (Mark(8, 13, "bold"),)),
        Dropped("notes", "note"),
    ]


def test_the_old_doctype_with_its_named_characters_is_read():
    doctype = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "http://www.w3.org/TR/xhtml11/DTD/xhtml11.dtd">'
    opf = package(item("a", "a.xhtml"), "<itemref idref='a'/>")
    assert texts(epub(opf, a=page("<p>a&nbsp;&ndash; b</p>", doctype))) == ["a – b"]


def protected(algorithm: str) -> dict[str, str]:
    return {
        "META-INF/encryption.xml": '<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptedData>'
        f'<e:EncryptionMethod Algorithm="{algorithm}"/></e:EncryptedData></encryption>'
    }


GOOD = book("<p>Text.</p>").data


@pytest.mark.parametrize("algorithm", ["http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC"])
def test_obfuscated_fonts_are_no_copy_protection(algorithm):
    assert texts(Source(data=patched(GOOD, protected(algorithm)), name="a.epub")) == ["Text."]


NO_PACKAGE = {"META-INF/container.xml": "<container/>"}
BAD = [
    ("empty", b"", r"'a\.epub' is empty"),
    ("wrong bytes", b"\x00\x01\x02" * 99, r"'a\.epub' is no zip container"),
    ("cut off", GOOD[:-40], r"'a\.epub' is cut off or broken"),
    ("no container", packed({"x.xml": "<a/>"}), r"'a\.epub' is incomplete: META-INF/container.xml is missing"),
    ("no package", patched(GOOD, NO_PACKAGE), r"'a\.epub' names no package file"),
    ("lost package", patched(GOOD, {"META-INF/container.xml": CONTAINER.format("x.opf")}), "x.opf is missing"),
    ("broken package", patched(GOOD, {"OEBPS/content.opf": "<a>"}), r"'a\.epub': OEBPS/content.opf is broken: "),
    ("protected", patched(GOOD, protected("http://www.w3.org/2001/04/xmlenc#aes128-cbc")), "copy-protected"),
    ("XXE", patched(GOOD, {"OEBPS/c0.xhtml": page("<p>&leak;</p>", XXE)}), "declares XML entities"),
    ("laughs", patched(GOOD, {"OEBPS/c0.xhtml": page("<p>&c;</p>", LAUGHS)}), "declares XML entities"),
    ("XXE in the package", patched(GOOD, {"OEBPS/content.opf": XXE + "<x>&leak;</x>"}), "declares XML entities"),
    ("bomb", claiming(GOOD, "OEBPS/c0.xhtml", 2**30), "looks like a zip bomb"),
]


@pytest.mark.parametrize(("data", "message"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_a_bad_book_ends_in_one_line_with_a_hint(data, message):
    with pytest.raises(FormatError, match=message) as caught:
        list(read(Source(data=data, name="a.epub")))
    assert caught.value.hint
    assert "\n" not in f"{caught.value}{caught.value.hint}"


@pytest.mark.parametrize("body", ["", "<img src='a.png' alt='a'/>"])
def test_a_book_of_pictures_only_holds_no_article(body):
    with pytest.raises(NoArticleError, match=r"'a\.epub' holds no text"):
        pieces(book(body))


@pytest.mark.parametrize("tag", ["div", "blockquote", "span", "ul", "b"])
def test_deep_nesting_is_no_trouble(tag):
    assert texts(book(f"<{tag}>" * 230 + "deep" + f"</{tag}>" * 230)) == ["deep"]
