"""Exact matches of a translation memory take the place of the model's drafts."""

import pytest
from fakes import FakeModel

from summarizer import language, recall, tasks
from summarizer.document import Piece
from summarizer.errors import SvodkaError
from summarizer.job import Job

TMX = """<?xml version="1.0" encoding="utf-8"?><tmx version="1.4"><header creationtool="t" creationtoolversion="1"
segtype="sentence" o-tmf="t" adminlang="en" srclang="ru" datatype="plaintext"/><body><tu>
<tuv xml:lang="ru"><seg>Совет принял решение.</seg></tuv><tuv xml:lang="en"><seg>The council has decided.</seg></tuv>
</tu></body></tmx>"""


def _drafted(memory):
    document = language.lay_out([Piece("paragraph", "Совет принял решение. Мэр ушёл.")], lang="ru")
    job = Job(to="en", memory=memory)
    model = FakeModel(["The mayor left.", "The council took."])
    return list(recall.recalled(tasks.task("translate").run(document, job, model), document, job))[-1].result


def test_a_sentence_that_the_memory_has_is_taken_from_it(tmp_path):
    path = tmp_path / "a.tmx"
    path.write_text(TMX, encoding="utf-8")
    result = _drafted(path)
    assert [(p.text, p.origin) for p in result.passages] == [
        ("The council has decided.", "memory"),
        ("The mayor left.", "model"),
    ]
    assert result.signature.endswith("|memory:1")


def test_without_a_memory_nothing_changes():
    result = _drafted(None)
    assert [p.origin for p in result.passages] == ["model", "model"]
    assert "memory" not in result.signature


@pytest.mark.parametrize(("name", "content"), [("none.tmx", None), ("none.svodka", None), ("a.tmx", "<tmx>")])
def test_a_memory_that_cannot_be_read_is_told(tmp_path, name, content):
    path = tmp_path / name
    if content:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(SvodkaError, match=name):
        _drafted(path)
