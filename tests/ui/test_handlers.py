"""What the Skim tab does, without Gradio: views of a job, one after the other."""

import docx
import pytest

from summarizer import Job, ModelError, Pipeline, Settings, Source
from ui.handlers import (
    Asked,
    BugError,
    View,
    beside,
    digest,
    evidence_translations,
    guarded,
    in_turn,
    minutes,
    read,
    settings_for,
    skim,
    warm,
)
from ui.turns import Turns

ARTICLE = (
    "The bridge over the river\n\nThe council voted on Monday for a new bridge over the river. "
    "The bridge will cost 48 million euros. The opposition wanted the money for schools.\n"
)


@pytest.fixture(scope="module")
def pipeline(tmp_path_factory):
    folder = tmp_path_factory.mktemp("handlers")
    pipeline = Pipeline(Settings(models_dir=folder / "models", cache_dir=folder / "cache", offline=True))
    yield pipeline
    pipeline.close()


def test_an_article_is_read_first_then_written_then_done(pipeline):
    views = list(skim(pipeline, Asked(ARTICLE), Job(task="digest", to="en")))
    stages = [view.stage for view in views]
    assert list(dict.fromkeys(stages)) == ["read", "load", "write", "check", "done"]
    assert views[0].document is None
    assert views[1].document is views[-1].document
    assert views[-1].result.passages == views[-1].passages


def test_a_digest_in_the_other_language_streams_its_sentences(pipeline):
    views = list(skim(pipeline, Asked(ARTICLE), Job(task="digest", to="ru", length="long")))
    written = [len(view.passages) for view in views if view.stage == "write"]
    assert written == sorted(written)
    assert written[-1] == len(views[-1].result.passages)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (Asked("http://127.0.0.1:9/news"), "127.0.0.1"),
        (Asked("Das ist ein langer deutscher Satz über die neue Brücke und den Fluss, den niemand hier liest."), ""),
        (Asked(files=("nowhere.pdf",)), "nowhere.pdf"),
    ],
)
def test_what_cannot_be_read_is_an_error_in_the_last_view(pipeline, asked, said):
    last = list(skim(pipeline, asked, Job(task="digest", to="en")))[-1]
    assert last.stage == "error"
    assert said in str(last.error)


def test_another_form_starts_from_the_document(pipeline):
    document = read(pipeline, Asked(ARTICLE))
    last = list(digest(pipeline, document, Job(task="digest", to="en", form="points")))[-1]
    assert last.document is document
    assert last.result.job.form == "points"


@pytest.mark.parametrize(
    ("text", "link"),
    [
        (" https://example.org/a?b=1 ", "https://example.org/a?b=1"),
        ("HTTP://EXAMPLE.ORG", "HTTP://EXAMPLE.ORG"),
        ("see https://example.org", ""),
        ("ftp://example.org", ""),
        ("", ""),
    ],
)
def test_a_link_is_a_link_only_where_it_stands_alone(text, link):
    assert Asked(text).link == link


def test_an_empty_box_holds_nothing():
    assert Asked(" \n").is_empty
    assert not Asked(files=("a.txt",)).is_empty


RICH = "<h2>The bridge over the river</h2><p>The council voted on Monday for <a href='https://example.org/plan'>a new bridge</a> over the river.</p>"
RICH += "<p>The bridge will cost 48 million euros. The opposition wanted the money for schools.</p>"


def test_a_rich_paste_keeps_its_links(pipeline):
    document = read(pipeline, Asked(ARTICLE, rich=RICH))
    targets = [mark.target for block in document.blocks for mark in block.marks if mark.kind == "link"]
    assert targets == ["https://example.org/plan"]


@pytest.mark.parametrize("rich", ["", "<p>The council.</p>", "<script>1</script>"])
def test_a_rich_paste_that_lost_the_text_gives_way_to_the_plain_one(pipeline, rich):
    assert "48 million euros" in read(pipeline, Asked(ARTICLE, rich=rich)).text


def test_an_uploaded_file_is_called_by_its_name(pipeline, tmp_path):
    written = docx.Document()
    written.add_paragraph("The council voted on Monday for a new bridge over the river.")
    written.save(tmp_path / "bridge.docx")
    assert read(pipeline, Asked(files=(str(tmp_path / "bridge.docx"),))).origin == "bridge.docx"


def test_an_extractive_digest_is_the_translation_of_its_evidence(pipeline):
    result = pipeline.run(read(pipeline, Asked(ARTICLE)), Job(task="digest", to="ru"))
    assert evidence_translations(pipeline, result) == {n: p.text for n, p in enumerate(result.passages)}


def test_the_evidence_of_a_card_is_translated_on_its_own(pipeline):
    result = pipeline.run(read(pipeline, Asked(ARTICLE)), Job(task="digest", to="ru", form="card"))
    translations = evidence_translations(pipeline, result)
    assert sorted(translations) == list(range(len(result.passages)))
    assert all(translations.values())


def test_evidence_in_the_language_of_the_digest_needs_no_translation(pipeline):
    result = pipeline.run(read(pipeline, Asked(ARTICLE)), Job(task="digest", to="en"))
    assert evidence_translations(pipeline, result) == {}


def test_a_better_model_is_named_without_a_command(pipeline):
    result = pipeline.run(read(pipeline, Asked(ARTICLE)), Job(task="digest", to="ru"))
    known = beside(pipeline, result)
    assert known.outdone == "svodka-ruen"
    assert [line for line in known.lines if "download" in line] == []


def test_reading_time_goes_by_the_articles_language(pipeline):
    english = pipeline.read(Source.from_text("The council voted for the bridge today. " * 98))
    russian = pipeline.read(Source.from_text("Совет сегодня проголосовал за новый городской мост. " * 98))
    assert (minutes(english), minutes(russian)) == (3, 4)


def test_a_fault_of_ours_ends_the_views_with_an_error():
    def broken():
        yield View(stage="read")
        raise ZeroDivisionError

    views = list(guarded(broken()))
    assert isinstance(views[-1].error, BugError)
    assert str(views[-1].error) == "ZeroDivisionError"


def test_a_closed_job_ends_the_pipelines_own(pipeline):
    class Watched(Pipeline):
        closed = False

        def stream(self, document, job):
            try:
                yield from super().stream(document, job)
            finally:
                self.closed = True

    watched = Watched(pipeline.settings, pipeline.engine)
    views = guarded(skim(watched, Asked(ARTICLE), Job(task="digest", to="ru")))
    while next(views).stage != "write":
        pass
    views.close()
    assert watched.closed


def test_warming_up_loads_the_translator_and_minds_no_missing_one(pipeline):
    class Without(Pipeline):
        def stream(self, document, job):
            raise ModelError("no model on this machine")

    assert warm(pipeline) is None
    assert warm(Without(pipeline.settings, pipeline.engine)) is None


def test_a_shared_page_never_opens_private_addresses(tmp_path):
    settings = Settings(models_dir=tmp_path, cache_dir=tmp_path, private_addresses=True)
    assert settings_for(settings, shared=True).private_addresses is False
    assert settings_for(settings, shared=False).private_addresses is True


def test_a_reader_with_too_many_jobs_is_told_the_place_in_the_queue():
    turns = Turns(at_once=2, each=1)
    with turns.turn("anna"):
        (view,) = in_turn(turns, "anna", iter([View()]))
    assert str(view.error) == "busy, position 2"
    assert list(in_turn(turns, "anna", iter([View()]))) == [View()]
    assert turns.length == 0
