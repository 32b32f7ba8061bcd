"""HTML of articles and digests: escaped, findings in their place, coverage in words and as a picture."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import Block, Document, Dropped, Finding, Job, Mark, Meta, Passage, Result, Sentence, UsageError
from ui import render, render_digest
from ui.handlers import Beside, BugError, View

TEXT = "The council voted on Monday. The bridge costs 48 million euros."


def _document(text=TEXT, marks=(), **more):
    cut = text.index(". ") + 1
    blocks = (Block("paragraph", 0, len(text), 0, "en", marks),)
    sentences = (Sentence(0, cut, 0), Sentence(cut + 1, len(text), 0))
    return Document(text=text, lang="en", blocks=blocks, sentences=sentences, **more)


def _result(text="Мост стоит 84 миллиона евро.", findings=(), **job):
    passage = Passage(text, (1,), 0, origin="model")
    wanted = Job(**{"task": "digest", "to": "ru"} | job)
    return Result(job=wanted, document=_document(), passages=(passage,), findings=findings, signature="digest|v:1")


def _view(result):
    return View(stage="done", document=result.document, passages=result.passages, result=result)


@given(st.text(alphabet="<>&\"'`${}()abc \u202e\u2066\n", max_size=40))
def test_no_text_from_outside_is_markup(text):
    shown = render.text(text)
    assert not re.search("[<>\"'\u202a-\u202e\u2066-\u2069]", shown)


def test_bidi_controls_are_shown():
    assert render.text("a\u202eb") == "a⟨U+202E⟩b"


@pytest.mark.parametrize(
    ("target", "linked"),
    [
        ("https://example.org/a?b=1&c=2", True),
        ("javascript:alert(1)", False),
        ("JAVASCRIPT:alert(1)", False),
        ("data:text/html,x", False),
        ('https://example.org/" onclick="x', False),
        ("https://example.org/\njavascript:x", False),
        ("/relative", False),
    ],
)
def test_only_plain_web_links_stay_links(target, linked):
    shown = render.article(_document(marks=(Mark(4, 11, "link", target),)), "en")
    assert ("<a href=" in shown) is linked
    assert "council" in shown


def test_marks_that_cross_a_sentence_are_closed_in_it():
    shown = render.article(_document(marks=(Mark(20, 40, "bold"), Mark(30, 45, "italic"))), "en")
    inner = re.search("<p lang='en'>(.*?)</p>", shown)[1]
    assert inner == (
        '<span class="sentence" id="s0" data-at="0">The council voted on<b> Monday.</b></span> '
        '<span class="sentence" id="s1" data-at="1"><b>T</b><i><b>he bridge </b></i><i>costs</i> 48 million euros.</span>'
    )


def test_the_facts_say_what_was_left_out():
    document = _document(
        meta=Meta(title="A <b>bridge</b>", outlet="The Times"), dropped=(Dropped("advert", "Buy <it>"),)
    )
    shown = render.facts(document, "en")
    assert "A &lt;b&gt;bridge&lt;/b&gt;" in shown
    assert "The Times · English · 11 words · 1 minute to read" in shown
    assert "Left out: 1 place" in shown
    assert "Buy &lt;it&gt;" in shown


def test_a_number_that_differs_is_marked_with_a_sign_and_what_the_source_says():
    finding = Finding("numbers", "“84” of the draft is not in the source", 0, "error", (46, 48), (11, 13))
    shown = render_digest.digest(_view(_result(findings=(finding,))), "ru")
    assert '<mark class="error">84</mark>' in shown
    assert "✕</span> ошибка: Число расходится с источником; в источнике: 48" in shown


def test_what_is_marked_of_the_whole_sentence_stands_behind_it():
    finding = Finding("names", "the name is missing", 0, "warning", (4, 11), None)
    shown = render_digest.digest(_view(_result(findings=(finding,))), "en")
    assert "<mark" not in shown
    assert "check this: A name of the source is missing here; the source says: council" in shown


def test_a_note_stands_below_the_digest_not_in_it():
    finding = Finding("names", "the name is missing", 0, "note", (4, 11), None)
    result = _result(findings=(finding,))
    assert "council" not in render_digest.digest(_view(result), "en")
    assert "the source says: council" in render_digest.remarks(result, "en", Beside())


def test_a_check_that_the_page_does_not_know_speaks_for_itself():
    finding = Finding("glossary", "“bridge” is <переправа>", 0, "warning", None, (0, 4))
    assert "“bridge” is &lt;переправа&gt;" in render_digest.digest(_view(_result(findings=(finding,))), "ru")


def test_a_cut_sentence_says_so():
    result = _result()
    cut = View(document=result.document, passages=(Passage("Мост", (1,), 0, cut=True),))
    assert "[обрывается: модель дошла до предела]" in render_digest.digest(cut, "ru")


@pytest.mark.parametrize(
    ("form", "tags"), [("paragraph", ["p"]), ("points", ["ul", "li"]), ("headline", ["h3"]), ("card", ["ul", "li"])]
)
def test_the_form_of_the_digest_is_its_markup(form, tags):
    shown = render_digest.digest(_view(_result(form=form)), "ru")
    assert re.findall(r"<(p|ul|li|h3)\b", shown) == tags


def test_a_sentence_carries_its_evidence_and_its_translation():
    shown = render_digest.digest(_view(_result()), "ru", {0: 'Мост «"дорог"».'})
    assert 'data-evidence="1" data-gloss="Мост «&quot;дорог&quot;»."' in shown


def test_coverage_is_said_and_drawn():
    result = _result()
    assert render_digest.coverage(result, "ru") == "Сводка опирается на 1 из 2 предложений: абзац 1."
    strip = render_digest.strip(result, "en")
    assert re.findall(r'class="(in|out)" data-at="(\d)"', strip) == [("out", "0"), ("in", "1")]
    assert 'role="img" aria-label="The article from top to bottom' in strip


@pytest.mark.parametrize(
    ("view", "said"),
    [
        (View(), ""),
        (View(stage="write", done=2, total=6), "Пишу: 2 из 6"),
        (View(stage="done", seconds=1.25), "Готово за 1,2 с"),
        (View(stage="error", error=UsageError("no <such> form", "take another")), "no &lt;such&gt; form"),
        (View(stage="error", error=BugError("KeyError")), "Ошибка в самой «Сводке»: KeyError."),
    ],
)
def test_progress_says_how_far_it_is_and_what_went_wrong(view, said):
    assert said in render_digest.progress(view, "ru")
