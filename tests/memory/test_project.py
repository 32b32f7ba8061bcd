"""The project file: nothing is lost, nothing is overwritten unseen."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from project_files import document, drafted, edit

from summarizer.errors import ConflictError, FormatError, UsageError
from summarizer.job import Finding, Job, Passage
from summarizer.memory import Progress, Project
from summarizer.source import Source

HERE = Path(__file__).parent


def texts(project):
    return [segment.text for segment in project.segments()]


def both(project, *changes):
    with project.one_step():
        for number, (text, version) in enumerate(changes):
            project.set_text(number, text, version)


def test_a_new_project_holds_the_article_the_job_and_the_bytes_it_came_from(path):
    source = Source(data=b"Bridge\x00\xff", name="b.docx", media_type="x/y", charset="utf-8", origin="/b.docx")
    Project.create(path, document(), source, Job(to="ru", glossary=Path("g.tsv"))).close()
    with Project.open(path) as project:
        assert (project.document, project.source) == (document(), source)
        assert project.job == Job(to="ru", glossary=Path("g.tsv"))
        assert project.progress() == Progress(3, 3, 0, 0, 0)


def test_every_sentence_is_a_segment_with_its_kind(path):
    with Project.create(path, document()) as project:
        assert [(s.kind, s.source) for s in project.segments()] == [
            ("title", "Bridge reopens"),
            ("paragraph", "The bridge is open."),
            ("paragraph", "It carries 40,000 cars a day."),
        ]


def test_what_was_edited_and_approved_is_there_after_reopening(path):
    with drafted(path, "Мост открывают", "Мост открыт.") as project:
        edit(project, 0, "Мост снова открыт")
        project.approve(1, project.segment(1).version)
    with Project.open(path) as project:
        assert [(s.text, s.state, s.origin) for s in project.segments()] == [
            ("Мост снова открыт", "edited", "person"),
            ("Мост открыт.", "approved", "model"),
            ("", "new", ""),
        ]
        assert project.segment(0).alternatives == ("Мост открывают",)


def test_another_wording_has_no_score_of_the_old_one(path):
    with drafted(path, "Мост открывают") as project:
        assert (project.segment(0).score, edit(project, 0, "Мост").score) == (-0.5, None)


def test_two_windows_do_not_overwrite_one_another(path):
    with drafted(path, "Мост") as one, Project.open(path) as other:
        seen = other.segment(0).version
        edit(one, 0, "Мост открыт")
        with pytest.raises(ConflictError) as caught:
            other.set_text(0, "Мост закрыт", seen)
        assert (caught.value.yours, caught.value.theirs) == ("Мост закрыт", "Мост открыт")
        assert other.segment(0).text == "Мост открыт"


def test_the_same_change_sent_twice_is_no_conflict(path):
    with drafted(path, "Мост") as project:
        seen = project.segment(0).version
        once = project.set_text(0, "Мост открыт", seen)
        assert project.set_text(0, "Мост открыт", seen) == project.segment(0)
        assert once.version == project.segment(0).version


def test_a_window_sees_what_changed_since_it_last_looked(path):
    with drafted(path, "Мост", "Открыт.") as one, Project.open(path) as other:
        seen = other.clock
        edit(one, 1, "Он открыт.")
        assert [(s.number, s.text) for s in other.segments(seen)] == [(1, "Он открыт.")]


def test_a_draft_that_comes_late_does_not_replace_what_was_typed(path):
    with Project.create(path, document()) as project:
        edit(project, 0, "Мост открыт")
        project.draft(0, Passage("Мост переоткрыт", (0,), 0, origin="model"))
        assert (project.segment(0).text, project.segment(0).alternatives) == ("Мост открыт", ("Мост переоткрыт",))


def test_changes_are_undone_and_made_again_in_order(path):
    with drafted(path, "Мост", "Открыт.") as project:
        edit(project, 0, "Мост открыт")
        project.approve(1, project.segment(1).version)
        assert (project.undo().state, project.undo().text, project.undo()) == ("draft", "Мост", None)
        assert (project.redo().text, project.redo().state, project.redo()) == ("Мост открыт", "approved", None)


def test_a_stretch_of_typing_is_one_step_back(path):
    with drafted(path, "Мост") as project:
        for text in ("Мост о", "Мост от", "Мост открыт"):
            edit(project, 0, text)
        assert project.undo().text == "Мост"


def test_changes_made_in_one_step_are_taken_back_and_made_again_together(path):
    with drafted(path, "Мост", "Открыт.", "Он стар.") as project:
        edit(project, 2, "Он старый.")
        with project.one_step():
            edit(project, 0, "Мост открыт")
            project.approve(1, project.segment(1).version)
        assert (project.undo().text, texts(project)) == ("Мост", ["Мост", "Открыт.", "Он старый."])
        assert (project.redo().text, project.segment(1).state) == ("Мост открыт", "approved")
        assert (project.undo().number, project.undo().number, project.undo()) == (0, 2, None)


def test_of_a_step_that_meets_a_conflict_nothing_is_written(path):
    with drafted(path, "Мост", "Открыт.") as project:
        version = project.segment(1).version
        edit(project, 1, "Он открыт.")
        with pytest.raises(ConflictError):
            both(project, ("Мост открыт", project.segment(0).version), ("Открыто.", version))
        assert texts(project)[:2] == ["Мост", "Он открыт."]


def test_after_a_new_change_the_undone_one_cannot_come_back(path):
    with drafted(path, "Мост", "Открыт.") as project:
        edit(project, 0, "Мост открыт")
        project.undo()
        edit(project, 1, "Он открыт.")
        assert project.redo() is None


def test_a_segment_without_a_draft_cannot_be_approved_but_with_a_text_it_can(path):
    with Project.create(path, document()) as project:
        with pytest.raises(UsageError, match="segment 1 has no draft"):
            project.approve(0, 0)
        assert project.approve(0, 0, "Мост открыт").state == "approved"


def test_an_approved_segment_can_be_taken_up_again(path):
    with drafted(path, "Мост") as project:
        approved = project.approve(0, project.segment(0).version)
        assert project.reopen(0, approved.version).state == "draft"


def test_findings_stand_with_their_segment_until_they_are_set_anew(path):
    wrong = Finding("numbers", "40,000 is missing", 2, "error", (35, 41), (0, 5))
    general = Finding("coverage", "3 of 3", None, "note")
    with drafted(path, "Мост") as project:
        project.set_findings(None, [general])
        project.set_findings(2, [wrong])
        assert project.findings() == (wrong, general)
        project.set_findings(2, [])
        assert project.findings() == (general,)


def test_the_result_has_every_sentence_once_and_says_what_has_no_draft(path):
    with drafted(path, "Мост открыт") as project:
        edit(project, 1, "Открыт.")
        result = project.result()
    assert [p.text for p in result.passages] == ["Мост открыт", "Открыт.", "It carries 40,000 cars a day."]
    assert [p.origin for p in result.passages] == ["model", "person", "source"]
    assert result.findings[-1].message == "1 of 3 sentences have no draft yet and stand in the source's language"
    assert result.signature == "translate|tiny@1|edited:1/3"


@pytest.mark.parametrize("work", ["killed_while_editing.py", "killed_while_importing.py"])
def test_a_process_killed_at_any_moment_loses_nothing_that_was_saved(tmp_path, work):
    places = os.pathsep.join((str(HERE.parent), str(HERE.parents[1])))
    command = [sys.executable, HERE / work, tmp_path]
    done = subprocess.run(command, check=False, env=os.environ | {"PYTHONPATH": places}, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 2), st.text(max_size=8)), max_size=8))
def test_undoing_everything_gives_the_first_draft_whatever_was_typed(tmp_path, edits):
    path = tmp_path / f"{os.urandom(8).hex()}.svodka"
    with drafted(path, "a", "b", "c") as project:
        for number, text in edits:
            edit(project, number, text)
        while project.undo() is not None:
            pass
        assert [s.text for s in project.segments()] == ["a", "b", "c"]


@pytest.mark.parametrize("text", ["😀\t\u200f\r\n x  ", "\0", "a\ud800b", ""], ids=ascii)
def test_odd_texts_come_back_as_they_were_typed(path, text):
    with drafted(path, "a") as project:
        assert edit(project, 0, text).text == text.replace("\ud800", "?")
    with Project.open(path) as project:
        assert project.segment(0).text == text.replace("\ud800", "?")


@pytest.mark.parametrize("damage", [b"", b"no database at all", b"SQLite format 3\0" + bytes(200)])
def test_a_file_that_is_no_project_is_refused_by_name(path, damage):
    path.write_bytes(damage)
    with pytest.raises(FormatError, match=r"bridge\.svodka"):
        Project.open(path)


def test_a_damaged_page_is_an_error_that_names_the_file(path):
    drafted(path, "Мост").close()
    data = bytearray(path.read_bytes())
    for at in range(4096, len(data), 4096):
        data[at : at + 400] = b"\xab" * 400
    path.write_bytes(bytes(data))
    with pytest.raises(FormatError, match=r"bridge.svodka is not a sound file"), Project.open(path) as project:
        project.verify()


def test_a_project_of_a_later_version_is_left_alone(path):
    drafted(path, "Мост").close()
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(FormatError, match="newer Svodka"):
        Project.open(path)


def test_a_project_is_not_made_over_another_file(path):
    path.write_text("mine")
    with pytest.raises(UsageError, match="cannot make"):
        Project.create(path, document())
    assert path.read_text() == "mine"
