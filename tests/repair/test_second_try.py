"""Second tries: a draft that fails a check is written again, and only a better one takes its place."""

import pytest
from fakes import FakeModel

from summarizer import language, repair, tasks
from summarizer.document import Piece
from summarizer.engine.model import Completion
from summarizer.job import Job, Passage

JOB = Job(to="en")


def _document(*texts):
    return language.lay_out([Piece("paragraph", text) for text in texts], lang="ru")


def _repaired(model, *texts):
    document = _document(*texts)
    steps = list(repair.repaired(tasks.task("translate").run(document, JOB, model), document, JOB, model))
    return [step.passage.text for step in steps if step.passage], steps[-1].result


def test_a_lost_number_is_found_among_the_further_hypotheses():
    model = FakeModel(["He came.", Completion("He came.", alternatives=("He came in 5 days.", "He came at 5."))])
    texts, result = _repaired(model, "Он пришёл через 5 дней.")
    assert texts == ["He came in 5 days."]
    assert result.passages[0].text == "He came in 5 days."
    assert result.signature.endswith("|second-try:1")
    assert [f.message for f in result.findings] == [
        "1 of 1 sentences were drafted again: the first draft failed a check"
    ]


def test_a_draft_that_nothing_mends_stays_as_it_was():
    model = FakeModel(["He came.", Completion("He came.", alternatives=("He went.",))])
    texts, result = _repaired(model, "Он пришёл через 5 дней.")
    assert texts == ["He came."]
    assert "second-try" not in result.signature
    assert result.findings == ()


def test_a_draft_that_passes_is_not_asked_for_again():
    model = FakeModel(["He came in 5 days."])
    _, result = _repaired(model, "Он пришёл через 5 дней.")
    assert len(model.prompts) == 1
    assert result.passages[0].origin == "model"


def test_a_made_up_word_is_found_and_no_reason_for_a_second_try():
    model = FakeModel(["He cametted in 5 days."])
    _, result = _repaired(model, "Он пришёл через 5 дней.")
    assert len(model.prompts) == 1
    assert [finding.check for finding in repair.found_in(result.passages[0], result.document, JOB)] == ["spelling"]


@pytest.mark.parametrize("count", [1, 15, 16, 17, 40])
def test_steps_keep_their_order_and_every_sentence_is_there_once(count):
    texts, result = _repaired(FakeModel(), *(f"Предложение номер {n} стоит здесь." for n in range(count)))
    assert texts == [f"[En] Предложение номер {n} стоит здесь." for n in range(count)]
    assert [p.sentences for p in result.passages] == [(n,) for n in range(count)]


def test_closing_the_steps_stops_the_work():
    model = FakeModel()
    document = _document("Первое.", "Второе.")
    steps = repair.repaired(tasks.task("translate").run(document, JOB, model), document, JOB, model)
    next(steps)
    steps.close()
    assert len(model.prompts) == 2


class Both(FakeModel):
    """Knows the likelihood of a text, there and back."""

    def __init__(self, there, back):
        super().__init__()
        self._known = {"en": there, "ru": back}

    def likelihood(self, pairs, to):
        texts = [text if to == "en" else source for source, text in pairs]
        return [self._known[to][text] for text in texts]


def _draft(text, *alternatives):
    return Passage(text, (0,), 0, origin="model", alternatives=alternatives)


def test_a_careful_choice_is_the_one_from_which_the_source_can_be_told():
    model = Both({"A bridge.": -0.4, "The bridge stands.": -0.5}, {"A bridge.": -2.0, "The bridge stands.": -0.6})
    [chosen] = repair.improved(
        [_draft("A bridge.", "The bridge stands.")], _document("Мост стоит."), JOB, model, careful=True
    )
    assert (chosen.text, chosen.score) == ("The bridge stands.", -0.5)


def test_a_careful_choice_is_never_worse_by_the_checks():
    model = Both(
        {"The bridge has 12 piers.": -0.9, "The bridge has piers.": -0.1},
        dict.fromkeys(("The bridge has 12 piers.", "The bridge has piers."), -0.5),
    )
    passage = _draft("The bridge has 12 piers.", "The bridge has piers.")
    [chosen] = repair.improved([passage], _document("У моста 12 опор."), JOB, model, careful=True)
    assert chosen is passage


def test_without_a_way_back_the_models_own_order_stays():
    passage = _draft("A bridge.", "The bridge stands.")
    assert repair.improved([passage], _document("Мост стоит."), JOB, FakeModel(), careful=True) == [passage]
