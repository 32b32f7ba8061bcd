"""The command line on real files, with the family `echo` where a model is needed."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer.cli import main

EXAMPLES = Path(__file__).parents[1] / "examples"
PDF = str(EXAMPLES / "leap-second.en.pdf")
PAGE = str(EXAMPLES / "transsib.ru.html")


@pytest.fixture
def out(capfdbinary):
    def run(*arguments):
        code = main(list(arguments))
        said = capfdbinary.readouterr()
        return code, said.out.decode(), said.err.decode()

    return run


def test_a_digest_names_its_source_sentences(out):
    code, text, _ = out("digest", PAGE, "--format", "json")
    data = json.loads(text)
    assert code == 0
    assert data["passages"]
    for passage in data["passages"]:
        evidence = [data["document"]["sentences"][index]["text"] for index in passage["sentences"]]
        assert 1 <= len(evidence) <= 2
        assert passage["text"] in " ".join(evidence)


@pytest.mark.parametrize(("length", "words"), [("short", 60), ("medium", 120), ("long", 250)])
def test_a_digest_keeps_to_its_length(out, length, words):
    _, text, _ = out("digest", PDF, "--length", length)
    assert words * 0.6 <= len(text.split()) <= words * 1.3


def test_a_digest_in_the_other_language_keeps_the_article_and_its_evidence(out):
    code, text, _ = out("digest", PAGE, "--to", "en", "--model", "echo", "--format", "json")
    data = json.loads(text)
    assert code == 0
    assert data["document"]["lang"] == "ru"
    assert data["job"]["to"] == "en"
    assert all(passage["text"].lower().startswith("[en] ") and passage["sentences"] for passage in data["passages"])
    assert data["signature"].startswith("digest|extractive@1|model:echo")


def test_a_draft_uses_every_sentence_once(out):
    _, text, _ = out("translate", PDF, "--model", "echo", "--format", "json")
    data = json.loads(text)
    used = [index for passage in data["passages"] for index in passage["sentences"]]
    assert used == list(range(len(data["document"]["sentences"])))


def test_what_was_left_out_is_said_on_standard_error(out):
    _, text, said = out("extract", PDF)
    assert "Read also" not in text
    assert "left out: running head (2), page number" in said


def test_lines_stay_lines(out, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("Один дом.\n\nДва дома. Три дома.\n".encode())))
    code, text, _ = out("translate", "-", "--lines", "--model", "echo", "--from", "ru")
    assert code == 0
    assert text.lower() == "[en] один дом.\n\n[en] два дома. [en] три дома.\n"


def test_output_appears_whole_in_its_file(out, tmp_path):
    target = tmp_path / "draft.md"
    code, text, _ = out("translate", PDF, "--model", "echo", "--format", "markdown", "-o", str(target))
    assert (code, text) == (0, "")
    assert "The Second That Clocks Will Stop Waiting For" in target.read_text(encoding="utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["draft.md"]


def test_an_output_that_cannot_be_written_is_wrong_usage(out, tmp_path):
    code, _, said = out("translate", PDF, "--model", "echo", "-o", str(tmp_path / "none" / "draft.md"))
    assert code == 2
    assert said.startswith("svodka: cannot write")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("translate", PDF, "--model", "opus-mt-tc-big-en-zle"), 4, "svodka models fetch opus-mt-tc-big-en-zle"),
        (("translate", PDF, "--model", "nothing"), 4, "there is no model called 'nothing'"),
        (("translate", PDF, "--model", "echo", "--to", "en"), 2, "svodka: "),
        (("digest", PDF, "--digest-model", "qwen3-4b"), 4, "svodka: "),
        (("digest", "ftp://example.org/a"), 3, "svodka: "),
        (("models", "show", "nothing"), 2, "there is no model called 'nothing'"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(out, arguments, code, said):
    got, text, error = out(*arguments)
    assert (got, text) == (code, "")
    assert said in error
    assert len(error.strip().splitlines()) == 1


def test_a_text_is_the_result_alone_and_what_was_left_in_its_own_language_is_said_beside_it(out, tmp_path):
    page = tmp_path / "bridge.txt"
    page.write_text("The bridge was opened on Monday.", encoding="utf-8")
    code, text, said = out("translate", str(page), "--floor", "1")
    assert (code, text) == (0, "The bridge was opened on Monday.\n")
    assert "warning: coverage [sentence 1]: left in its own language: its draft had a confidence of 0." in said
    assert "0 of 1 sentences translated; left as they were: 1 under the confidence floor" in said


def test_strict_fails_where_a_check_finds_an_error(out, tmp_path):
    page = tmp_path / "a.txt"
    page.write_text("The bridge over the river carries 40,000 cars a day. It was built in 1911.\n", encoding="utf-8")
    assert out("translate", str(page), "--model", "echo", "--strict")[0] == 0


def test_the_models_are_listed_with_their_licence(out):
    code, text, _ = out("models", "list")
    assert code == 0
    assert any(line.startswith("opus-mt-tc-big-zle-en") and "CC-BY-4.0" in line for line in text.splitlines())


def test_a_closed_pipe_is_no_error():
    command = f"{sys.executable} -m summarizer extract {PDF} | head -c 10"
    done = subprocess.run(command, shell=True, capture_output=True, text=True, check=True)
    assert done.stdout == "The Second"
    assert "Traceback" not in done.stderr


def test_the_same_format_comes_back_with_its_layout(out, tmp_path):
    note = tmp_path / "note.md"
    note.write_text("# Доклад\n\n- Совет **принял** решение.\n", encoding="utf-8")
    code, text, _ = out("translate", str(note), "--model", "echo", "--format", "same")
    assert (code, text) == (0, "# \\[En\\] Доклад\n\n- \\[En\\] Совет **принял** решение.\n")


def test_a_format_that_cannot_be_written_back_is_wrong_usage(out):
    code, _, said = out("translate", PDF, "--model", "echo", "--format", "same")
    assert code == 2
    assert "pdf cannot be written back" in said
