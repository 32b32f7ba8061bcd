"""`svodka models` from fetch to removal, as a user types it."""

import json
import shutil

import hub_server
import pytest

from summarizer.cli import main
from summarizer.engine import conversion

LIST = """
models:
  - {name: tiny, family: marian, tasks: [translate], directions: [ru-en, en-ru], repo: someone/tiny, window: 64,
     licence: CC-BY-4.0, commercial: true, prefix: {ru: ">>rus<< ", en: ">>eng<< "},
     canary: {ru: Совет принял бюджет., en: The council passed the budget.}}
"""


@pytest.fixture
def svodka(tmp_path, monkeypatch, hub_folder, converted, capfd):
    """The command on a machine whose hub has the tiny model; gives exit code, output and what is said besides."""
    (tmp_path / "own.yaml").write_text(LIST, encoding="utf-8")
    for name, value in {"MODELS_FILE": "own.yaml", "MODELS_DIR": "models", "CACHE_DIR": "cache"}.items():
        monkeypatch.setenv(f"SVODKA_{name}", str(tmp_path / value))
    monkeypatch.setenv("SVODKA_THREADS", "1")
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)

    def convert(spec, weights, new, *_, **__):
        shutil.copytree(converted, new, dirs_exist_ok=True)
        return ""

    monkeypatch.setattr(conversion, "run_converter", convert)

    def run(*arguments):
        code = main(["models", *map(str, arguments)])
        said = capfd.readouterr()
        return code, said.out, said.err

    with hub_server.hub() as server:
        monkeypatch.setenv("HF_ENDPOINT", server.url)
        server.repos["someone/tiny"] = hub_server.Repo(hub_folder)
        yield run


def test_a_model_is_fetched_verified_carried_and_removed(svodka, tmp_path):
    code, out, said = svodka("fetch", "tiny")
    assert (code, out) == (0, "")
    assert said.splitlines()[0].startswith("tiny: licence CC-BY-4.0, commercial use: yes, its card says cc-by-4.0; ")
    assert said.splitlines()[-1] == "tiny is ready"
    assert "translate ru-en: tiny\n" in svodka("list")[1]
    code, _, said = svodka("verify", "tiny")
    assert (code, said.splitlines()) == (0, [
        "tiny: ru-en: The council passed the budget.",
        "tiny: en-ru: Совет принял бюджет.",
        "tiny: files and answers are as they should be",
    ])  # fmt: skip
    assert svodka("export", "tiny", "-o", tmp_path / "tiny.tar")[0] == 0
    assert svodka("remove", "tiny") == (0, "", "tiny is removed\n")
    assert "translate ru-en: tiny\n" not in svodka("list")[1]
    code, _, said = svodka("import", tmp_path / "tiny.tar")
    assert (code, said) == (0, "tiny is here, every file as the archive's list says\ntiny is ready\n")
    assert json.loads((tmp_path / "models" / "svodka.lock.json").read_text())["models"]["tiny"]["canary"]


def test_verify_names_what_changed_and_exits_with_4(svodka, tmp_path):
    svodka("fetch", "tiny")
    (tmp_path / "models" / "tiny" / "vocab.json").write_text("{}")
    code, _, said = svodka("verify")
    assert code == 4
    assert said.startswith("tiny: vocab.json is not the one that was pinned\n")


def test_a_folder_is_added_under_another_name_and_its_entry_goes_with_it(svodka, hub_folder, tmp_path):
    code, _, said = svodka("add", hub_folder, "--name", "mine")
    assert code == 4  # it knows ten sentences, and the usual canary is none of them
    assert said.startswith(f"mine (marian, ru-en, en-ru) is in {tmp_path}/models/mine\n")
    assert "does not write what it should" in said
    assert svodka("verify", "mine", "--accept")[0] == 0
    assert svodka("verify", "mine")[0] == 0
    assert svodka("remove", "mine")[0] == 0
    assert (tmp_path / "own.yaml").read_text(encoding="utf-8").strip() == LIST.strip()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("fetch", "none"), "svodka: there is no model called 'none'; `svodka models list` shows the names\n"),
        (("verify", "opus-mt-ru-en"), "svodka: the model opus-mt-ru-en is not on this machine; svodka models fetch"),
        (("remove", "svodka-ruen"), "svodka: the model svodka-ruen comes with Svodka and stays\n"),
        (("import", "none.tar"), "svodka: none.tar cannot be read in: No such file or directory\n"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(svodka, arguments, said):
    code, out, error = svodka(*arguments)
    assert (code, out) == (4, "")
    assert error.startswith(said)
    assert len(error.splitlines()) == 1
