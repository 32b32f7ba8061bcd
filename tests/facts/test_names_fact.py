"""Names across cases and scripts."""

import pytest

from summarizer.facts import facts
from summarizer.facts.names import joined

NAMES = facts("names")


def one(text, lang):
    return next(NAMES.find(text, lang))


SAME = [
    ("Путина", "ru", "Putin", "en"),
    ("Хьюз", "ru", "Hughes", "en"),
    ("Джонсоном", "ru", "Johnson", "en"),
    ("Макроном", "ru", "Macron's", "en"),
    ("Германии", "ru", "Germany", "en"),
    ("Испанию", "ru", "Spain", "en"),
    ("МВФ", "ru", "IMF", "en"),
    ("российский", "ru", "Россией", "ru"),
    ("Украиной", "ru", "Украине", "ru"),
    ("Smith's", "en", "Smith", "en"),
    ("Нетаньяху", "ru", "Netanyahu", "en"),
    ("Жижек", "ru", "Žižek", "en"),
    ("Тиррелловский", "ru", "Tyrrell", "en"),
    ("Брисбенской", "ru", "Brisbane", "en"),
    ("Афганистана", "ru", "Afghan", "en"),
    ("Колорадо", "ru", "Colo", "en"),
    ("Морс", "ru", "Moore's", "en"),
    ("Малкольмов", "ru", "Malcoms", "en"),
    ("Реформации", "ru", "Reformation", "en"),
    ("Минэкономики", "ru", "Ministry", "en"),
    ("Хэтча", "ru", "Hetch's", "en"),
    ("СПб", "ru", "Petersburg", "en"),
]
DIFFERENT = [
    ("Иран", "ru", "Ирак", "ru"),
    ("Путина", "ru", "Medvedev", "en"),
    ("Германии", "ru", "France", "en"),
    ("Smith", "en", "Brown", "en"),
    ("England", "en", "League", "en"),
    ("Штатов", "ru", "государственной", "ru"),
    ("Белгородской", "ru", "проходила", "ru"),
    ("Минск", "ru", "Ministry", "en"),
]


@pytest.mark.parametrize(("a", "lang", "b", "other"), SAME)
def test_a_name_is_the_same_in_another_case_or_script(a, lang, b, other):
    assert NAMES.same(one(a, lang), one(b, other))


@pytest.mark.parametrize(("a", "lang", "b", "other"), DIFFERENT)
def test_other_names_are_not(a, lang, b, other):
    assert not NAMES.same(one(a, lang), one(b, other))


def test_the_first_word_of_a_sentence_is_a_name_only_when_it_is_known():
    found = {fact.text: fact.kind for fact in NAMES.find("Ранее Трамп встретил Орлова в Риге.", "ru")}
    assert found == {
        "Ранее": "weak name", "Трамп": "name", "встретил": "word", "Орлова": "name", "в": "word", "Риге": "name",
    }  # fmt: skip


def test_a_name_in_several_words_is_the_same_as_one_word_of_the_other_language():
    found = list(joined("The streets of Ho Chi Minh City are busy."))
    assert "Ho Chi Minh" in [fact.text for fact in found if NAMES.same(fact, one("Хошимине", "ru"))]
