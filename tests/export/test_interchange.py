"""The formats of the trade: whole outputs, and that foreign software opens them."""

import io
import shutil
import subprocess
from dataclasses import replace

import pytest
from cases import ARTICLE, DIGEST, DRAFT
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from summarizer.document import Block, Document, Mark, Sentence
from summarizer.errors import UsageError
from summarizer.export import export_format
from summarizer.job import Job, Passage, Result

XLIFF = {"x": "urn:oasis:names:tc:xliff:document:1.2"}
XLIFF2 = {"x": "urn:oasis:names:tc:xliff:document:2.0"}
REVIEWED = replace(DRAFT, passages=(replace(DRAFT.passages[0], approved=True), *DRAFT.passages[1:]))

UNIT = (
    '<trans-unit id="s2" xml:space="preserve" approved="no" extradata="604e6d60"><source>The <g id="1" ctype="link">bridge</g> over the Neva'
    ' reopened on Monday.</source><target state="needs-review-translation" state-qualifier="mt-suggestion">'
    'Мост <g id="1" ctype="link">через</g> Неву снова открыт с понедельника.</target></trans-unit>'
)
UNIT2 = (
    '<unit id="s2" svodka:draft="604e6d60"><segment state="translated" subState="svodka:model"><source>The <pc id="1" type="link">bridge</pc>'
    ' over the Neva reopened on Monday.</source><target>Мост <pc id="1" type="link">через</pc> Неву снова открыт с'
    " понедельника.</target></segment></unit>"
)
TU = (
    '<tu tuid="s2"><prop type="x-state">draft</prop><prop type="x-origin">model</prop><tuv xml:lang="en"><seg>The '
    '<bpt i="1" x="1" type="link"/>bridge<ept i="1"/> over the Neva reopened on Monday.</seg></tuv><tuv xml:lang="ru">'
    '<seg>Мост <bpt i="1" x="1" type="link"/>через<ept i="1"/> Неву снова открыт с понедельника.</seg></tuv></tu>'
)


def rendered(name, result=DRAFT):
    return export_format(name).render(result)


@pytest.mark.parametrize(("name", "unit"), [("xliff", UNIT), ("xliff2", UNIT2), ("tmx", TU)])
def test_a_sentence_with_a_link_is_one_unit(name, unit):
    assert unit in rendered(name).decode()


def test_xliff_says_languages_name_and_tool():
    root = etree.fromstring(rendered("xliff"))
    (file,) = root.findall("x:file", XLIFF)
    assert dict(file.attrib) == {
        "original": "bridge.html",
        "source-language": "en",
        "target-language": "ru",
        "datatype": "plaintext",
        "tool-id": "svodka",
    }


@pytest.mark.parametrize(
    ("origin", "approved", "state", "state2"),
    [
        ("model", False, "needs-review-translation", "translated"),
        ("person", False, "translated", "translated"),
        ("person", True, "final", "final"),
        ("source", False, "new", "initial"),
    ],
)
def test_states_say_how_far_a_sentence_is(origin, approved, state, state2):
    result = replace(DRAFT, passages=(replace(DRAFT.passages[0], origin=origin, approved=approved),))
    assert etree.fromstring(rendered("xliff", result)).find(".//x:target", XLIFF).get("state") == state
    assert etree.fromstring(rendered("xliff2", result)).find(".//x:segment", XLIFF2).get("state") == state2


@pytest.mark.parametrize(("name", "space"), [("xliff", XLIFF), ("xliff2", XLIFF2)])
def test_findings_are_notes_of_their_unit(name, space):
    notes = etree.fromstring(rendered(name)).findall(".//x:note", space)
    assert [(note.text, note.get("priority")) for note in notes] == [("the draft lacks 40,000", "1")]


def test_alternatives_are_no_further_sources():
    result = replace(DRAFT, passages=(replace(DRAFT.passages[0], alternatives=("Мост открывается",)),))
    for name in ("xliff", "xliff2", "tmx"):
        assert "открывается" not in rendered(name, result).decode()


def test_what_nobody_translated_is_no_unit_of_a_memory():
    result = replace(DRAFT, passages=(replace(DRAFT.passages[0], origin="source"),))
    assert etree.fromstring(rendered("tmx", result)).findall(".//tu") == []


@pytest.mark.parametrize("name", ["xliff", "xliff2", "tmx"])
def test_a_digest_has_no_units(name):
    with pytest.raises(UsageError, match="digest has no sentence"):
        rendered(name, DIGEST)


@given(st.text(max_size=30), st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=4))
def test_whatever_the_text_and_however_the_marks_cross_the_files_are_sound(text, spans):
    source = "one two three"
    kinds = ("bold", "italic", "link", "code")
    marks = tuple(Mark(min(s), max(s), kind) for s, kind in zip(spans, kinds, strict=False) if s[0] != s[1])
    document = Document(
        text=source, lang="en", blocks=(Block("paragraph", 0, 13, 0, "en", marks),), sentences=(Sentence(0, 13, 0),)
    )
    result = Result(job=Job(to="ru"), document=document, passages=(Passage(text, (0,), 0, origin="person"),))
    for name, path, tag in (("xliff", XLIFF, "x:source"), ("xliff2", XLIFF2, "x:source")):
        root = etree.fromstring(rendered(name, result))
        assert "".join(root.find(f".//{tag}", path).itertext()) == source
        ids = [one.get("id") for one in root.find(f".//{tag}", path).iter() if one.get("id")]
        assert len(ids) == len(set(ids))
    assert "".join(etree.fromstring(rendered("tmx", result)).find(".//seg").itertext()) == source


def test_a_cue_keeps_its_times_and_has_two_even_lines():
    text = "He says that the bridge will be open on Monday."
    document = Document(
        text=text,
        lang="en",
        blocks=(Block("paragraph", 0, len(text), 0, "en", anchor="7|00:01:02.500-00:01:05.000|line:0"),),
        sentences=(Sentence(0, len(text), 0),),
    )
    draft = "Он говорит, что мост будет открыт в понедельник утром."
    result = Result(job=Job(to="ru"), document=document, passages=(Passage(draft, (0,), 0),))
    assert rendered("srt", result).decode() == (
        "1\r\n00:01:02,500 --> 00:01:05,000\r\nОн говорит, что мост будет\r\nоткрыт в понедельник утром.\r\n"
    )


@pytest.mark.parametrize(
    ("lang", "to", "source", "cue"),
    [
        ("en", "ru", "The bridge is open.", "[англ.] The bridge is open."),
        ("ru", "en", "Мост открыт.", "[in Russian] Мост открыт."),
    ],
)
def test_a_cue_left_in_its_own_language_says_so_on_the_screen(lang, to, source, cue):
    block = Block("paragraph", 0, len(source), 0, lang, anchor="1|00:00:01.000-00:00:02.000|")
    document = Document(text=source, lang=lang, blocks=(block,), sentences=(Sentence(0, len(source), 0),))
    left = Passage(source, (0,), 0, origin="source", confidence=0.21)
    for passage, shown in ((left, cue), (replace(left, confidence=None), source)):
        result = Result(job=Job(to=to), document=document, passages=(passage,))
        assert rendered("srt", result).decode().split("\r\n")[2] == shown


def test_an_article_without_cues_is_no_subtitles():
    with pytest.raises(UsageError, match="no times for subtitles"):
        rendered("srt")


def test_a_word_file_has_the_styles_of_the_article():
    import docx

    document = docx.Document(io.BytesIO(rendered("docx")))
    assert [(p.style.name, p.text) for p in document.paragraphs][3:8] == [
        ("Title", "Мост открыт"),
        ("Normal", "Мост через Неву снова открыт с понедельника. По нему проходит 40 000 машин в день."),
        ("Heading 2", "Подробности"),
        ("List Bullet", "Две полосы"),
        ("List Bullet 2", "Новые фонари"),
    ]
    body = document.paragraphs[4]
    assert [(link.text, link.address) for link in body.hyperlinks] == [("через", "https://example.org")]
    assert [run.text for run in body.runs if run.bold] == ["По нему проходит 40 000 машин в день."]
    assert (document.core_properties.title, document.core_properties.language) == ("Мост открыт", "ru-RU")


def test_a_digest_in_word_has_its_evidence():
    import docx

    document = docx.Document(io.BytesIO(rendered("docx", DIGEST)))
    assert [(p.style.name, p.text) for p in document.paragraphs][3:] == [
        ("Normal", "The bridge over the Neva reopened on Monday. [1] It carries 40,000 cars a day. [2]"),
        ("Heading 2", "Evidence"),
        ("List Number", "The bridge over the Neva reopened on Monday."),
        ("List Number", "It carries 40,000 cars a day."),
    ]


def test_characters_that_word_cannot_hold_are_shown_as_such():
    import docx

    result = replace(DRAFT, passages=(replace(DRAFT.passages[0], text="Мост\0 открыт\x0b"),))
    assert docx.Document(io.BytesIO(rendered("docx", result))).paragraphs[3].text == "Мост\ufffd открыт\ufffd"


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this machine")
def test_libreoffice_opens_the_word_file(tmp_path):
    (tmp_path / "draft.docx").write_bytes(rendered("docx"))
    home = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", home, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", tmp_path]
    subprocess.run([*command, tmp_path / "draft.docx"], check=True, capture_output=True, timeout=120)
    text = (tmp_path / "draft.txt").read_text(encoding="utf-8-sig")
    assert "Мост через Неву снова открыт с понедельника. По нему проходит 40 000 машин в день." in text
    assert ARTICLE.meta.title in text
