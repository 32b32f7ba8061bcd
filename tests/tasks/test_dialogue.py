"""Replies: a dash in Russian, quotation marks in English; a draft has its marks where its reply opens and closes."""

from dataclasses import replace

import pytest
from fakes import FakeModel
from hypothesis import given
from hypothesis import strategies as st

from summarizer import language
from summarizer.document import Piece
from summarizer.job import Job
from summarizer.tasks import translate
from summarizer.tasks._dialogue import with_marks
from summarizer.tasks._turns import Turn, turns

OPENS, WHOLE, ASIDE = Turn(True, True, True, False), Turn(True, True, True, True), Turn(True, True, False, False)
GOES_ON, ENDS, AUTHOR = (
    Turn(False, True, True, False),
    Turn(False, True, True, True),
    Turn(False, False, False, False),
)


def shapes(lang, *paragraphs, origin=""):
    document = language.lay_out([Piece("paragraph", text) for text in paragraphs], lang=lang, origin=origin)
    found = turns(document, "en" if lang == "ru" else "ru")
    return [found.get(number) for number in range(len(document.sentences))]


@pytest.mark.parametrize(
    ("paragraph", "wanted"),
    [
        ("— Вы довольны?", [WHOLE]),
        ("— Да, вполне! Мы сделали всё.", [OPENS, ENDS]),
        ("— Я не знаю, — ответил он.", [ASIDE]),
        ("— Я не знаю, — тихо ответил он. — Завтра увидим.", [ASIDE, WHOLE]),
        ("— Зимой, — объяснила она, — бетон не заливают.", [WHOLE]),
        ("— Не знаю, — сказал он. Все засмеялись.", [ASIDE, AUTHOR]),
        ("— Там, где нас нет, — хорошо? Не знаю.", [OPENS, ENDS]),
        ("Мэр улыбнулась. Мост открыт.", [None, None]),
    ],
)
def test_speech_and_its_author_are_told_apart_in_russian(paragraph, wanted):
    assert shapes("ru", paragraph) == wanted


@pytest.mark.parametrize(
    ("paragraph", "wanted"),
    [
        ('"Are you satisfied?"', [WHOLE]),
        ('"Yes, quite. We did it all."', [OPENS, ENDS]),
        ('"I do not know," he said.', [ASIDE]),
        ("“I do not know,” he said. “We will see.”", [ASIDE, WHOLE]),
        ('"We did it all. It went on.', [OPENS, GOES_ON]),
        ('He said: "The bridge is closed."', [None]),
    ],
)
def test_speech_and_its_author_are_told_apart_in_english(paragraph, wanted):
    assert shapes("en", paragraph) == wanted


def test_dashes_of_a_list_and_of_subtitles_are_no_replies():
    assert shapes("ru", "— Пять тонн муки.", "— Две тонны соли.") == [None, None]
    assert shapes("ru", "— Вы довольны?", origin="film.srt") == [None]


def test_an_answered_question_makes_an_exchange_and_an_exchange_has_dashes_in_russian():
    said = shapes("en", '"Are you satisfied?"', '"Yes," he said.', "He left.", '"I am tired," he said.')
    assert [turn and turn.dashed for turn in said] == [True, True, None, False]


@pytest.mark.parametrize(
    ("draft", "turn", "wanted"),
    [
        ("— Are you satisfied?", WHOLE, '"Are you satisfied?"'),
        ('"Are you satisfied?', WHOLE, '"Are you satisfied?"'),
        ('"Yes, quite."', OPENS, '"Yes, quite.'),
        ("We did it all.", ENDS, 'We did it all."'),
        ("— I do not know, — he said.", ASIDE, '"I do not know," he said.'),
        ('"I do not know," he said.', ASIDE, '"I do not know," he said.'),
        ("— In winter, — she said, — it freezes.", WHOLE, '"In winter," she said, "it freezes."'),
        ("All laughed.", AUTHOR, "All laughed."),
        ("— I know he said.", ASIDE, "— I know he said."),  # where the speech ends cannot be told
        ("…", WHOLE, "…"),
    ],
)
def test_an_english_reply_stands_in_quotation_marks_that_close_with_it(draft, turn, wanted):
    marked = with_marks(draft, turn, "en")
    assert marked == wanted
    assert with_marks(marked, turn, "en") == wanted


@pytest.mark.parametrize(
    ("draft", "turn", "wanted"),
    [
        ("— Вы довольны?", WHOLE, "«Вы довольны?»"),
        ("«Мы увидим завтра.", WHOLE, "«Мы увидим завтра»."),
        ("— Я не знаю, — сказал он.", ASIDE, "«Я не знаю», — сказал он."),
        ("— Как! — сказал он.", ASIDE, "«Как!» — сказал он."),
        ("«Да, вполне».", OPENS, "«Да, вполне."),
        ("Мы сделали всё.", ENDS, "Мы сделали всё»."),
        ("«Зимой», — сказала она, — «холодно».", WHOLE, "«Зимой», — сказала она, — «холодно»."),
    ],
)
def test_a_russian_reply_of_an_article_stands_in_guillemets(draft, turn, wanted):
    marked = with_marks(draft, turn, "ru")
    assert marked == wanted
    assert with_marks(marked, turn, "ru") == wanted


@pytest.mark.parametrize(
    ("draft", "turn", "wanted"),
    [
        ("«Вы довольны?»", WHOLE, "— Вы довольны?"),
        ("«Да», — сказал он.", ASIDE, "— Да, — сказал он."),
        ("«Как!» — сказал он.", ASIDE, "— Как! — сказал он."),
        ("«Зимой», — пояснила она, «не бетон».", WHOLE, "— Зимой, — пояснила она, — не бетон."),
        ("«Прочтите „Правду“».", WHOLE, "— Прочтите „Правду“."),
        ("Мы сделали всё».", ENDS, "Мы сделали всё."),
        ("«Да, сказал он.", ASIDE, "— Да, сказал он."),
    ],
)
def test_a_russian_reply_of_an_exchange_has_a_dash_and_no_quotation_marks(draft, turn, wanted):
    marked = with_marks(draft, turn._replace(dashed=True), "ru")
    assert marked == wanted
    assert with_marks(marked, turn._replace(dashed=True), "ru") == wanted


def test_a_reply_is_marked_in_a_translation_and_also_where_only_one_sentence_of_it_is_drafted_again():
    document = language.lay_out([Piece("paragraph", "— Вы довольны? Мы сделали всё.")], lang="ru")
    part = replace(document, sentences=document.sentences[1:])
    for one, answers, texts in (
        (document, ["— Are you satisfied?", "We did it all."], ['"Are you satisfied?', 'We did it all."']),
        (part, ["We did it all."], ['We did it all."']),
    ):
        *_, last = translate.run(one, Job(to="en"), FakeModel(answers))
        assert [passage.text for passage in last.result.passages] == texts


MARKED = st.text(alphabet="abгд Я12.,!?…—–-«»„“”\"'", max_size=40)


@given(MARKED, st.tuples(*[st.booleans()] * 5), st.sampled_from(["ru", "en"]))
def test_marks_come_and_go_but_no_letter_does(text, shape, to):
    turn = Turn(*shape)
    marked = with_marks(text, turn, to)
    assert [char for char in marked if char.isalnum()] == [char for char in text if char.isalnum()]


@given(st.lists(st.text(alphabet='аБв .,!?…—"“”«»', max_size=30), max_size=4), st.sampled_from(["ru", "en"]))
def test_any_paragraphs_have_turns_for_their_own_sentences_only(paragraphs, lang):
    document = language.lay_out([Piece("paragraph", text) for text in ("А. A.", *paragraphs)], lang=lang)
    found = turns(document, "en" if lang == "ru" else "ru")
    assert set(found) <= set(range(len(document.sentences)))
    assert not [turn for turn in found.values() if turn.closes and not turn.ends]
