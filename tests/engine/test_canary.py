import shutil
from dataclasses import replace

import pytest
from fakes import FakeModel
from hypothesis import given
from hypothesis import strategies as st
from tiny_marian import PAIRS

from summarizer.engine import canary
from summarizer.engine.engine import Engine
from summarizer.engine.model import Prompt
from summarizer.engine.spec import Spec
from summarizer.errors import ModelError

RU = "Вчера президент подписал закон о бюджете на 2019 год, сообщает газета."
EN = "Yesterday the president signed the law on the budget for 2019, the newspaper reports."
SPEC = Spec(name="x", family="ct2", tasks=["translate"], directions=["ru-en", "en-ru"], canary={"ru": RU, "en": EN})


@pytest.mark.parametrize(
    ("answer", "fault"),
    [
        (EN, ""),
        ("President signs 2019 budget.", ""),
        ("", "it is empty"),
        ("… — !", "it is empty"),
        (RU, "it is in another script"),
        ("The the the the the the the the.", "it repeats itself"),
        (" ".join(f"word{n}" for n in range(80)), "its length is 549 letters for 70"),
        ("Yes", "its length is 3 letters for 70"),
    ],
)
def test_plain_nonsense_is_told(answer, fault):
    assert canary.wrong(RU, answer, "en") == fault


@pytest.mark.parametrize(
    ("answer", "is_like"),
    [
        (EN, True),
        ("yesterday the President signed a bill on the budget for 2019, the newspaper reports", True),
        ("Yesterday, the president signed the 2019 budget law, the newspaper says.", True),
        ("The mayor opened a new bridge over the river.", False),
        ("Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor.", False),
    ],
)
def test_another_answer_is_told_from_another_wording(answer, is_like):
    assert (canary.other(answer, EN) == "") is is_like


@given(st.text(), st.text())
def test_likeness_is_symmetric_and_whole_for_the_same(one, two):
    assert canary.alike(one, one) == 1
    assert canary.alike(one, two) == canary.alike(two, one)
    assert 0 <= canary.alike(one, two) <= 1


def test_every_direction_is_asked_and_a_fault_names_its_own():
    model = FakeModel(["The the the the the the the.", RU])
    answers = canary.ask(SPEC, model, {})
    assert [(prompt.text, prompt.to) for prompt in model.prompts] == [(RU, "en"), (EN, "ru")]
    assert answers.fault == "ru-en: it repeats itself: “The the the the the the the.”"


@pytest.fixture
def machine(settings, tmp_path, converted):
    """The tiny model as one of the user's own."""
    (tmp_path / "own.yaml").write_text(
        "models:\n  - {name: small, family: ct2, tasks: [translate], directions: [ru-en, en-ru], window: 64,\n"
        "     canary: {ru: Совет принял бюджет., en: The council passed the budget.}}\n",
        encoding="utf-8",
    )
    shutil.copytree(converted, settings.models_dir / "small")
    return replace(settings, models_file=tmp_path / "own.yaml")


def load(machine):
    engine = Engine(machine)
    try:
        model = engine.load(engine.choose("translate", "ru", "en", "small"))
        return model.complete([Prompt(PAIRS[1][0], "en")])[0].text
    finally:
        engine.close()


@pytest.fixture
def asked(monkeypatch):
    """The answers that were asked for, and what they were held against."""
    seen, real = [], canary.ask

    def ask(spec, model, expected):
        seen.append(dict(expected))
        return real(spec, model, expected)

    monkeypatch.setattr(canary, "ask", ask)
    return seen


def test_a_model_is_asked_once_and_then_not_before_something_changes(machine, asked):
    assert [load(machine) for _ in range(3)] == [PAIRS[1][1]] * 3
    assert asked == [{}]


@pytest.mark.parametrize("library", ["ctranslate2", "transformers", "torch"])
def test_another_version_of_a_library_has_the_answer_held_against_the_first_one(machine, asked, monkeypatch, library):
    load(machine)
    real = canary.version
    monkeypatch.setattr(canary, "version", lambda name: "99.0" if name == library else real(name))
    assert load(machine) == PAIRS[1][1]
    assert asked == [{}, {"ru-en": PAIRS[0][1], "en-ru": PAIRS[0][0]}]


def test_another_version_of_svodka_asks_too(machine, asked, monkeypatch):
    load(machine)
    monkeypatch.setattr(canary, "__version__", "99.0")
    load(machine)
    assert len(asked) == 2


@pytest.fixture
def broken(machine, monkeypatch):
    """An upgrade after which the model writes a sentence that has nothing to do with its prompt."""
    load(machine)
    real, ask = canary.version, canary.ask
    monkeypatch.setattr(canary, "version", lambda name: "99.0" if name == "ctranslate2" else real(name))
    garbage = ["Snow fell in the mountains.", "Снег выпал в горах."]
    monkeypatch.setattr(canary, "ask", lambda spec, _, expected: ask(spec, FakeModel(garbage), expected))
    return machine


def test_a_library_that_breaks_the_model_is_caught_with_its_name(broken):
    with pytest.raises(
        ModelError, match=r"does not write what it should since ctranslate2 .* became 99.0: ru-en: "
    ) as e:
        load(broken)
    assert e.value.hint.startswith("go back to what it was before; `svodka models verify small` asks it again")
    with pytest.raises(ModelError, match="does not write what it should"):
        load(broken)


def test_what_a_person_accepts_is_from_then_on_what_it_should_write(broken):
    engine = Engine(broken)
    assert engine.prove("small").fault
    engine.prove("small", accept=True)
    assert engine.prove("small").fault == ""
    engine.close()
    assert load(broken) == PAIRS[1][1]


def test_a_lost_cache_asks_again_and_finds_the_first_answer_in_the_lock(machine, asked):
    load(machine)
    (machine.cache_dir / "canaries.json").write_text("[]")
    load(machine)
    assert asked[1] == {"ru-en": PAIRS[0][1], "en-ru": PAIRS[0][0]}


def test_a_changed_file_is_refused_before_anything_of_it_is_loaded(machine):
    load(machine)
    with (machine.models_dir / "small" / "model.bin").open("ab") as file:
        file.write(b"x")
    with pytest.raises(ModelError, match=r"small is not loaded: .*model\.bin is not the one that was pinned") as caught:
        load(machine)
    assert caught.value.hint == "`svodka models verify small` shows all; `svodka models fetch small` gets it again"
