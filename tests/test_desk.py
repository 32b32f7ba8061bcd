"""What the desk says of a segment's terms, and which glossary a draft is held to."""

import pytest
from project_files import drafted

from summarizer import (
    Glossary,
    Pair,
    Passage,
    Pipeline,
    Project,
    Segment,
    Settings,
    Term,
    accept_terms,
    check_project,
    proposed_terms,
    term_uses,
)
from summarizer.document import Piece
from summarizer.job import Tie
from summarizer.language import lay_out

BRIDGE = Term(("bridge",), ("мост",), forbidden_ru=("мостик",))
BANK = Term(("Rivertown Bank",), ("Rivertown Bank",), kept=True)


@pytest.mark.parametrize(
    ("source", "draft", "uses"),
    [
        ("The bridges are open.", "Мосты открыты.", [("bridges", "met", "")]),
        ("The bridges are open.", "Переправы открыты.", [("bridges", "missed", "")]),
        ("The bridge is open.", "Этот мостик открыт.", [("bridge", "forbidden", "мостик")]),
        ("The bridge, a bridge.", "Мост.", [("bridge", "met", "")]),
        ("Rivertown Bank built the bridge.", "", [("Rivertown Bank", "missed", ""), ("bridge", "missed", "")]),
        ("Rivertown Bank is open.", "Rivertown Bank открыт.", [("Rivertown Bank", "met", "")]),
        ("It is open.", "Мост открыт.", []),
    ],
)
def test_the_terms_of_a_segment_are_met_missed_or_rendered_as_forbidden(source, draft, uses):
    segment = Segment(number=0, source=source, kind="paragraph", block=0, text=draft)
    found = term_uses(Glossary((BRIDGE, BANK)), segment, Pair("en", "ru"))
    assert [(use.source, use.state, use.wrong) for use in found] == uses


def test_a_draft_is_held_to_the_glossary_that_is_given_for_it(tmp_path):
    (tmp_path / "terms.csv").write_text("en,ru\nbridge,мост\n", encoding="utf-8")
    pipeline = Pipeline.from_settings(Settings(models_dir=tmp_path / "models", cache_dir=tmp_path / "cache"))
    with drafted(tmp_path / "a.svodka", "Переправа открыта", "Мост открыт.", "Тут 40 000 машин.") as project:
        check_project(pipeline, project)
        assert not [finding for finding in project.findings() if finding.check == "glossary"]
        check_project(pipeline, project, tmp_path / "terms.csv")
        assert [finding.passage for finding in project.findings() if finding.check == "glossary"] == [0]


@pytest.fixture
def duma(tmp_path):
    """A project with a term that is rendered in two ways."""
    document = lay_out([Piece("paragraph", "He left the State Duma. They saw the State Duma.")], lang="en")
    with Project.create(tmp_path / "duma.svodka", document) as project:
        for number, text in enumerate(("Госдума", "Дума")):
            start = document.text.index("State Duma", document.sentences[number].start)
            project.draft(number, Passage(text, (number,), 0, origin="model", ties=(Tie(start, start + 10, 0, 7),)))
        yield project


def test_a_term_that_is_accepted_is_in_the_projects_glossary_and_held(tmp_path, duma):
    pipeline = Pipeline.from_settings(Settings(models_dir=tmp_path / "models", cache_dir=tmp_path / "cache"))
    assert [(one.text, one.consistency) for one in proposed_terms(duma)] == [("State Duma", 0.5)]
    path = accept_terms(pipeline, duma, {"State Duma": "Госдума"})
    assert path.read_text(encoding="utf-8") == "en\tru\nState Duma\tГосдума\n"
    assert duma.job.glossary == path
    assert [finding.passage for finding in duma.findings() if finding.check == "glossary"] == [1]
    assert proposed_terms(duma) == ()
