"""`svodka project`, as it is typed."""

import pytest
from project_files import drafted

from summarizer.cli import main
from summarizer.memory import Project, take_in

STATUS = """\
                  segments     words
repetition               0         0
context match            0         0
100%                     1         2
95-99%                   0         0
85-94%                   0         0
75-84%                   0         0
70-74%                   0         0
new                      2        10
total                    3        12

state             segments
new                      1
draft                    2
edited                   0
approved                 0
"""
TMX = (
    '<tmx version="1.4"><body><tu><tuv xml:lang="en"><seg>Bridge reopens</seg></tuv><tuv xml:lang="ru">'
    "<seg>Мост снова открыт</seg></tuv></tu></body></tmx>"
)


@pytest.fixture
def project(tmp_path):
    drafted(tmp_path / "bridge.svodka", "Мост открыт", "Мост открыт.").close()
    return tmp_path / "bridge.svodka"


@pytest.fixture
def memory(tmp_path):
    path = tmp_path / "roads.tmx"
    path.write_text(TMX, encoding="utf-8")
    return path


def test_a_new_project_is_drafted_first_from_the_memory_then_by_the_model(tmp_path, memory):
    (tmp_path / "a.md").write_text("# Bridge reopens\n\nThe bridge is open.\n")
    code = main(["project", "new", str(tmp_path / "a.md"), "-o", str(tmp_path / "a"), "--memory", str(memory)])
    with Project.open(tmp_path / "a.svodka") as project:
        assert code == 0
        assert [segment.origin for segment in project.segments()] == ["memory", "model"]
        assert project.segment(0).text == "Мост снова открыт"


def test_the_status_is_what_a_quote_needs(project, memory, capfd):
    assert main(["project", "status", str(project), "--memory", str(memory)]) == 0
    assert capfd.readouterr().out == STATUS


def test_a_project_is_exported_in_every_format_that_an_article_without_cues_has(project, tmp_path):
    for name in (
        "text",
        "markdown",
        "html",
        "docx",
        "json",
        "bilingual",
        "bilingual-docx",
        "bilingual-html",
        "tmx",
        "xliff",
        "xliff2",
    ):
        assert main(["project", "export", str(project), "--format", name, "-o", str(tmp_path / name)]) == 0
        assert (tmp_path / name).stat().st_size


@pytest.mark.parametrize(
    ("name", "was", "is_"),
    [
        ("xliff", 'approved="no" extradata="12d568eb"><source>Br', 'approved="yes" extradata="12d568eb"><source>Br'),
        ("xliff2", 'state="translated" subState="svodka:model"><source>Bridge', 'state="final"><source>Bridge'),
    ],
)
def test_an_edited_xliff_comes_back_by_the_number_of_its_segments(project, tmp_path, capfd, name, was, is_):
    file = tmp_path / "a.xlf"
    main(["project", "export", str(project), "--format", name, "-o", str(file)])
    text = file.read_text(encoding="utf-8")
    assert was in text
    file.write_text(text.replace(was, is_).replace(">Мост открыт<", ">Мост снова открыт<"), encoding="utf-8")
    capfd.readouterr()
    assert main(["project", "import", str(project), str(file)]) == 0
    assert capfd.readouterr().err == "segments taken over: 1, unchanged: 1\n"
    with Project.open(project) as opened:
        assert (opened.segment(0).text, opened.segment(0).state) == ("Мост снова открыт", "approved")


def test_what_was_changed_here_and_there_is_a_conflict_that_shows_both(project, tmp_path, capfd):
    file = tmp_path / "a.xlf"
    main(["project", "export", str(project), "--format", "xliff", "-o", str(file)])
    with Project.open(project) as opened:
        opened.set_text(0, "Здесь", opened.segment(0).version)
    file.write_text(file.read_text(encoding="utf-8").replace(">Мост открыт<", ">Там<"), encoding="utf-8")
    assert main(["project", "import", str(project), str(file)]) == 1
    assert "conflict [sentence 1]: the project has 'Здесь', the file 'Там'" in capfd.readouterr().err
    with Project.open(project) as opened:
        assert opened.segment(0).text == "Здесь"


def test_an_edited_word_table_comes_back_and_what_it_leaves_out_is_said(project, tmp_path, capfd):
    import docx

    file = str(tmp_path / "a.docx")
    main(["project", "export", str(project), "--format", "bilingual-docx", "-o", file])
    document = docx.Document(file)
    table = document.tables[0]
    table.cell(1, 2).text, table.cell(1, 4).text = "Мост снова открыт", "Проверьте дату"
    table._tbl.remove(table.rows[2]._tr)
    document.save(file)
    capfd.readouterr()
    assert main(["project", "import", str(project), file]) == 1
    assert capfd.readouterr().err == (
        "segments taken over: 1, unchanged: 0\nnote [sentence 1]: Проверьте дату\n"
        "missing: sentence 2 is not in the file and stays as it is\n"
    )
    with Project.open(project) as opened:
        assert [segment.text for segment in opened.segments()] == ["Мост снова открыт", "Мост открыт.", ""]


def test_a_unit_of_another_article_is_not_taken(project, tmp_path):
    file = tmp_path / "a.xlf"
    main(["project", "export", str(project), "--format", "xliff", "-o", str(file)])
    data = file.read_bytes().replace(b"Bridge reopens<", b"Bridge closes<").replace("Мост открыт<".encode(), b"X<")
    with Project.open(project) as opened:
        returned = take_in(opened, data, "a.xlf")
        assert [target.number for target in returned.strangers] == [0]
        assert opened.segment(0).text == "Мост открыт"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("no xml", "a.xlf, line 1: "),
        ("<xliff/>", "a.xlf, line 1: it is no XLIFF 1.2 or 2"),
        ('<!DOCTYPE xliff [<!ENTITY a "b">]>\n<xliff/>', "a.xlf, line 1: declares XML entities (a)"),
        (
            '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2">\n<trans-unit id="x"/></xliff>',
            "a.xlf, line 2: the unit 'x' is none of a project",
        ),
    ],
)
def test_a_bad_xliff_is_refused_with_its_line(project, tmp_path, capfd, text, message):
    (tmp_path / "a.xlf").write_text(text)
    assert main(["project", "import", str(project), str(tmp_path / "a.xlf")]) == 3
    assert message in capfd.readouterr().err


def test_a_memory_is_taken_in_and_counts_from_then_on(project, memory, capfd):
    assert main(["project", "import", str(project), str(memory)]) == 0
    capfd.readouterr()
    main(["project", "status", str(project)])
    assert capfd.readouterr().out == STATUS


def test_an_opened_project_stands_in_the_pages_list(project, monkeypatch, tmp_path, capfd):
    monkeypatch.setenv("SVODKA_DATA_DIR", str(tmp_path / "data"))
    assert main(["project", "open", str(project)]) == 0
    with Project.open(tmp_path / "data/projects/bridge.svodka") as opened:
        assert opened.segment(0).text == "Мост открыт"
    assert main(["project", "open", str(project)]) == 2
    assert "has a draft bridge.svodka already" in capfd.readouterr().err


def test_terms_are_listed_with_their_renderings_and_accepted_into_the_projects_glossary(tmp_path, capfd):
    (tmp_path / "a.txt").write_text("The Kerch Bridge is closed. Cars wait at the Kerch Bridge.\n", encoding="utf-8")
    main(["project", "new", str(tmp_path / "a.txt"), "-o", str(tmp_path / "a.svodka"), "--empty"])
    assert main(["project", "terms", str(tmp_path / "a.svodka")]) == 0
    assert capfd.readouterr().out == "2\tKerch Bridge\t\n"
    assert main(["project", "terms", str(tmp_path / "a.svodka"), "--accept", "Kerch Bridge=Керченский мост"]) == 0
    assert (tmp_path / "a.terms.tsv").read_text(encoding="utf-8") == "en\tru\nKerch Bridge\tКерченский мост\n"


def test_a_term_without_a_known_rendering_is_not_accepted_without_one(tmp_path, capfd, project):
    assert main(["project", "terms", str(project), "--accept", "bridge"]) == 2
    assert "name it: --accept 'bridge=RENDERING'" in capfd.readouterr().err


def test_a_floor_is_a_share(capfd, tmp_path):
    (tmp_path / "a.txt").write_text("It is open.\n", encoding="utf-8")
    with pytest.raises(SystemExit):
        main(["translate", str(tmp_path / "a.txt"), "--floor", "2"])
    assert "'2' is no number from 0 to 1" in capfd.readouterr().err


def test_a_project_keeps_its_floor_and_leaves_what_is_under_it(tmp_path):
    (tmp_path / "a.txt").write_text("The quorl of a vrandic thusk is glim. It is open.\n", encoding="utf-8")
    main(["project", "new", str(tmp_path / "a.txt"), "-o", str(tmp_path / "a"), "--floor", "0.999"])
    with Project.open(tmp_path / "a.svodka") as project:
        first = project.segment(0)
        assert (first.text, first.origin, project.job.floor) == (first.source, "source", 0.999)
        assert first.alternatives
        assert "coverage" in {finding.check for finding in project.findings() if finding.passage == 0}
