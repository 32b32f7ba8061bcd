import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from tiny_marian import PAIRS

from summarizer.engine import conversion
from summarizer.engine.engine import Engine
from summarizer.engine.model import Prompt
from summarizer.engine.store import EMBEDDED, Store
from summarizer.errors import ModelError, ShelfError

OWN = """
models:
  - name: best
    family: marian
    tasks: [translate]
    directions: [ru-en, en-ru]
    repo: someone/best
    licence: CC-BY-4.0
    window: 64
    prefix: {ru: ">>rus<< ", en: ">>eng<< "}
    canary: {ru: Совет принял бюджет., en: The council passed the budget.}
  - name: giant
    family: causal
    tasks: [translate]
    directions: [ru-en]
  - name: small
    family: ct2
    tasks: [translate]
    directions: [ru-en, en-ru]
    repo: someone/small
    window: 64
    canary: {ru: Совет принял бюджет., en: The council passed the budget.}
"""


@pytest.fixture
def machine(settings, tmp_path, monkeypatch):
    """Settings with the three models above listed first, and nothing on the machine; chat models do not run there."""
    monkeypatch.setattr("summarizer.engine.families.names", lambda: ("ct2", "echo", "marian"))
    (tmp_path / "own.yaml").write_text(OWN)
    return replace(settings, models_file=tmp_path / "own.yaml")


def engine(machine, tmp_path):
    return Engine(machine, Store(machine, tmp_path / "embedded"))


def state(engine, name):
    return next(listed.state for listed in engine.available() if listed.spec.name == name)


@pytest.fixture
def small(machine, converted):
    return shutil.copytree(converted, machine.models_dir / "small")


@pytest.fixture
def best(machine, hub_folder):
    return shutil.copytree(hub_folder, machine.models_dir / "best")


def test_with_no_model_the_error_has_the_command_for_the_best_one(machine, tmp_path):
    with pytest.raises(ModelError, match="no model on this machine can translate ru-en") as caught:
        engine(machine, tmp_path).choose("translate", "ru", "en")
    assert caught.value.hint == "svodka models fetch best"


def test_the_best_model_that_is_here_is_chosen_for_the_direction(machine, tmp_path, small, best):
    chosen = engine(machine, tmp_path).choose("translate", "en", "ru")
    assert (chosen.name, chosen.directions) == ("best", ("en-ru",))


def test_a_model_that_is_not_whole_is_passed_over(machine, tmp_path, small, best):
    (best / "vocab.json").unlink()
    assert engine(machine, tmp_path).choose("translate", "ru", "en").name == "small"


def test_a_named_model_is_taken_even_if_a_better_one_is_here(machine, tmp_path, small, best):
    assert engine(machine, tmp_path).choose("translate", "ru", "en", "small").name == "small"


def test_echo_is_taken_by_name_only(machine, tmp_path):
    assert engine(machine, tmp_path).choose("translate", "ru", "en", "echo").name == "echo"


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        ("none", "there is no model called 'none'", "`svodka models list` shows the names"),
        ("giant", "the model giant is of the family causal, which this version cannot run", ""),
        ("best", "the model best is not on this machine", "svodka models fetch best"),
        ("opus-mt-tc-big-en-zle", "the model opus-mt-tc-big-en-zle cannot translate ru-en", "these can: best, small, "),
    ],
)
def test_a_named_model_that_cannot_be_used_says_why_and_what_to_do(machine, tmp_path, name, message, hint):
    with pytest.raises(ModelError) as caught:
        engine(machine, tmp_path).choose("translate", "ru", "en", name)
    assert str(caught.value) == message
    assert caught.value.hint.startswith(hint)


def test_a_named_model_that_is_not_whole_says_what_it_lacks(machine, tmp_path, best):
    (best / "model.safetensors").unlink()
    with pytest.raises(ModelError, match=r"lacks model.safetensors or pytorch_model.bin") as caught:
        engine(machine, tmp_path).choose("translate", "ru", "en", "best")
    assert caught.value.hint == "svodka models fetch best"


def test_the_list_says_how_every_model_stands(machine, tmp_path, small, best):
    (small / "model.bin").write_bytes(b"")
    one = engine(machine, tmp_path)
    names = ("best", "giant", "small", "echo", "svodka-ruen", "qwen3-8b")
    assert [state(one, name) for name in names] == [
        "ready", "not yet runnable", "incomplete", "ready", "absent", "not yet runnable",
    ]  # fmt: skip


def test_a_lesser_model_comes_with_the_command_for_a_better_one(machine, tmp_path, small):
    one = engine(machine, tmp_path)
    assert one.notice(one.choose("translate", "ru", "en")) == (
        "small is the best model on this machine; a better one, best (CC-BY-4.0): svodka models fetch best"
    )


def test_the_best_model_and_one_named_beside_a_better_one_come_without_a_notice(machine, tmp_path, small, best):
    one = engine(machine, tmp_path)
    assert one.notice(one.choose("translate", "ru", "en")) == ""
    assert one.notice(one.choose("translate", "ru", "en", "small")) == ""


def test_a_model_is_loaded_once_and_translates(machine, tmp_path, small):
    one = engine(machine, tmp_path)
    model = one.load(one.choose("translate", "ru", "en"))
    assert one.load(one.choose("translate", "en", "ru")) is model
    assert [completion.text for completion in model.complete([Prompt(PAIRS[0][0], "en")])] == [PAIRS[0][1]]
    one.close()
    assert one.load(one.choose("translate", "ru", "en")) is not model


def test_jobs_at_the_same_time_share_one_model(machine, tmp_path, small, monkeypatch):
    one, loads = engine(machine, tmp_path), []
    opened = one._opened
    monkeypatch.setattr(one, "_opened", lambda *given: loads.append(1) or opened(*given))

    def job(number):
        model = one.load(one.choose("translate", "ru", "en"))
        return [completion.text for completion in model.complete([Prompt(PAIRS[number][0], "en")] * 3)]

    with ThreadPoolExecutor(len(PAIRS)) as jobs:
        assert list(jobs.map(job, range(len(PAIRS)))) == [[en] * 3 for _, en in PAIRS]
    assert loads == [1]


def test_a_hub_model_is_converted_when_it_is_loaded(machine, tmp_path, best, converted, monkeypatch):
    def copies(spec, weights, new, kept, tokenizer):
        shutil.copytree(converted, new, dirs_exist_ok=True)
        return ""

    monkeypatch.setattr(conversion, "run_converter", copies)
    one = engine(machine, tmp_path)
    model = one.load(one.choose("translate", "ru", "en"))
    assert model.signature.startswith("best@")
    assert model.complete([Prompt(PAIRS[1][1], "ru")])[0].text == PAIRS[1][0]


def test_broken_weights_come_with_the_command_that_gets_them(machine, tmp_path, small):
    (small / "model.bin").write_bytes(b"broken")
    one = engine(machine, tmp_path)
    with pytest.raises(ModelError, match="cannot be loaded") as caught:
        one.load(one.choose("translate", "ru", "en"))
    assert caught.value.hint == "svodka models fetch small"


def test_a_family_that_breaks_its_promise_is_a_programming_error(monkeypatch, machine, tmp_path, small):
    monkeypatch.delattr("summarizer.engine.families.ct2.FILES")
    with pytest.raises(ShelfError, match="does not define FILES"):
        engine(machine, tmp_path).choose("translate", "ru", "en")


@pytest.mark.skipif(not (EMBEDDED / "svodka-ruen" / "model.bin").exists(), reason="the weights are not in this tree")
def test_the_embedded_model_translates_out_of_the_box(settings):
    one = Engine(settings)
    model = one.load(one.choose("translate", "ru", "en"))
    english, russian = model.complete([Prompt("Москва — столица России.", "en"), Prompt("Moscow, 2018.", "ru")])
    assert model.signature.startswith("svodka-ruen@")
    assert "Moscow" in english.text
    assert "Моск" in russian.text


@pytest.mark.skipif(not (EMBEDDED / "svodka-ruen" / "model.bin").exists(), reason="the weights are not in this tree")
def test_a_model_of_both_directions_judges_the_way_back_whatever_it_was_chosen_for(settings):
    one = Engine(settings)
    model = one.load(one.choose("translate", "ru", "en"))
    pairs = [("Moscow is the capital of Russia.", "Москва — столица России."), ("Moscow is big.", "Река замёрзла.")]
    right, wrong = model.likelihood(pairs, "ru")
    assert right > wrong
