"""Which words of an article an editor's lead would have, and how they move the choice of sentences."""

import numpy as np
import pytest

from summarizer import language, ranking
from summarizer.document import Piece
from summarizer.ranking.fitness import mostly_speech
from summarizer.ranking.salience import FEATURES, features, names, probabilities, weights

SPEECH = [
    ("«Мост старый и опасный», — сказал мэр.", True),
    ("Мэр назвал мост через реку «старым».", False),
    ('"The bridge is old and it is dangerous," she said.', True),
    ("The mayor called the bridge over the river old.", False),
]


def test_every_feature_has_a_shipped_weight():
    assert weights().shape == (len(FEATURES),)


def test_a_term_is_described_by_its_uses_and_not_by_itself():
    found, rows = features([["мост", "рек"], ["мост", "мэр"]], {"мэр"}, ["рек"])
    table = {term: dict(zip(FEATURES, row, strict=True)) for term, row in zip(found, rows, strict=True)}
    assert found == ["мост", "рек", "мэр"]
    assert table["мост"]["count"] == pytest.approx(np.log(2))
    assert [table[term]["title"] for term in found] == [0, 1, 0]
    assert [table[term]["name"] for term in found] == [0, 0, 1]
    assert [table[term]["first sentence"] for term in found] == [1, 1, 0]


def test_a_text_without_terms_has_no_probabilities():
    assert probabilities([], [], []) == {}


def test_names_have_a_capital_inside_a_sentence():
    assert names(["Вчера мэр Иванов открыл мост.", "Today the mayor met Smith."]) == {"иван", "smith"}


def test_words_of_the_title_and_words_used_often_and_early_are_salient():
    said = [["мост", "рек"], ["мост", "врем"], ["дожд", "врем"]]
    chance = probabilities(["", "", ""], said, ["мост"])
    assert chance["мост"] > chance["рек"] > chance["дожд"]


@pytest.mark.parametrize(("text", "expected"), SPEECH)
def test_a_sentence_is_speech_when_more_than_half_is_in_quotation_marks(text, expected):
    assert mostly_speech(text) is expected


def test_a_sentence_that_adds_no_new_words_gives_way_to_one_that_does():
    pieces = [
        Piece("paragraph", "The city closed the old bridge over the river for repairs on Monday."),
        Piece("paragraph", "For repairs the city on Monday closed the old river bridge."),
        Piece("paragraph", "A new ferry will carry passengers between both banks until October."),
    ]
    document = language.lay_out(pieces, lang="en")
    assert ranking.choose(document, ranking.rank(document, ""), 24) == [(0,), (2,)]
