import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tiny_marian import CPU, PAIRS, TINY

from summarizer.engine import conversion
from summarizer.engine.families import marian
from summarizer.engine.model import Prompt
from summarizer.errors import ModelError

SAMPLES = ("Совет принял бюджет.", "Ы ü 🙂 «Да», № 5", "  two  spaces ", "", ">>deu<< Yes.", "</s>")


def test_a_converted_model_translates_what_it_was_trained_on_in_both_directions(tiny):
    completions = tiny.complete([Prompt(ru, "en") for ru, _ in PAIRS] + [Prompt(en, "ru") for _, en in PAIRS])
    assert [completion.text for completion in completions] == [en for _, en in PAIRS] + [ru for ru, _ in PAIRS]
    assert not any(completion.cut for completion in completions)


def test_greedy_output_in_float32_equals_that_of_transformers(hub_folder, tmp_path):
    prompts = [Prompt(ru, "en") for ru, _ in PAIRS] + [Prompt(en[: len(en) // 2].upper(), "ru") for _, en in PAIRS]
    expected = _generated(hub_folder, [TINY.prefix[prompt.to] + prompt.text for prompt in prompts])
    assert _greedy_in_float32(hub_folder, tmp_path, prompts) == expected


@pytest.mark.parametrize("text", [sample for sample in SAMPLES if sample != "</s>"])
def test_token_ids_are_those_of_the_hub_tokenizer(hub_folder, tiny, text):
    vocabulary = json.loads((hub_folder / "vocab.json").read_text(encoding="utf-8"))
    tokens = tiny._framed(text, tiny._framing(Prompt(text, "ru"))).tokens(tiny.window)
    ids = [vocabulary.get(token, vocabulary["<unk>"]) for token in tokens]
    assert ids == _tokenizer(hub_folder)(TINY.prefix["ru"] + text)["input_ids"]


def test_an_end_token_in_the_text_is_text(tiny):
    assert "</s>" not in tiny._pieces.source("Да </s> нет")


def test_the_signature_names_the_weights_and_the_precision(tiny, converted):
    version = json.loads((converted / "svodka.json").read_text(encoding="utf-8"))["version"]
    assert tiny.signature == f"tiny@{version}+int8"
    assert len(version) == 8
    assert converted.name == f"tiny-{version}-int8"


def converter(spec, weights, new, kept, tokenizer):
    (new / "model.bin").write_bytes(b"x")
    return ""


def test_a_second_use_converts_nothing(hub_folder, store, monkeypatch):
    monkeypatch.setattr(conversion, "run_converter", converter)
    first = marian.prepare(TINY, hub_folder, store, CPU)
    monkeypatch.setattr(conversion, "run_converter", lambda *_, **__: pytest.fail("converted again"))
    assert marian.prepare(TINY, hub_folder, store, CPU) == first


def test_changed_weights_are_converted_anew(hub_folder, store, tmp_path, monkeypatch):
    monkeypatch.setattr(conversion, "run_converter", converter)
    changed = shutil.copytree(hub_folder, tmp_path / "changed")
    with (changed / "vocab.json").open("a") as file:
        file.write(" ")
    assert marian.prepare(TINY, changed, store, CPU) != marian.prepare(TINY, hub_folder, store, CPU)


def test_a_conversion_that_dies_in_the_middle_leaves_nothing(hub_folder, store, settings, monkeypatch):
    def dies(spec, weights, new, kept, tokenizer):
        (new / "model.bin").write_bytes(b"half")
        raise KeyboardInterrupt

    monkeypatch.setattr(conversion, "run_converter", dies)
    with pytest.raises(KeyboardInterrupt):
        marian.prepare(TINY, hub_folder, store, CPU)
    assert [path for path in (settings.cache_dir / "converted").iterdir() if path.is_dir()] == []


def test_broken_weights_end_in_one_line_with_their_folder(hub_folder, store, tmp_path):
    broken = shutil.copytree(hub_folder, tmp_path / "broken")
    (broken / "model.safetensors").write_bytes((hub_folder / "model.safetensors").read_bytes()[:-1000])
    with pytest.raises(ModelError, match=r"tiny in .*broken cannot be converted: .*afetensor") as caught:
        marian.prepare(TINY, broken, store, CPU)
    assert caught.value.hint == "fetch its files again"
    assert "\n" not in str(caught.value)


def test_a_broken_conversion_says_what_to_remove(converted, tmp_path):
    broken = shutil.copytree(converted, tmp_path / "broken")
    (broken / "model.bin").write_bytes((converted / "model.bin").read_bytes()[:-1000])
    with pytest.raises(ModelError, match="cannot be loaded") as caught:
        marian.load(TINY, broken, CPU)
    assert caught.value.hint == f"remove {broken}: it is made anew from the model's own files"


def test_translating_imports_neither_torch_nor_transformers(converted):
    program = f"""
import sys
from pathlib import Path
from summarizer.engine import engine
from summarizer.engine.families import ct2
from summarizer.engine.model import Prompt
from summarizer.engine.runtime import Device
from summarizer.engine.spec import Spec
spec = Spec(name="t", family="ct2", tasks=["translate"], directions=["ru-en"], window=64)
model = ct2.load(spec, Path({str(converted)!r}), Device("cpu", "int8", 1))
print(model.complete([Prompt("Да.", "en")])[0].text, sorted({{"torch", "transformers"}} & set(sys.modules)))
"""
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=root)
    assert done.stdout == "Yes. []\n"


def _tokenizer(folder):
    from transformers import MarianTokenizer

    return MarianTokenizer.from_pretrained(folder)


def _generated(folder, texts):
    import torch
    from transformers import MarianMTModel

    tokenizer, model = _tokenizer(folder), MarianMTModel.from_pretrained(folder)
    with torch.no_grad():
        outputs = [
            model.generate(**tokenizer(text, return_tensors="pt"), num_beams=1, do_sample=False, max_new_tokens=60)
            for text in texts
        ]
    return [tokenizer.spm_target.decode(_pieces_of(tokenizer, output[0].tolist())).strip() for output in outputs]


def _pieces_of(tokenizer, ids):
    special = {tokenizer.pad_token_id, tokenizer.eos_token_id}
    return [tokenizer.decoder[number] for number in ids if number not in special]


def _greedy_in_float32(folder, tmp_path, prompts):
    from ctranslate2.converters import TransformersConverter

    from summarizer.engine.runtime import Device
    from summarizer.engine.spec import Decoding
    from summarizer.engine.translator import open_folder

    new = Path(TransformersConverter(str(folder)).convert(str(tmp_path / "float32")))
    for name in ("source.spm", "target.spm"):
        shutil.copyfile(folder / name, new / name)
    spec = TINY.model_copy(update={"decoding": Decoding(beam=1)})
    return [completion.text for completion in open_folder(spec, new, Device("cpu", "float32", 1)).complete(prompts)]
