import pytest

from summarizer.document import Document, Piece
from summarizer.evidence import THRESHOLD, support
from summarizer.language import lay_out

ENGLISH = [
    "The town council of Brookfield voted on Monday to close the old bridge.",
    "Engineers found cracks in two of its pillars last spring.",
    "Mayor Helen Archer said that the repairs would cost 4 million dollars.",
    "A ferry will carry passengers until the work is done.",
]
RUSSIAN = [
    "Городской совет Брукфилда в понедельник решил закрыть старый мост.",
    "Прошлой весной инженеры нашли трещины в двух его опорах.",
    "Мэр Хелен Арчер сообщила, что ремонт обойдётся в 4 млн долларов.",
    "До окончания работ пассажиров будет перевозить паром.",
]


def document(sentences: list[str], lang: str) -> Document:
    return lay_out([Piece("paragraph", sentence) for sentence in sentences], lang=lang)


@pytest.mark.parametrize("n", range(4))
@pytest.mark.parametrize(("article", "lang"), [(ENGLISH, "en"), (RUSSIAN, "ru")])
def test_a_sentence_of_the_document_supports_itself(article, lang, n):
    found = support(document(article, lang), article[n], lang)
    assert found.sentences[0] == n
    assert found.score == pytest.approx(1.0)


@pytest.mark.parametrize("n", range(4))
def test_a_translated_sentence_is_found_in_the_other_language(n):
    assert support(document(ENGLISH, "en"), RUSSIAN[n], "ru").sentences[0] == n
    assert support(document(RUSSIAN, "ru"), ENGLISH[n], "en").sentences[0] == n


def test_a_sentence_made_of_two_names_both_the_best_first():
    text = "The old bridge is closed because engineers found cracks in two of its pillars."
    assert support(document(ENGLISH, "en"), text, "en").sentences == (1, 0)


def test_what_the_document_does_not_say_is_below_the_threshold():
    assert support(document(ENGLISH, "en"), "The striker scored twice in the second half.", "en").score < THRESHOLD
    assert support(document(ENGLISH, "en"), "Нападающий дважды забил во втором тайме.", "ru").score < THRESHOLD


def test_a_text_without_words_has_no_support():
    assert support(document(ENGLISH, "en"), "…", "en") == ((), 0.0)
