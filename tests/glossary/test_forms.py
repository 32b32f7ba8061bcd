"""Phrases in the form that a dictionary has."""

import pytest

from summarizer.glossary.forms import Written, capitalised, dictionary_form, key, support
from summarizer.glossary.lemmas import nominative


@pytest.mark.parametrize(
    ("phrase", "form"),
    [
        ("ключевой ставке", "ключевая ставка"),
        ("Центрального банка", "Центральный банк"),
        ("Московской области", "Московская область"),
        ("Новорижского шоссе", "Новорижское шоссе"),
        ("министру иностранных дел", "министр иностранных дел"),
        ("Владимира Путина", "Владимир Путин"),
        ("Ангелой Меркель", "Ангела Меркель"),
        ("Банка России", "Банк России"),
        ("местными выборами", "местные выборы"),
        ("ставки США", "ставки США"),
        ("Apple", "Apple"),
        ("ПРО", "ПРО"),
    ],
)
def test_a_russian_phrase_has_its_head_in_the_nominative_and_what_agrees_with_it(phrase, form):
    assert " ".join(nominative(phrase.split())) == form


def test_an_ambiguous_word_takes_the_lemma_that_the_rest_of_the_text_supports():
    written = [("Анзоров",), ("Анзорова",), ("Анзорову",)]
    counts = support(written)
    assert {key(words, counts) for words in written} == {("анзоров",)}


def test_the_most_frequent_form_inside_of_sentences_is_listed():
    written = [Written(("Ключевая", "ставка"), first=True), Written(("ключевой", "ставки"), first=False)]
    assert dictionary_form(written, "ru", ("ключевой", "ставка"), frozenset()) == "ключевая ставка"


def test_a_capital_that_every_sentence_has_is_no_part_of_the_term():
    words = capitalised(["The French market fell. Markets are open."])
    assert words == {"French"}
    assert dictionary_form([Written(("French", "market"), first=True)], "en", (), words) == "French market"
    assert dictionary_form([Written(("Market", "share"), first=True)], "en", (), words) == "market share"
