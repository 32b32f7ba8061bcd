import io
import zipfile

import docx
import pytest
from containers import LAUGHS, XXE, claiming, packed, patched
from docx.enum.style import WD_STYLE_TYPE
from word_files import p, part, pieces, r, saved, texts, word

from summarizer.document import Dropped, Mark, Meta, Piece
from summarizer.errors import FormatError, NoArticleError
from summarizer.ingest.docx import read
from summarizer.source import Source


def test_a_document_that_python_docx_wrote_gives_its_kinds_and_levels():
    document = docx.Document()
    for text, style in [
        ("Мост открыт", "Title"),
        ("Движение вернулось", "Subtitle"),
        ("Сроки", "Heading 1"),
        ("Работы шли год.", None),
        ("Первое", "List Bullet"),
        ("Вложенное", "List Bullet 2"),
        ("«Мы успели».", "Quote"),
        ("«И это главное».", "Intense Quote"),
        ("x = 1", "macro"),
        ("", "macro"),
        ("y = 2", "macro"),
    ]:
        document.add_paragraph(text, style)
    assert pieces(saved(document)) == [
        Piece("title", "Мост открыт", 0, (), "p0"),
        Piece("heading", "Движение вернулось", 2, (), "p1"),
        Piece("heading", "Сроки", 1, (), "p2"),
        Piece("paragraph", "Работы шли год.", 0, (), "p3"),
        Piece("item", "Первое", 0, (), "p4"),
        Piece("item", "Вложенное", 1, (), "p5"),
        Piece("quote", "«Мы успели».", 0, (), "p6"),
        Piece("quote", "«И это главное».", 0, (), "p7"),
        Piece("code", "x = 1\n\ny = 2", 0, (), "p8"),
    ]


def test_what_the_document_says_of_itself_is_kept():
    document = docx.Document()
    document.add_paragraph("Текст.")
    document.core_properties.title, document.core_properties.author = "Мост", "А. Петров"
    assert next(item for item in read(saved(document)) if isinstance(item, Meta)) == Meta(
        "Мост", "А. Петров", date="2013-12-23"
    )


def test_bold_and_italic_runs_that_touch_are_one_mark():
    document = docx.Document()
    paragraph = document.add_paragraph("Мост ")
    for text in ("снова ", "от", "крыт"):
        paragraph.add_run(text).bold = True
    paragraph.add_run(" и ").italic = True
    paragraph.add_run("тих", style="Emphasis")
    paragraph.add_run(".").bold = False
    assert pieces(saved(document)) == [
        Piece("paragraph", "Мост снова открыт и тих.", 0, (Mark(5, 17, "bold"), Mark(18, 23, "italic")), "p0")
    ]


def test_table_cells_stand_in_the_order_of_the_text_and_merged_ones_once():
    document = docx.Document()
    document.add_paragraph("До.")
    table = document.add_table(3, 3)
    for row in range(3):
        for column in range(3):
            table.cell(row, column).text = f"{row}{column}"
    table.cell(0, 0).merge(table.cell(0, 1)).text = "широкая"
    table.cell(1, 2).merge(table.cell(2, 2)).text = "высокая"
    table.cell(1, 0).add_paragraph("ещё")
    inner = table.cell(2, 0).add_table(1, 2)
    inner.cell(0, 0).text, inner.cell(0, 1).text = "а", "б"
    document.add_paragraph("После.")
    assert [(piece.kind, piece.text, piece.anchor) for piece in pieces(saved(document))] == [
        ("paragraph", "До.", "p0"),
        ("cell", "широкая", "t0r0c0"),
        ("cell", "02", "t0r0c2"),
        ("cell", "10", "t0r1c0"),
        ("cell", "ещё", "t0r1c0.1"),
        ("cell", "11", "t0r1c1"),
        ("cell", "высокая", "t0r1c2"),
        ("cell", "20", "t0r2c0"),
        ("cell", "а", "t1r0c0"),
        ("cell", "б", "t1r0c1"),
        ("cell", "21", "t0r2c1"),
        ("paragraph", "После.", "p13"),
    ]


def test_a_table_of_one_cell_is_a_frame_around_text():
    document = docx.Document()
    document.add_table(1, 1).cell(0, 0).text = "В рамке."
    assert pieces(saved(document)) == [Piece("paragraph", "В рамке.", 0, (), "p0")]


def test_headers_footers_and_comments_are_dropped_and_said():
    document = docx.Document()
    run = document.add_paragraph("Текст.").runs[0]
    document.sections[0].header.paragraphs[0].text = "Газета № 5"
    document.sections[0].footer.paragraphs[0].text = "стр. 1"
    document.add_comment(run, "Проверить", author="Редактор")
    assert sorted(item for item in pieces(saved(document)) if isinstance(item, Dropped)) == [
        Dropped("comment", "Проверить"),
        Dropped("running head", "Газета № 5"),
        Dropped("running head", "стр. 1"),
    ]


def style(name: str, *inner: str, key: str = "s") -> str:
    return f'<w:style w:styleId="{key}"><w:name w:val="{name}"/>{"".join(inner)}</w:style>'


ROLES = [
    ("Заголовок 1", "", ("heading", 1)),
    ("heading 9", "", ("heading", 6)),
    ("Название", "", ("title", 0)),
    ("Подзаголовок", "", ("heading", 2)),
    ("Выделенная цитата", "", ("quote", 0)),
    ("Стандартный HTML", "", ("code", 0)),
    ("Маркированный список 2", "", ("item", 1)),
    ("List Paragraph", "", ("paragraph", 0)),
    ("Название объекта", "", ("paragraph", 0)),
    ("Own", '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>', ("heading", 3)),
    ("Own", '<w:pPr><w:outlineLvl w:val="9"/></w:pPr>', ("paragraph", 0)),
    ("Own", '<w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="4"/></w:numPr></w:pPr>', ("item", 1)),
    ("Own", '<w:basedOn w:val="h"/>', ("heading", 4)),
    ("Own", '<w:basedOn w:val="s"/>', ("paragraph", 0)),
]


@pytest.mark.parametrize(("name", "inner", "expected"), ROLES)
def test_styles_give_the_kind(name, inner, expected):
    source = word(
        p(r("x"), properties='<w:pStyle w:val="s"/>'), styles=style(name, inner) + style("heading 4", key="h")
    )
    assert [(piece.kind, piece.level) for piece in pieces(source)] == [expected]


def test_the_paragraph_has_the_last_word_on_its_list():
    off = '<w:pStyle w:val="s"/><w:numPr><w:numId w:val="0"/></w:numPr>'
    on = '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="7"/></w:numPr>'
    source = word(p(r("x"), properties=off) + p(r("y"), properties=on), styles=style("List Bullet"))
    assert [(piece.kind, piece.level) for piece in pieces(source)] == [("paragraph", 0), ("item", 2)]


def test_a_character_style_for_code_is_a_mark():
    source = word(p(r("run "), r("ls", '<w:rStyle w:val="s"/>')), styles=style("HTML Code"))
    assert pieces(source) == [Piece("paragraph", "run ls", 0, (Mark(4, 6, "code"),), "p0")]


TOC_STYLE = p(r("Part one 3"), properties='<w:pStyle w:val="s"/>')
TOC_CONTROL = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    f"<w:sdtContent>{p(r('Part one 3'))}</w:sdtContent></w:sdt>"
)
TOC_FIELD = p(
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>',
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
    r("Part one "),
) + p(r("3"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>')


@pytest.mark.parametrize("contents", [TOC_STYLE, TOC_CONTROL, TOC_FIELD])
def test_a_table_of_contents_is_dropped_and_said(contents):
    items = pieces(word(contents + p(r("Text.")), styles=style("toc 1")))
    assert " ".join(item.text for item in items if item[0] == "contents") == "Part one 3"
    assert [item.text for item in items if isinstance(item, Piece)] == ["Text."]


def test_a_custom_style_of_the_user_keeps_its_base():
    document = docx.Document()
    own = document.styles.add_style("Врез", WD_STYLE_TYPE.PARAGRAPH)
    own.base_style = document.styles["Heading 3"]
    document.add_paragraph("Врезка", "Врез")
    assert pieces(saved(document)) == [Piece("heading", "Врезка", 3, (), "p0")]


def test_a_strict_document_is_read_like_any_other():
    document = docx.Document()
    document.add_heading("Strict", 2)
    data = saved(document).data
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    changed = {path: part_of(data, path).replace(usual, strict) for path in ("word/document.xml", "word/styles.xml")}
    assert pieces(Source(data=patched(data, changed), name="a.docx")) == [Piece("heading", "Strict", 2, (), "p0")]


def part_of(data: bytes, path: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(path)


GOOD = word(p(r("Text."))).data
BAD = [
    ("empty", b"", r"'a\.docx' is empty"),
    ("wrong bytes", b"\x00\x01\x02" * 99, r"'a\.docx' is no zip container"),
    ("cut off", GOOD[:-40], r"'a\.docx' is cut off or broken"),
    ("no main part", packed({"x.xml": "<a/>"}), r"'a\.docx' is incomplete: word/document.xml is missing"),
    ("broken XML", patched(GOOD, {"word/document.xml": "<a>"}), r"'a\.docx': word/document.xml is broken: "),
    ("a workbook", patched(GOOD, {"word/document.xml": "<workbook/>"}), r"'a\.docx' holds no Word document"),
    ("XXE", patched(GOOD, {"word/document.xml": XXE + "<x>&leak;</x>"}), "declares XML entities"),
    ("laughs", patched(GOOD, {"word/document.xml": LAUGHS + "<x>&c;</x>"}), "declares XML entities"),
    ("bomb", claiming(GOOD, "word/document.xml", 2**30), "looks like a zip bomb"),
    ("deep", patched(GOOD, {"word/document.xml": part("document", "<w:body>" * 300 + "</w:body>" * 300)}), "is broken"),
]


@pytest.mark.parametrize(("data", "message"), [case[1:] for case in BAD], ids=[case[0] for case in BAD])
def test_a_bad_document_ends_in_one_line_with_a_hint(data, message):
    with pytest.raises(FormatError, match=message) as caught:
        list(read(Source(data=data, name="a.docx")))
    assert caught.value.hint
    assert "\n" not in f"{caught.value}{caught.value.hint}"


def test_a_document_of_pictures_only_holds_no_article():
    with pytest.raises(NoArticleError, match=r"'a\.docx' holds no text"):
        pieces(word(p("<w:r><w:drawing/></w:r>")))


@pytest.mark.parametrize("tag", ["smartTag", "sdt", "customXml"])
def test_deep_nesting_is_no_trouble(tag):
    depth = 230
    assert texts(p(f"<w:{tag}>" * depth + r("deep") + f"</w:{tag}>" * depth)) == ["deep"]


def test_tables_in_tables_are_read_to_the_depth_that_xml_has():
    depth = 70
    cell = "<w:tbl><w:tr><w:tc>" + p(r("x")) + "</w:tc><w:tc>"
    assert texts(cell * depth + p(r("end")) + "</w:tc></w:tr></w:tbl>" * depth) == ["x"] * depth + ["end"]
