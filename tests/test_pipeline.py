"""The pipeline from a source to a result, without weights."""

from types import SimpleNamespace

import pytest
from fakes import FakeModel

from summarizer import Job, Pipeline, Settings, Source

TEXT = (
    "The old bridge\n\nThe bridge over the river was closed for repairs in 2019. Engineers found cracks in four of its "
    "pillars. The work took five years and cost 12 million euros.\n\nTrains cross it again since Monday. The railway "
    "expects 60 trains a day. Passengers save 40 minutes on the way to the coast."
)


@pytest.fixture
def pipeline():
    pipeline = Pipeline.from_settings(Settings.from_env())
    yield pipeline
    pipeline.close()


@pytest.fixture
def document(pipeline):
    return pipeline.read(Source.from_text(TEXT, "bridge"))


def test_the_steps_end_with_the_checked_result(pipeline, document):
    steps = list(pipeline.stream(document, Job(task="translate", model="echo")))
    assert [step.stage for step in (steps[0], *steps[-2:])] == ["load", "check", "done"]
    assert [step.result is None for step in steps] == [True] * (len(steps) - 1) + [False]
    assert any(finding.check == "coverage" for finding in steps[-1].result.findings)


def test_closing_the_steps_cancels(pipeline, document):
    steps = pipeline.stream(document, Job(task="translate", model="echo"))
    next(steps)
    steps.close()
    with pytest.raises(StopIteration):
        next(steps)


def test_the_job_of_a_result_knows_its_language(pipeline, document):
    assert pipeline.run(document, Job(task="translate", model="echo")).job.to == "ru"
    assert pipeline.run(document, Job(task="digest")).job.to == "en"


def test_the_readers_language_is_the_digests(document):
    settings = Settings.from_env({"SVODKA_READER": "ru"})
    result = Pipeline.from_settings(settings).run(document, Job(task="digest", model="echo"))
    assert result.job.to == "ru"
    assert all(passage.text.lower().startswith("[ru] ") for passage in result.passages)


def test_a_digest_in_the_other_language_points_at_the_article(pipeline, document):
    own = pipeline.run(document, Job(task="digest", length="short"))
    other = pipeline.run(document, Job(task="digest", length="short", to="ru", model="echo"))
    assert other.document == document
    assert [passage.sentences for passage in other.passages] == [passage.sentences for passage in own.passages]


def test_lines_keep_their_numbers(pipeline):
    document, count = pipeline.read_lines(Source.from_text("One line.\n\nAnother line.\n"), "en")
    assert count == 3
    assert [block.anchor for block in document.blocks] == ["0", "2"]


class _Engine:
    """Knows a writer for some directions and a translator for all; keeps what it was asked for."""

    def __init__(self, directions, written, translated=()):
        self.directions = directions
        self.models = {"digest": FakeModel(written), "translate": FakeModel(translated)}
        self.asked = []

    def available(self):
        serves = lambda task, source, to: f"{source}-{to}" in self.directions  # noqa: E731
        return (SimpleNamespace(spec=SimpleNamespace(name="writer", serves=serves)),)

    def choose(self, task, source, to, name=None):
        self.asked.append((task, f"{source}-{to}"))
        return task

    def load(self, chosen):
        return self.models[chosen]


WRITTEN = "The bridge over the river was closed for repairs in 2019."
RUSSIAN = "Мост через реку закрыли на ремонт в 2019 году."


def _digest(engine, document, **job):
    return Pipeline(Settings.from_env(), engine).run(document, Job(task="digest", digest_model="writer", **job))


def test_a_model_that_writes_the_other_language_is_asked_at_once(document):
    engine = _Engine({"en-en", "en-ru"}, [RUSSIAN])
    result = _digest(engine, document, to="ru")
    assert engine.asked == [("digest", "en-ru")]
    assert [passage.text for passage in result.passages] == [RUSSIAN]


@pytest.mark.parametrize(("directions", "model"), [({"en-en"}, None), ({"en-en", "en-ru"}, "named")])
def test_else_its_digest_is_translated(document, directions, model):
    engine = _Engine(directions, [WRITTEN], [RUSSIAN])
    result = _digest(engine, document, to="ru", model=model)
    assert engine.asked == [("translate", "en-ru"), ("digest", "en-en")]
    assert [(p.text, document.sentence_text(p.sentences[0])) for p in result.passages] == [(RUSSIAN, WRITTEN)]


def test_a_card_in_the_other_language_is_checked_for_what_it_says_only(pipeline, document):
    result = pipeline.run(document, Job(task="digest", to="ru", form="card", model="svodka-ruen"))
    assert result.passages[0].text.startswith("Что: ")
    assert {f.passage for f in result.findings} <= {None, 0}
