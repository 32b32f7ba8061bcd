import itertools
from dataclasses import replace

import pytest

from summarizer.config import Settings
from summarizer.engine.spec import Spec, own_list, read
from summarizer.errors import UsageError

ENTRY = "{name: mine, family: ct2, tasks: [translate], directions: [ru-en]"


def own(tmp_path, *entries):
    file = tmp_path / "models.yaml"
    file.write_text("models:\n" + "".join(f"  - {entry}\n" for entry in entries), encoding="utf-8")
    return file


def test_the_shipped_list_can_be_read():
    names = [spec.name for spec in read()]
    assert {"opus-mt-tc-big-zle-en", "opus-mt-tc-big-en-zle", "svodka-ruen", "echo"} <= set(names)


@pytest.mark.parametrize("direction", ["ru-en", "en-ru"])
def test_the_shipped_list_goes_from_best_to_worst_where_there_are_figures(direction):
    scores = [spec.newstest2018[direction] for spec in read() if direction in spec.newstest2018]
    assert len(scores) >= 4
    assert all(better >= worse for better, worse in itertools.pairwise(scores))


def test_every_figure_says_who_measured_it():
    assert [spec.name for spec in read() if spec.newstest2018 and not spec.scored_by] == []


def test_no_revision_is_invented():
    assert [spec.name for spec in read() if spec.revision] == []


def test_a_licence_that_forbids_trade_is_known_as_such():
    assert [spec.name for spec in read() if "-NC-" in spec.licence and spec.commercial is not False] == []


def test_a_prefix_is_by_target_language_and_a_single_one_is_for_both():
    spec = Spec(name="x", family="t5", tasks=["digest"], directions=["ru-ru"], prefix="summary: ")
    assert spec.prefix == {"ru": "summary: ", "en": "summary: "}


def test_the_users_new_entry_comes_first(tmp_path):
    assert read(own(tmp_path, ENTRY + "}"))[0].name == "mine"


def test_the_users_values_replace_those_of_a_shipped_entry_in_its_place(tmp_path):
    before = [spec.name for spec in read()]
    after = read(own(tmp_path, "{name: svodka-ruen, window: 50}"))
    assert [spec.name for spec in after] == before
    assert next(spec for spec in after if spec.name == "svodka-ruen").window == 50


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (ENTRY + ", size: many}", "entry 'mine': field `size`: String should match"),
        (ENTRY + ", sise: 1 GB}", "entry 'mine': field `sise`: Extra inputs are not permitted"),
        ("{name: mine, family: ct2, tasks: [translate]}", "entry 'mine': field `directions`: Field required"),
        ("{name: mine, family: ct3, tasks: [translate], directions: [ru-en]}", "entry 'mine': field `family`: Input"),
        ("{name: ../mine, family: ct2, tasks: [translate], directions: [ru-en]}", "entry '../mine': field `name`"),
        (ENTRY + ", prefix: {de: x}}", "entry 'mine': field `prefix.de.[key]`"),
        (ENTRY + ", decoding: {beam: 0}}", "entry 'mine': field `decoding.beam`"),
        (ENTRY + ", unverified: [colour]}", "entry 'mine': field `unverified`: Value error, there is no field colour"),
        ("{family: ct2}", "entry 1: field `name`: it has none"),
    ],
)
def test_an_error_names_the_entry_and_the_field(tmp_path, entry, message):
    with pytest.raises(UsageError) as caught:
        read(own(tmp_path, entry))
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("models:\n  - name: mine\n    family: ct3\n    tasks: [translate]\n    directions: [ru-en]\n", 3),
        ("# mine\nmodels:\n  - name: mine\n    family: ct2\n    tasks: [translate]\n    directions: [ru-de]\n", 6),
        ("models:\n  - name: mine\n    family: ct2\n    tasks: [translate]\n", 2),
        ("models:\n  - name: svodka-ruen\n    decoding:\n      beam: 4\n      beem: 4\n", 5),
        ("models:\n  - name: svodka-ruen\n\n  - name: svodka-ruen\n", 4),
        ("models:\n  - name: svodka-ruen\n  - family: ct2\n", 3),
    ],
)
def test_an_error_names_the_line(tmp_path, text, line):
    file = tmp_path / "models.yaml"
    file.write_text(text)
    with pytest.raises(UsageError, match=rf"models\.yaml, line {line}, entry"):
        read(file)


def test_every_model_that_can_be_loaded_has_a_canary_in_every_source_language():
    lacking = [(spec.name, way) for spec in read() for way in spec.directions if not spec.canary.get(way[:2])]
    assert lacking == []


def test_the_list_beside_the_models_is_the_users_where_the_settings_name_none(tmp_path):
    settings = Settings(models_dir=tmp_path, cache_dir=tmp_path)
    assert own_list(settings) is None
    file = own(tmp_path, ENTRY + "}")
    assert own_list(settings) == file
    assert own_list(replace(settings, models_file=tmp_path / "other.yaml")) == tmp_path / "other.yaml"


def test_a_name_that_is_there_twice_is_an_error(tmp_path):
    with pytest.raises(UsageError, match="entry 'mine': the name is there twice"):
        read(own(tmp_path, ENTRY + "}", ENTRY + "}"))


@pytest.mark.parametrize("content", ["models: 5", "- a", "", "models: [", "\x00"])
def test_a_file_that_is_no_list_of_models_is_refused_in_one_line(tmp_path, content):
    file = tmp_path / "models.yaml"
    file.write_text(content)
    with pytest.raises(UsageError, match="the list of models") as caught:
        read(file)
    assert "\n" not in str(caught.value)


def test_a_file_that_is_not_there_is_said(tmp_path):
    with pytest.raises(UsageError, match="cannot be read"):
        read(tmp_path / "none.yaml")
