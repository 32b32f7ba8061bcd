"""The documents say what the program does; `UPDATE_DOCS=1 pytest tests/test_docs.py` writes README's generated parts."""

import io
import os
import re
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from summarizer.cli import main
from summarizer.config import Settings
from summarizer.engine.engine import Engine
from summarizer.version import __version__

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"


def help_of(*command: str) -> str:
    out = io.StringIO()
    with pytest.raises(SystemExit), redirect_stdout(out):
        main([*command, "--help"])
    return f"```\n{out.getvalue().rstrip()}\n```"


def models() -> str:
    settings = Settings.from_env({"HOME": "/home/reader", "XDG_DATA_HOME": "/home/reader/.local/share"})
    runnable = [one.spec for one in Engine(settings).available() if one.state != "not yet runnable"]
    lines = ["| model | directions | licence | size |", "| --- | --- | --- | --- |"]
    for spec in runnable:
        marked = {f: " (not verified)" if f in spec.unverified else "" for f in ("licence", "size")}
        size = f"{spec.size}{marked['size']}" if spec.size else ""
        licence = f"{spec.licence}{marked['licence']}"
        lines.append(f"| `{spec.name}` | {', '.join(spec.directions)} | {licence} | {size} |")
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("part", "make"),
    [
        ("help", help_of),
        ("help digest", lambda: help_of("digest")),
        ("help translate", lambda: help_of("translate")),
        ("help extract", lambda: help_of("extract")),
        ("models", models),
    ],
)
def test_the_readme_shows_what_the_program_prints(part, make, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    text = README.read_text(encoding="utf-8")
    pattern = re.compile(rf"(<!-- {part} -->\n).*?(<!-- /{part} -->)", re.DOTALL)
    assert pattern.search(text), f"README.md has no part {part!r}"
    wanted = pattern.sub(lambda found: f"{found[1]}{make()}\n{found[2]}", text)
    if os.environ.get("UPDATE_DOCS"):
        README.write_text(wanted, encoding="utf-8")
    assert wanted == README.read_text(encoding="utf-8"), "run UPDATE_DOCS=1 pytest tests/test_docs.py"


def test_every_module_stands_in_the_architecture():
    listed = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    modules = [path for top in ("summarizer", "ui", "training", "benchmarks") for path in (ROOT / top).rglob("*.py")]
    names = {str(path.relative_to(ROOT)) for path in modules if path.name != "__init__.py"}
    assert [name for name in sorted(names) if f"`{name}`" not in listed] == []


def test_the_architecture_lists_no_module_that_is_gone():
    listed = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
    assert [name for name in re.findall(r"`([\w/]+\.py)`", listed) if not (ROOT / name).exists()] == []


def test_the_changelog_knows_this_version_or_has_an_unreleased_part():
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## [Unreleased]" in text or f"## [{__version__}]" in text
