import pytest

from summarizer.document import Piece
from summarizer.press import tidy

BODY = "The old harbour will be rebuilt by the spring, the council said on Monday."


def kind_of(line, below=BODY):
    kept, _, _ = tidy([Piece("paragraph", BODY), Piece("paragraph", line), Piece("paragraph", below)])
    return next(piece.kind for piece in kept if piece.text == line)


@pytest.mark.parametrize(
    "line",
    [
        "Russia's general stance on the issue",
        "Новые сроки",
        "«Мы не спешим»",
        "Биатлон: 11 человек (6 мужчин)",
        "2. The bridge",
    ],
)
def test_a_short_line_above_a_paragraph_is_a_heading(line):
    assert kind_of(line) == "heading"


@pytest.mark.parametrize(
    "line",
    [
        "— Почему так долго",
        "Why so long?",
        "He left.",
        "Here is the list:",
        "#harbour",
        "— Ann Writer (@ann)",
        "January 3, 2018",
        "https://example.org/harbour",
        "Об этом рассказал мэр",
        "the harbour",
    ],
)
def test_other_short_lines_are_none(line):
    assert kind_of(line) == "paragraph"


def test_a_line_above_a_short_line_is_none():
    assert kind_of("The harbour", "Ann Writer") == "paragraph"


def test_the_line_above_a_picture_credit_is_its_caption():
    pieces = [Piece("paragraph", text) for text in (BODY, "The harbour in spring", "© Ann Writer", BODY)]
    kept, dropped, _ = tidy(pieces)
    assert [piece.kind for piece in kept] == ["paragraph"] * 3
    assert [item.reason for item in dropped] == ["photo credit"]


def test_a_heading_that_the_reader_gave_keeps_its_level():
    kept, _, _ = tidy([Piece("paragraph", BODY), Piece("heading", "New dates", 4), Piece("paragraph", BODY)])
    assert kept[1] == Piece("heading", "New dates", 4)
