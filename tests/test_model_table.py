"""What `svodka models list` and `show` tell a reader, on a machine of which the test says what it has."""

import pytest

from summarizer.config import Settings
from summarizer.engine import machine
from summarizer.engine.engine import Engine
from summarizer.engine.machine import Capacity
from summarizer.model_table import card, table

LIST = """
models:
  - name: large
    family: causal
    tasks: [translate, digest]
    directions: [ru-en, en-ru, ru-ru, en-en]
    repo: someone/large
    licence: A licence of a very long name indeed
    parameters: 30B
    window: 4096
    prompts:
      translate: |-
        Into {language}:

        {text}
    decoding: {beam: 1, repetition_penalty: 1.05}
    unverified: [parameters]
"""


@pytest.fixture
def engine(tmp_path, monkeypatch):
    monkeypatch.setattr(machine, "capacity", lambda kind: Capacity(8 * 10**9, kind))
    (tmp_path / "own.yaml").write_text(LIST, encoding="utf-8")
    made = Engine(
        Settings(
            models_dir=tmp_path / "models",
            cache_dir=tmp_path / "cache",
            models_file=tmp_path / "own.yaml",
            device="cpu",
        )
    )
    yield made
    made.close()


def rows(text):
    return {line.split()[0]: line for line in text.split("\n\n")[0].splitlines()}


def test_a_row_says_licence_size_whether_it_fits_and_whether_it_is_here(engine):
    row = " ".join(rows(table(engine))["large"].split())
    assert row == "large translate, digest all A licence of a very lon… not known 30B ? no: 60.4 GB absent"


def test_below_the_rows_stands_what_is_ready_what_is_used_and_what_would_be_better(engine):
    lines = table(engine).splitlines()
    ready = next(line for line in lines if line.startswith("ready on this machine: "))
    assert "echo" in ready
    assert any(line.startswith("translate ru-en: ") for line in lines)
    assert any("svodka models fetch firefox-" in line for line in lines)
    assert "fits: into the 8.0 GB of memory here, as measured or by the number of weights" in lines


def test_on_a_gpu_it_is_its_memory_that_a_model_must_fit(engine, monkeypatch):
    monkeypatch.setattr(Engine, "kind", "cuda")
    assert "fits: into the 8.0 GB of the GPU's memory here" in table(engine)


def test_a_card_has_a_line_a_field_and_a_line_for_each_of_several_values(engine):
    assert card(engine, "large").splitlines()[:14] == [
        "name:           large",
        "family:         causal",
        "tasks:          translate, digest",
        "directions:     ru-en, en-ru, ru-ru, en-en",
        "repo:           someone/large",
        "licence:        A licence of a very long name indeed",
        "commercial use: not known",
        "parameters:     30B ?",
        "tokens at once: 4096",
        "prompts:        translate: Into {language}: {text}",
        "decoding:       beam: 1",
        "decoding:       repetition_penalty: 1.05",
        "canary:         ru: Вчера президент подписал закон о бюджете на 2019 год, сообщает газета.",
        "canary:         en: Yesterday the president signed the law on the budget for 2019, the newspaper reports.",
    ]


def test_a_card_ends_with_how_to_get_the_model_and_what_the_mark_means(engine):
    assert card(engine, "large").splitlines()[14:] == [
        "fits:           no: 60.4 GB",
        "state:          absent",
        "to get it:      svodka models fetch large",
        "",
        "?: remembered, read in no card, README or licence",
    ]


def test_what_is_ready_is_not_to_be_got(engine):
    text = card(engine, "echo")
    assert "to get it" not in text
    assert "?" not in text
