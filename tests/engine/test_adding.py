"""A folder that the user has, of every family that can be told from its files, and the user's own list."""

import json
import shutil
from dataclasses import replace

import pytest
from tiny_marian import PAIRS

from summarizer.engine import spec
from summarizer.engine.adding import add, strike
from summarizer.engine.collection import Collection
from summarizer.engine.engine import Engine
from summarizer.engine.model import Prompt
from summarizer.errors import ModelError, UsageError


@pytest.fixture
def collection(settings):
    return Collection(settings)


def folder_of(tmp_path, name="mine", **files):
    folder = tmp_path / name
    folder.mkdir()
    for file, text in files.items():
        (folder / file.replace("__", ".")).write_text(text)
    return folder


def config(kind, architecture="XForConditionalGeneration"):
    return json.dumps({"model_type": kind, "architectures": [architecture]})


TOKENS = {"tokenizer__json": "{}", "tokenizer_config__json": "{}", "model__safetensors": "x"}


@pytest.mark.parametrize(
    ("family", "files"),
    [
        ("marian", {"config__json": config("marian"), "vocab__json": "{}", "source__spm": "x", "target__spm": "x"}),
        ("nllb", {"config__json": config("m2m_100"), "sentencepiece__bpe__model": "x"}),
        ("t5", {"config__json": config("mt5"), "spiece__model": "x"}),
        ("mbart", {"config__json": config("mbart"), "sentencepiece__bpe__model": "x"}),
        ("causal", {"config__json": config("qwen3", "Qwen3ForCausalLM")}),
        ("causal", {"config__json": config("gemma4", "Gemma4ForConditionalGeneration")}),
        ("ct2", {"config__json": "{}", "model__bin": "x", "shared_vocabulary__json": "[]"}),
        ("firefox", {"model__ruen__intgemm__alphas__bin": "x", "vocab__ruen__spm": "x"}),
    ],
)
def test_the_family_is_seen_from_the_files(collection, tmp_path, family, files):
    folder = folder_of(tmp_path, **(files if family in {"ct2", "firefox"} else files | TOKENS))
    entry = add(collection, folder, {"directions": ["ru-en"]})
    assert (entry.name, entry.family, entry.tasks) == ("mine", family, ("translate",))
    assert collection.store.place(entry).is_dir()
    assert collection.lock.entry("mine").origin == str(folder)


def test_an_added_model_runs_and_stands_in_the_users_list(settings, hub_folder, converted, tmp_path, monkeypatch):
    folder = shutil.copytree(converted, tmp_path / "my model")
    canaries = {"ru": PAIRS[0][0], "en": PAIRS[0][1]}
    entry = add(Collection(settings), folder, {"directions": ["ru-en", "en-ru"], "name": "mine"})
    listed = (settings.models_dir / "models.yaml").read_text(encoding="utf-8")
    assert listed.startswith("models:\n  - name: mine\n    family: ct2\n")
    (settings.models_dir / "models.yaml").write_text(listed + f"    canary: {json.dumps(canaries)}\n", encoding="utf-8")
    engine = Engine(settings)
    model = engine.load(engine.choose("translate", "ru", "en", entry.name))
    assert model.complete([Prompt(PAIRS[4][0], "en")])[0].text == PAIRS[4][1]
    engine.close()
    assert sorted(path.name for path in folder.iterdir()) == sorted(path.name for path in converted.iterdir())


def test_the_tags_of_a_marian_vocabulary_become_its_prefix_and_directions(collection, hub_folder, tmp_path):
    folder = shutil.copytree(hub_folder, tmp_path / "opus")
    entry = add(collection, folder, {})
    assert entry.prefix == {"ru": ">>rus<< ", "en": ">>eng<< "}
    assert entry.directions == ("ru-en", "en-ru")


def test_a_folder_of_a_known_name_needs_no_entry(collection, hub_folder, tmp_path, settings):
    entry = add(collection, shutil.copytree(hub_folder, tmp_path / "opus-mt-ru-en"), {})
    assert entry == collection.spec("opus-mt-ru-en")
    assert not (settings.models_dir / "models.yaml").exists()


def test_programs_and_other_formats_are_left_behind(collection, hub_folder, tmp_path):
    folder = shutil.copytree(hub_folder, tmp_path / "opus-mt-ru-en")
    for name in ("modeling.py", "tf_model.h5", "run.sh"):
        (folder / name).write_text("x")
    place = collection.store.place(add(collection, folder, {}))
    assert sorted(path.name for path in place.iterdir()) == sorted(path.name for path in hub_folder.iterdir())


def test_a_pickle_in_the_folder_stays_and_its_copy_is_written_as_safetensors(collection, hub_folder, tmp_path):
    import torch

    folder = shutil.copytree(hub_folder, tmp_path / "opus-mt-ru-en")
    (folder / "model.safetensors").unlink()
    torch.save({"model.shared.weight": torch.ones(2)}, folder / "pytorch_model.bin")
    place = collection.store.place(add(collection, folder, {}))
    assert (folder / "pytorch_model.bin").is_file()
    assert [path.name for path in place.glob("*model.*")] == ["model.safetensors"]


@pytest.mark.parametrize(
    ("files", "given", "error", "message"),
    [
        ({"notes__txt": "x"}, {}, UsageError, "it cannot be seen what kind of model is in"),
        ({"model__bin": "x"}, {}, UsageError, "it cannot be seen what mine translates"),
        ({"model__bin": "x"}, {"directions": ["ru-en"]}, ModelError, "mine cannot be used: .* has no config.json"),
        ({"model__bin": "x"}, {"directions": ["ru-en"], "family": "ct3"}, UsageError, "field `family`"),
        ({"model__bin": "x"}, {"directions": ["ru-en"], "name": "../x"}, UsageError, "field `name`"),
        ({"model__bin": "x"}, {"name": "echo"}, UsageError, "the name echo is taken"),
    ],
)
def test_what_cannot_be_added_says_what_to_name(collection, tmp_path, files, given, error, message):
    with pytest.raises(error, match=message):
        add(collection, folder_of(tmp_path, **files), given)
    assert not (collection.store.models / "mine").exists()


def test_a_model_that_is_there_is_not_overwritten(collection, hub_folder, tmp_path):
    folder = shutil.copytree(hub_folder, tmp_path / "opus-mt-ru-en")
    add(collection, folder, {})
    with pytest.raises(ModelError, match="there is a model opus-mt-ru-en already"):
        add(collection, folder, {})


@pytest.mark.parametrize(
    "text", ["models:\n  - {name: a, family: echo, tasks: [translate], directions: [ru-en]}\n", ""]
)
def test_what_is_added_and_removed_again_leaves_the_users_list_as_it_was(settings, tmp_path, text):
    own = tmp_path / "own.yaml"
    before = f"# mine\n{text or 'models: []' + chr(10)}"
    own.write_text(before)
    collection = Collection(replace(settings, models_file=own))
    folder = folder_of(tmp_path, config__json="{}", model__bin="x", shared_vocabulary__json="[]")
    if not text:  # a list in brackets cannot be added to
        with pytest.raises(ModelError, match="cannot be written") as caught:
            add(collection, folder, {"directions": ["ru-en"]})
        assert "name: mine" in caught.value.hint
        return
    add(collection, folder, {"directions": ["ru-en"]})
    assert [entry.name for entry in spec.read(own)][:2] == ["a", "mine"]
    collection = Collection(replace(settings, models_file=own))
    collection.remove("mine")
    strike(collection, "mine")
    assert own.read_text() == before


def test_what_is_not_there_cannot_be_removed(collection):
    for name, message in (("opus-mt-ru-en", "is not on this machine"), ("svodka-ruen", "comes with Svodka and stays")):
        with pytest.raises(ModelError, match=message):
            collection.remove(name)


def test_a_removed_model_takes_its_conversions_with_it(collection, hub_folder, tmp_path, settings):
    add(collection, shutil.copytree(hub_folder, tmp_path / "opus-mt-ru-en"), {})
    made = settings.cache_dir / "converted" / "opus-mt-ru-en-01234567-int8"
    other = settings.cache_dir / "converted" / "opus-mt-ru-en-new-01234567-int8"
    for folder in (made, other):
        folder.mkdir(parents=True)
    collection.remove("opus-mt-ru-en")
    assert (made.exists(), other.exists()) == (False, True)
    assert collection.lock.entry("opus-mt-ru-en") is None
    assert not (settings.models_dir / "opus-mt-ru-en").exists()
