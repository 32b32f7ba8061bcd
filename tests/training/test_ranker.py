"""The fit of the digest's word salience."""

import numpy as np
import pytest

from summarizer import language
from summarizer.document import Piece
from training.ranker import cross_validated, example, fit, loss


def rows(count):
    chance = np.random.default_rng(7)
    table = np.column_stack([np.ones(count), chance.normal(size=(count, 2))])
    hits = chance.random(count) < 1 / (1 + np.exp(-(table @ [-1.0, 2.0, 0.0])))
    return table, hits.astype(float)


def test_the_fit_finds_the_weights_that_made_the_data():
    assert fit(*rows(20_000)) == pytest.approx([-1.0, 2.0, 0.0], abs=0.1)


def test_the_loss_of_weights_that_know_nothing_is_that_of_a_coin():
    assert loss(np.ones((4, 1)), np.array([1.0, 0, 1, 0]), np.zeros(1)) == pytest.approx(np.log(2))


def test_a_feature_that_tells_lowers_the_cross_validated_loss():
    articles = [rows(200) for _ in range(10)]
    assert cross_validated(articles, [0, 1]) < cross_validated(articles, [0]) - 0.1


def test_an_example_marks_the_terms_that_the_lead_has():
    document = language.lay_out([Piece("paragraph", "The city closed the bridge. The ferry sails.")], lang="en")
    table, hits = example(document, "The bridge", "A bridge was closed.")
    assert table.shape[0] == 5
    assert hits.tolist() == [0, 1, 1, 0, 0]
