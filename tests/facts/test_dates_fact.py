"""Dates across the languages."""

import pytest

from summarizer.facts import facts

DATES = facts("dates")

SAME = [
    ("12 мая", "ru", "May 12", "en"),
    ("12 мая 2016 года", "ru", "12 May", "en"),
    ("в понедельник", "ru", "on Monday", "en"),
    ("3-5 июня", "ru", "June 5", "en"),
    ("12.05.2016", "ru", "May 12, 2016", "en"),
    ("с 4 по 13 августа", "ru", "August 4", "en"),
    ("6 августа", "ru", "August 5 and 6", "en"),
    ("субботний матч", "ru", "Saturday's match", "en"),
    ("в сентябре", "ru", "Sept. 3", "en"),
    ("вчера", "ru", "on Monday", "en"),
    ("по сравнению с июнем", "ru", "than in June", "en"),
    ("встречаются по средам", "ru", "meet on Wednesdays", "en"),
    ("перед сентябрьскими выборами", "ru", "before the September elections", "en"),
    ("встретились Aug. 20 в Риге", "ru", "met on Aug. 20 in Riga", "en"),
    ("ресторан «Blue Tuesday»", "ru", "the Blue Tuesday diner", "en"),
]
DIFFERENT = [
    ("12 мая", "ru", "June 12", "en"),
    ("12 мая", "ru", "May 13", "en"),
    ("в понедельник", "ru", "on Tuesday", "en"),
    ("12 мая 2016 года", "ru", "May 12, 2017", "en"),
]


@pytest.mark.parametrize(("a", "lang", "b", "other"), SAME)
def test_a_date_is_the_same_in_other_words(a, lang, b, other):
    (x,), (y,) = DATES.find(a, lang), DATES.find(b, other)
    assert DATES.same(x, y)


@pytest.mark.parametrize(("a", "lang", "b", "other"), DIFFERENT)
def test_dates_that_contradict_each_other_are_not(a, lang, b, other):
    (x,), (y,) = DATES.find(a, lang), DATES.find(b, other)
    assert not DATES.same(x, y)


@pytest.mark.parametrize(("text", "lang"), [("They may march.", "en"), ("Охрана среды важна.", "ru"), ("80%", "en")])
def test_words_that_only_look_like_dates_are_none(text, lang):
    assert list(DATES.find(text, lang)) == []
