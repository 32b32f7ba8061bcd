"""The bilingual Word table goes out, is edited by hand or by LibreOffice, and comes back."""

import io
import os
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from project_files import drafted
from word_files import p, r, word

from summarizer.document import Block, Document, Mark, Sentence
from summarizer.errors import FormatError, UsageError
from summarizer.exchange import checksum, written
from summarizer.export import export_format
from summarizer.job import Finding, Job, Passage
from summarizer.memory import Project, take_in
from summarizer.memory.returned import Left
from summarizer.memory.returned_docx import read

ODD = (
    " a  b ", "\ta\t\tb\t", "a\nb", "\n", "a\r\nb\rc", "😀 👩‍👩‍👧 🇷🇺", "\u200fשלום\u200e, \u202bمرحبا\u202c", "non\u00a0breaking\u202fspace\u2009thin",
    "soft\u00adhyphen", "no\u2011break\u2011hyphen", "zero\u200bwidth\u2060join\ufeff", "<w:t>&amp;</w:t>", "a\u2028b\u2029c", "\0\x0b", "\ue000 private",
    "line  \n  of a poem\n\n\tindented", "«кавычки» — тире…", "e\u0301 \u0438\u0306", "x" * 3000,
)  # fmt: skip


def exported(project):
    project.mark_exported()
    return export_format("bilingual-docx").render(project.result())


def table_of(data):
    document = docx.Document(io.BytesIO(data))
    return document, document.tables[0]


def edited(data, *changes):
    """The file with the text of some cells changed: (row, column, text)."""
    document, table = table_of(data)
    for row, column, text in changes:
        table.cell(row, column).text = text
    return saved(document)


def saved(document):
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.fixture
def project(tmp_path):
    with drafted(tmp_path / "bridge.svodka", "Мост открыт", "Мост открыт.") as project:
        project.set_findings(1, [Finding("numbers", "40,000 is missing", 1, "error")])
        yield project


def test_a_row_has_id_source_draft_state_and_findings(project):
    _, table = table_of(exported(project))
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["№", "Оригинал", "Черновик", "Статус", "Заметка"],
        [f"s1 {checksum('Мост открыт')}", "Bridge reopens", "Мост открыт", "черновик", ""],
        [f"s2 {checksum('Мост открыт.')}", "The bridge is open.", "Мост открыт.", "черновик", "[error] 40,000 is missing"],
        ["s3 00000000", "It carries 40,000 cars a day.", "", "нет перевода", ""],
    ]  # fmt: skip


def test_what_comes_back_as_it_went_changes_nothing(project):
    before = project.segments()
    assert take_in(project, exported(project), "a.docx") == ((), 2, (), (), ())
    assert project.segments() == before


def test_edited_and_approved_rows_are_taken_over(project):
    data = edited(exported(project), (1, 2, "Мост снова открыт"), (1, 3, "Готово"), (3, 2, "40 000 машин в день."))
    assert take_in(project, data, "a.docx") == ((0, 2), 1, (), (), ())
    assert [(s.text, s.state) for s in project.segments()] == [
        ("Мост снова открыт", "approved"),
        ("Мост открыт.", "draft"),
        ("40 000 машин в день.", "edited"),
    ]


def test_a_draft_is_approved_by_its_state_alone(project):
    take_in(project, edited(exported(project), (2, 3, "approved")), "a.docx")
    assert (project.segment(1).text, project.segment(1).state, project.segment(1).origin) == (
        "Мост открыт.",
        "approved",
        "model",
    )


def test_a_segment_changed_here_and_there_is_a_conflict_and_the_projects_stays(project):
    data = edited(exported(project), (1, 2, "Там"))
    project.set_text(0, "Здесь", project.segment(0).version)
    returned = take_in(project, data, "a.docx")
    assert [(segment.text, text) for segment, text in returned.conflicts] == [("Здесь", "Там")]
    assert project.segment(0).text == "Здесь"


def test_an_older_file_does_not_overwrite_what_was_changed_before_a_later_export(project):
    data = edited(exported(project), (1, 2, "Там"))
    project.set_text(0, "Здесь", project.segment(0).version)
    exported(project)
    assert [text for _, text in take_in(project, data, "a.docx").conflicts] == ["Там"]


def test_what_was_changed_here_alone_stays(project):
    data = exported(project)
    project.set_text(0, "Здесь", project.segment(0).version)
    assert take_in(project, data, "a.docx") == ((), 2, (), (), ())
    assert project.segment(0).text == "Здесь"


def test_a_changed_source_is_not_taken(project):
    returned = take_in(project, edited(exported(project), (1, 1, "Bridge closes"), (1, 2, "X")), "a.docx")
    assert [(target.number, target.line, target.text) for target in returned.strangers] == [(0, 2, "X")]
    assert project.segment(0).text == "Мост открыт"


def removed(table):
    table._tbl.remove(table.rows[1]._tr)


def doubled(table):
    table._tbl.append(docx.oxml.parse_xml(docx.oxml.xmlchemy.serialize_for_reading(table.rows[1]._tr)))


@pytest.mark.parametrize(
    ("change", "left"),
    [
        (removed, [Left("missing", 0, None)]),
        (doubled, [Left("repeated", 0, 2, "Мост открыт"), Left("repeated", 0, 5, "Мост открыт")]),
        (lambda table: setattr(table.cell(1, 2), "text", " "), [Left("emptied", 0, 2)]),
        (lambda table: setattr(table.cell(1, 4), "text", "Какой мост?"), [Left("note", 0, 2, "Какой мост?")]),
        (lambda table: table.cell(2, 4).paragraphs[0].add_run("\nYes!"), [Left("note", 1, 3, "Yes!")]),
        (lambda table: table.cell(2, 4).paragraphs[0].add_run(" Yes!"), [Left("note", 1, 3, "[error] 40,000 is missing Yes!")]),
        (lambda table: setattr(table.cell(1, 3), "text", "ok"), [Left("odd", None, 2, "the state 'ok' is none of this table's")]),
        (
            lambda table: setattr(table.cell(1, 0), "text", "1"),
            [Left("odd", None, 2, "its first cell is no segment's id: '1 | Bridge reopens | Мост открыт | черновик | '"), Left("missing", 0, None)],
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_taken_is_said_with_its_row(project, change, left):
    document, table = table_of(exported(project))
    change(table)
    before = project.segments()
    assert list(take_in(project, saved(document), "a.docx").left) == left
    assert project.segments() == before


def test_a_table_that_was_split_is_read_in_all_its_parts(project):
    document, table = table_of(exported(project))
    part = document.add_table(rows=0, cols=5)
    for row in table.rows[2:]:
        part._tbl.append(row._tr)
    assert take_in(project, edited(saved(document), (1, 2, "Там")), "a.docx") == ((0,), 1, (), (), ())


def row(*cells):
    return f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in cells)}</w:tr>"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (p(r("Мост")) + p(r("открыт")), "Мост\nоткрыт"),
        (p(r("Мост "), "<w:del><w:r><w:delText>за</w:delText></w:r></w:del><w:ins>", r("от"), "</w:ins>", r("крыт")), "Мост открыт"),
        (p("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>", r("Мост ")) + p(r("открыт")), "Мост открыт"),
        (p("<w:hyperlink>", r("Мост"), "</w:hyperlink>", "<w:r><w:tab/><w:t>от</w:t><w:softHyphen/><w:t>крыт</w:t></w:r>"), "Мост\tот\u00adкрыт"),
        (p("<w:r><w:t>24</w:t><w:noBreakHyphen/><w:t>й</w:t><w:sym w:char='2116'/></w:r>"), "24\u2011й№"),
        (p("<w:sdt><w:sdtPr><w:t>x</w:t></w:sdtPr><w:sdtContent>", r("Мост"), "</w:sdtContent></w:sdt>"), "Мост"),
        (p("<w:r><w:fldChar/><w:instrText>PAGE</w:instrText><w:t>7</w:t></w:r>"), "7"),
    ],
)  # fmt: skip
def test_the_text_of_a_cell_is_what_word_shows_with_changes_accepted(cell, text):
    made = word(
        f"<w:tbl>{row(p(r('s1')), p(r('Bridge')), cell.replace('<w:pPr></w:pPr><w:pPr>', '<w:pPr>'), p(), p())}</w:tbl>"
    )
    assert [target.text for target in read(made.data, "a.docx").targets] == [text]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (word(p(r("No table"))).data, "a.docx holds no table of a project's segments"),
        (word(f"<w:tbl>{row(p(r('1')), p(r('x')))}</w:tbl>").data, "a.docx holds no table of a project's segments"),
        (b"PK\x03\x04 cut", "'a.docx' is cut off or broken"),
    ],
)
def test_another_word_file_is_refused_by_name(project, data, message):
    with pytest.raises(FormatError) as caught:
        take_in(project, data, "a.docx")
    assert message in str(caught.value)


def test_a_digest_has_no_table_of_sentences():
    from cases import DIGEST

    with pytest.raises(UsageError, match="digest has no sentence"):
        export_format("bilingual-docx").render(DIGEST)


def article(texts):
    """A document with a sentence for each text, whatever is in it, some of it bold."""
    spans, at = [], 0
    for text in texts:
        spans.append((at, at + len(text)))
        at += len(text) + 1
    blocks = tuple(
        Block("paragraph", a, b, 0, "en", (Mark(0, (b - a + 1) // 2, "bold"),) if b - a else ()) for a, b in spans
    )
    sentences = tuple(Sentence(a, b, n) for n, (a, b) in enumerate(spans))
    return Document(text="\n".join(texts), lang="en", blocks=blocks, sentences=sentences)


def made(path, sources, drafts):
    project = Project.create(path, article(sources), None, Job(to="ru"))
    for number, text in enumerate(drafts):
        project.draft(number, Passage(text, (number,), number, origin="model"))
    return project


TEXTS = st.lists(
    st.text(st.one_of(st.characters(exclude_categories=["Cs"]), st.sampled_from(" \t\n\r\u00a0\u00ad\u2011\u200f\u200b😀a"))),
    min_size=1,
    max_size=4,
)  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS, st.data())
def test_whatever_the_texts_a_file_that_nobody_edited_changes_nothing(tmp_path, sources, data):
    drafts = [data.draw(st.sampled_from([text, *ODD])) for text in sources]
    with made(tmp_path / f"{os.urandom(8).hex()}.svodka", sources, drafts) as project:
        before = project.segments()
        count = sum(bool(written(text).strip()) for text in drafts)
        assert take_in(project, exported(project), "a.docx") == ((), count, (), (), ())
        assert project.segments() == before


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS.map(lambda texts: [written(text) for text in texts if written(text).strip()]).filter(bool))
def test_whatever_an_editor_types_is_what_the_project_has(tmp_path, texts):
    sources = [f"{n} cars" for n in range(len(texts))]
    with made(tmp_path / f"{os.urandom(8).hex()}.svodka", sources, sources) as project:
        data = edited(exported(project), *((row, 2, text) for row, text in enumerate(texts, 1)))
        assert take_in(project, data, "a.docx") == (tuple(range(len(texts))), 0, (), (), ())
        assert [segment.text for segment in project.segments()] == texts


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")
def test_what_libreoffice_opened_and_saved_again_comes_back_exactly(tmp_path):
    with made(tmp_path / "odd.svodka", [f"{n} {text}" for n, text in enumerate(ODD)], ODD) as project:
        before = project.segments()
        resaved = by_libreoffice(tmp_path, exported(project))
        count = sum(bool(written(text).strip()) for text in ODD)
        assert take_in(project, resaved, "a.docx") == ((), count, (), (), ())
        assert project.segments() == before
        assert take_in(project, edited(resaved, (1, 2, "Иначе"), (1, 3, "готово")), "a.docx").taken == (0,)
        assert (project.segment(0).text, project.segment(0).state) == ("Иначе", "approved")


def by_libreoffice(folder: Path, data):
    (folder / "sent.docx").write_bytes(data)
    home = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", home, "--headless", "--convert-to", "docx:Office Open XML Text", "--outdir", folder / "back"]
    subprocess.run([*command, folder / "sent.docx"], check=True, capture_output=True, timeout=120)
    return (folder / "back/sent.docx").read_bytes()
