"""The target language's conventions, put on a draft."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.typography import dress

RUSSIAN = [
    ('"Yes," he said.', "“Да,” - сказал он.", "«Да», — сказал он."),
    ('He called it "odd".', 'Он назвал это "странным".', "Он назвал это «странным»."),
    ("A \"b 'c' d\".", "«А „б“ в».", "«А „б“ в»."),
    ("He said: \"It is 'odd' now.\"", 'Он сказал: "Это "странно" теперь."', "Он сказал: «Это „странно“ теперь»."),
    ("It matters.", "Это - важно.", "Это — важно."),
    ("word—word.", "слово—слово.", "слово — слово."),
    ("- Yes.", "- Да.", "— Да."),
    ("Up 1.5 percent.", "Выше на 1.5 процента.", "Выше на 1,5 процента."),
    ("To $1,234.5 million.", "До $1,234.5 млн.", "До $1\u00a0234,5 млн."),
    ("Some 24,601 people.", "Около 24,601 человека.", "Около 24\u00a0601 человека."),
    ("Some 24,601 people.", "Около 24 601 человека.", "Около 24\u00a0601 человека."),
    ("Some 24,601 people.", "Около 24601 человека.", "Около 24\u00a0601 человека."),
    ("Room 24601.", "Комната 24601.", "Комната 24601."),
    ("Law No. 44.", "Закон No. 44.", "Закон № 44."),
    ("At 10.30am.", "В 10.30.", "В 10.30."),
    ("Version 1.2.3.", "Версия 1.2.3.", "Версия 1.2.3."),
    ("From 5—10 years.", "От 5—10 лет.", "От 5—10 лет."),
    ("Who came?", "кто пришёл", "Кто пришёл?"),
    ("A headline about things", "Заголовок о вещах.", "Заголовок о вещах"),
    ("Yes , he came .", "Да , он пришёл .", "Да, он пришёл."),
    ("It began: “We went.", "Начали так: “Мы шли.", "Начали так: «Мы шли."),
    ('"We know this.', "— Мы это знаем.", "«Мы это знаем."),
    ('"We know it," he said.', "— Мы это знаем, — сказал он.", "— Мы это знаем, — сказал он."),
    ("“We placed them there.", "- Мы их там поставили.", "«Мы их там поставили."),
    ("We know this.", "— Мы это знаем.", "— Мы это знаем."),
]

ENGLISH = [
    ("Он сказал: «Да».", "He said: “Yes”.", 'He said: "Yes".'),
    ("Он сказал «да».", "He said «yes».", 'He said "yes".'),
    ("«А „б“ в».", "«A „b“ c».", "\"A 'b' c\"."),
    ("Это важно.", "It’s important.", "It's important."),
    ("Рост — 1,5 процента.", "Growth - 1,5 percent.", "Growth — 1.5 percent."),
    ("Там 24 601 человек.", "There are 24 601 people.", "There are 24,601 people."),
    ("Всего 1 234 567,8 тонны.", "In all 1 234 567,8 tonnes.", "In all 1,234,567.8 tonnes."),
    ("Закон № 44.", "Law № 44.", "Law No. 44."),
    ("Кто пришёл?", "who came", "Who came?"),
    ("Заголовок о вещах", "A headline about things.", "A headline about things"),
    ("Нет!", "No", "No!"),
]


@pytest.mark.parametrize(("source", "draft", "dressed"), RUSSIAN)
def test_a_russian_draft_gets_russian_conventions(source, draft, dressed):
    assert dress(draft, source, "ru") == dressed


@pytest.mark.parametrize(("source", "draft", "dressed"), ENGLISH)
def test_an_english_draft_gets_english_conventions(source, draft, dressed):
    assert dress(draft, source, "en") == dressed


def test_what_is_kept_is_not_touched():
    assert (
        dress('см. https://a.org/1.5 - "да"', "See 1.5", "ru", ["https://a.org/1.5"]) == "См. https://a.org/1.5 — «да»"
    )


_SIGNS = "абвab019 \u00a0\"'«»„“”‘’-–—.,:;!?…№()[]"


@given(st.text(alphabet=_SIGNS, max_size=40), st.text(alphabet=_SIGNS, max_size=40), st.sampled_from(["ru", "en"]))
def test_a_dressed_draft_is_not_changed_again(draft, source, to):
    once = dress(draft, source, to)
    assert dress(once, source, to) == once


@pytest.mark.parametrize(
    ("draft", "source", "expected"),
    [
        ("More than 5.500 people.", "Более 5,5 тыс. человек.", "More than 5,500 people."),
        ("It is 5.500 metres.", "Это 5,500 метра.", "It is 5.500 metres."),
    ],
)
def test_thousands_that_a_model_wrote_with_a_dot_get_a_comma(draft, source, expected):
    assert dress(draft, source, "en") == expected
