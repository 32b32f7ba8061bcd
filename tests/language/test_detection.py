import builtins
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st
from languages import ENGLISH, OTHERS, RUSSIAN

from summarizer.errors import LanguageError
from summarizer.language import detect
from summarizer.language.detection import of_block


@pytest.mark.parametrize("text", RUSSIAN)
def test_russian_is_russian_at_every_length(text):
    assert detect(text) == "ru"


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_english_at_every_length(text):
    assert detect(text) == "en"


@pytest.mark.parametrize(("name", "text"), [(name, text) for name, texts in OTHERS.items() for text in texts])
def test_a_third_language_is_refused_by_its_name_with_the_way_to_overrule_it(name, text):
    with pytest.raises(LanguageError) as refused:
        detect(text)
    assert str(refused.value) == f"the text is in {name}"
    assert "--from ru or --from en" in refused.value.hint


@pytest.mark.parametrize("text", ["", "  \n", "12345", "—!?", "100 % : 5"])
def test_a_text_without_letters_has_no_language(text):
    with pytest.raises(LanguageError, match="no letters"):
        detect(text)


@pytest.mark.parametrize("text", ["Hallo Welt", "Bonjour", "Привіт, світе", "Добър ден", "Privet, kak dela"])
def test_a_few_words_are_taken_by_their_script_and_never_refused(text):
    assert detect(text) in ("ru", "en")


def test_a_quotation_in_a_third_language_does_not_make_the_article_foreign():
    german = "Die Regierung hat den Haushalt für das kommende Jahr beschlossen. "
    assert detect(german + "The government has passed the budget, and the hospitals will get more money. " * 4) == "en"
    ukrainian = "Уряд ухвалив бюджет на наступний рік, повідомив міністр. "
    assert detect(ukrainian + "Правительство приняло бюджет на следующий год, сообщил министр. " * 4) == "ru"


def test_a_long_foreign_article_with_english_headings_is_refused():
    german = "Die Regierung hat den Haushalt beschlossen, doch die Opposition hält das für zu wenig. " * 30
    with pytest.raises(LanguageError, match="German"):
        detect("Breaking news of the day\n" + german)


BLOCKS = [
    ("Привет всем", "en", "ru"),
    ("Hello everybody", "ru", "en"),
    ("«We are ready», said the mayor of the town.", "ru", "en"),
    ("Компания Microsoft Windows Server", "ru", "ru"),
    ("The paper «Правда» said so.", "en", "en"),
    ("12 345", "ru", "ru"),
    ("https://example.org/news", "ru", "ru"),
    ("someone@example.org", "ru", "ru"),
    ("Die Regierung hat den Haushalt für das Jahr beschlossen.", "ru", "ru"),
    ("Die Regierung hat den Haushalt für das Jahr beschlossen.", "en", "en"),
    ("Уряд ухвалив бюджет на наступний рік.", "ru", "ru"),
    ("Уряд ухвалив бюджет на наступний рік, повідомив міністр.", "en", "en"),
    ("政府通过了明年的预算", "en", "en"),
]


@pytest.mark.parametrize(("text", "document", "lang"), BLOCKS)
def test_a_block_keeps_the_documents_language_unless_it_is_plainly_in_the_other(text, document, lang):
    assert of_block(text, document) == lang


@given(st.text(max_size=60), st.sampled_from(["ru", "en"]))
def test_no_block_is_ever_refused(text, document):
    assert of_block(text, document) in ("ru", "en")


def test_nothing_is_fetched_and_nothing_written(monkeypatch, tmp_path):
    from summarizer.language import detection

    real = builtins.open

    def reading_only(file, mode="r", *args, **kwargs):
        assert not set("wax+") & set(mode)
        return real(file, mode, *args, **kwargs)

    detection._model.cache_clear()
    monkeypatch.setattr(socket, "socket", None)
    monkeypatch.setattr(builtins, "open", reading_only)
    monkeypatch.setenv("FTLANG_CACHE", str(tmp_path / "cache"))
    assert detect("The government has passed the budget for the next year.") == "en"
    assert not (tmp_path / "cache").exists()
