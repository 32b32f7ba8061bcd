"""What other programs may rely on."""

import subprocess
import sys

import summarizer


def test_the_public_names_are_sorted_and_there():
    assert summarizer.__all__ == sorted(summarizer.__all__)
    assert [name for name in summarizer.__all__ if not hasattr(summarizer, name)] == []


def test_importing_the_library_loads_nothing_heavy():
    code = "import sys, summarizer; print([m for m in ('torch', 'transformers', 'ctranslate2', 'gradio', 'trafilatura') if m in sys.modules])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


def test_the_module_and_the_command_are_one_program():
    out = subprocess.run([sys.executable, "-m", "summarizer", "--version"], capture_output=True, text=True, check=True)
    assert out.stdout == f"svodka {summarizer.__version__}\n"
