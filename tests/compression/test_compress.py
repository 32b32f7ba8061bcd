"""What the rules leave out of a sentence, and what they never do: `[-…-]` marks what goes."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.compression import compress
from summarizer.ranking.stems import count_words

ENGLISH = [
    "[-Abu Dhabi, United Arab Emirates -]Lost boats are found every day.",
    "[-Seoul, South Korea -]The ferries stay in port until Friday night.",
    "[-HULL, Dec 3 (Reuters) - -]Rescue boats saved forty sailors on Sunday.",
    "[-(AP) -- -]Rescue boats saved forty sailors on Sunday.",
    "The ferries stay in port until Friday night[-, Reuters reported-].",
    "[-According to AFP, -]the ferries stay in port until Friday night.",
    "The World Meteorological Organization[- (WMO)-] expects another storm.",
    "The old lighthouse[- (built of granite)-] lost its roof in the storm.",
    "[-It should be noted that -]the harbour was closed for a week.",
    "The mayor of Hull said[- on Monday-] that the port would stay closed.",
    "The mayor of Hull said[- in a statement on Monday-] that the port would stay closed.",
    "The mayor[-, however,-] wants the port to stay closed.",
    "When the wind fell[-, however-], the ferries left the port.",
    "The coast guard[-, which had been warned,-] was late by an hour.",
    "The ferry went back to the old harbour[-, where the passengers spent the night-].",
    "The lighthouse[-, a tower of granite,-] was damaged by the waves.",
]
ENGLISH_KEPT = [
    "The lighthouse (built in 1850) lost its roof in the storm.",
    "The mayor (a friend of Ann Reed) wants the port to stay closed.",
    "The captain (who was not on board) heard the news at home.",
    "She (Ann, the captain's wife) heard the news at home.",
    "The winners were Ann Reed (Hull), Joe Bell (Leeds) and Tom Hay (York).",
    "“However, the port will stay closed until Friday,” the mayor said.",
    "It was said on Monday night in the streets of Hull.",
    "The coast guard, which had not been warned, was late by an hour.",
    "The coast guard, which saved forty sailors, was late by an hour.",
    "The lighthouse (allegedly the oldest one) lost its roof in the storm.",
    "The storm came late, however, it was a strong one.",
    "Ann Reed, a captain of the fleet, said the boats were ready.",
    "He told Ann Reed that the boats were ready.",
    "The company was told by reporters at a briefing that day.",
]
RUSSIAN = [
    "[-МУРМАНСК, 3 дек — РИА Новости. -]Катера спасли сорок моряков в воскресенье.",
    "Паромы останутся в порту до вечера пятницы[-, сообщает ТАСС-].",
    "[-Как передаёт Reuters, -]паромы останутся в порту до вечера пятницы.",
    "Всемирная метеорологическая организация[- (ВМО)-] ждёт новой бури.",
    "Старый маяк[- (он сложен из гранита)-] лишился крыши во время бури.",
    "[-При этом -]капитан парома отказался выходить в море.",
    "[-Кроме того, -]капитан парома отказался выходить в море.",
    "[-Стоит отметить, что -]капитан парома отказался выходить в море.",
    "Мэр Мурманска заявил[- в понедельник-], что порт останется закрытым.",
    "Мэр Мурманска сообщил[- журналистам-], что порт останется закрытым.",
    "Порт останется закрытым, сообщил[- ТАСС-] мэр Мурманска Олег Рыбин.",
    "Мэр Мурманска Олег Рыбин[- в беседе с RT-] отметил, что порт останется закрытым.",
    "Капитан парома[-, однако,-] отказался выходить в море.",
    "Мэр сказал, что порт[-, конечно,-] останется закрытым до пятницы.",
    "Он ответил[-, впрочем-], что паром не готов к рейсу.",
    "Капитан парома Олег Смирнов[-, который вёл судно,-] отказался от награды.",
    "Капитан парома Олег Смирнов[-, спасший моряков,-] отказался от награды.",
]
RUSSIAN_KEPT = [
    "Старый маяк (он построен в 1850 году) лишился крыши во время бури.",
    "Маяк (его не чинили со времён войны) лишился крыши во время бури.",
    "При этом условии капитан парома согласился выйти в море.",
    "Так что капитан парома отказался выходить в море.",
    "Кроме того, отметил мэр, порт останется закрытым до пятницы.",
    "«При этом капитан парома отказался выходить в море», — сказал мэр.",
    "Но буря не стихнет до утра», — сказал вечером мэр города.",
    "Моряки, которые нарушили запрет, заплатят большой штраф.",
    "Первыми городами Европы, которые закроют порты, станут Осло и Берген.",
    "Для тех, кто не слышал, напомним, что порт останется закрытым.",
    "Мэр не назвал срока, однако, как говорят моряки, порт закрыт надолго.",
    "Порт близ города Анива, построенный моряками США, закрыли из-за бури.",
    "Порт получит десять катеров (половина уже построена), чтобы спасать моряков.",
    "Команда, в свою очередь, также уставшая от бури, вернулась в порт.",
    "Говорить, что вина лежит на капитане парома, однако, неверно.",
    "Это самый надёжный паром города (судя по словам капитана).",
    "Сборная России (до этого — СССР) тридцать раз брала медали на озере.",
    "— Порт, конечно, останется закрытым, — сказал мэр города.",
    "Правительство объявило 12 мая нерабочим днём для моряков.",
]


def cut(marked):
    return re.sub(r"\[-.*?-\]", "", marked)


def whole(marked):
    return re.sub(r"\[-|-\]", "", marked)


@pytest.mark.parametrize("marked", ENGLISH)
def test_an_english_sentence_loses_what_it_can_do_without(marked):
    short = cut(marked)
    assert compress(whole(marked), "en").text == short[0].upper() + short[1:]


@pytest.mark.parametrize("marked", RUSSIAN)
def test_a_russian_sentence_loses_what_it_can_do_without(marked):
    short = cut(marked)
    assert compress(whole(marked), "ru").text == short[0].upper() + short[1:]


@pytest.mark.parametrize("text", ENGLISH_KEPT)
def test_an_english_sentence_keeps_its_facts_quotations_and_grammar(text):
    assert compress(text, "en").text == text


@pytest.mark.parametrize("text", RUSSIAN_KEPT)
def test_a_russian_sentence_keeps_its_facts_quotations_and_grammar(text):
    assert compress(text, "ru").text == text


def test_who_was_told_gives_way_to_what_was_said():
    short = compress("Ann Reed told reporters at a news conference that the port was closed.", "en")
    assert short.text == "Ann Reed said that the port was closed."


def test_an_abbreviation_that_is_used_elsewhere_stays_explained():
    text = "The World Meteorological Organization (WMO) expects another storm."
    assert compress(text, "en", ["The WMO was founded long ago."]).text == text


@given(st.text(alphabet="аяАЯ ,.()«»\"'—-129bBtT", max_size=80), st.sampled_from(["ru", "en"]))
def test_no_text_breaks_the_rules_and_every_place_is_of_the_text(text, lang):
    short = compress(text, lang)
    assert len(short.places) == len(short.text)
    assert list(short.places) == sorted(short.places)
    assert short.text == text or count_words(short.text) >= 5
