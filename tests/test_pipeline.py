"""The pipeline from a source to a result, without weights."""

import pytest

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
