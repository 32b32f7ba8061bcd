"""The documents say what the program does; `UPDATE_DOCS=1 pytest tests/test_docs.py` writes their generated parts."""

import ast
import io
import os
import re
import tomllib
from contextlib import redirect_stdout
from functools import partial
from pathlib import Path

import pytest

from summarizer.cli import main
from summarizer.config import Settings
from summarizer.engine.engine import Engine
from summarizer.version import __version__

ROOT = Path(__file__).parents[1]


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


def layers() -> str:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    return "\n".join(
        f"    {layer}" for layer in next(c for c in contracts if c["name"] == "Data flows one way")["layers"]
    )


def files() -> str:
    parts = []
    for top in ("summarizer", "ui", "training", "benchmarks"):
        parts += [f"### {top}/", "", "| file | what |", "| --- | --- |"]
        for path in sorted((ROOT / top).rglob("*.py")):
            said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
            if path.name != "__init__.py" or said:
                line = " ".join(said.split("\n\n")[0].split()).replace("|", "\\|")
                parts.append(f"| `{path.relative_to(ROOT)}` | {line} |")
        parts.append("")
    return "\n".join(parts).rstrip()


@pytest.mark.parametrize(
    ("document", "part", "make"),
    [
        ("README.md", "help", help_of),
        ("README.md", "help digest", lambda: help_of("digest")),
        ("README.md", "help translate", lambda: help_of("translate")),
        ("README.md", "help extract", lambda: help_of("extract")),
        *(
            ("README.md", f"help {name}", partial(help_of, name))
            for name in ("check", "project", "models", "doctor", "ui")
        ),
        ("README.md", "models", models),
        ("ARCHITECTURE.md", "layers", layers),
        ("ARCHITECTURE.md", "files", files),
    ],
)
def test_the_documents_show_what_the_program_has(document, part, make, monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")
    text = (ROOT / document).read_text(encoding="utf-8")
    pattern = re.compile(rf"(<!-- {part} -->\n).*?(<!-- /{part} -->)", re.DOTALL)
    assert pattern.search(text), f"{document} has no part {part!r}"
    wanted = pattern.sub(lambda found: f"{found[1]}{make()}\n{found[2]}", text)
    if os.environ.get("UPDATE_DOCS"):
        (ROOT / document).write_text(wanted, encoding="utf-8")
    assert wanted == (ROOT / document).read_text(encoding="utf-8"), "run UPDATE_DOCS=1 pytest tests/test_docs.py"


def test_the_changelog_knows_this_version_or_has_an_unreleased_part():
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## [Unreleased]" in text or f"## [{__version__}]" in text
