"""What is done with models runs in a process of its own, which can be ended."""

import os
import re
import sys
from dataclasses import replace

import pytest

from summarizer import Settings
from ui import deeds, render_models
from ui.deeds import Deed, carried_out
from ui.stock import Row

ROW = Row(
    name="opus",
    tasks=("translate",),
    directions=("ru-en",),
    licence="CC-BY-4.0",
    commercial="yes",
    size="0.9 GB",
    state="absent",
    command="hf download x",
    unverified=("size",),
)


@pytest.fixture
def command(monkeypatch, tmp_path):
    """Puts a program in the place of the command line."""

    def put(code):
        program = tmp_path / "program"
        program.write_text(f"#!{sys.executable}\n{code}", encoding="utf-8")
        program.chmod(0o755)
        monkeypatch.setattr(deeds.sys, "executable", str(program))
        return Settings(models_dir=tmp_path / "models", cache_dir=tmp_path / "cache")

    return put


def test_a_deed_ends_with_what_was_said_and_the_exit_code(command):
    settings = command("import sys\nprint('first\\rlast of the line')\nprint(sys.argv[1:])\nsys.exit(3)")
    last = list(carried_out(settings, "fetch", "opus"))[-1]
    assert last.lines == ("last of the line", "['-m', 'summarizer', 'models', 'fetch', 'opus']")
    assert last.code == 3


def test_the_doctor_is_a_command_of_its_own(command):
    settings = command("import sys\nprint(*sys.argv[1:])")
    assert list(carried_out(settings, "doctor"))[-1].lines == ("-m summarizer doctor",)


def test_what_came_is_counted_while_it_comes(command, tmp_path):
    code = "import os, pathlib, time\nnew = pathlib.Path(os.environ['SVODKA_MODELS_DIR'], '.opus.abc.new')\n"
    code += "new.mkdir(parents=True)\n(new / 'model.bin').write_bytes(b'x' * 1000)\ntime.sleep(4)"
    assert max(deed.came for deed in carried_out(command(code), "fetch", "opus")) == 1000


def test_a_deed_that_is_called_off_is_ended(command, tmp_path):
    settings = command("import os, time\nprint(os.getpid(), flush=True)\ntime.sleep(60)")
    deed = carried_out(settings, "fetch", "opus")
    process = int(next(now.lines[0] for now in deed if now.lines))
    deed.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_licence_and_size_are_said_before_anything_is_fetched():
    asked = render_models.question("fetch", ROW, "en")
    assert "Fetch opus from the network? Licence: CC-BY-4.0, commercial use allowed. Size: 0.9 GB" in asked
    assert "remembered, not verified" in asked


@pytest.mark.parametrize(
    ("mine", "state", "verbs"),
    [(True, "absent", ["fetch"]), (True, "ready", ["verify", "remove"]), (False, "absent", [])],
)
def test_a_shared_page_has_no_buttons_for_models(mine, state, verbs):
    shown = render_models.stock([replace(ROW, state=state)], "en", mine=mine)
    assert re.findall(r'data-act="(\w+)"', shown) == verbs


def test_a_failed_deed_says_what_the_command_said():
    shown = render_models.deed(Deed(verb="fetch", name="opus", lines=("no <such> model",), code=4), "0.9 GB", "ru")
    assert "Не получилось (код 4)." in shown
    assert "no &lt;such&gt; model" in shown
