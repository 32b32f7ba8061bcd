import re

from hypothesis import given
from hypothesis import strategies as st

from summarizer.document import Dropped, Mark, Meta, Piece
from summarizer.press import tidy

LINES = (
    "Harbour to be rebuilt",
    "By Ann Writer",
    "Example Times, May 6, 2024",
    "The council said on Monday that the old harbour will be rebuilt, and the ferries brought back by the",
    "spring, which nobody had believed (1).",
    "Read more",
    "Share",
    "Reuters",
    "12",
    "Notes:",
    "1. https://example.org",
    "A long sentence about the harbour that ends with a full stop, as sentences do.",
)


@given(st.lists(st.sampled_from(LINES), max_size=14))
def test_no_word_is_lost_without_being_said(lines):
    kept, dropped, meta = tidy([Piece("paragraph", line) for line in lines])
    texts = [*(piece.text for piece in kept), *(item.text for item in dropped)]
    assert sorted(re.findall(r"\w+", " ".join(texts))) == sorted(re.findall(r"\w+", " ".join(lines)))
    assert all(isinstance(item.reason, str) and item.reason for item in dropped)
    assert meta.title in ("", *lines)


@given(st.lists(st.sampled_from(LINES), max_size=10))
def test_every_mark_stays_on_its_text(lines):
    pieces = [Piece("paragraph", line, marks=(Mark(0, 1, "bold"), Mark(0, len(line), "italic"))) for line in lines]
    kept, _, _ = tidy(pieces)
    assert all(0 <= mark.start < mark.stop <= len(piece.text) for piece in kept for mark in piece.marks)


def test_what_the_reader_dropped_stays_dropped_in_its_place():
    items = [Piece("paragraph", LINES[-1]), Dropped("picture", "harbour"), Piece("paragraph", "Share"), Meta(url="u")]
    assert tidy(items)[1:] == ([Dropped("picture", "harbour"), Dropped("share buttons", "Share")], Meta(url="u"))


def test_an_empty_piece_is_nothing():
    assert tidy([Piece("paragraph", " ")]) == ([], [], Meta())


def test_subtitles_keep_every_cue():
    cues = [Piece("paragraph", line, anchor=f"{n}|00:00:0{n}.000-00:00:0{n}.900") for n, line in enumerate(LINES[:9])]
    assert tidy(cues) == (cues, [], Meta())
