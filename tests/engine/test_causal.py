from threading import Thread

import pytest
import tiny_chat

from summarizer.config import Settings
from summarizer.engine import torch_runtime
from summarizer.engine.families import causal
from summarizer.engine.model import Completion, Prompt
from summarizer.engine.runtime import Device
from summarizer.engine.spec import Spec
from summarizer.engine.store import Store
from summarizer.engine.torch_chat import Said
from summarizer.errors import ModelError

CPU = Device("cpu", "int8", 1)
OWN = "Translate from {source} into {language}, without additional explanation:\n\n{text} {prefix}"
ENTRY = Spec(
    name="chatty", family="causal", tasks=("translate", "digest"), directions=("ru-en", "en-ru", "ru-ru"), window=512
)


@pytest.fixture(scope="module", params=["qwen3", "gemma3"])
def folder(request, tmp_path_factory):
    made = getattr(tiny_chat, request.param)(tmp_path_factory.mktemp(request.param))
    made.joinpath("family").write_text(request.param)
    return made


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    home = tmp_path_factory.mktemp("home")
    store = Store(Settings(models_dir=home / "models", cache_dir=home / "cache"), home / "none")
    models = []

    def opens(folder, entry=ENTRY):
        models.append(causal.load(entry, causal.prepare(entry, folder, store, CPU), CPU))
        return models[-1]

    yield opens
    for model in models:
        model.close()


@pytest.fixture(scope="module")
def model(folder, opened):
    return opened(folder)


@pytest.fixture(scope="module")
def qwen(tmp_path_factory, opened):
    return opened(tiny_chat.qwen3(tmp_path_factory.mktemp("qwen")))


@pytest.fixture
def says(qwen, monkeypatch):
    """Make the model answer what is wanted, and keep what it was asked."""

    def fixed(text, *, ended=True):
        asked = []
        monkeypatch.setattr(qwen._runner, "say", lambda chats: asked.extend(chats) or [Said(text, ended)] * len(chats))
        return asked

    return fixed


def test_the_prompt_is_what_the_template_makes_without_thinking(says, qwen):
    asked = says("Yes.")
    qwen.complete([Prompt("Да.", "en")])
    start, end = "<|im_start|>user\nTranslate the text below into English.", "Text:\nДа.<|im_end|>\n"
    assert asked[0].text.startswith(start)
    assert asked[0].text.endswith(end + "<|im_start|>assistant\n<think>\n\n</think>\n\n")


def test_a_gemma_gets_one_user_turn_and_no_system_message(tmp_path, opened):
    written = opened(tiny_chat.gemma3(tmp_path))._written(Prompt("Да.", "en"), "Да.")
    assert written.startswith("<bos><start_of_turn>user\nTranslate the text below into English.")
    assert written.endswith("Text:\nДа.<end_of_turn>\n<start_of_turn>model\n")
    assert written.count("<bos>") == 1


def test_a_digest_is_asked_for_in_the_language_and_length_with_numbers_in_brackets(says, qwen):
    asked = says("Мост открыт [3].")
    done = qwen.complete([Prompt("[3] The bridge is open.", "ru", task="digest", words=60)])
    assert "in Russian in about 60 words" in asked[0].text
    assert "like [3] or [3, 5]" in asked[0].text
    assert done == [Completion("Мост открыт [3].")]


def test_an_entrys_own_prompt_goes_before_the_familys(folder, opened):
    entry = ENTRY.model_copy(update={"prompts": {"translate": OWN}, "prefix": {"en": "<en>"}})
    model = opened(folder, entry)
    text = "from Russian into English, without additional explanation:\n\nДа {text}. <en>"
    assert text in model._written(Prompt("Да {text}.", "en"), "Да {text}.")
    assert "digest of it in Russian" in model._written(Prompt("[1] Да.", "ru", task="digest"), "[1] Да.")


def test_language_codes_go_to_a_template_that_writes_the_instruction_by_itself(qwen, opened, tmp_path, monkeypatch):
    model = opened(tiny_chat.qwen3(tmp_path), ENTRY.model_copy(update={"content": "languages"}))
    assert model._content(Prompt("Да.", "en"), "Да.") == [
        {"type": "text", "source_lang_code": "ru", "target_lang_code": "en", "text": "Да."}
    ]


@pytest.mark.parametrize(
    ("said", "ended", "expected"),
    [
        ("<think>hm</think>Yes.", True, Completion("Yes.")),
        ("hm</think>\nYes.", True, Completion("Yes.")),
        ("<think>hm, and so on", False, Completion("", cut=True)),
        ("The council has", False, Completion("The council has", cut=True)),
    ],
)
def test_thinking_is_left_out_and_a_cut_answer_is_said_to_be_cut(says, qwen, said, ended, expected):
    says(said, ended=ended)
    assert qwen.complete([Prompt("Да.", "en")]) == [expected]


def test_the_output_begins_with_the_prefix(says, qwen):
    asked = says(" passed the budget.")
    assert qwen.complete([Prompt("Да.", "en", prefix="The council")]) == [Completion("The council passed the budget.")]
    assert asked[0].text.endswith("</think>\n\nThe council")


def test_answers_come_in_order_whatever_goes_together(model):
    prompts = [Prompt("Совет принял бюджет. " * n, "en", task="digest", words=2) for n in (1, 9, 0, 3, 6)]
    alone = [model.complete([prompt])[0] for prompt in prompts]
    assert model.complete(prompts) == alone
    assert len({completion.text for completion in alone}) > 2
    assert alone[2] == Completion("")


def test_answers_are_those_of_transformers_greedily(model, folder):
    import torch
    from transformers import AutoModelForCausalLM

    reference = AutoModelForCausalLM.from_pretrained(folder)
    prompt = Prompt("Совет принял бюджет.", "en", task="digest", words=1)
    written = model._written(prompt, prompt.text)
    ids = model._runner.tokenizer(written, add_special_tokens=False, return_tensors="pt")["input_ids"]
    with torch.no_grad():
        output = reference.generate(ids, do_sample=False, max_new_tokens=70, attention_mask=torch.ones_like(ids))
    new = output[0, ids.shape[1] :].tolist()
    stop = next((n for n, number in enumerate(new) if number in model._runner._ends), len(new))
    decoded = model._runner.tokenizer.decode(new[:stop], skip_special_tokens=True)
    assert model.complete([prompt])[0].text == decoded.strip()


def test_the_token_that_the_template_writes_after_an_answer_ends_it(model, folder):
    expected = {"qwen3": "<|im_end|>", "gemma3": "<end_of_turn>"}[folder.joinpath("family").read_text()]
    assert model._runner.tokenizer.convert_tokens_to_ids(expected) in model._runner._ends


def test_a_text_over_the_window_is_cut_and_said_to_be_cut(says, qwen):
    asked = says("Yes.")
    text = "Совет принял бюджет. " * 80
    assert qwen.count(text) > qwen.window
    assert qwen.complete([Prompt(text, "en")])[0].cut
    assert qwen.count(asked[0].text) + asked[0].limit <= 512
    assert asked[0].text.endswith("<think>\n\n</think>\n\n")


def test_the_signature_names_the_weights_and_the_runtime(qwen):
    name, version = qwen.signature.removesuffix("+torch-float32").split("@")
    assert (name, len(version)) == ("chatty", 8)


def test_a_model_that_rested_answers_the_same_again(qwen):
    before = qwen.complete([Prompt("Да.", "en")])
    assert qwen.rest()
    assert qwen._runner._loaded._model is None
    assert qwen.complete([Prompt("Да.", "en")]) == before


def test_a_model_that_writes_does_not_rest(qwen):
    with torch_runtime._TURN:
        assert not qwen.rest()
    assert qwen._runner._loaded._model is not None


def test_closing_stops_what_is_being_written(tmp_path, opened):
    model = opened(tiny_chat.qwen3(tmp_path), ENTRY.model_copy(update={"window": 512}))
    failed = []

    def write():
        try:
            while True:
                model.complete([Prompt("Совет принял бюджет. " * 5, "en")])
        except ModelError as error:
            failed.append(str(error))

    thread = Thread(target=write)
    thread.start()
    model.close()
    thread.join(timeout=60)
    assert failed in (["the model was closed while it wrote"], ["the model is closed"])


def test_a_model_without_a_template_and_prompts_is_refused(tmp_path, opened):
    folder = tiny_chat.qwen3(tmp_path)
    settings = folder / "tokenizer_config.json"
    settings.write_text(settings.read_text().replace("chat_template", "nothing"))
    with pytest.raises(ModelError, match="chatty has no chat template"):
        opened(folder)
    plain = opened(folder, ENTRY.model_copy(update={"prompts": {"translate": OWN}, "tasks": ("translate",)}))
    assert plain._written(Prompt("Да.", "en"), "Да.").startswith("Translate from Russian into English")


def test_weights_that_are_not_sound_end_in_one_line(tmp_path, opened):
    folder = tiny_chat.qwen3(tmp_path)
    weights = folder / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:-100])
    with pytest.raises(ModelError, match=r"the model in .* cannot be loaded: ") as caught:
        opened(folder)
    assert "\n" not in str(caught.value)


def test_short_memory_halves_the_batch_and_keeps_the_order(qwen, monkeypatch):
    batches = []
    write = qwen._runner._batch

    def batch(chats):
        batches.append(len(chats))
        if len(chats) > 1:
            raise RuntimeError("CUDA out of memory.")
        return write(chats)

    prompts = [Prompt(text, "en", task="digest", words=1) for text in ("Да.", "Нет.", "Мост.")]
    expected = qwen.complete(prompts)
    monkeypatch.setattr(qwen._runner, "_batch", batch)
    assert qwen.complete(prompts) == expected
    assert max(batches) > 1
