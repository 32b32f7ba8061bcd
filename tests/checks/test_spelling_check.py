"""Words that no dictionary has are marked; names, addresses, numbers and what the source has are not."""

import pytest

from summarizer import language
from summarizer.checks.spelling import check
from summarizer.document import Piece
from summarizer.job import Job, Passage, Result


def _found(draft, to, source="", origin="model", glossary=None):
    source = source or {"ru": "The bridge is old.", "en": "Мост старый."}[to]
    document = language.lay_out([Piece("paragraph", source)], lang="en" if to == "ru" else "ru")
    passage = Passage(draft, (0,), 0, origin=origin)
    result = Result(job=Job(to=to, glossary=glossary), document=document, passages=(passage,))
    return [(draft[slice(*finding.target)], finding.severity) for finding in check(result)]


@pytest.mark.parametrize(
    ("to", "draft", "words"),
    [
        ("ru", "Это побережная эпоха реминимации.", ["реминимации"]),
        ("ru", "Он оскорбительствуется и молчит.", ["оскорбительствуется"]),
        ("en", "The skurnet of a well-known beloving man.", ["skurnet", "beloving"]),
        ("en", "Their retaliability isn't known.", ["retaliability"]),
    ],
)
def test_a_made_up_word_is_a_warning_at_its_place(to, draft, words):
    assert _found(draft, to) == [(word, "warning") for word in words]


@pytest.mark.parametrize(
    ("to", "draft"),
    [
        ("ru", "В 37-летнем возрасте он ещё всё-таки преподавал, а подросшие дети учились."),
        ("ru", "Пятичасовую и трёхчасовой, двадцатидюймовый, сорокадвухлетнего."),
        ("ru", "Автозаправка, супермаркет и соцсети, декоммунизации, криптовалютные биржи."),
        ("ru", "Рафферти и Шоултер, ФИДЕ; адрес example.com/stranitsaa и пример@почтаа.рф."),
        ("en", "He wasn't there; they'd reopened the state-owned shop o'clock, unprincipledly."),
        ("en", "Colour and color, judgement and judgment; Kozhevnikova's www.skurnet.example."),
        ("en", ""),
    ],
)
def test_words_by_the_rules_of_the_language_and_what_is_no_word_are_left_alone(to, draft):
    assert _found(draft, to) == []


@pytest.mark.parametrize(
    ("to", "source", "draft", "word"),
    [
        ("ru", "The thyreophoran was a nodosaur.", "Тиреофор был нодозавром.", "нодозавром"),
        ("en", "Во дворе открыли эстакаду.", "The estakada in the yard is open.", "estakada"),
    ],
)
def test_a_word_that_sounds_like_one_of_the_source_is_a_note(to, source, draft, word):
    assert _found(draft, to, source=source) == [(word, "note")]


def test_a_word_that_the_source_has_may_stand():
    assert _found("Сервис называется «скурнет».", "ru", source="Сервис «скурнет» opened.") == []


def test_a_term_of_the_glossary_may_be_newer_than_the_dictionary(tmp_path):
    terms = tmp_path / "terms.csv"
    terms.write_text("en,ru\nnodosaur,нодозавр\n", encoding="utf-8")
    assert _found("Нашли двух нодозавров.", "ru") == [("нодозавров", "warning")]
    assert _found("Нашли двух нодозавров.", "ru", glossary=terms) == []


@pytest.mark.parametrize(("origin", "severities"), [("person", ["note"]), ("memory", ["note"]), ("source", [])])
def test_what_a_person_wrote_is_only_noted_and_what_was_left_is_not_judged(origin, severities):
    assert [severity for _, severity in _found("Это реминимация.", "ru", origin=origin)] == severities
