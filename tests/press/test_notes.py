import pytest

from summarizer.document import Dropped, Mark, Piece
from summarizer.press import tidy

LEAD = "The plan was dropped in the spring, he said (3). But the council (the old one) thinks otherwise [4]."
NOTES = [
    Piece("paragraph", "Notes:"),
    Piece("paragraph", "3. https://example.org/a"),
    Piece("item", "https://example.org/b", anchor="4."),
]


def read(*pieces):
    kept, dropped, _ = tidy([Piece("paragraph", piece) if isinstance(piece, str) else piece for piece in pieces])
    return [piece.text for piece in kept], dropped


def test_the_notes_section_goes_and_with_it_the_references():
    kept, dropped = read(LEAD, *NOTES)
    assert kept == ["The plan was dropped in the spring, he said. But the council (the old one) thinks otherwise."]
    assert dropped == [
        Dropped("note reference", "(3)"),
        Dropped("note reference", "[4]"),
        *(Dropped("notes", note.text) for note in NOTES),
    ]


def test_without_a_notes_section_figures_in_brackets_stay():
    assert read(LEAD) == ([LEAD], [])


@pytest.mark.parametrize(
    "text",
    [
        "There are two ways: (1) to build a wall and (2) to leave the town for the hills.",
        "The hall has 300 m² of floor, and the yard has got 40 m³ of sand for the works.",
        "He was born in the city of Odessa (1923) and went to school there before the war.",
        "The law (9) has no number so high among its notes, the clerk of the court said.",
    ],
)
def test_what_is_no_reference_stays(text):
    assert read(text, *NOTES)[0] == [text]


def test_raised_figures_after_a_word_are_references():
    assert read("The plan was dropped in the spring², and the council was glad of it.", *NOTES)[0] == [
        "The plan was dropped in the spring, and the council was glad of it."
    ]


def test_marks_stay_on_their_words_when_a_reference_goes():
    piece = Piece("paragraph", "He said so (3), and the council agreed with him on it.", marks=(Mark(24, 31, "bold"),))
    kept, _, _ = tidy([piece, *NOTES])
    assert [kept[0].text[mark.start : mark.stop] for mark in kept[0].marks] == ["council"]


@pytest.mark.parametrize("title", ["Notes", "Примечания", "Сноски:", "References", "Список литературы"])
def test_a_notes_section_is_known_by_its_heading(title):
    kept, dropped = read(LEAD, Piece("heading", title, 2), "1. Smith, A Book, 1999.", "2. Ibid.")
    assert (len(kept), len(dropped)) == (1, 3)


def test_numbered_addresses_at_the_end_are_notes_without_their_heading():
    assert len(read("A plan that nobody liked was dropped by the council.", *NOTES[1:])[1]) == 2


def test_prose_below_a_heading_of_that_name_stays():
    text = "His sources in the council say that the plan was never read by anyone at all."
    assert read(LEAD, Piece("heading", "Sources", 2), text)[1] == []


def test_prose_after_the_notes_stays():
    text = "The author thanks the council of the old town for its help with this article."
    assert read(LEAD, *NOTES, text)[0][-1] == text
