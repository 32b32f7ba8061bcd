import pytest
from word_files import p, pieces, r, relation, texts, word

from summarizer.document import Dropped, Mark, Piece

INLINE = [
    ("an insertion is read", p(r("a "), f"<w:ins>{r('new ')}</w:ins>", r("b")), "a new b"),
    ("a deletion is not", p(r("a "), "<w:del><w:r><w:delText>old </w:delText></w:r></w:del>", r("b")), "a b"),
    (
        "a move is read where it went",
        p(f"<w:moveFrom>{r('x ')}</w:moveFrom>", f"<w:moveTo>{r('y ')}</w:moveTo>", r("b")),
        "y b",
    ),
    (
        "a content control is read",
        p(r("a "), f"<w:sdt><w:sdtPr/><w:sdtContent>{r('in')}</w:sdtContent></w:sdt>"),
        "a in",
    ),
    ("smart tags are read", p(f"<w:smartTag><w:smartTag>{r('Moscow')}</w:smartTag></w:smartTag>"), "Moscow"),
    ("custom XML is read", p(f"<w:customXml>{r('tagged')}</w:customXml>"), "tagged"),
    ("a simple field gives its result", p(f'<w:fldSimple w:instr=" DATE ">{r("5 May")}</w:fldSimple>'), "5 May"),
    ("tabs and breaks are spaces", p("<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>"), "a b c"),
    (
        "a hard hyphen is one",
        p("<w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t></w:r>"),
        "a-bc",
    ),
    ("soft hyphens in the text go", p(r("за\u00adго\u00adло\u00adвок")), "заголовок"),
    ("a note's mark is not text", p(r("a"), '<w:r><w:footnoteReference w:id="2"/></w:r>', r(" b")), "a b"),
    (
        "of ruby the base is read",
        p(f"<w:r><w:ruby><w:rt>{r('x')}</w:rt><w:rubyBase>{r('base')}</w:rubyBase></w:ruby></w:r>"),
        "base",
    ),
    ("a formula is read", p(r("E="), "<m:oMath><m:r><m:t>mc2</m:t></m:r></m:oMath>"), "E=mc2"),
]


@pytest.mark.parametrize(("body", "expected"), [case[1:] for case in INLINE], ids=[case[0] for case in INLINE])
def test_inline_content_is_read_as_word_shows_it(body, expected):
    assert texts(body) == [expected]


def test_a_field_keeps_its_result_without_its_instruction():
    field = "".join(
        f"<w:r>{inner}</w:r>"
        for inner in (
            '<w:fldChar w:fldCharType="begin"/>',
            '<w:instrText> HYPERLINK "https://example.org/x" </w:instrText>',
            '<w:fldChar w:fldCharType="separate"/>',
            "<w:t>site</w:t>",
            '<w:fldChar w:fldCharType="end"/>',
        )
    )
    expected = Piece("paragraph", "See site now", 0, (Mark(4, 8, "link", "https://example.org/x"),), "p0")
    assert pieces(word(p(r("See "), field, r(" now")))) == [expected]


def test_a_hyperlink_keeps_text_and_address():
    link = relation("r9", "hyperlink", "https://example.org/a?b=1", "External")
    source = word(p(r("Read "), f'<w:hyperlink r:id="r9">{r("this")}</w:hyperlink>'), link)
    expected = Piece("paragraph", "Read this", 0, (Mark(5, 9, "link", "https://example.org/a?b=1"),), "p0")
    assert pieces(source) == [expected]


BOX = f"<w:txbxContent>{p(r('boxed'))}</w:txbxContent>"
CHOICE = f"<mc:Choice Requires='wps'><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing></mc:Choice>"
FALLBACK = f"<mc:Fallback><w:pict><v:textbox>{BOX}</v:textbox></w:pict></mc:Fallback>"


@pytest.mark.parametrize("drawn", [CHOICE + FALLBACK, FALLBACK])
def test_a_text_box_is_read_once_after_its_paragraph(drawn):
    run = f"<w:r><mc:AlternateContent>{drawn}</mc:AlternateContent></w:r>"
    assert texts(p(r("one"), run, r(" line")) + p(r("two"))) == ["one line", "boxed", "two"]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next():
    gone = "<w:rPr><w:del/></w:rPr>"
    assert texts(p(r("one "), properties=gone) + p(r("two")) + p(r("last"), properties=gone)) == ["one two", "last"]


def test_rows_that_were_deleted_are_not_read():
    row = "<w:tr>{}<w:tc>" + p(r("x")) + "</w:tc><w:tc>" + p(r("y")) + "</w:tc></w:tr>"
    table = f"<w:tbl>{row.format('')}{row.format('<w:trPr><w:del/></w:trPr>')}</w:tbl>"
    assert texts(table) == ["x", "y"]


def test_two_line_breaks_in_a_row_part_a_paragraph():
    assert [
        (piece.text, piece.anchor)
        for piece in pieces(word(p(r("one"), "<w:r><w:br/></w:r><w:r><w:br/></w:r>", r("two"))))
    ] == [
        ("one", "p0"),
        ("two", "p0.1"),
    ]


def test_hidden_text_is_dropped_and_said():
    assert pieces(word(p(r("seen"), r("unseen", "<w:vanish/>"), r(" too", '<w:vanish w:val="0"/>')))) == [
        Dropped("hidden text", "unseen"),
        Piece("paragraph", "seen too", 0, (), "p0"),
    ]


def test_notes_are_dropped_without_their_separators():
    notes = (
        f'<w:footnote w:type="separator" w:id="0">{p(r("---"))}</w:footnote>'
        f'<w:footnote w:id="2">{p(r("First note."))}{p(r("Its end."))}</w:footnote>'
    )
    source = word(
        p(r("Text.")),
        relation("r2", "footnotes", "footnotes.xml"),
        relation("r3", "endnotes", "/word/endnotes.xml"),
        footnotes=("footnotes", notes),
        endnotes=("endnotes", f'<w:endnote w:id="1">{p(r("At the end."))}</w:endnote>'),
    )
    assert pieces(source)[1:] == [Dropped("notes", "First note. Its end."), Dropped("notes", "At the end.")]
