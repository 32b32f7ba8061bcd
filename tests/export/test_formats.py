"""The textual formats, each against its whole expected output."""

import json
from dataclasses import replace

import pytest
from cases import ARTICLE, DIGEST, DRAFT
from lxml import html

from summarizer.document import Block, Document, Mark, Sentence
from summarizer.export import export_format, names
from summarizer.job import Job, Passage, Result

DRAFT_TEXT = """\
Мост открыт

Мост через Неву снова открыт с понедельника. По нему проходит 40 000 машин в день.

Подробности

Две полосы

Новые фонари
"""

DRAFT_MARKDOWN = """\
*Оригинал: Bridge reopens, A. Writer, Example Times, 2024-05-06*  
<https://example.org/bridge>  
*Машинный черновик (tiny@1+int8), не проверен*

# Мост открыт

Мост [через](<https://example.org>) Неву снова открыт с понедельника. **По нему проходит 40 000 машин в день.**

## Подробности

- Две полосы
  - Новые фонари

## Замечания

- error [3]: the draft lacks 40,000
- note: 1 inline marks (bold, italic, links) stand by their place in the sentence only
"""

DIGEST_MARKDOWN = """\
*Original: Bridge reopens, A. Writer, Example Times, 2024-05-06*  
<https://example.org/bridge>  
*Machine digest by extractive@1, unreviewed*  
*14 of 21 words, 5 s instead of 5 s of reading*

The bridge over the Neva reopened on Monday. [1] It carries 40,000 cars a day. [2]

## Evidence

1. The bridge over the Neva reopened on Monday.
2. It carries 40,000 cars a day.
"""

BILINGUAL = """\
Bridge reopens, A. Writer, Example Times, 2024-05-06

https://example.org/bridge

Машинный черновик (tiny@1+int8), не проверен

| # | Оригинал | Черновик |
| ---: | --- | --- |
| 1 | Bridge reopens | Мост открыт |
| 2 | The bridge over the Neva reopened on Monday. | Мост через Неву снова открыт с понедельника. |
| 3 | It carries 40,000 cars a day. | По нему проходит 40 000 машин в день. |
| 4 | Details | Подробности |
| 5 | Two lanes | Две полосы |
| 6 | New lamps | Новые фонари |
"""


@pytest.mark.parametrize(
    ("name", "result", "expected"),
    [
        ("text", DRAFT, DRAFT_TEXT),
        ("text", DIGEST, "The bridge over the Neva reopened on Monday. It carries 40,000 cars a day.\n"),
        ("markdown", DRAFT, DRAFT_MARKDOWN),
        ("markdown", DIGEST, DIGEST_MARKDOWN),
        ("bilingual", DRAFT, BILINGUAL),
    ],
)
def test_a_result_is_rendered_as(name, result, expected):
    assert export_format(name).render(result).decode() == expected


def test_points_stand_on_lines_of_their_own():
    points = replace(DIGEST, job=replace(DIGEST.job, form="points"))
    assert export_format("text").render(points).decode().count("\n") == 2
    assert "- It carries 40,000 cars a day. [2]" in export_format("markdown").render(points).decode()


def test_html_marks_a_finding_where_it_stands_and_escapes_the_text():
    evil = replace(DRAFT, passages=(replace(DRAFT.passages[2], text="<script>"), *DRAFT.passages[1:]))
    page = export_format("html").render(evil).decode()
    assert "<script" not in page
    assert '<span class="error" title="the draft lacks 40,000">' in page


def test_html_asks_for_nothing_from_outside():
    page = export_format("html").render(DRAFT).decode()
    assert "src=" not in page
    assert "<link" not in page
    assert "@import" not in page


def test_a_table_keeps_its_rows():
    text = "a\n\nb\n\nc\n\nd"
    cells = [("t0r0c0", 0), ("t0r0c1", 3), ("t0r1c0", 6), ("t0r1c1", 9)]
    document = Document(
        text=text,
        lang="en",
        blocks=tuple(Block("cell", start, start + 1, 0, "en", anchor=anchor) for anchor, start in cells),
        sentences=tuple(Sentence(start, start + 1, n) for n, (_, start) in enumerate(cells)),
    )
    passages = tuple(Passage(letter, (n,), n) for n, letter in enumerate("эюя|"))
    result = Result(job=Job(to="ru"), document=document, passages=passages)
    assert export_format("text").render(result).decode() == "э\tю\nя\t|\n"
    assert "| э | ю |\n| --- | --- |\n| я | \\| |" in export_format("markdown").render(result).decode()
    assert "<tr><td>э</td><td>ю</td></tr>" in export_format("html").render(result).decode()


def test_json_keeps_the_contract():
    data = json.loads(export_format("json").render(DRAFT))
    assert list(data) == ["job", "document", "passages", "findings", "signature"]
    assert list(data["passages"][0]) == [
        "text",
        "sentences",
        "block",
        "cut",
        "origin",
        "score",
        "alternatives",
        "approved",
        "confidence",
    ]
    assert list(data["findings"][0]) == ["check", "message", "passage", "severity", "source", "target"]
    assert data["document"]["sentences"][1] == {"start": 16, "stop": 60, "block": 1, "text": ARTICLE.sentence_text(1)}
    assert data["document"]["dropped"] == [{"reason": "copyright", "text": "© Example"}]


def test_code_is_fenced_past_its_own_backticks():
    document = Document(
        text="a```b",
        lang="en",
        blocks=(Block("code", 0, 5, 0, "en"),),
        sentences=(Sentence(0, 5, 0),),
    )
    result = Result(job=Job(to="ru"), document=document, passages=(Passage("a```b", (0,), 0),))
    assert "````\na```b\n````" in export_format("markdown").render(result).decode()


def test_every_format_renders_a_result_without_passages():
    empty = replace(DRAFT, passages=(), findings=())
    for name in names():
        assert isinstance(export_format(name).render(empty), bytes)


def test_a_bilingual_page_has_a_row_a_sentence_with_its_formatting_and_what_is_said_of_it():
    page = html.document_fromstring(export_format("bilingual_html").render(DRAFT))
    assert [cell.text_content() for cell in page.findall(".//thead/tr/th")] == ["№", "Оригинал", "Черновик", "Заметки"]
    number, source, draft, notes = page.get_element_by_id("s3")
    assert html.tostring(source, encoding="unicode") == '<td lang="en"><b>It carries 40,000 cars a day.</b></td>'
    assert draft.text_content() == "По нему проходит 40 000 машин в день."
    assert (number.text, [line.text for line in notes]) == ("3", ["черновик", "[error] the draft lacks 40,000"])


def test_a_bilingual_page_runs_nothing_of_the_article():
    text = "<script>alert(1)</script>"
    marks = (Mark(0, 8, "link", "javascript:alert(1)"),)
    document = Document(
        text=text,
        lang="en",
        blocks=(Block("paragraph", 0, len(text), 0, "en", marks),),
        sentences=(Sentence(0, len(text), 0),),
    )
    result = Result(job=Job(to="ru"), document=document, passages=(Passage(text, (0,), 0, origin="model"),))
    page = export_format("bilingual_html").render(result).decode()
    assert "<script" not in page
    assert "javascript" not in page
    assert page.count("<span>&lt;script&gt;</span>alert(1)&lt;/script&gt;") == 2  # what was a link, and what was none
