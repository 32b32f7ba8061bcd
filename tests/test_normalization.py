"""What a model is given to read: figures, hours and quotation marks in one form each."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.normalization import normalized


@pytest.mark.parametrize(
    ("lang", "text", "read"),
    [
        ("en", "Some 1,234,567 people, 1.5% of 24,601", "Some 1234567 people, 1.5% of 24601"),
        ("ru", "Из 1 234 567 человек 1,5%", "Из 1,234,567 человек 1.5%"),
        ("ru", "Из 5,5 тыс. ушли 2 тысячи и 90 тыс.", "Из 5,500 ушли 2,000 и 90,000."),
        ("ru", "Ушли 3–4 тыс. человек", "Ушли 3–4 тыс. человек"),
    ],
)
def test_figures_are_written_for_a_model_without_spaces_and_commas_that_it_loses(lang, text, read):
    assert normalized(text, lang) == read


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("It starts at 9:30 p.m. on Friday.", "It starts at 21:30 on Friday."),
        ("Nobody walks here after 5 p.m., she says.", "Nobody walks here after 17:00, she says."),
        ("At 4.00 am local time, 7PM in Moscow", "At 4:00 local time, 19:00 in Moscow"),
        ("From 12:15 a.m. to 12 p.m.", "From 0:15 to 12:00."),
        ('He left "at 8 p.m."', 'He left "at 20:00."'),
        ("Open from 9 to 11 a.m. and 6-8 p.m. daily", "Open from 9 to 11 a.m. and 6-8 p.m. daily"),
        ("I am 5 am I not; 13 p.m.; £5.30pm; 1.2.30 pm", "I am 5:00 I not; 13 p.m.; £5.30pm; 1.2.30 pm"),
    ],
)
def test_hours_are_told_by_the_clock_of_24(text, read):
    assert normalized(text, "en") == read


@pytest.mark.parametrize(
    ("lang", "text", "read"),
    [
        ("ru", "МОСКВА, 29 июня.", "Москва, 29 июня."),
        ("ru", "РОСТОВ-НА-ДОНУ, 3 мая — Суд решил.", "Ростов-на-Дону, 3 мая — Суд решил."),
        ("en", "NEW YORK (Reuters) - The court ruled.", "New York (Reuters) - The court ruled."),
        ("en", "WASHINGTON — The court ruled.", "Washington — The court ruled."),
        ("ru", "ЮНЕСКО, по словам главы, за.", "ЮНЕСКО, по словам главы, за."),
        ("en", "NATO is at war, NATO said.", "NATO is at war, NATO said."),
    ],
)
def test_the_place_of_a_dateline_is_not_shouted(lang, text, read):
    assert normalized(text, lang) == read


def test_english_quotation_marks_are_straight_and_russian_ones_stay():
    assert normalized("“Yes,” she said, ‘no’", "en") == '"Yes," she said, ‘no’'
    assert normalized("«Да» и “нет”", "ru") == "«Да» и “нет”"


@given(st.text(alphabet="xyабв 0123456789.,:“”\u00a0", max_size=30), st.sampled_from(["ru", "en"]))
def test_words_stay_as_they_are_and_in_their_order(text, lang):
    assert re.findall(r"[^\W\d]+", normalized(text, lang)) == re.findall(r"[^\W\d]+", text)
