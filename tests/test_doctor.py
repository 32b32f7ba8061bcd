"""The page of `svodka doctor`: what is on it, what is never on it, and that it asks nothing of a network."""

import shutil
import socket
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from summarizer import doctor
from summarizer.cli import main
from summarizer.config import Settings
from summarizer.engine.store import EMBEDDED, Store
from summarizer.version import __version__

SHIPPED = EMBEDDED / "svodka-ruen"
needs_weights = pytest.mark.skipif(not (SHIPPED / "model.bin").exists(), reason="the weights are not in this tree")


@pytest.fixture
def settings(tmp_path):
    return Settings(models_dir=tmp_path / "models", cache_dir=tmp_path / "cache", device="cpu", threads=1)


@pytest.fixture
def no_network(monkeypatch):
    """Any connection but to loopback fails the test, whoever tries."""
    real = socket.socket.connect

    def connect(self, address):
        assert not isinstance(address, tuple) or address[0] in {"127.0.0.1", "::1", "localhost"}, address
        return real(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect)
    monkeypatch.setattr(socket, "getaddrinfo", lambda host, *_, **__: pytest.fail(f"{host} was looked up"))


def page(settings, **options):
    lines = []
    faults = doctor.examine(settings, lines.append, **options)
    return faults, "\n".join(lines)


@needs_weights
def test_a_fresh_installation_is_sound_though_most_models_are_absent(settings):
    faults, text = page(settings)
    assert faults == 0
    assert f"Svodka:     {__version__}" in text
    assert "svodka-ruen" in text
    assert "canary: ru-en: " in text
    assert text.endswith("result:     sound")


@needs_weights
def test_offline_nothing_is_tried(settings, no_network):
    faults, text = page(settings, offline=True)
    assert faults == 0
    assert "offline:    0 connections tried by Python code, loopback aside" in text
    assert "not watched (no network namespace: not asked for)" in text


def test_offline_whatever_is_tried_is_a_fault_with_its_name(settings, monkeypatch):
    def phone_home(*_):
        with socket.socket() as one:
            one.connect(("203.0.113.7", 443))

    monkeypatch.setattr("summarizer.engine.engine.Engine.available", phone_home)
    with pytest.raises(OSError, match="offline"):
        page(settings, offline=True)


def test_offline_an_attempt_that_a_library_hides_is_found_all_the_same(settings, monkeypatch):
    def quietly(self):
        try:
            socket.getaddrinfo("telemetry.example.org", 443)
        except OSError:
            return ()
        return ()

    monkeypatch.setattr("summarizer.engine.engine.Engine.available", quietly)
    faults, text = page(settings, offline=True)
    assert faults == 1
    assert "FAULT: offline, and yet tried: socket.getaddrinfo telemetry.example.org" in text


@pytest.mark.skipif(sys.platform != "linux", reason="network namespaces are Linux's")
@needs_weights
def test_the_command_runs_without_a_network_where_the_system_allows_it():
    command = [sys.executable, "-m", "summarizer", "doctor", "--offline"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[1])
    assert done.returncode == 0, done.stdout + done.stderr
    allowed = "this process and its children had no network at all" in done.stdout
    said = "native libraries and child processes were not watched (no network namespace:" in done.stdout
    assert allowed != said


@needs_weights
def test_a_damaged_model_is_a_fault_and_the_exit_code_says_so(settings, tmp_path, monkeypatch, capsys):
    embedded = shutil.copytree(SHIPPED, tmp_path / "embedded" / "svodka-ruen")
    with (embedded / "model.bin").open("r+b") as file:
        file.seek(-1, 2)
        file.write(b"?")
    monkeypatch.setattr(Store.__init__, "__defaults__", (tmp_path / "embedded",))
    monkeypatch.setenv("SVODKA_MODELS_DIR", str(settings.models_dir))
    assert main(["doctor"]) == 4
    assert "FAULT: svodka-ruen: model.bin is not the one that was pinned" in capsys.readouterr().out


def test_a_model_that_is_not_whole_is_a_fault_with_the_command_that_mends_it(settings):
    folder = settings.models_dir / "opus-mt-ru-en"
    folder.mkdir(parents=True)
    (folder / "config.json").write_text("{}")
    faults, text = page(settings)
    assert faults == 1
    assert "FAULT: opus-mt-ru-en: it is incomplete; svodka models fetch opus-mt-ru-en" in text


def test_a_list_of_models_that_is_not_sound_is_a_fault_with_its_line(settings, tmp_path):
    (tmp_path / "own.yaml").write_text("models:\n  - {name: mine, family: ct3}\n")
    faults, text = page(replace(settings, models_file=tmp_path / "own.yaml"))
    assert faults == 1
    assert "own.yaml, line 2, entry 'mine': field `family`" in text


def test_a_missing_library_is_a_fault(settings, monkeypatch):
    real = doctor.version

    def version(name):
        if name == "trafilatura":
            raise doctor.PackageNotFoundError(name)
        return real(name)

    monkeypatch.setattr(doctor, "version", version)
    faults, text = page(settings)
    assert faults == 1
    assert "FAULT: the library trafilatura is missing" in text


def test_no_secret_and_no_home_is_on_the_page(settings, monkeypatch):
    home = Path.home()
    secrets = {"HF_TOKEN": "hf_abcdef", "SVODKA_SERVER_KEY": "sk-secret", "HF_ENDPOINT": "https://me:pass@mirror.org/x"}
    for name, value in secrets.items():
        monkeypatch.setenv(name, value)
    _, text = page(replace(settings, models_dir=home / "models", cache_dir=Path("/home/ivan.petrov/cache")))
    assert "models in:  ~/models" in text
    assert "HF_TOKEN is set, SVODKA_SERVER_KEY is set, HF_ENDPOINT at mirror.org" in text
    assert not any(word in text for word in ("hf_abcdef", "sk-secret", "me:pass", "ivan.petrov", str(home)))


@pytest.mark.parametrize(
    ("text", "private"),
    [
        ("/home/ivan/models", "/home/…/models"),
        ("/Users/Anna/Library", "/Users/…/Library"),
        (r"C:\Users\Anna\models", r"C:\Users\…\models"),
        ("/data/models", "/data/models"),
    ],
)
def test_the_owner_of_a_home_is_left_out(text, private):
    assert doctor.private(text) == private
