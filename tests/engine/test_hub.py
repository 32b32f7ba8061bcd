"""Models fetched with the hub's own client, from a server on this machine that speaks the hub's protocol."""

import errno
import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections import namedtuple
from dataclasses import replace
from pathlib import Path

import hub_server
import pytest
from tiny_marian import PAIRS

from summarizer.engine import conversion
from summarizer.engine.collection import Collection
from summarizer.engine.engine import Engine
from summarizer.engine.families import marian
from summarizer.engine.hub import plan
from summarizer.engine.machine import amount
from summarizer.engine.model import Prompt
from summarizer.engine.store import sha256
from summarizer.errors import ModelError

LIST = """
models:
  - name: tiny
    family: marian
    tasks: [translate]
    directions: [ru-en, en-ru]
    repo: someone/tiny
    licence: CC-BY-4.0
    commercial: true
    window: 64
    prefix: {ru: ">>rus<< ", en: ">>eng<< "}
    canary: {ru: Совет принял бюджет., en: The council passed the budget.}
"""


@pytest.fixture
def machine(settings, tmp_path):
    (tmp_path / "own.yaml").write_text(LIST, encoding="utf-8")
    return replace(settings, models_file=tmp_path / "own.yaml")


@pytest.fixture
def hub(monkeypatch, hub_folder):
    monkeypatch.setattr("huggingface_hub.constants.DOWNLOAD_CHUNK_SIZE", 65536)
    monkeypatch.setattr("time.sleep", lambda seconds: None)  # the client waits a second before it goes on
    for name in ("HF_TOKEN", "HF_HUB_OFFLINE"):
        monkeypatch.delenv(name, raising=False)
    with hub_server.hub() as server:
        monkeypatch.setenv("HF_ENDPOINT", server.url)
        server.repos["someone/tiny"] = hub_server.Repo(hub_folder)
        yield server


@pytest.fixture
def collection(machine):
    return Collection(machine)


@pytest.fixture(scope="session")
def pickled(hub_folder, tmp_path_factory) -> Path:
    """The same model as most of OPUS-MT is on the hub: a plain `pytorch_model.bin`, its tied weights shared."""
    import torch
    from transformers import MarianMTModel

    folder = tmp_path_factory.mktemp("pickled") / "tiny"
    shutil.copytree(hub_folder, folder)
    model = MarianMTModel.from_pretrained(hub_folder)
    torch.save(model.state_dict(), folder / "pytorch_model.bin")
    (folder / "model.safetensors").unlink()
    return folder


def said(collection, name="tiny", **options):
    lines = []
    collection.fetch(name, lines.append, **options)
    return lines


def pinned(machine, name="tiny"):
    return json.loads((machine.models_dir / "svodka.lock.json").read_text())["models"][name]


def _copied(folder, new):
    shutil.copytree(folder, new, dirs_exist_ok=True)
    return ""


def left(machine):
    return sorted(path.name for path in machine.models_dir.iterdir() if path.name.endswith(".new"))


def translated(machine, collection):
    engine = Engine(machine)
    answers = engine.load(engine.choose("translate", "ru", "en", "tiny")).complete([Prompt(PAIRS[2][0], "en")])
    engine.close()
    return answers[0].text


def test_licence_and_size_are_said_before_anything_is_fetched(hub, collection, hub_folder):
    lines = []

    def say(line):
        lines.append((line, [seen for seen in hub.seen if "/resolve/" in seen]))

    collection.fetch("tiny", say)
    size = amount(sum((hub_folder / name).stat().st_size for name in hub_server.files(hub_folder)))
    commit = hub_server.commit(hub_folder)[:10]
    said, fetched = lines[0]
    assert said == (
        f"tiny: licence CC-BY-4.0, commercial use: yes, its card says cc-by-4.0; {size} from {hub.url}/someone/tiny, "
        f"commit {commit}"
    )
    assert fetched == []


def test_what_is_fetched_is_pinned_loaded_and_translates(hub, machine, collection, hub_folder, converted, monkeypatch):
    monkeypatch.setattr(conversion, "run_converter", lambda *given, **_: _copied(converted, given[2]))
    said(collection)
    entry = pinned(machine)
    assert (entry["commit"], entry["licence"]) == (hub_server.commit(hub_folder), "cc-by-4.0")
    assert {name: file["sha256"] for name, file in entry["files"].items()} == {
        name: sha256(hub_folder / name) for name in hub_server.files(hub_folder)
    }
    assert translated(machine, collection) == PAIRS[2][1]
    assert pinned(machine)["canary"] == {"ru-en": PAIRS[0][1], "en-ru": PAIRS[0][0]}


def test_only_needed_files_are_fetched_and_never_a_program(hub, machine, collection, hub_folder, tmp_path):
    full = shutil.copytree(hub_folder, tmp_path / "full")
    for name in ("modeling_tiny.py", "tf_model.h5", "pytorch_model.bin", "README.md", "onnx/model.onnx"):
        (full / name).parent.mkdir(exist_ok=True)
        (full / name).write_bytes(b"x")
    hub.repos["someone/tiny"] = hub_server.Repo(full)
    said(collection)
    assert hub_server.files(machine.models_dir / "tiny") == hub_server.files(hub_folder)


def test_a_model_that_is_here_is_not_fetched_again(hub, collection):
    said(collection)
    hub.seen.clear()
    assert said(collection) == ["tiny is here already, as it was pinned"]
    assert hub.seen == []


def test_a_connection_cut_in_the_middle_goes_on_where_it_was(hub, machine, collection, hub_folder):
    hub.cut = {"model.safetensors": [200_000, 200_000]}
    said(collection)
    assert [name for name, _ in hub.ranges] == ["model.safetensors"] * 2
    assert 0 < hub.ranges[0][1] <= 200_000 < hub.ranges[1][1]
    assert sha256(machine.models_dir / "tiny" / "model.safetensors") == sha256(hub_folder / "model.safetensors")


def test_a_fetch_that_was_broken_off_goes_on_in_the_next_process(hub, machine, hub_folder):
    hub.cut = {"model.safetensors": [300_000] + [0] * 9}
    with pytest.raises(ModelError, match="cannot be fetched") as caught:
        said(Collection(machine))
    assert caught.value.hint == "run the same command again: it goes on where it stopped"
    assert not (machine.models_dir / "tiny").exists()
    hub.cut, hub.seen, hub.ranges = {}, [], []
    said(Collection(machine))
    assert [name for name, start in hub.ranges if start > 200_000] == ["model.safetensors"]
    assert [seen for seen in hub.seen if seen.endswith("source.spm")] == []
    assert sha256(machine.models_dir / "tiny" / "model.safetensors") == sha256(hub_folder / "model.safetensors")
    assert left(machine) == []


@pytest.mark.parametrize("name", ["model.safetensors", "config.json"])
def test_a_file_that_is_not_the_one_that_the_hub_lists_is_refused_and_thrown_away(hub, machine, collection, name):
    hub.spoiled = {name}
    with pytest.raises(ModelError, match=f"{name} of someone/tiny is not the file that the hub lists"):
        said(collection)
    assert not (machine.models_dir / "tiny").exists()
    hub.spoiled = set()
    said(collection)
    assert (machine.models_dir / "tiny" / name).is_file()


def test_too_little_room_is_said_before_anything_is_fetched(hub, collection, monkeypatch):
    usage = namedtuple("usage", "total used free")  # noqa: PYI024
    monkeypatch.setattr("shutil.disk_usage", lambda path: usage(1, 1, 1000))
    with pytest.raises(ModelError, match=r"the disk is full: someone/tiny needs 68 MB in .*, 1 kB are free") as caught:
        said(collection)
    assert "SVODKA_MODELS_DIR" in caught.value.hint
    assert [seen for seen in hub.seen if "/resolve/" in seen] == []


def test_a_disk_that_is_full_in_the_middle_keeps_what_has_come(hub, machine, collection, monkeypatch):
    from summarizer.engine import hub as module

    real = module._download

    def full(url, file, part, endpoint):
        if file.name == "model.safetensors":
            part.write_bytes(b"x")
            raise OSError(errno.ENOSPC, "No space left on device")
        real(url, file, part, endpoint)

    monkeypatch.setattr(module, "_download", full)
    with pytest.raises(ModelError, match="the disk is full: No space left on device"):
        said(collection)
    assert not (machine.models_dir / "tiny").exists()
    assert len(left(machine)) == 1


def fetching(machine, **more):
    """A process that fetches the model."""
    program = "import sys; from summarizer import Settings; from summarizer.engine.collection import Collection; "
    program += "Collection(Settings.from_env()).fetch('tiny', lambda line: print(line, file=sys.stderr))"
    env = os.environ | {
        "SVODKA_MODELS_DIR": str(machine.models_dir),
        "SVODKA_CACHE_DIR": str(machine.cache_dir),
        "SVODKA_MODELS_FILE": str(machine.models_file),
        **more,
    }
    return subprocess.Popen([sys.executable, "-c", program], env=env, stderr=subprocess.PIPE, text=True)


def test_of_two_processes_that_fetch_at_once_one_does_and_the_other_waits(hub, machine):
    both = [fetching(machine) for _ in range(2)]
    outputs = [process.communicate()[1] for process in both]
    assert [process.returncode for process in both] == [0, 0], outputs
    assert sorted("is here already" in output for output in outputs) == [False, True]
    assert sum(seen.startswith("GET") and seen.endswith("model.safetensors") for seen in hub.seen) == 1
    assert left(machine) == []


def test_what_lies_in_the_clients_own_cache_at_hf_home_is_not_fetched_again(hub, machine, hub_folder, tmp_path):
    cached = tmp_path / "hf" / "hub" / "models--someone--tiny" / "snapshots" / hub_server.commit(hub_folder)
    cached.mkdir(parents=True)
    shutil.copyfile(hub_folder / "model.safetensors", cached / "model.safetensors")
    process = fetching(machine, HF_HOME=str(tmp_path / "hf"))
    said = process.communicate()[1]
    assert process.returncode == 0, said
    assert [seen for seen in hub.seen if seen.endswith("model.safetensors")] == []
    assert sha256(machine.models_dir / "tiny" / "model.safetensors") == sha256(hub_folder / "model.safetensors")


def test_a_plain_pickle_is_written_as_safetensors_and_deleted(hub, machine, collection, pickled):
    hub.repos["someone/tiny"] = hub_server.Repo(pickled)
    lines = said(collection)
    assert "a pickle" in lines[1]
    assert "pytorch_model.bin" not in hub_server.files(machine.models_dir / "tiny")
    wanted = f"pytorch_model.bin, SHA-256 {sha256(pickled / 'pytorch_model.bin')}"
    assert pinned(machine)["files"]["model.safetensors"]["converted_from"] == wanted
    assert translated(machine, collection) == PAIRS[2][1]


def test_a_pickle_that_carries_code_is_refused_and_its_code_did_not_run(hub, machine, collection, pickled, tmp_path):
    import torch

    class Code:
        def __reduce__(self):
            return os.system, (f"touch {tmp_path}/ran",)

    armed = shutil.copytree(pickled, tmp_path / "armed")
    torch.save({"weight": torch.ones(2), "more": Code()}, armed / "pytorch_model.bin")
    hub.repos["someone/tiny"] = hub_server.Repo(armed)
    with pytest.raises(ModelError, match=r"asks for more: posix\.system"):
        said(collection)
    assert not (tmp_path / "ran").exists()
    assert not (machine.models_dir / "tiny").exists()


def test_safetensors_of_the_conversion_branch_are_taken(hub, machine, collection, pickled, hub_folder, tmp_path):
    branch = shutil.copytree(pickled, tmp_path / "branch")
    shutil.copyfile(hub_folder / "model.safetensors", branch / "model.safetensors")
    hub.repos["someone/tiny"] = repo = hub_server.Repo(pickled)
    repo.propose(1, branch)
    lines = said(collection)
    assert lines[1].startswith("its weights are the safetensors of the conversion branch")
    assert pinned(machine)["weights_commit"] == hub_server.commit(branch)
    assert sha256(machine.models_dir / "tiny" / "model.safetensors") == sha256(hub_folder / "model.safetensors")


@pytest.mark.parametrize(("author", "spoilt"), [("a-stranger", False), ("SFconvertbot", True)])
def test_a_strangers_branch_or_one_of_other_weights_is_passed_over(
    hub, collection, pickled, hub_folder, tmp_path, author, spoilt
):
    branch = shutil.copytree(pickled, tmp_path / "branch")
    shutil.copyfile(hub_folder / "model.safetensors", branch / "model.safetensors")
    if spoilt:
        (branch / "pytorch_model.bin").write_bytes(b"other")
    hub.repos["someone/tiny"] = repo = hub_server.Repo(pickled)
    repo.propose(1, branch, author=author)
    found = plan(collection.spec("tiny"), marian.FILES)
    assert (found.weights_commit, found.pickled) == ("", (pickled / "pytorch_model.bin").stat().st_size)


@pytest.mark.parametrize("gated", ["login", "terms"])
def test_a_gated_model_says_where_its_terms_are_accepted(hub, collection, hub_folder, monkeypatch, gated):
    hub.repos["someone/tiny"] = hub_server.Repo(hub_folder, gated=gated)
    if gated == "terms":
        monkeypatch.setenv("HF_TOKEN", hub_server.TOKEN)
    with pytest.raises(ModelError, match="someone/tiny is for those who have accepted its terms") as caught:
        said(collection)
    assert caught.value.hint.startswith(f"accept them at {hub.url}/someone/tiny, then set HF_TOKEN")


def test_the_token_of_the_environment_opens_a_gated_model_and_is_shown_nowhere(
    hub, machine, collection, hub_folder, monkeypatch
):
    hub.repos["someone/tiny"] = hub_server.Repo(hub_folder, gated="login")
    monkeypatch.setenv("HF_TOKEN", hub_server.TOKEN)
    lines = said(collection)
    assert hub_server.TOKEN not in "".join(lines) + (machine.models_dir / "svodka.lock.json").read_text()


def test_a_repository_that_is_not_there_and_one_without_weights_are_said(hub, collection, hub_folder, tmp_path):
    empty = shutil.copytree(hub_folder, tmp_path / "empty")
    (empty / "model.safetensors").unlink()
    hub.repos["someone/tiny"] = hub_server.Repo(empty)
    with pytest.raises(ModelError, match="someone/tiny has no weights that can be read"):
        said(collection)
    hub.repos.clear()
    with pytest.raises(ModelError, match="has no model someone/tiny, or not for you"):
        said(collection)


def test_offline_nothing_is_asked(hub, machine):
    with pytest.raises(ModelError, match="tiny cannot be fetched: SVODKA_OFFLINE or HF_HUB_OFFLINE is set"):
        said(Collection(replace(machine, offline=True)))
    assert hub.seen == []


def test_a_hub_that_is_away_is_said_in_one_line(collection, monkeypatch):
    monkeypatch.setenv("HF_ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    with pytest.raises(ModelError, match=r"someone/tiny cannot be fetched from http://127\.0\.0\.1:9") as caught:
        said(collection)
    assert "\n" not in str(caught.value)


def test_what_was_damaged_is_fetched_again_at_the_pinned_commit(hub, machine, collection, hub_folder, tmp_path):
    said(collection)
    (machine.models_dir / "tiny" / "vocab.json").write_text("{}")
    newer = shutil.copytree(hub_folder, tmp_path / "newer")
    hub.repos["someone/tiny"].revisions = {"main": newer, "old": hub_folder}
    said(collection)
    assert pinned(machine)["commit"] == hub_server.commit(hub_folder)
    assert collection.verify("tiny") == ()
    said(collection, update=True)
    assert pinned(machine)["commit"] == hub_server.commit(newer)


def test_a_commit_that_gives_another_content_than_it_did_is_refused(hub, machine, collection, hub_folder, tmp_path):
    mine = shutil.copytree(hub_folder, tmp_path / "mine")
    hub.repos["someone/tiny"] = hub_server.Repo(mine)
    said(collection)
    (machine.models_dir / "tiny" / "vocab.json").unlink()
    (mine / "config.json").write_text((mine / "config.json").read_text() + " ")
    with pytest.raises(ModelError, match=r"config\.json of commit .* is not the one that was pinned"):
        said(collection)


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("svodka-ruen", "the model svodka-ruen comes with Svodka"),
        ("server", "the model server has no repository to be fetched from"),
        ("none", "there is no model called 'none'"),
    ],
)
def test_what_is_not_to_be_fetched_says_why(collection, name, message):
    with pytest.raises(ModelError, match=message):
        said(collection, name)


@pytest.fixture
def indexed(monkeypatch):
    """Firefox's files without their index; gives the hashes that it is said to list."""
    from summarizer.engine.families import firefox

    contents = {"model.ruen.intgemm.alphas.bin": b"weights", "vocab.ruen.spm": b"pieces"}
    listed = {name: hashlib.sha256(content).hexdigest() for name, content in contents.items()}

    def fetch(spec, folder):
        for name, content in contents.items():
            (folder / name).write_bytes(content)
        return listed

    monkeypatch.setattr(firefox, "fetch", fetch)
    return listed


def test_a_family_that_fetches_by_itself_has_its_word_shown_once_and_its_files_pinned(collection, machine, indexed):
    from summarizer.engine.families.firefox import NOTICE

    lines = said(collection, "firefox-ru-en")
    assert lines[:2] == ["firefox-ru-en: licence MPL-2.0 (not verified), commercial use: not known; 17.1 MB", NOTICE]
    assert {name: file["sha256"] for name, file in pinned(machine, "firefox-ru-en")["files"].items()} == indexed
    collection.lock.pin("firefox-en-ru", collection.lock.entry("firefox-ru-en"))
    collection.remove("firefox-ru-en")
    assert NOTICE not in said(collection, "firefox-ru-en")


def test_files_that_are_not_those_of_the_index_are_refused(collection, machine, indexed):
    indexed["vocab.ruen.spm"] = "0" * 64
    with pytest.raises(ModelError, match="what was fetched is not what its index lists"):
        said(collection, "firefox-ru-en")
    assert not (machine.models_dir / "firefox-ru-en").exists()


FULL = """
import shutil, sys
from collections import namedtuple
from summarizer import Settings
from summarizer.engine.collection import Collection
from summarizer.errors import ModelError
shutil.disk_usage = lambda path: namedtuple("usage", "total used free")(10**12, 0, 10**12)  # so that it begins at all
try:
    Collection(Settings.from_env()).fetch("tiny", print)
except ModelError as error:
    print(error, "|", error.hint)
"""


@pytest.mark.skipif(shutil.which("unshare") is None, reason="a small disk is made in a namespace of Linux")
def test_a_disk_that_is_really_full_is_said_and_no_model_is_there(hub, machine):
    """A file system of 600 kB for a model of 1.2 MB."""
    machine.models_dir.mkdir()
    mount = f"mount -t tmpfs -o size=600k none {machine.models_dir} && {sys.executable} -c '{FULL}'"
    env = os.environ | {"SVODKA_MODELS_DIR": str(machine.models_dir), "SVODKA_MODELS_FILE": str(machine.models_file)}
    command = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", f"{mount}; ls -a {machine.models_dir}"]
    done = subprocess.run(command, env=env, capture_output=True, text=True, check=False)
    if "unshare:" in done.stderr or "mount:" in done.stderr:
        pytest.skip("this system allows no namespaces")
    assert "the disk is full: No space left on device | make room, or name another folder" in done.stdout
    assert "tiny" not in done.stdout.splitlines()
