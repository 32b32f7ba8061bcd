"""«Ты» and «вы» in a Russian draft: one way for each addressee."""

import pytest

from summarizer.checks import register
from summarizer.checks._address import addresses
from summarizer.document import Piece
from summarizer.job import Job, Passage, Result
from summarizer.language import lay_out


def found(*paragraphs, to="ru", origin="model"):
    """Words of the draft that are marked; each paragraph is a list of sentences."""
    document = lay_out([Piece("paragraph", " ".join("It is so." for _ in lines)) for lines in paragraphs], lang="en")
    texts = [line for lines in paragraphs for line in lines]
    passages = tuple(Passage(text, (n,), document.sentences[n].block, origin=origin) for n, text in enumerate(texts))
    marks = register.check(Result(job=Job(to=to), document=document, passages=passages))
    return [(mark.passage, texts[mark.passage][slice(*mark.target)]) for mark in marks]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ты видишь, что вы правы.", [("Ты", True), ("видишь", True), ("вы", False)]),
        ("Твоего дома и вашего сада нет.", [("Твоего", True), ("вашего", False)]),
        ("Смотри, идите сюда!", [("Смотри", True), ("идите", False)]),
        ("«Подожди», — сказал он.", [("Подожди", True)]),
        ("Он стал богат, дали жили, пила лежит.", []),  # stali, dali, pila: other words too
        ("Ничего не поделаешь, пожалуй.", []),
        ("Как ни крути, ничего не скажешь.", []),
        ("Мы пойдём, давайте.", [("давайте", False)]),
        ("Недовольные шуми наплыва.", []),  # no imperative where none begins a clause
        ("", []),
    ],
)
def test_pronouns_and_verbs_show_how_somebody_is_addressed(text, words):
    assert [(text[one.start : one.stop], one.familiar) for one in addresses(text)] == words


def test_the_reader_is_addressed_in_one_way_through_the_article():
    assert found(["Вы можете войти.", "Вам откроют."], ["Ты увидишь мост."]) == [(2, "Ты")]
    assert found(["Ты можешь войти."], ["Вы увидите мост.", "Вам его покажут."]) == [(0, "Ты")]


def test_a_passage_that_changes_inside_of_itself_is_marked_once():
    assert found(["Если ты придёшь, вы всё увидите."]) == [(0, "ты")]


def test_whoever_speaks_in_a_paragraph_speaks_to_one():
    assert found(["— Вы верите, — сказал он, — что ты прав?"]) == [(0, "ты")]


def test_speakers_of_two_paragraphs_may_speak_to_others():
    assert found(["— Ты пришёл?"], ["— Вы меня звали."]) == []
    assert found(["«Ты пришёл?»"], ["«Вы меня звали»."]) == []
    assert found(["Вы читаете письмо."], ["Он сказал: «Ты опоздал»."]) == []


def test_a_quotation_goes_on_over_sentences():
    assert found(["Он сказал: «Ты опоздал.", "Вас ждали»."]) == [(0, "Ты")]


def test_a_greeting_and_a_phrase_address_nobody():
    assert found(["Вы правы.", "Ничего не поделаешь."]) == []


@pytest.mark.parametrize("how", [{"to": "en"}, {"origin": "source"}])
def test_only_drafts_in_russian_are_looked_at(how):
    assert found(["Вы правы.", "Ты прав."], **how) == []


def test_the_message_names_both_words():
    document = lay_out([Piece("paragraph", "You are right. You see it.")], lang="en")
    passages = (
        Passage("Вы правы, вам видно.", (0,), 0, origin="model"),
        Passage("Ты видишь.", (1,), 0, origin="model"),
    )
    (mark,) = register.check(Result(job=Job(to="ru"), document=document, passages=passages))
    assert mark.message == "“Ты” is «ты», but «вы» is said to the same one in sentence 1: “Вы”"
    assert (mark.severity, mark.passage, mark.source, mark.target) == ("note", 1, (15, 26), (0, 2))
