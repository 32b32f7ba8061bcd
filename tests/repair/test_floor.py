"""Rather the source's own sentence than a draft that is likely to be bad."""

import json
from importlib.resources import files
from pathlib import Path

import pytest
from cases import ARTICLE
from fakes import FakeModel

from summarizer.job import Job, Passage
from summarizer.repair import confidence as sure
from summarizer.repair.floor import judged

SOURCE = ARTICLE.sentence_text(1)
ENGLISH, RUSSIAN = "The president signed the law on Monday.", "Президент подписал закон в понедельник."
PAIRS = {"ru": (ENGLISH, RUSSIAN), "en": (RUSSIAN, ENGLISH)}


@pytest.fixture(autouse=True)
def measured(monkeypatch):
    """A model whose score is its confidence's logit; one of another version was never measured."""
    monkeypatch.setattr(sure, "_weights", lambda: {"fake@1": {"ru": (1.0, 0.0, 0.0, 0.0)}})


class Judge(FakeModel):
    """A fake model that can say how likely a given translation is."""

    def __init__(self, likelihood, **more):
        super().__init__(**more)
        self._likelihood = likelihood

    def likelihood(self, pairs, to):
        return [self._likelihood for _ in pairs]


def draft(score, **more):
    return Passage("Мост через Неву открыт.", (1,), 1, origin="model", score=score, **more)


@pytest.mark.parametrize(("score", "confidence"), [(0.0, 0.5), (-2.0, 0.119), (-100.0, 0.0), (100.0, 1.0)])
def test_a_draft_gets_the_confidence_that_its_score_was_measured_to_have(score, confidence):
    (passage,) = judged([draft(score)], ARTICLE, Job(to="ru"), FakeModel())
    assert passage.confidence == confidence
    assert passage.text == "Мост через Неву открыт."


def test_under_the_floor_the_source_stands_and_the_draft_is_an_alternative():
    (passage,) = judged([draft(-2.0, alternatives=("Мост открыт.",))], ARTICLE, Job(to="ru", floor=0.3), FakeModel())
    assert (passage.text, passage.origin, passage.confidence) == (SOURCE, "source", 0.119)
    assert passage.alternatives == ("Мост через Неву открыт.", "Мост открыт.")


def test_at_the_floor_the_draft_stands():
    (passage,) = judged([draft(0.0)], ARTICLE, Job(to="ru", floor=0.5), FakeModel())
    assert passage.origin == "model"


def test_a_model_that_nobody_measured_is_never_held_to_a_floor():
    model = FakeModel()
    model.signature = "fake@2"
    (passage,) = judged([draft(-9.0)], ARTICLE, Job(to="ru", floor=1.0), model)
    assert (passage.origin, passage.confidence) == ("model", None)


def test_a_draft_of_a_second_try_is_scored_by_a_model_that_can():
    drafts = [draft(None), Passage("Старое.", (2,), 1, origin="memory")]
    first, second = judged(drafts, ARTICLE, Job(to="ru"), Judge(-2.0))
    assert (first.score, first.confidence, second.confidence) == (-2.0, 0.119, None)
    assert judged(drafts, ARTICLE, Job(to="ru"), FakeModel()) == drafts


def test_a_draft_with_a_glossary_is_held_to_the_floor_as_any_other():
    job = Job(to="ru", floor=0.3, glossary=Path("terms.tsv"))
    unsure, unrated, sure = (draft(score) for score in (-2.0, None, 0.0))
    found = judged([unsure, unrated, sure], ARTICLE, job, Judge(-2.0))
    assert [(one.origin, one.confidence) for one in found] == [("source", 0.119), ("source", 0.119), ("model", 0.5)]


@pytest.mark.parametrize("to", ["ru", "en"])
def test_a_draft_whose_words_answer_for_the_source_is_trusted_more(monkeypatch, to):
    monkeypatch.undo()
    source, draft = PAIRS[to]
    elsewhere = {"ru": "Погода завтра будет хорошей.", "en": "The weather will be fine tomorrow."}[to]
    sound, strange = (sure.measures(source, text, to, -0.3)[2] for text in (draft, elsewhere))
    assert sound > 0.7
    assert strange < 0.3
    assert sure.measures("Xyzzyq", draft, to, -0.3)[2] == 0.6  # no word to tell by


@pytest.mark.parametrize("to", ["ru", "en"])
def test_the_weights_that_are_shipped_were_measured(monkeypatch, to):
    """New weights need `python -m benchmarks.confidence EVAL/mt --write`."""
    monkeypatch.undo()
    layout = json.loads(files("summarizer").joinpath("data/models/svodka-ruen/svodka.json").read_text("utf-8"))
    signature = f"svodka-ruen@{layout['version']}+int8"
    low, high = (sure.confidence(signature, to, *PAIRS[to], score) for score in (-1.2, -0.1))
    assert low < 0.4
    assert high > 0.7
    assert sure.confidence(signature, to, *PAIRS[to], None) is None
    assert sure.confidence("opus-mt@1+int8", to, *PAIRS[to], -0.1) is None
