"""Tables of Word whose columns have widths and whose first row stands on every page, with the styles of their cells."""

from typing import Any, NamedTuple

from summarizer.document import Lang
from summarizer.export._word import fill, say_language
from summarizer.inline import Run


class Styles(NamedTuple):
    """Ids of the styles of a cell's paragraphs; `None` is the document's own."""

    small: str  # for what stands beside the text
    foreign: str  # for text in a language that is not the document's
    plain: None = None


def turn(document: Any, margin: int) -> None:
    """The paper across, with margins of so many millimetres."""
    from docx.enum.section import WD_ORIENTATION
    from docx.shared import Mm

    section = document.sections[0]
    section.orientation = WD_ORIENTATION.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Mm(margin)


def styles(document: Any, lang: Lang) -> Styles:
    """The styles, made; `lang` is the foreign language."""
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt, RGBColor

    small = document.styles.add_style("Svodka Small", WD_STYLE_TYPE.PARAGRAPH)
    foreign = document.styles.add_style("Svodka Source", WD_STYLE_TYPE.PARAGRAPH)
    for style in (small, foreign):
        style.base_style = document.styles["Normal"]
    small.font.size, small.font.color.rgb = Pt(8), RGBColor(0x55, 0x55, 0x55)
    say_language(foreign.element.get_or_add_rPr(), lang)
    return Styles(small.style_id, foreign.style_id)


def put(cell: Any, style: str | None, runs: list[Run]) -> None:
    """Fill an empty cell; the style by its id, since by its name python-docx looks through all styles for each cell."""
    holder = cell.paragraphs[0]
    holder._p.style = style  # noqa: SLF001
    fill(holder, runs)


def grid(document: Any, titles: tuple[str, ...], rows: int, widths: tuple[int, ...]) -> list[list[Any]]:
    """The cells of the rows under the titles, all empty; widths in millimetres."""
    from docx.oxml import OxmlElement
    from docx.shared import Mm

    table = document.add_table(rows=rows + 1, cols=len(titles), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    cells = [list(row.cells) for row in table.rows]
    for row, row_cells in zip(table.rows, cells, strict=True):
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001  # python-docx has no call for it
        for cell, width in zip(row_cells, widths, strict=True):
            cell.width = Mm(width)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001
    for cell, title in zip(cells[0], titles, strict=True):
        cell.paragraphs[0].add_run(title).bold = True
    return cells[1:]
