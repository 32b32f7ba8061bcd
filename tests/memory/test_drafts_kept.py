"""What a project file keeps of a draft, also one of an older version."""

import json
import sqlite3

from project_files import document, drafted, edit

from summarizer.job import Passage
from summarizer.memory import Project


def test_a_project_of_the_first_version_is_brought_up_to_date(path):
    with drafted(path, "Мост открыт") as project:
        edit(project, 0, "Мост снова открыт")
    with sqlite3.connect(path) as file:
        file.execute("ALTER TABLE segment DROP COLUMN confidence")
        before, after = file.execute("SELECT before, after FROM change").fetchone()
        older = [json.dumps([*json.loads(one)[:-2], json.loads(one)[-1]]) for one in (before, after)]
        file.execute("UPDATE change SET before = ?, after = ?", older)
        file.execute("PRAGMA user_version = 1")
    file.close()
    with Project.open(path) as project:
        assert [segment.confidence for segment in project.segments()] == [None, None, None]
        assert project.undo().text == "Мост открыт"


def test_the_confidence_of_a_draft_is_kept_until_a_person_writes_another(path):
    with Project.create(path, document()) as project:
        project.draft(0, Passage("Мост открыт", (0,), 0, origin="model", score=-0.5, confidence=0.7))
        assert project.segment(0).passage().confidence == 0.7
        assert edit(project, 0, "Мост").confidence is None
        assert project.undo().confidence == 0.7
