"""Names, dates, negations, quotations: one changed fact in a draft."""

import pytest

from summarizer.checks import dates, language, names, negation, quotes
from summarizer.document import Piece
from summarizer.evidence import as_result
from summarizer.language import lay_out

ENGLISH = (
    "Mayor Helen Archer opened the bridge in Brookfield on Monday. The council did not approve the second bridge. "
    "“We waited for this day for eleven long years,” said Archer."
)
RUSSIAN = "Мэр Хелен Арчер открыла мост в Брукфилде в понедельник. Совет не одобрил второй мост."


def findings(check, draft, lang, source=(ENGLISH, "en"), task="digest"):
    article, written = (lay_out([Piece("paragraph", t)], lang=x) for t, x in (source, (draft, lang)))
    return [(f.severity, f.message) for f in check.check(as_result(article, written, task))]


CHANGED = [
    (names, "Mayor Helen Norton opened the bridge in Brookfield on Monday.", "en", "Norton"),
    (names, "Мэр Хелен Смирнова открыла мост в Брукфилде в понедельник.", "ru", "Смирнова"),
    (dates, "Mayor Helen Archer opened the bridge in Brookfield on Friday.", "en", "Friday"),
    (dates, "Мэр Хелен Арчер открыла мост в Брукфилде в пятницу.", "ru", "пятницу"),
    (negation, "The council did approve the second bridge.", "en", "not approve"),
    (negation, "Mayor Helen Archer has not opened the bridge in Brookfield.", "en", "not opened"),
    (quotes, "“We shall build a longer bridge next year,” said Archer.", "en", "We shall build"),
]


@pytest.mark.parametrize(("check", "draft", "lang", "word"), CHANGED)
def test_a_changed_fact_is_a_warning_that_names_it(check, draft, lang, word):
    ((severity, message),) = findings(check, draft, lang)
    assert severity == "warning"
    assert word in message


@pytest.mark.parametrize("check", [names, dates, negation, quotes, language])
@pytest.mark.parametrize(("draft", "lang"), [(ENGLISH, "en"), (RUSSIAN, "ru")])
def test_a_draft_that_keeps_the_facts_has_no_findings(check, draft, lang):
    assert findings(check, draft, lang) == []


def test_a_translation_in_the_wrong_language_is_marked():
    assert findings(language, "Mayor Helen Archer opened it.", "ru", (RUSSIAN, "ru"), "digest")[0][0] == "warning"


@pytest.mark.parametrize(("source", "found"), [("— Завтра мы откроем этот мост.", 0), ("Завтра откроют мост.", 1)])
def test_a_reply_after_a_dash_is_a_quotation_in_the_other_language(source, found):
    draft = '"We will open this bridge tomorrow."'
    assert len(findings(quotes, draft, "en", (source, "ru"), "translate")) == found


def test_a_draft_of_names_that_its_source_has_is_in_the_language_asked_for():
    source = "It has nearly 600 clients, including Airbnb, Microsoft, Tesla and Facebook."
    draft = "У неё почти 600 клиентов: Airbnb, Microsoft, Tesla и Facebook."
    assert findings(language, draft, "ru", (source, "en"), "translate") == []
    assert findings(language, source, "ru", (source, "en"), "translate")[0][0] == "warning"


COUNCIL = "Совет города одобрил новый мост через реку. Эксперты ждут его открытия к осени."


def test_a_quotation_is_noted_where_the_other_language_has_no_quotation_marks_at_all():
    source = ("He said “we are tired of waiting here” and left the hall.", "en")
    ((severity, _),) = findings(quotes, "Он сказал, что они устали ждать, и вышел из зала.", "ru", source, "translate")
    assert severity == "note"
    kept = "Он сказал: «Устали ждать», — и вышел из зала."
    assert findings(quotes, kept, "ru", source, "translate") == []


FROM_NOWHERE = [
    "Совет города не поддержал новый мост через реку.",
    "Эксперты не считают, что мост откроют к осени.",
]


@pytest.mark.parametrize("draft", FROM_NOWHERE)
def test_a_denial_where_the_source_denies_nothing_is_a_warning(draft):
    ((severity, message),) = findings(negation, draft, "ru", (COUNCIL, "ru"))
    assert (severity, message.endswith("the source denies nothing there")) == ("warning", True)


IDLE = ["Совет города не прочь одобрить новый мост через реку.", "Не все в совете города одобрили новый мост."]


@pytest.mark.parametrize("draft", IDLE)
def test_words_that_only_look_like_a_denial_are_none(draft):
    assert findings(negation, draft, "ru", (COUNCIL, "ru")) == []
