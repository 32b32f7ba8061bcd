import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.document import Dropped, Mark, Meta, Piece
from summarizer.errors import NoArticleError
from summarizer.ingest._grid import places
from summarizer.ingest._pieces import BREAK, Run, finish, pieces

BOLD, ITALIC = frozenset({"bold"}), frozenset({"italic"})

RUNS = [
    ([Run("  a "), Run(" b\n"), Run("c  ")], "a b c", ()),
    ([Run("a", BOLD), Run(" "), Run("b", BOLD)], "a b", (Mark(0, 3, "bold"),)),
    ([Run("a", BOLD), Run(" x "), Run("b", BOLD)], "a x b", (Mark(0, 1, "bold"), Mark(4, 5, "bold"))),
    ([Run(" a ", BOLD | ITALIC), Run("b", ITALIC)], "a b", (Mark(0, 1, "bold"), Mark(0, 3, "italic"))),
    ([Run("a"), Run(" ", BOLD), Run("b")], "a b", ()),
    ([Run("a", link="x:1"), Run("b", link="x:2")], "ab", (Mark(0, 1, "link", "x:1"), Mark(1, 2, "link", "x:2"))),
    ([Run("a\u00a0b"), Run("\u200bc\u00ad"), Run("d\ufeff")], "a bcd", ()),
]


@pytest.mark.parametrize(("runs", "text", "marks"), RUNS)
def test_runs_become_text_with_single_spaces_and_marks(runs, text, marks):
    assert list(pieces("paragraph", runs)) == [Piece("paragraph", text, 0, marks)]


@pytest.mark.parametrize("text", ["", " \n", "* * *", "———", BREAK])
def test_a_paragraph_that_says_nothing_is_no_piece(text):
    assert list(pieces("paragraph", [Run(text)])) == []


def test_a_dash_in_a_cell_says_that_there_is_nothing():
    assert list(pieces("cell", [Run("—")], 0, "t0r0c0")) == [Piece("cell", "—", 0, (), "t0r0c0")]


@given(
    st.lists(
        st.builds(Run, st.text(alphabet=f"ab \n\u00a0\u00ad{BREAK}"), st.sampled_from([BOLD, ITALIC, frozenset()]))
    )
)
def test_no_letter_is_lost_and_every_mark_stands_on_words(runs):
    made = list(pieces("paragraph", runs))
    said = "".join(run.text for run in runs)
    assert "".join("".join(piece.text.split()) for piece in made) == "".join(said.replace("\u00ad", "").split())
    for piece in made:
        assert piece.text == " ".join(piece.text.split())
        for mark in piece.marks:
            marked = piece.text[mark.start : mark.stop]
            assert marked
            assert marked == marked.strip()


def test_code_lines_that_follow_each_other_are_one_piece():
    items = [
        Piece("code", "a", anchor="p1"),
        Piece("code", ""),
        Piece("code", "b"),
        Piece("paragraph", "x"),
        Piece("code", "c"),
    ]
    assert list(finish(items, "a.docx")) == [
        Piece("code", "a\n\nb", anchor="p1"),
        Piece("paragraph", "x"),
        Piece("code", "c"),
    ]


@pytest.mark.parametrize("items", [[], [Meta(), Dropped("notes", "x")], [Piece("code", " ")]])
def test_what_holds_no_text_is_no_article(items):
    with pytest.raises(NoArticleError):
        list(finish(items, "a.docx"))


GRIDS = [
    ([[(1, 1), (1, 1)], [(2, 1)]], [(0, 0, 0), (0, 1, 1), (1, 0, 0)]),
    ([[(1, 2), (1, 1)], [(1, 1)]], [(0, 0, 0), (0, 1, 1), (1, 0, 1)]),
    ([[(2, 3), (1, 1)], [(1, 2)], [(1, 1)]], [(0, 0, 0), (0, 1, 2), (1, 0, 2), (2, 0, 3)]),
    ([[(0, 0), (9999, 1), (1, 1)]], [(0, 0, 0), (0, 1, 1), (0, 2, 1001)]),
]


@pytest.mark.parametrize(("spans", "expected"), GRIDS)
def test_cells_find_their_column_beside_what_reaches_across_and_down(spans, expected):
    assert list(places(spans)) == expected
