"""Long texts cut at pauses, by a model's count."""

from hypothesis import given
from hypothesis import strategies as st

from summarizer.packing import fit, gather


def words(text):
    return len(text.split())


def test_a_text_that_fits_is_left_whole():
    assert fit("One, two, three.", 3, words) == ["One, two, three."]


def test_a_long_text_is_cut_at_the_strongest_pause_it_has():
    text = "First part here; second part, which is longer; third."
    assert fit(text, 5, words) == ["First part here;", "second part, which is longer;", "third."]


def test_without_any_space_it_is_cut_between_characters():
    assert fit("abcdefgh", 4, len) == ["abcd", "efgh"]


@given(st.text(alphabet="ab ,;.", max_size=200), st.integers(2, 12))
def test_nothing_but_white_space_is_lost_and_every_part_fits(text, limit):
    pieces = fit(text, limit, len)
    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert all(len(piece) <= limit for piece in pieces)


def test_sentences_are_gathered_in_order_into_groups_that_fit():
    groups = gather(["one two", "three", "four five six", "seven"], 5, words)
    assert groups == [["one two", "three"], ["four five six"], ["seven"]]


def test_a_sentence_over_the_limit_is_cut_and_none_of_it_is_lost():
    groups = gather(["one two three four", "five"], 3, words)
    assert " ".join(part for group in groups for part in group) == "one two three four five"
    assert all(sum(words(part) for part in group) <= 3 for group in groups)
