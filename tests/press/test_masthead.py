import pytest

from summarizer.document import Dropped, Mark, Meta, Piece
from summarizer.press import dates, tidy

BODY = "The old harbour will be rebuilt by the spring, the council said on Monday."


def head(*lines, meta=None):
    pieces = [line if isinstance(line, Piece) else Piece("paragraph", line) for line in lines]
    return tidy([*pieces, Piece("paragraph", BODY), *([meta] if meta else [])])


def test_title_byline_outlet_and_date_are_read_from_the_head():
    kept, dropped, meta = head(
        "Harbour to be rebuilt", "By Ann Writer", "Example Times, May 6, 2024", "Region: North", "Theme: Towns"
    )
    assert meta == Meta("Harbour to be rebuilt", "Ann Writer", "Example Times", "2024-05-06")
    assert [piece.kind for piece in kept] == ["title", "paragraph"]
    assert [item.reason for item in dropped] == ["masthead"] * 4


def test_what_the_reader_says_wins_over_the_head():
    own = Meta("Harbour", "A. Reader", "Reader News", "2020-01-01", "https://example.org")
    assert head("Harbour to be rebuilt", "By Ann Writer", "Example Times, May 6, 2024", meta=own)[2] == own


def test_the_first_meta_wins_field_by_field():
    assert tidy([Meta(title="One"), Meta(title="Two", byline="B"), Piece("paragraph", BODY)])[2] == Meta("One", "B")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Автор: Иван Петров", Meta("Гавань откроют", "Иван Петров")),
        ("Текст: Анна Иванова и Пётр Сидоров", Meta("Гавань откроют", "Анна Иванова и Пётр Сидоров")),
        ("By Ann Writer and Bob Author | Example Times", Meta("Гавань откроют", "Ann Writer and Bob Author")),
        ("6 мая 2024, 12:30", Meta("Гавань откроют", date="2024-05-06")),
        ("Опубликовано: 06.05.2024", Meta("Гавань откроют", date="2024-05-06")),
        ("Иван Петров, 6 мая 2024", Meta("Гавань откроют", "Иван Петров", date="2024-05-06")),
        ("Городская газета, 6 мая 2024 г.", Meta("Гавань откроют", outlet="Городская газета", date="2024-05-06")),
        ("Updated 6 May 2024", Meta("Гавань откроют", date="2024-05-06")),
        ("Теги: порт, город", Meta("Гавань откроют")),
        ("Время чтения: 5 минут", Meta("Гавань откроют")),
        ("Staff Reports", Meta("Гавань откроют", "Staff Reports")),
    ],
)
def test_a_head_line_is_dropped_and_said(line, expected):
    kept, dropped, meta = head("Гавань откроют", line)
    assert (meta, dropped, len(kept)) == (expected, [Dropped("masthead", line)], 2)


@pytest.mark.parametrize("line", ["Events of 6 May 2024", "The harbour before the war", "By and large a good year"])
def test_a_line_below_the_title_that_says_something_else_stays(line):
    assert head("Harbour to be rebuilt", line)[1] == []


def test_a_linked_section_above_the_title_goes():
    section = Piece("paragraph", "City news", marks=(Mark(0, 9, "link", "#"),))
    kept, dropped, meta = head(section, "Harbour to be rebuilt")
    assert (kept[0].kind, meta.title, dropped) == ("title", "Harbour to be rebuilt", [Dropped("masthead", "City news")])


def test_a_part_number_below_the_title_is_a_heading():
    kept, _, _ = head("Harbour to be rebuilt", "Part II", "What the council wants")
    assert [piece.kind for piece in kept] == ["title", "heading", "heading", "paragraph"]


def test_a_text_that_begins_with_a_sentence_has_no_title():
    kept, _, meta = tidy([Piece("paragraph", BODY), Piece("paragraph", "New dates"), Piece("paragraph", BODY)])
    assert ([piece.kind for piece in kept], meta) == (["paragraph", "heading", "paragraph"], Meta())


def test_a_text_of_one_word_is_no_title():
    assert tidy([Piece("paragraph", "Hello")])[0] == [Piece("paragraph", "Hello")]


def test_a_byline_below_the_text_is_read():
    pieces = [Piece("paragraph", BODY), Piece("paragraph", "Автор: Иван Петров")]
    assert tidy(pieces) == ([pieces[0]], [Dropped("masthead", "Автор: Иван Петров")], Meta(byline="Иван Петров"))


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("on December 24, 2013 in", "2013-12-24"),
        ("24th of May 2024", "2024-05-24"),
        ("Sept. 3, 2021", "2021-09-03"),
        ("3 марта 2021 года", "2021-03-03"),
        ("9 мая 1945", "1945-05-09"),
        ("2021-03-04", "2021-03-04"),
        ("04.03.2021", "2021-03-04"),
        ("4/25/2024", "2024-04-25"),
    ],
)
def test_a_date_is_read_as_newspapers_print_it(text, iso):
    found = dates.find(text)
    assert found is not None
    assert found.iso == iso


@pytest.mark.parametrize(
    "text", ["in 2013", "31 февраля 2021", "May 2024", "1.2.34", "12 monkeys 2001", "129.12.20145"]
)
def test_what_is_no_whole_date_is_none(text):
    assert dates.find(text) is None
