"""Rarer words found in a text."""

import pytest

from summarizer.glossary import rarer

TABLE = "huddle\tсбиться в кучу\nhotbed\tочаг\thotbed\nогурец\tcucumber\tогурц\nconfiscate\tконфисковать"


@pytest.fixture(autouse=True)
def table(monkeypatch):
    monkeypatch.setattr(rarer, "_lines", TABLE.splitlines)
    rarer._table.cache_clear()
    rarer._rendering.cache_clear()
    yield
    rarer._table.cache_clear()
    rarer._rendering.cache_clear()


def found(text, lang):
    return [(text[hit.start : hit.stop], hit.rendering) for hit in rarer.find(text, lang)]


def test_words_are_found_in_every_form():
    assert found("He confiscated two hotbeds.", "en") == [("confiscated", "конфисковать"), ("hotbeds", "очаг")]
    assert found("Он съел два огурца с хлебом.", "ru") == [("огурца", "cucumber")]


def test_a_capital_is_a_name_but_for_the_first_word():
    assert found("Hotbeds of the Hotbed", "en") == [("Hotbeds", "Очаг")]
    assert found("“Hotbeds are hot.”", "en") == [("Hotbeds", "Очаг")]


def test_a_word_of_like_stem_is_another_one():
    assert found("Огуречный рассол и огуречик", "ru") == []
