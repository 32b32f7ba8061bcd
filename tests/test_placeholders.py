"""What is held back from translation, and how it is put aside and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer import placeholders
from summarizer.document import Mark
from summarizer.placeholders import find, has_words, mask, parts, unmask

HELD = [
    ("Пишите на info@example.com до пятницы.", ["info@example.com"]),
    ("Подробнее: https://example.org/a?b=1&c=2.", ["https://example.org/a?b=1&c=2"]),
    ("(см. https://example.org/a_(b))", ["https://example.org/a_(b)"]),
    ("Смотрите www.example.org, раздел 2.", ["www.example.org"]),
    ("Сайт example.ru закрыт.", ["example.ru"]),
    ("Сайт пример.рф закрыт.", ["пример.рф"]),
    ("As @treasury said, #budget grew.", ["@treasury", "#budget"]),
    ("Dear {{NAME}}, you owe %1$s of %s.", ["{{NAME}}", "%1$s", "%s"]),
    ("Hello ${user} and {count} others", ["${user}", "{count}"]),
    ("<b>Important</b>&nbsp;news", ["<b>", "</b>", "&nbsp;"]),
    ("Run `svodka digest` now.", ["`svodka digest`"]),
    ("Good news 🎉🎉!", ["🎉🎉"]),
]

NOTHING_HELD = [
    "Рост на 5 % за год, а не на 10% сразу.",
    "Item #1 costs 5 < 6 and 7 > 3.",
    "AT&T and R&D; nothing else.",
    "Конец.Начало нового предложения.",
    "The U.S. economy grew.",
]


@pytest.mark.parametrize(("text", "held"), HELD)
def test_addresses_names_tokens_and_markup_are_held(text, held):
    assert [text[start:stop] for start, stop, _ in find(text)] == held


@pytest.mark.parametrize("text", NOTHING_HELD)
def test_ordinary_text_holds_nothing(text):
    assert find(text) == ()


def test_inline_code_is_known_from_the_marks_of_the_block():
    assert find("The word print is a function.", [Mark(9, 14, "code")]) == ((9, 14, "code"),)


def test_marks_of_a_block_are_moved_into_its_sentence():
    assert placeholders.within("Use print here.", 10, [Mark(14, 19, "code"), Mark(0, 5, "code")]) == ((4, 9, "code"),)


def test_a_sentence_of_placeholders_only_has_no_words():
    assert not has_words("https://example.org — 😀", find("https://example.org — 😀"))
    assert has_words("Site: https://example.org", find("Site: https://example.org"))


def test_a_mask_stands_for_each_thing_and_avoids_what_is_in_the_text():
    text = "Rule #7: write to a@example.org or b@example.org."
    assert mask(text, find(text)) == (
        "Rule #7: write to #8 or #9.",
        (("#8", "a@example.org"), ("#9", "b@example.org")),
    )


def test_masks_may_come_back_in_another_order():
    assert unmask("Между #8 и #7.", (("#7", "a@b.ru"), ("#8", "c@d.ru"))) == "Между c@d.ru и a@b.ru."


@pytest.mark.parametrize("text", ["Пропало.", "Дважды #7 и #7.", "Число #71.", "Слово а#7."])
def test_a_mask_that_did_not_survive_is_noticed(text):
    assert unmask(text, (("#7", "a@b.ru"),)) is None


def test_an_address_after_a_colon_is_cut_off_and_one_inside_the_sentence_stays_in():
    text = "Read more: https://example.org."
    assert [part.text for part, _ in placeholders.clauses(text, find(text))] == [
        "Read more: ",
        "https://example.org",
        ".",
    ]
    text = "Write to a@example.org by Friday."
    assert [part.text for part, _ in placeholders.clauses(text, find(text))] == [text]


@given(st.text(alphabet="ab .@#{}<>:/%s$1а-яорг", max_size=80))
def test_parts_are_the_text_and_masks_come_off_again(text):
    held = find(text)
    assert "".join(part.text for part in parts(text, held)) == text
    masked, masks = mask(text, held)
    assert not masks or unmask(masked, masks) in (text, None)
