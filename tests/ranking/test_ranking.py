"""Which sentences carry a text, and which cannot stand alone."""

import pytest

from summarizer import language, ranking
from summarizer.document import Piece
from summarizer.ranking.fitness import is_fit, is_overturned, leans, loose_quotes, sets_a_scene
from summarizer.ranking.stems import count_words, stem, terms

SAME_STEM = [
    ("парламент", "парламента"),
    ("выборы", "выборах"),
    ("новый", "нового"),
    ("правительство", "правительством"),
    ("компания", "компаний"),
    ("elections", "election"),
    ("parties", "party"),
    ("voting", "voted"),
    ("minister's", "minister"),
]

LEANING = [
    ("ru", "Однако суд отклонил жалобу."),
    ("ru", "Он добавил, что срок истёк."),
    ("ru", "При этом цены выросли."),
    ("ru", "Об этом сообщает пресс-служба."),
    ("ru", "— Это важно."),
    ("ru", "Пока их строили, поезда возили на пароме."),
    ("ru", "К тому времени дорога была готова."),
    ("ru", "Просто другого выхода не было."),
    ("en", "While they were built, trains went by ferry."),
    ("en", "However, the court rejected the appeal."),
    ("en", "He added that time was up."),
    ("en", "In addition, prices rose."),
    ("en", "That is why they left."),
]

STANDING = [
    ("ru", "Суд отклонил жалобу во вторник."),
    ("ru", "Во вторник суд отклонил жалобу."),
    ("ru", "Итоги подвели в среду."),
    ("en", "The court rejected the appeal on Tuesday."),
    ("en", "In March the court rejected the appeal."),
    ("en", "Theatres reopened in the city."),
    ("en", "While the court sat, crowds gathered outside."),
    ("ru", "Пока суд заседал, у здания собрались люди."),
]

UNFIT = [
    "Мост закрыт.",
    "Почему же закрыли этот старый мост?",
    "Подробности о мосте и людях",
    "© Фото из архива городского музея.",
    "Читайте также другие наши материалы о мостах.",
    "Storm closes the port HULL, Dec 3 (Reuters) - The port of Hull was closed on Monday.",
    "Буря закрыла порт МУРМАНСК, 3 дек — РИА Новости. Порт Мурманска закрыли в понедельник.",
    "Two reporters in the capital contributed to this report.",
]


@pytest.mark.parametrize(("one", "other"), SAME_STEM)
def test_forms_of_a_word_have_one_stem(one, other):
    assert stem(one) == stem(other)


def test_terms_are_stems_without_function_words():
    assert terms("Все ёлки и палки — в лесу.", "ru") == ["елк", "палк", "лес"]
    assert terms("The state's 3 parties are in it", "en") == ["stat", "3", "part"]


def test_words_are_counted_as_a_reader_counts_them():
    assert count_words("Что-то 24 раза, don't — и всё.") == 6


@pytest.mark.parametrize(("lang", "text"), LEANING)
def test_a_sentence_that_points_back_leans(lang, text):
    assert leans(text, lang)


@pytest.mark.parametrize(("lang", "text"), STANDING)
def test_a_sentence_that_names_its_subject_stands(lang, text):
    assert not leans(text, lang)


@pytest.mark.parametrize("text", UNFIT)
def test_fragments_questions_and_credits_are_not_fit(text):
    assert not is_fit(text)


def test_a_statement_is_fit():
    assert is_fit("Мост через реку закрыли на ремонт до осени.")


def test_pieces_of_a_longer_quotation_and_speech_without_a_speaker_are_loose():
    block = [
        "Мост закрыли в среду.",
        "«Мы готовы.",
        "Работы начнутся завтра», — сказал мэр.",
        "«Мост старый», — сказал мэр.",
        "«Мост старый».",
    ]
    assert loose_quotes(block) == [False, True, True, False, True]
    assert loose_quotes(['"We are ready.', 'Work begins now," he said.', '"It is old," said the mayor.']) == [
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lost keys after a long evening are a common and annoying part of life.", True),
        ("Lost keys after a long evening are common in Leeds.", False),
        ("Lost keys cost 40 households a night in the hotel.", False),
        ("Потерянные ключи — обычное и досадное дело.", True),
        ("Потерянные ключи нашли в «Сокольниках».", False),
    ],
)
def test_an_opening_that_names_nobody_and_no_figure_sets_a_scene(text, expected):
    assert sets_a_scene(text) is expected


def _scores(*sentences):
    document = language.lay_out([Piece("paragraph", " ".join(sentences))], lang="en")
    return dict(zip(sentences, ranking.rank(document, "").scores, strict=True))


def test_a_sentence_that_names_nobody_loses_only_where_it_opens_the_text():
    scene, event = "Lost keys are a common part of city life.", "Keys of the city hall were found in Leeds."
    opens, follows = _scores(scene, event), _scores(event, scene)
    assert opens[scene] < opens[event]
    assert 0 < opens[scene] < follows[scene]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("До недавнего времени учёные полагали, что галактики столкнутся.", True),
        ("Ранее учёные считали, что озеро пересохло.", True),
        ("Ранее министр посетил завод.", False),
        ("До недавнего времени мост стоял, но в марте он рухнул.", False),
        ("«Долго думал, выбор делал в последний момент», — сказал тренер.", False),
        ("«Считалось, что мост выдержит», — сказал инженер.", True),
        ("Scientists long believed that the lake was dry.", True),
        ("Until recently the bridge was thought to be safe.", True),
        ("Scientists believe that the lake is dry.", False),
        ("The council believed that the bridge was safe.", False),
    ],
)
def test_a_belief_of_the_past_is_told_from_the_news(text, expected):
    assert is_overturned(text) is expected


def test_a_belief_that_the_article_overturns_does_not_open_its_digest():
    believed = "Until recently scientists believed that the lake under the northern ice was dry and held no fish."
    found = "A team from the university found forty kinds of fish in the lake under the northern ice in March."
    document = language.lay_out([Piece("paragraph", believed), Piece("paragraph", found)], lang="en")
    scores = ranking.rank(document, "Fish in the lake under the ice").scores
    assert scores[1] > scores[0] > 0
