"""The server refuses to be open by accident, and says why it cannot start."""

import socket

import pytest

from summarizer import Job, Pipeline, Settings, Source, UsageError
from summarizer.cli import main
from ui.downloads import Downloads, file_name
from ui.serve import Serving, serve
from ui.stock import rows, translator


def test_a_page_for_other_machines_wants_users_or_force():
    with pytest.raises(UsageError) as caught:
        serve(Serving(host="0.0.0.0", port=0))
    assert "--auth-file" in caught.value.hint


@pytest.mark.parametrize(("host", "shared"), [("127.0.0.1", False), ("::1", False), ("192.0.2.1", True)])
def test_a_page_is_shared_where_others_reach_it(host, shared, tmp_path):
    assert Serving(host=host).is_shared is shared
    assert Serving(host=host, auth_file=tmp_path / "users").is_shared


def test_the_command_says_that_a_file_of_users_is_missing(capsys):
    assert main(["ui", "--auth-file", "nowhere"]) == 2
    assert "the file of users nowhere cannot be read" in capsys.readouterr().err


@pytest.fixture
def pipeline(tmp_path):
    return Pipeline(Settings(models_dir=tmp_path / "models", cache_dir=tmp_path / "cache"))


def test_a_file_to_fetch_is_named_after_the_article(pipeline):
    text = "Мост через реку: «за» и/или против?\n\nСовет проголосовал за мост. Мэр был рад этому голосованию."
    result = pipeline.run(pipeline.read(Source.from_text(text)), Job(task="digest", to="ru"))
    assert file_name(result) == "Мост-через-реку-за-и-или-против-Совет-проголосовал-за-м.ru"
    downloads = Downloads()
    path = downloads.write(pipeline, result, "markdown")
    downloads.close()
    assert path.endswith("/Мост-через-реку-за-и-или-против-Совет-проголосовал-за-м.ru.md")


def test_the_models_are_listed_with_what_is_only_remembered(pipeline):
    listed = {row.name: row for row in rows(pipeline)}
    assert listed["svodka-ruen"].state == "ready"
    assert "echo" not in listed
    assert "size" in listed["opus-mt-tc-big-zle-en"].unverified
    assert translator(pipeline, "ru", "en") == "svodka-ruen"


def test_a_port_that_is_taken_is_named(monkeypatch):
    from ui import serve as module

    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=f"127.0.0.1:{port} cannot be listened on"):
            module._listening(Serving(port=port))
