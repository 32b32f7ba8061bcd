"""What a start costs: nothing heavy is imported on the way to the first translated sentence, nor for the help."""

import subprocess
import sys
from pathlib import Path

import pytest

from summarizer.engine.store import EMBEDDED

ROOT = Path(__file__).parents[1]
HEAVY = {"torch", "transformers", "gradio", "huggingface_hub", "fastapi", "pandas", "safetensors", "tokenizers"}
PROGRAM = """
import io, sys
sys.stdin = io.TextIOWrapper(io.BytesIO("Москва — столица России.".encode()))
from summarizer.cli import main
try:
    code = main(sys.argv[1:])
except SystemExit as end:
    code = end.code
print(code or 0, *sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""


def imported(*arguments):
    """The packages that the command has imported at its end, and what it wrote."""
    command = [sys.executable, "-c", PROGRAM, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    code, *names = done.stderr.splitlines()[-1].split()
    assert code == "0", done.stderr
    return set(names), done.stdout


@pytest.mark.skipif(not (EMBEDDED / "svodka-ruen" / "model.bin").exists(), reason="the weights are not in this tree")
def test_the_first_sentence_needs_none_of_the_heavy_libraries():
    names, text = imported("translate", "-", "--to", "en")
    assert "Moscow" in text
    assert names & HEAVY == set()


def test_the_help_needs_no_engine_and_no_reader():
    names, text = imported("--help")
    assert "doctor" in text
    assert names & (HEAVY | {"ctranslate2", "sentencepiece", "trafilatura", "lxml", "docx", "pypdfium2"}) == set()


def test_the_list_of_models_needs_no_heavy_library():
    names, text = imported("models", "list")
    assert "svodka-ruen" in text
    assert names & HEAVY == set()
