"""What python-docx does not do by itself: links, the document's language, code, characters that XML does not allow."""

from typing import Any

from summarizer.document import Lang
from summarizer.exchange import written
from summarizer.export import _layout
from summarizer.inline import Run
from summarizer.safe_xml import allowed

CODE = "Svodka Code"
_LANGUAGES: dict[Lang, str] = {"ru": "ru-RU", "en": "en-GB"}


def new(lang: Lang, title: str) -> Any:
    """An empty document in the language, its paper A4, with a style for code."""
    from docx import Document
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Mm, Pt

    document = Document()
    properties = document.core_properties
    properties.title, properties.language = allowed(title)[:255], _LANGUAGES[lang]
    properties.author, properties.comments = "", ""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    _speak(document, lang)
    code = document.styles.add_style(CODE, WD_STYLE_TYPE.PARAGRAPH)
    code.base_style = document.styles["Normal"]
    code.font.name, code.font.size = "Courier New", Pt(9.5)
    return document


def _speak(document: Any, lang: Lang) -> None:
    """The default language of all text: without it Word checks Russian against English spelling."""
    from docx.oxml.ns import qn

    say_language(document.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}"), lang)


def say_language(properties: Any, lang: Lang) -> None:
    """In which language the text of these properties is."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    language = properties.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        properties.append(language)
    language.set(qn("w:val"), _LANGUAGES[lang])


def paragraph(document: Any, style: str, runs: list[Run]) -> None:
    """A paragraph in a style, its runs bold, italic, typed or linked; line breaks stay line breaks."""
    fill(document.add_paragraph(style=style), runs)


def fill(holder: Any, runs: list[Run]) -> None:
    """Put the runs into a paragraph."""
    for run in runs:
        kinds = {mark.kind for mark in run.marks}
        made = holder.add_run(written(run.text))
        made.bold, made.italic = "bold" in kinds or None, "italic" in kinds or None
        if "code" in kinds:
            made.font.name = "Courier New"
        targets = [mark.target for mark in run.marks if mark.kind == "link"]
        if targets and _layout.is_link(targets[0]):
            _link(holder, made, allowed(targets[0]))


def _link(holder: Any, run: Any, address: str) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import RGBColor

    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), holder.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run.font.underline, run.font.color.rgb = True, RGBColor(0x1D, 0x4A, 0x78)
    holder._p.append(link)  # noqa: SLF001  # python-docx has no call for it
    link.append(run._r)  # noqa: SLF001


def table(document: Any, rows: list[list[str]]) -> None:
    """A table with lines; short rows are filled up with empty cells."""
    made = document.add_table(rows=len(rows), cols=max(len(row) for row in rows), style="Table Grid")
    for row, texts in zip(made.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=False):
            cell.text = allowed(text)
