"""ROUGE that keeps Cyrillic, its intervals, and digests cut to a number of words."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "benchmarks"))
from rivals import fill
from rouge import interval, rouge, tokens

SCORES = [
    ("мост закрыт", "мост закрыт", (100, 100, 100)),
    ("Ёлка упала", "елка, упала!", (100, 100, 100)),
    ("закрыт мост", "мост закрыт", (100, 0, 50)),
    ("a b c d", "a x c y", (50, 0, 50)),
    ("мост", "река", (0, 0, 0)),
    ("", "мост", (0, 0, 0)),
]


@pytest.mark.parametrize(("candidate", "reference", "expected"), SCORES)
def test_rouge_is_the_f1_of_shared_words_pairs_and_order(candidate, reference, expected):
    assert rouge(candidate, reference) == pytest.approx(expected)


def test_tokens_are_words_of_both_alphabets_and_figures():
    assert tokens("В 2024-м — Ёж & hedgehog's") == ["в", "2024", "м", "еж", "hedgehog", "s"]


def test_the_interval_holds_the_mean_and_is_a_point_where_nothing_varies():
    low, high = interval([1.0, 2.0, 3.0, 4.0])
    assert low < 2.5 < high
    assert interval([3.0] * 5) == (3.0, 3.0)


def test_a_digest_is_filled_to_the_words_and_not_far_over():
    assert fill(["a b c", "d e f g h i j k", "l m n", "o p q"], 6) == ["a b c", "l m n"]
