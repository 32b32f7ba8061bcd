"""`svodka check` at the terminal."""

import json

from summarizer.cli import main

ARTICLE = (
    "The town of Brookfield closed its old bridge on Monday. It carried 40,000 cars a day, said Mayor Helen Archer.\n"
)


def run(tmp_path, capfdbinary, draft, *more):
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(draft, encoding="utf-8")
    code = main(["check", str(tmp_path / "a.txt"), str(tmp_path / "b.txt"), *more])
    return code, capfdbinary.readouterr().out.decode()


def test_a_wrong_number_is_an_error_with_its_place_in_the_draft(tmp_path, capfdbinary):
    draft = "The bridge was closed. It carried 50,000 cars a day.\n"
    code, text = run(tmp_path, capfdbinary, draft, "--format", "json", "--strict")
    (finding,) = json.loads(text)["findings"]
    assert code == 1
    assert (finding["check"], finding["severity"]) == ("numbers", "error")
    assert draft[slice(*finding["target"])] == "50,000"


def test_a_sound_summary_in_the_other_language_has_no_findings(tmp_path, capfdbinary):
    draft = "Город Брукфилд закрыл старый мост в понедельник.\n"
    assert run(tmp_path, capfdbinary, draft, "--task", "digest") == (0, "")
