"""A term of the glossary that a draft lacks is written in its place, by the model, in the case that fits."""

from dataclasses import replace

import pytest
from fakes import FakeModel

from summarizer import language
from summarizer.document import Piece
from summarizer.engine.model import Completion
from summarizer.job import Job, Passage, Tie
from summarizer.repair.terms import candidates

SOURCE = "The bank raised its interest rate again."


class Judge(FakeModel):
    """Goes on after a prefix, and finds the text with the accusative the likeliest."""

    def complete(self, prompts):
        self.prompts.extend(prompts)
        return [Completion(f"{prompt.prefix} вновь.") for prompt in prompts]

    def likelihood(self, pairs, to):
        return [-0.1 if "ключевую ставку" in text else -0.9 for _, text in pairs]


@pytest.fixture
def job(tmp_path):
    path = tmp_path / "terms.tsv"
    path.write_text("interest rate\tключевая ставка\n", encoding="utf-8")
    return Job(to="ru", glossary=path)


def _passage(draft, ties):
    document = language.lay_out([Piece("paragraph", SOURCE)], lang="en")
    spans = tuple(
        Tie(SOURCE.index(a), SOURCE.index(a) + len(a), draft.index(b), draft.index(b) + len(b)) for a, b in ties
    )
    return document, Passage(draft, (0,), 0, origin="model", ties=spans)


def test_the_likeliest_case_of_the_term_comes_first(job):
    document, passage = _passage("Банк поднял учётный процент снова.", [("interest", "учётный"), ("rate", "процент")])
    model = Judge()
    found = candidates(replace(passage, score=-0.4), document, job, model)
    assert found[0].text == "Банк поднял ключевую ставку вновь."
    assert {one.score for one in found} == {-0.4}  # a term that was asked for makes a draft no worse
    assert {prompt.prefix for prompt in model.prompts} == {
        "Банк поднял ключевая ставка",
        "Банк поднял ключевой ставки",
        "Банк поднял ключевой ставке",
        "Банк поднял ключевую ставку",
        "Банк поднял ключевой ставкой",
    }


@pytest.mark.parametrize(
    ("draft", "ties"),
    [
        ("Банк поднял ключевую ставку снова.", [("interest", "ключевую")]),
        ("Банк поднял учётный процент снова.", []),
    ],
)
def test_a_term_that_stands_or_has_no_place_is_left(job, draft, ties):
    document, passage = _passage(draft, ties)
    model = Judge()
    assert candidates(passage, document, job, model) == []
    assert model.prompts == []
