import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document import Dropped, Mark, Piece
from summarizer.press import marks, tidy
from summarizer.press.joins import join

LONG = "The settlement of the problem will make the whole plan unnecessary and will do away with the"


def texts(*pieces):
    return [piece.text for piece in join([Piece("paragraph", p) if isinstance(p, str) else p for p in pieces])]


def test_a_sentence_that_a_page_break_cut_is_whole():
    assert texts(LONG, "premise, which explained it.") == [f"{LONG} premise, which explained it."]


@pytest.mark.parametrize(
    "pieces",
    [
        (LONG + " plan.", "the second paragraph."),
        ("Said at the State House, the lower house", "A. Writer, the chairman of the house, said so."),
        (Piece("heading", LONG, 2), "premise, which explained it."),
        (LONG, Piece("item", "premise, which explained it.")),
        ("Jane Roe", "iPad sales fell."),
        (LONG + " following:", "first, the plan;"),
        (Piece("paragraph", LONG, anchor="p1"), Piece("paragraph", "premise.", anchor="p2")),
        (LONG + " plan", "a) the first part"),
        ("Он подошёл к окну, посмотрел на улицу и сказал, что", "— Пойдём отсюда."),
    ],
)
def test_what_is_no_half_of_a_sentence_stays_apart(pieces):
    assert len(texts(*pieces)) == 2


@pytest.mark.parametrize(
    ("left", "right", "whole"),
    [
        ("На совещание в город приехали министр, его заместители и президент", "Казахстана.", " "),
        ("They met with the new minister, his deputies and the head of the", "European Council.", " "),
        ("На совещании речь шла о новой дороге, её цене, и инфор-", "мация об этом разошлась.", ""),
    ],
)
def test_a_paragraph_that_cannot_end_so_goes_on_whatever_comes(left, right, whole):
    assert texts(left, right) == [left.removesuffix("-") + whole + right]


def test_what_stood_between_the_halves_comes_after_them():
    flow = join([Piece("paragraph", LONG), Dropped("page number", "3"), Piece("paragraph", "premise.")])
    assert flow == [Piece("paragraph", f"{LONG} premise."), Dropped("page number", "3")]


def test_marks_move_with_the_second_half():
    right = Piece("paragraph", "premise, he said.", marks=(Mark(0, 7, "bold"),))
    (whole,) = join([Piece("paragraph", LONG, marks=(Mark(0, 3, "italic"),)), right])
    assert [whole.text[mark.start : mark.stop] for mark in whole.marks] == ["The", "premise"]


def test_a_mark_that_the_break_had_cut_is_one_again():
    left = Piece("paragraph", LONG, marks=(Mark(4, len(LONG), "italic"),))
    (whole,) = join([left, Piece("paragraph", "premise, he said.", marks=(Mark(0, 8, "italic"),))])
    assert whole.marks == (Mark(4, len(LONG) + 9, "italic"),)


def test_a_running_head_and_a_page_number_inside_a_sentence_go():
    pieces = [
        Piece("paragraph", "Example Times"),
        Piece("paragraph", "Harbour to be rebuilt by spring"),
        Piece("paragraph", f"{LONG} old wall. {LONG}"),
        Piece("paragraph", "12"),
        Piece("paragraph", "Example Times"),
        Piece("paragraph", "premise, which explained it all."),
    ]
    kept, dropped, _ = tidy(pieces)
    assert kept[-1].text.endswith("with the premise, which explained it all.")
    assert dropped == [Dropped("page number", "12"), Dropped("running head", "Example Times")]


@pytest.mark.parametrize("text", ["Page 3 of 12", "стр. 4", "— 5 —", "3 из 7"])
def test_a_page_number_is_known_by_its_shape(text):
    assert tidy([Piece("paragraph", f"{LONG} wall."), Piece("paragraph", text)])[1] == [Dropped("page number", text)]


def test_lines_that_only_repeat_are_no_running_heads():
    pieces = [Piece("paragraph", "Breakfast for two"), Piece("paragraph", f"{LONG} wall.")] * 5
    assert tidy(pieces)[1] == []


@given(st.text(max_size=30), st.data())
def test_cutting_spans_leaves_every_mark_on_its_own_text(text, data):
    ends = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).map(sorted)
    start, stop = data.draw(ends)
    first, last = data.draw(ends)
    cut = marks.cut(Piece("paragraph", text, marks=(Mark(first, last, "bold"),)), [(start, stop)])
    kept = [place for place in range(len(text)) if not start <= place < stop]
    marked = "".join(text[place] for place in kept if first <= place < last)
    assert "".join(cut.text[mark.start : mark.stop] for mark in cut.marks) == marked
