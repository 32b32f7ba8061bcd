import pytest
from containers import LAUGHS, XXE, claiming, packed, patched, zipped

from summarizer.document import Dropped, Mark, Meta, Piece
from summarizer.errors import FormatError, NoArticleError
from summarizer.ingest.odt import read
from summarizer.source import Source

NAMESPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in [
        ("office", "office"),
        ("text", "text"),
        ("style", "style"),
        ("table", "table"),
        ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"),
        ("meta", "meta"),
    ]
)
OTHERS = 'xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
STYLES = """
<style:style style:name="T1" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="T2" style:family="text"><style:text-properties fo:font-style="italic"/></style:style>
<style:style style:name="T3" style:family="text"><style:text-properties text:display="none"/></style:style>
<style:style style:name="T4" style:family="text" style:parent-style-name="Source_20_Text"/>
<style:style style:name="Source_20_Text" style:family="text"/>
<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Quotations"/>
<style:style style:name="Quotations" style:family="paragraph"/>
<style:style style:name="Title" style:family="paragraph"/>
<style:style style:name="Preformatted_20_Text" style:family="paragraph"/>
<style:style style:name="Heading_20_2" style:family="paragraph"/>
<style:style style:name="Own" style:family="paragraph" style:default-outline-level="3"/>
<style:style style:name="Loop" style:family="paragraph" style:parent-style-name="Loop"/>
<style:style style:name="Hidden" style:family="paragraph"><style:text-properties text:display="none"/></style:style>
"""


def root(name: str, inner: str) -> str:
    return f"<office:{name} {NAMESPACES} {OTHERS}>{inner}</office:{name}>"


def odt(body: str, **parts: str) -> Source:
    content = f"<office:automatic-styles>{STYLES}</office:automatic-styles>"
    content += f"<office:body><office:text>{body}</office:text></office:body>"
    own = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": root("document-content", content),
        "meta.xml": root("document-meta", f"<office:meta>{parts.pop('meta', '')}</office:meta>"),
    }
    own |= {f"{name}.xml": root(f"document-{name}", inner) for name, inner in parts.items()}
    return zipped(own, "a.odt")


def pieces(body: str, **parts: str) -> list[Piece | Dropped]:
    return [item for item in read(odt(body, **parts)) if not isinstance(item, Meta)]


def p(inner: str, style: str = "Standard") -> str:
    return f'<text:p text:style-name="{style}">{inner}</text:p>'


def test_headings_have_their_outline_level():
    body = '<text:h text:outline-level="2">Сроки</text:h><text:h text:outline-level="10">Глубоко</text:h>' + p("Текст.")
    assert pieces(body) == [
        Piece("heading", "Сроки", 2, (), "p0"),
        Piece("heading", "Глубоко", 6, (), "p1"),
        Piece("paragraph", "Текст.", 0, (), "p2"),
    ]


ROLES = [
    ("Title", "title", 0),
    ("P1", "quote", 0),
    ("Preformatted_20_Text", "code", 0),
    ("Heading_20_2", "heading", 2),
    ("Own", "heading", 3),
    ("Loop", "paragraph", 0),
    ("Nowhere", "paragraph", 0),
]


@pytest.mark.parametrize(("style", "kind", "level"), ROLES)
def test_styles_give_the_kind(style, kind, level):
    assert pieces(p("x", style)) == [Piece(kind, "x", level, (), "p0")]


INLINE = [
    ("spaces, tabs and breaks are white space", 'a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d', "a b c d"),
    ("a million spaces are no trouble", 'a<text:s text:c="1000000000"/>b', "a b"),
    ("a page's end is nothing", "mid<text:soft-page-break/>dle", "middle"),
    ("bookmarks are nothing", '<text:bookmark-start text:name="x"/>a<text:bookmark-end text:name="x"/>', "a"),
    ("fields give what they show", "on <text:date>5 May</text:date>", "on 5 May"),
    (
        "an insertion is read",
        '<text:change-start text:change-id="c"/>new<text:change-end text:change-id="c"/> a',
        "new a",
    ),
    (
        "of ruby the base is read",
        "<text:ruby><text:ruby-base>b</text:ruby-base><text:ruby-text>r</text:ruby-text></text:ruby>",
        "b",
    ),
    ("nested spans are read in order", "<text:span>a<text:span> b</text:span> c</text:span> d", "a b c d"),
]


@pytest.mark.parametrize(("inner", "expected"), [case[1:] for case in INLINE], ids=[case[0] for case in INLINE])
def test_inline_content_is_read_as_writer_shows_it(inner, expected):
    assert [piece.text for piece in pieces(p(inner))] == [expected]


def test_spans_and_links_are_marks():
    inner = (
        '<text:span text:style-name="T1">Мост</text:span> <text:span text:style-name="T2">снова</text:span> '
        '<text:a xlink:href="https://example.org/x">открыт</text:a> <text:a xlink:href="#part">тут</text:a> '
        '<text:span text:style-name="T4">ls</text:span>'
    )
    marks = (
        Mark(0, 4, "bold"),
        Mark(5, 10, "italic"),
        Mark(11, 17, "link", "https://example.org/x"),
        Mark(22, 24, "code"),
    )
    assert pieces(p(inner)) == [Piece("paragraph", "Мост снова открыт тут ls", 0, marks, "p0")]


def test_code_keeps_its_lines_and_spaces():
    code = p("def f():", "Preformatted_20_Text") + p('<text:s text:c="4"/>return 1', "Preformatted_20_Text")
    assert pieces(code) == [Piece("code", "def f():\n    return 1", 0, (), "p0")]


def test_lists_have_levels_and_may_hold_headings():
    inner = f"<text:list><text:list-item>{p('внутри')}</text:list-item></text:list>"
    body = f"<text:list><text:list-item>{p('первый')}{inner}</text:list-item><text:list-item>{p('второй')}</text:list-item></text:list>"
    numbered = '<text:list><text:list-item><text:h text:outline-level="1">Глава</text:h></text:list-item></text:list>'
    assert [(piece.kind, piece.text, piece.level) for piece in pieces(body + numbered)] == [
        ("item", "первый", 0),
        ("item", "внутри", 1),
        ("item", "второй", 0),
        ("heading", "Глава", 1),
    ]


def test_table_cells_have_their_place():
    body = (
        "<table:table><table:table-header-rows><table:table-row>"
        f'<table:table-cell table:number-columns-spanned="2">{p("a")}</table:table-cell><table:covered-table-cell/>'
        f"<table:table-cell>{p('b')}{p('c')}</table:table-cell></table:table-row></table:table-header-rows>"
        '<table:table-row><table:table-cell table:number-columns-repeated="2"/>'
        f"<table:table-cell>{p('d')}</table:table-cell></table:table-row></table:table>"
    )
    assert [(piece.kind, piece.text, piece.anchor) for piece in pieces(body)] == [
        ("cell", "a", "t0r0c0"),
        ("cell", "b", "t0r0c2"),
        ("cell", "c", "t0r0c2.1"),
        ("cell", "d", "t0r1c2"),
    ]


def test_sections_and_text_boxes_are_read_in_their_place():
    box = f"<draw:frame><draw:text-box>{p('в рамке')}</draw:text-box></draw:frame>"
    assert [piece.text for piece in pieces(f"<text:section>{p('до ' + box + 'конца')}</text:section>{p('после')}")] == [
        "до конца",
        "в рамке",
        "после",
    ]


DROPPED = [
    (
        "notes",
        p(
            "a<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>gone</text:p></text:note-body></text:note>"
        ),
    ),
    ("comment", p("a<office:annotation><dc:creator>Ed</dc:creator><text:p>gone</text:p></office:annotation>")),
    ("hidden text", p('a<text:span text:style-name="T3">gone</text:span>')),
    ("hidden text", p("a<text:hidden-text>gone</text:hidden-text>")),
    ("hidden text", p("a") + p("gone", "Hidden")),
    ("hidden text", p("a") + f'<text:section text:display="none">{p("gone")}</text:section>'),
    (
        "contents",
        p("a") + f"<text:table-of-content><text:index-body>{p('gone')}</text:index-body></text:table-of-content>",
    ),
]


@pytest.mark.parametrize(("reason", "body"), DROPPED)
def test_what_is_not_the_text_is_dropped_and_said(reason, body):
    assert pieces(body) == [Piece("paragraph", "a", 0, (), "p0"), Dropped(reason, "gone")]


def test_deleted_text_is_not_read():
    changes = f"<text:tracked-changes><text:changed-region><text:deletion>{p('gone')}</text:deletion></text:changed-region></text:tracked-changes>"
    assert [piece.text for piece in pieces(changes + p("kept"))] == ["kept"]


def test_running_heads_are_dropped_once():
    page = f"<style:header>{p('Газета')}</style:header><style:footer>{p('Газета')}</style:footer>"
    styles = f"<office:master-styles><style:master-page>{page}</style:master-page></office:master-styles>"
    assert pieces(p("a"), styles=styles)[1:] == [Dropped("running head", "Газета")]


def test_what_the_document_says_of_itself_is_kept():
    said = (
        "<dc:title>Мост</dc:title><meta:initial-creator>А. Петров</meta:initial-creator><dc:creator>Правщик</dc:creator>"
        "<meta:creation-date>2024-05-06T10:00:00</meta:creation-date>"
    )
    assert next(read(odt(p("a"), meta=said))) == Meta("Мост", "А. Петров", date="2024-05-06")


GOOD = odt(p("Text.")).data
BAD = [
    ("empty", b"", r"'a\.odt' is empty"),
    ("wrong bytes", b"\x00\x01\x02" * 99, r"'a\.odt' is no zip container"),
    ("cut off", GOOD[:-40], r"'a\.odt' is cut off or broken"),
    ("no main part", packed({"x.xml": "<a/>"}), r"'a\.odt' is incomplete: content.xml is missing"),
    ("broken XML", patched(GOOD, {"content.xml": "<a>"}), r"'a\.odt': content.xml is broken: "),
    ("a spreadsheet", patched(GOOD, {"content.xml": "<a/>"}), r"'a\.odt' holds no OpenDocument text"),
    ("encrypted", patched(GOOD, {"META-INF/manifest.xml": "<m><encryption-data/></m>"}), r"'a\.odt' is encrypted"),
    ("XXE", patched(GOOD, {"content.xml": XXE + "<x>&leak;</x>"}), "declares XML entities"),
    ("laughs", patched(GOOD, {"content.xml": LAUGHS + "<x>&c;</x>"}), "declares XML entities"),
    ("bomb", claiming(GOOD, "content.xml", 2**30), "looks like a zip bomb"),
]


@pytest.mark.parametrize(("data", "message"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_a_bad_document_ends_in_one_line_with_a_hint(data, message):
    with pytest.raises(FormatError, match=message) as caught:
        list(read(Source(data=data, name="a.odt")))
    assert caught.value.hint
    assert "\n" not in f"{caught.value}{caught.value.hint}"


def test_a_document_without_text_holds_no_article():
    with pytest.raises(NoArticleError, match=r"'a\.odt' holds no text"):
        pieces(p(" ") + p("* * *"))


def test_deep_nesting_is_no_trouble():
    depth = 230
    assert [piece.text for piece in pieces(p("<text:span>" * depth + "deep" + "</text:span>" * depth))] == ["deep"]
