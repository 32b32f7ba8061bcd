"""What comes back into a draft: shown before it is taken, taken as one step, conflicts as the reader chose."""

import base64
import io

import docx
import pytest
from desks import ask, begun, edited, segment, texts

TMX = """<?xml version="1.0"?><tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence"
 o-tmf="x" adminlang="en" srclang="en" datatype="plaintext"/><body><tu><tuv xml:lang="en"><seg>The bridge is open.</seg>
 </tuv><tuv xml:lang="ru"><seg>Мост открыт.</seg></tuv></tu></body></tmx>"""


def bring(desk, project, name, data, **more):
    data = data.encode() if isinstance(data, str) else data
    return ask(desk, "bring", project=project, name=name, data=base64.b64encode(data).decode(), **more)


@pytest.fixture
def name(desk):
    name = begun(desk, text="The bridge is open. It is old. It is long.")
    for number, text in enumerate(("Мост открыт.", "Он стар.", "Он длинный.")):
        edited(desk, name, number, text)
    return name


@pytest.fixture(params=["xliff", "xliff2"])
def returned(desk, name, request):
    """What somebody made of the export: the first two segments read otherwise."""
    data = base64.b64decode(ask(desk, "export", project=name, format=request.param)["data"]).decode()
    return data.replace("Мост открыт.", "Мост уже открыт.").replace("Он стар.", "Он старый.")


def test_what_comes_back_is_shown_before_anything_is_taken(desk, name, returned):
    edited(desk, name, 1, "Он очень стар.")
    preview = bring(desk, name, "a.xlf", returned)["preview"]
    assert [(one["yours"], one["theirs"]) for one in preview["taken"]] == [("Мост открыт.", "Мост уже открыт.")]
    assert [(one["yours"], one["theirs"]) for one in preview["conflicts"]] == [("Он очень стар.", "Он старый.")]
    assert (preview["same"], preview["strangers"]) == (1, [])
    assert texts(desk, name) == ["Мост открыт.", "Он очень стар.", "Он длинный."]


def test_it_is_taken_as_one_step_and_a_conflict_only_where_the_reader_chose_it(desk, name, returned):
    edited(desk, name, 1, "Он очень стар.")
    before = texts(desk, name)
    answer = bring(desk, name, "a.xlf", returned, really=True)
    assert (answer["brought"], [one["number"] for one in answer["conflicts"]]) == (1, [1])
    assert texts(desk, name)[:2] == ["Мост уже открыт.", "Он очень стар."]
    chosen = {"1": segment(desk, name, 1)["version"]}
    assert bring(desk, name, "a.xlf", returned, really=True, chosen=chosen)["conflicts"] == []
    assert texts(desk, name)[1] == "Он старый."
    ask(desk, "undo", project=name)
    ask(desk, "undo", project=name)
    assert texts(desk, name) == before


def test_a_word_table_comes_back_with_what_could_not_be_taken(desk, name):
    data = base64.b64decode(ask(desk, "export", project=name, format="bilingual_docx")["data"])
    table = docx.Document(io.BytesIO(data))
    rows = table.tables[0].rows
    rows[1].cells[2].text = "Мост уже открыт."
    rows[2].cells[2].text = ""
    rows[3]._tr.getparent().remove(rows[3]._tr)
    out = io.BytesIO()
    table.save(out)
    preview = bring(desk, name, "a.docx", out.getvalue())["preview"]
    assert [(one["yours"], one["theirs"]) for one in preview["taken"]] == [("Мост открыт.", "Мост уже открыт.")]
    assert ([(one["why"], one["number"]) for one in preview["left"]], preview["missing"]) == ([("emptied", 1)], 1)


def test_a_chosen_conflict_that_changed_again_is_not_overwritten(desk, name, returned):
    edited(desk, name, 1, "Он очень стар.")
    chosen = {"1": segment(desk, name, 1)["version"]}
    edited(desk, name, 1, "Он древний.")
    answer = bring(desk, name, "a.xlf", returned, really=True, chosen=chosen)
    assert answer == {"conflict": {"number": 1, "yours": "Он старый.", "theirs": "Он древний."}}
    assert texts(desk, name) == ["Мост открыт.", "Он древний.", "Он длинный."]


def test_a_memory_is_taken_in_and_offered_at_once(desk):
    name = begun(desk, text="The bridge is open.")
    assert bring(desk, name, "old.tmx", TMX) == {"memory": 1, "left": 0}
    (match,) = ask(desk, "beside", project=name, number=0)["matches"]
    assert (match["target"], match["score"]) == ("Мост открыт.", 100)


def test_the_memory_of_all_drafts_goes_out_with_what_was_taken_in_and_approved(desk):
    name = begun(desk, text="It is old.")
    bring(desk, name, "old.tmx", TMX)
    edited(desk, name, 0, "Он стар.", state="approved")
    answer = ask(desk, "export", project=begun(desk, text="Other words."), format="memory")
    out = base64.b64decode(answer["data"]).decode()
    assert (answer["name"], "Мост открыт." in out, "Он стар." in out) == ("memory.tmx", True, True)


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("a.tmx", "<tmx"), ("a.xlf", "<xliff"), ("a.xlf", "text"), ("a.docx", "PK"), ("", ""), ("a.xlf", b"\xff\xfe"),
        ("a.xlf", "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_taken_is_refused_with_its_name(desk, name, file, data):
    answer = bring(desk, name, file, data)
    assert answer["error"]
    assert texts(desk, name) == ["Мост открыт.", "Он стар.", "Он длинный."]
