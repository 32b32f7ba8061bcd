"""What the Draft tab's script asks of the server, without a browser."""

import base64
import io
import time

import docx
import pytest
from desks import ask, begun, segment

from summarizer import Source
from ui.drafting import Desk
from ui.turns import Turns

TEXT = "The bridge is open again. It carries 40,000 cars a day."


def test_a_text_becomes_a_project_with_a_draft_for_every_sentence(desk):
    name = begun(desk, text=TEXT)
    state = ask(desk, "open", project=name)
    assert [one["source"] for one in state["segments"]] == [
        "The bridge is open again.",
        "It carries 40,000 cars a day.",
    ]
    assert [one["state"] for one in state["segments"]] == ["draft", "draft"]
    assert (state["from"], state["to"], state["title"]) == ("en", "ru", TEXT)
    assert all(one["alternatives"] for one in state["segments"])


def test_an_edit_is_in_the_file_before_the_answer_and_is_checked_anew(desk):
    name = begun(desk, text=TEXT)
    version = segment(desk, name, 1)["version"]
    (after,) = ask(desk, "edit", project=name, number=1, version=version, text="Тут 50 000 машин в день.")["segments"]
    assert (after["state"], after["origin"]) == ("edited", "person")
    assert {one["check"] for one in after["findings"]} == {"numbers"}
    (after,) = ask(
        desk, "edit", project=name, number=1, version=after["version"], text="Тут проходит 40 000 машин в день."
    )["segments"]
    assert after["findings"] == []


def test_an_edit_against_an_old_version_shows_both_texts(desk):
    name = begun(desk, text=TEXT)
    version = segment(desk, name)["version"]
    ask(desk, "edit", project=name, number=0, version=version, text="Мост открыт.")
    answer = ask(desk, "edit", project=name, number=0, version=version, text="Мост закрыт.")
    assert answer == {"conflict": {"number": 0, "yours": "Мост закрыт.", "theirs": "Мост открыт."}}


def test_approving_undoing_and_redoing(desk):
    name = begun(desk, text=TEXT)
    version = segment(desk, name)["version"]
    answer = ask(desk, "edit", project=name, number=0, version=version, text="Мост снова открыт.", state="approved")
    assert answer["progress"]["approved"] == 1
    assert ask(desk, "undo", project=name)["segments"][0]["state"] == "draft"
    assert ask(desk, "undo", project=name, again=True)["segments"][0]["state"] == "approved"
    assert ask(desk, "undo", project=name, again=True) == {"nothing": True}


def test_the_list_shows_what_is_there_and_what_cannot_be_opened(desk, tmp_path):
    begun(desk, text=TEXT)
    (tmp_path / "projects" / "broken.svodka").write_bytes(b"no project")
    good, bad = sorted(ask(desk, "list")["projects"], key=lambda one: "error" in one)
    assert (good["title"], good["total"], good["approved"]) == (TEXT, 2, 0)
    assert bad["error"].startswith("broken.svodka is not a sound file")


def test_a_removed_project_is_gone_with_all_its_files(desk, tmp_path):
    name = begun(desk, text=TEXT)
    assert ask(desk, "remove", project=name) == {"projects": []}
    assert list((tmp_path / "projects").glob(f"{name}*")) == []


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "a/b", "A" * 100])
def test_a_name_never_leads_out_of_the_folder(desk, name):
    assert "is no name of a project" in ask(desk, "open", project=name)["error"]


def test_a_word_file_comes_back_translated_with_its_styles(desk):
    document = docx.Document()
    document.add_heading("Bridge reopens", 1)
    document.add_paragraph(TEXT)
    out = io.BytesIO()
    document.save(out)
    name = begun(desk, name="bridge.docx", data=base64.b64encode(out.getvalue()).decode())
    version = segment(desk, name)["version"]
    ask(desk, "edit", project=name, number=0, version=version, text="Мост снова открыт")
    answer = ask(desk, "export", project=name, format="same")
    back = docx.Document(io.BytesIO(base64.b64decode(answer["data"])))
    assert answer["name"] == "Bridge-reopens.docx"
    assert (back.paragraphs[0].style.name, back.paragraphs[0].text) == ("Heading 1", "Мост снова открыт")


@pytest.mark.parametrize(
    "wanted",
    [
        "docx",
        "markdown",
        "html",
        "bilingual",
        "bilingual_docx",
        "bilingual_html",
        "tmx",
        "xliff",
        "xliff2",
        "same",
        "svodka",
    ],
)
def test_every_format_can_be_downloaded(desk, wanted):
    name = begun(desk, text=TEXT)
    assert base64.b64decode(ask(desk, "export", project=name, format=wanted)["data"])


def test_a_downloaded_project_is_a_project(desk, tmp_path):
    name = begun(desk, text=TEXT)
    data = base64.b64decode(ask(desk, "export", project=name, format="svodka")["data"])
    (tmp_path / "projects" / "copy.svodka").write_bytes(data)
    assert len(ask(desk, "open", project="copy")["segments"]) == 2


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        ({"deed": "new", "text": ""}, "holds no text"),
        ({"deed": "new", "name": "x.docx", "data": "***"}, "did not arrive whole"),
        ({"deed": "new", "name": "x.docx", "data": ""}, "is empty"),
        ({"deed": "nonsense"}, "the page asked for"),
        ({"deed": "open", "project": "gone"}, "there is no project"),
    ],
)
def test_what_the_reader_caused_is_an_answer_not_a_crash(desk, request_, message):
    assert message in desk.answer(request_)["error"]


def test_readers_of_a_shared_page_do_not_see_each_other(draft_pipeline, tmp_path):
    desk = Desk(draft_pipeline, tmp_path, Turns(), shared=True)
    document = draft_pipeline.read(Source.from_text(TEXT))
    name = desk.carry(document, "anna")
    assert [one["project"] for one in ask(desk, "list", owner="anna")["projects"]] == [name]
    assert ask(desk, "list", owner="boris")["projects"] == []
    assert "there is no project" in desk.answer({"deed": "open", "project": name}, user="boris")["error"]


def test_a_stopped_draft_goes_on_where_it_was(desk, tmp_path):
    name = ask(desk, "new", text=" ".join(f"Here is sentence number {n}." for n in range(400)))["project"]
    ask(desk, "draft", project=name, stop=True)
    while ask(desk, "changes", project=name, since=-1)["work"]["running"]:
        time.sleep(0.02)
    stopped = ask(desk, "changes", project=name, since=-1)["progress"]
    assert stopped["new"] > 0
    ask(desk, "draft", project=name)
    ask(desk, "draft", project=name, stop=True)
    assert stopped["total"] == 400


def test_what_is_approved_is_offered_to_the_next_article_at_once(desk):
    name = begun(desk, text=TEXT)
    version = segment(desk, name, 1)["version"]
    ask(desk, "edit", project=name, number=1, version=version, text="Тут 40 000 машин в день.", state="approved")
    other = begun(desk, text="It carries 50,000 cars a day.")
    (match,) = ask(desk, "beside", project=other, number=0)["matches"]
    assert (match["target"], match["score"], match["is_adapted"]) == ("Тут 50 000 машин в день.", 99, True)


def test_drafts_stand_in_the_queue_of_all_jobs_and_a_user_has_a_share_of_it(draft_pipeline, tmp_path):
    turns = Turns(at_once=1, waiting=8, each=2)
    desk = Desk(draft_pipeline, tmp_path, turns)
    with turns.turn("anna"):  # an article that she reads
        names = [desk.answer({"deed": "new", "text": TEXT}, "anna")["project"]]
        refused = desk.answer({"deed": "new", "text": TEXT}, "anna")["project"]
        while ask(desk, "changes", project=refused)["work"]["running"]:
            time.sleep(0.02)
        assert "busy, position 3" in ask(desk, "changes", project=refused)["error"]
        names.append(desk.answer({"deed": "new", "text": TEXT}, "boris")["project"])
        assert (turns.length, [segment(desk, name)["state"] for name in names]) == (3, ["new", "new"])
    for name in names:
        while ask(desk, "changes", project=name)["work"]["running"]:
            time.sleep(0.02)
        assert segment(desk, name)["state"] == "draft"


def test_a_draft_that_waits_is_stopped_at_once(draft_pipeline, tmp_path):
    turns = Turns(at_once=1)
    desk = Desk(draft_pipeline, tmp_path, turns)
    with turns.turn("boris"):
        name = desk.answer({"deed": "new", "text": TEXT}, "anna")["project"]
        ask(desk, "draft", project=name, stop=True)
        while ask(desk, "changes", project=name)["work"]["running"]:
            time.sleep(0.02)
        assert turns.length == 1


def test_a_fault_of_ours_ends_a_draft_with_words_that_can_be_reported(draft_pipeline, tmp_path, monkeypatch):
    desk = Desk(draft_pipeline, tmp_path, Turns())
    monkeypatch.setattr("ui.drafts_at_work.draft", lambda *_: 1 / 0)
    name = begun(desk, text=TEXT)
    assert ask(desk, "changes", project=name)["error"] == "ZeroDivisionError"


def test_under_the_confidence_that_is_asked_for_a_sentence_is_left_and_its_draft_offered(desk):
    name = begun(desk, text=TEXT, floor=0.999)
    first = segment(desk, name)
    assert (first["text"], first["origin"], first["unsure"]) == (first["source"], "source", first["confidence"] < 0.4)
    assert "coverage" in {finding["check"] for finding in first["findings"]}
    assert segment(desk, begun(desk, text=TEXT))["text"] in first["alternatives"]


def test_what_is_wrong_is_said_in_the_language_of_the_page(desk):
    answer = ask(desk, "new", text=TEXT, floor=2, lang="ru")
    assert (answer["error"], answer["hint"]) == ("2 — не уверенность", "она от 0 до 1")


@pytest.mark.parametrize("floor", [-1, 2, "a"])
def test_a_floor_that_is_no_confidence_is_refused(desk, floor):
    assert "is no confidence" in ask(desk, "new", text=TEXT, floor=floor)["error"]
