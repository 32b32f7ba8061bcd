"""The family against `transformers serve`, the server itself, with a tiny random Qwen3 that the test makes."""

import os
import socket
import subprocess
import sys
import time
from dataclasses import replace

import httpx
import pytest
import tiny_chat
from transformers.utils.import_utils import is_accelerate_available, is_serve_available

from summarizer.engine.families import server as family
from summarizer.engine.model import Prompt
from summarizer.engine.spec import Spec
from summarizer.errors import ModelError

_ABLE = is_serve_available() and is_accelerate_available()
pytestmark = pytest.mark.skipif(not _ABLE, reason="transformers[serving] or accelerate is not installed")

SPEC = Spec(name="server", family="server", tasks=("translate", "digest"), directions=("ru-en",), window=64)
_START = "from transformers.cli.transformers import main; main()"
_LOADING = 120  # seconds; ten on an idle machine


def _free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait(process, url):
    end = time.monotonic() + _LOADING
    while time.monotonic() < end and process.poll() is None:
        try:
            if httpx.get(f"{url}/health", trust_env=False).is_success:
                return
        except httpx.TransportError:
            time.sleep(0.2)
    pytest.fail("transformers serve did not start")


@pytest.fixture(scope="module")
def served(tmp_path_factory):
    """The model's folder and the server's address."""
    folder = tiny_chat.qwen3(tmp_path_factory.mktemp("qwen3"))
    port = _free_port()
    command = [sys.executable, "-c", _START, "serve", str(folder), "--port", str(port), "--device", "cpu"]
    home = str(tmp_path_factory.mktemp("hub"))
    env = os.environ | {"HF_HOME": home, "HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"}
    with subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            _wait(process, f"http://127.0.0.1:{port}")
            yield folder, f"http://127.0.0.1:{port}/v1"
        finally:
            process.terminate()


@pytest.fixture
def model(served, settings):
    folder, url = served
    made = family.connect(SPEC, replace(settings, server_url=url, server_model=str(folder), offline=True))
    yield made
    made.close()


def test_what_the_server_streams_is_read_as_openais_own_client_reads_it(served, model):
    import openai

    folder, url = served
    prompt = Prompt("Совет принял бюджет.", "en")
    [made] = model.complete([prompt])
    with openai.OpenAI(base_url=url, api_key="none") as client:
        chunks = list(
            client.chat.completions.create(
                model=str(folder),
                messages=family.instructions.messages(prompt),
                max_tokens=64,
                temperature=0,
                stream=True,
                extra_body={"chat_template_kwargs": {"enable_thinking": False}},
            )
        )
    choices = [choice for chunk in chunks for choice in chunk.choices]
    text = "".join(choice.delta.content or "" for choice in choices)
    assert made.text == family.instructions.answer(text)
    assert len(text) > 10
    assert made.cut is (choices[-1].finish_reason == "length")


def test_several_prompts_come_back_in_order(model):
    prompts = [Prompt(text, "en") for text in ("Да.", "Снег выпал в горах.", "Поезда ходят по расписанию.")]
    together = model.complete(prompts)
    assert together == [model.complete([prompt])[0] for prompt in prompts]


def test_a_model_that_it_has_not_is_refused(served, settings):
    other = family.connect(SPEC, replace(settings, server_url=served[1], server_model="someone/other"), first_wait=0.0)
    with pytest.raises(ModelError, match="server"):
        other.complete([Prompt("Да.", "en")])
    other.close()
