"""A name that a draft lost is put where its words went, and the draft is taken where it is the better one."""

import pytest
from fakes import FakeModel

from summarizer import language, repair
from summarizer.document import Piece
from summarizer.engine.model import Completion
from summarizer.job import Job, Passage, Tie

SOURCE = "The mayor of Zarnitsk spoke on Monday."
LOST = "Мэр города говорил в понедельник."
JOB = Job(to="ru")


class Writer(FakeModel):
    """Writes the name alone as `name`, goes on after a prefix with `rest`; the genitive is the likeliest."""

    def __init__(self, name="Зарницк", rest=" говорил в понедельник.", back=-0.5):
        super().__init__()
        self.name, self.rest, self.back = name, rest, back

    def complete(self, prompts):
        self.prompts.extend(prompts)
        return [
            Completion(f"{p.prefix}{self.rest}" if p.prefix else self.name if " " not in p.text else LOST)
            for p in prompts
        ]

    def likelihood(self, pairs, to):
        if to == "en":
            return [self.back if self.name in text else -0.5 for text, _ in pairs]
        return [-0.1 if text.endswith("Зарницка") else -0.5 for _, text in pairs]


def _improved(model, source=SOURCE, tie=("Zarnitsk", "города"), draft=LOST):
    document = language.lay_out([Piece("paragraph", source)], lang="en")
    start, at = source.index(tie[0]), draft.index(tie[1])
    ties = (Tie(start, start + len(tie[0]), at, at + len(tie[1])),)
    passage = Passage(draft, (0,), 0, origin="model", score=-0.4, alternatives=("Мэр сказал.",), ties=ties)
    [better] = repair.improved([passage], document, JOB, model)
    return better


def test_the_name_stands_in_the_case_that_the_model_finds_likeliest():
    better = _improved(Writer())
    assert better.text == "Мэр Зарницка говорил в понедельник."
    assert better.score == -0.4
    assert better.alternatives == ("Мэр сказал.",)


@pytest.mark.parametrize(
    "model",
    [
        Writer(name="Город"),  # another name: the one of the source is still lost
        Writer(rest=" говорил."),  # Monday is lost for it
        Writer(back=-1.2),  # the source cannot be told from it
    ],
)
def test_a_draft_that_is_no_better_is_not_taken(model):
    assert _improved(model).text == LOST


def test_what_stands_before_a_name_is_not_given_up_for_it():
    assert _improved(Writer(), tie=("Zarnitsk", "Мэр")).text == LOST


def test_the_gazetteers_form_comes_before_the_models():
    source, draft = "The theatre showed Shakespeare on Monday.", "Театр показал книгу в понедельник."
    better = _improved(Writer(name="Шеспир", rest=" в понедельник."), source, ("Shakespeare", "книгу"), draft)
    assert better.text.startswith("Театр показал Шекспир")
