"""What every encoder-decoder gives on CTranslate2 in float32 is what transformers gives with its own tokenizer."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
import tiny_models
from tiny_marian import CPU
from tiny_models import FLOAT32, sentences

from summarizer.engine import _convert, conversion
from summarizer.engine.families import mbart, nllb, t5
from summarizer.engine.model import Prompt
from summarizer.errors import UsageError

LENGTH = 24  # tokens of an output that are compared
M2M100 = {"prefix": {"ru": "__ru__", "en": "__en__"}}
SUMMARY = {"prefix": {"ru": "summary {size}to ru: ", "en": "summary {size}to en: "}}
TRANSLATE = {"prefix": {"ru": "translate to ru: ", "en": "translate to en: "}}
# maker: family, fields of its entry, what transformers' tokenizer is told (language codes, first token)
KINDS = {
    "nllb": (nllb, {}, {"src_lang": "rus_Cyrl", "first": "eng_Latn"}),
    "m2m100": (nllb, M2M100, {"src_lang": "ru", "first": "__en__"}),
    "mbart25": (mbart, {}, {"src_lang": "ru_RU", "start": "en_XX"}),
    "mbart50": (mbart, {}, {"src_lang": "ru_RU", "first": "en_XX"}),
    "bart": (mbart, {}, {"first": "<s>"}),
    "t5": (t5, TRANSLATE, {"words": "translate to en: "}),
    "t5_gated": (t5, {"prefix": {"en": "<2en> "}}, {"words": "<2en> "}),
    "longt5": (t5, TRANSLATE, {"words": "translate to en: "}),
}


@dataclass
class Made:
    name: str
    folder: Path  # as on the hub
    converted: Path
    reference: object  # the model as it was saved, in memory
    ours: object
    told: dict

    def tokens(self, text, to="en"):
        prompt = Prompt(text, to)
        return list(self.ours._framed(text, self.ours._framing(prompt)).tokens(self.ours.window))

    def outputs(self, texts):
        rows = [
            self.ours._row(Prompt(t, "en"), self.ours._framed(t, self.ours._framing(Prompt(t, "en")))) for t in texts
        ]
        return self.ours._runner.run(rows)


def in_process(entry, weights, new, kept, *, tokenizer=""):
    return "no conversion" if _convert.main(str(weights), str(new), kept, tokenizer) else ""


@pytest.fixture(scope="module", params=KINDS)
def made(request, tmp_path_factory):
    family, fields, told = KINDS[request.param]
    folder, new = tmp_path_factory.mktemp(request.param), tmp_path_factory.mktemp("new")
    entry = tiny_models.spec(family.__name__.rsplit(".", 1)[-1], **fields)
    reference = getattr(tiny_models, request.param)(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(conversion, "run_converter", in_process)
        conversion._make(entry, folder, new, conversion._Wanted("1", "float32"), family._RECIPE)
    ours = family.load(entry, new, FLOAT32)
    ours._runner._positions = 64  # random models do not come to an end
    yield Made(request.param, folder, new, reference, ours, told)
    ours.close()


@pytest.fixture(scope="module")
def tokenizer(made):
    loaded = tiny_models.load_tokenizer(made.folder)
    if "src_lang" in made.told:
        loaded.src_lang = made.told["src_lang"]
    return loaded


def test_token_ids_are_those_of_the_hub_tokenizer(made, tokenizer):
    texts = [*sentences(), "Ы ü 🙂 «Да»", "two  spaces"]
    if made.name != "mbart25":  # transformers 5 reads it without the normaliser of its SentencePiece model
        texts += ["№ 5, ½"]
    ours = [tokenizer.convert_tokens_to_ids(made.tokens(text)) for text in texts]
    assert ours == [tokenizer(made.told.get("words", "") + text)["input_ids"] for text in texts]


def test_fifty_greedy_outputs_equal_those_of_transformers(made, tokenizer):
    outputs = made.outputs(sentences())
    theirs = generated(made, tokenizer, sentences())
    ours = [[*output.hypotheses[0], *["</s>"] * output.ended[0]] for output in outputs]
    ours = [own[: max(len(tokens), LENGTH)] for own, tokens in zip(ours, theirs, strict=True)]
    ours = [["<unk>" if "madeupword" in token else token for token in own] for own in ours]  # transformers' name of it
    assert ours == theirs
    assert len({token for tokens in ours for token in tokens}) > 20  # no model that says one thing
    assert len({tuple(tokens) for tokens in ours}) > 30


def test_the_scores_are_those_of_the_outputs_under_teacher_forcing(made, tokenizer):
    texts = sentences(6)
    for text, output in zip(texts, made.outputs(texts), strict=True):
        assert output.score == pytest.approx(forced(made, tokenizer, text, output), abs=2e-3)


def test_the_signature_says_which_runtime_it_is(made):
    assert made.ours.signature == ("tiny@1+torch-float32" if made.name == "longt5" else "tiny@1+float32")


def test_completions_are_texts_in_order_without_control_tokens(made):
    completions = made.ours.complete([Prompt(text, "en") for text in ["", *sentences(5)]])
    alone = [made.ours.complete([Prompt(text, "en")])[0].text for text in sentences(5)]
    assert [completion.text for completion in completions] == ["", *alone]
    assert not any(sign in text for text in alone for sign in ("</s>", "<s>", "eng_Latn", "__en__", "en_XX"))


def _inputs(made, tokenizer, texts):
    """What transformers' own tokenizer makes of the texts, and the decoder's first tokens."""
    import torch

    told = made.told
    start = made.reference.config.decoder_start_token_id
    ids = [tokenizer.convert_tokens_to_ids(told["start"])] if "start" in told else [start]
    if "first" in told:
        ids.append(tokenizer.convert_tokens_to_ids(told["first"]))
    inputs = tokenizer([told.get("words", "") + text for text in texts], return_tensors="pt", padding=True)
    return inputs, torch.tensor([ids] * len(texts))


def generated(made, tokenizer, texts):
    """The tokens after the decoder's start, those of the language among them, up to the end token."""
    inputs, start = _inputs(made, tokenizer, texts)
    outputs = made.reference.generate(
        **inputs, decoder_input_ids=start, num_beams=1, do_sample=False, max_new_tokens=LENGTH,
        suppress_tokens=[tokenizer.unk_token_id],
    )  # fmt: skip
    tokens = [tokenizer.convert_ids_to_tokens(ids[1:]) for ids in outputs.tolist()]
    return [one[: one.index("</s>") + 1] if "</s>" in one else one for one in tokens]


def forced(made, tokenizer, text, output):
    import torch

    inputs, start = _inputs(made, tokenizer, [text])
    written = [*output.hypotheses[0][start.shape[1] - 1 :], *["</s>"] * output.ended[0]]
    ids = torch.tensor([tokenizer.convert_tokens_to_ids(written)])
    with torch.no_grad():
        logits = made.reference(**inputs, decoder_input_ids=torch.cat([start, ids], 1)).logits[
            0, start.shape[1] - 1 : -1
        ]
    logits[:, tokenizer.unk_token_id] = -torch.inf
    return torch.log_softmax(logits, -1).gather(1, ids[0, :, None]).mean().item()


@pytest.mark.parametrize(
    ("words", "begins"), [(30, "summary brief to en: "), (60, "summary to en: "), (250, "summary big to en: ")]
)
def test_a_t5_summariser_is_told_the_length_and_the_language(words, begins, monkeypatch, tmp_path):
    framing = {}
    monkeypatch.setattr(conversion, "opened", lambda spec, folder, device, frame: framing.setdefault("frame", frame))
    t5.load(tiny_models.spec("t5", task="digest", **SUMMARY), tmp_path, FLOAT32)
    assert framing["frame"](Prompt("Да.", "en", task="digest", words=words)).words == begins


def test_a_digest_by_mbart_stays_in_its_language_and_a_translation_does_not(monkeypatch, tmp_path):
    framing = {}
    (tmp_path / "config.json").write_text('{"decoder_start_token": "</s>"}')
    monkeypatch.setattr(conversion, "opened", lambda spec, folder, device, frame: framing.setdefault("frame", frame))
    mbart.load(tiny_models.spec("mbart"), tmp_path, FLOAT32)
    digest, translation = (framing["frame"](Prompt("Да.", "ru", task=task)) for task in ("digest", "translate"))
    assert (digest.before, digest.start) == (("ru_RU",), ("ru_RU",))
    assert (translation.before, translation.start) == (("en_XX",), ("ru_RU",))


def test_a_refused_model_is_read_where_it_lies_now(store, tmp_path, monkeypatch):
    folder = tiny_models.longt5(_made(tmp_path / "first")) and tmp_path / "first"
    monkeypatch.setattr(conversion, "run_converter", in_process)
    entry = tiny_models.spec("t5", **TRANSLATE)
    first = t5.prepare(entry, folder, store, FLOAT32)
    monkeypatch.setattr(conversion, "run_converter", lambda *_, **__: pytest.fail("tried again"))
    moved = folder.rename(tmp_path / "second")
    assert t5.prepare(entry, moved, store, FLOAT32) == first
    model = t5.load(entry, first, FLOAT32)
    assert model.complete([Prompt("Да.", "en")])[0].text
    assert "+torch-float32" in model.signature


@pytest.mark.parametrize("made", ["nllb"], indirect=True)
def test_a_language_code_that_the_model_lacks_is_an_error(made):
    entry = tiny_models.spec("nllb", prefix={"ru": "rus_Cyrillic"})
    with pytest.raises(UsageError, match="the model tiny has no token rus_Cyrillic") as caught:
        nllb.load(entry, made.converted, FLOAT32)
    assert "prefix" in caught.value.hint


@pytest.mark.parametrize("made", ["m2m100"], indirect=True)
def test_a_window_larger_than_the_models_positions_is_held_to_them(made):
    model = nllb.load(tiny_models.spec("nllb", **M2M100).model_copy(update={"window": 900}), made.converted, FLOAT32)
    assert model.window == 126  # 128 positions, less the code and the end
    assert model.complete([Prompt("мост река школа " * 90, "en")])[0].cut


def _made(folder):
    folder.mkdir()
    return folder


@pytest.mark.parametrize("made", ["longt5"], indirect=True)
def test_the_second_runtime_gives_the_alternatives_asked_for(made):
    one, two = made.ours.complete([Prompt(sentences()[0], "en", alternatives=3), Prompt(sentences()[1], "en")])
    assert 1 <= len(one.alternatives) <= 3
    assert one.text not in one.alternatives
    assert two.alternatives == ()
    assert one.alignment is None


def test_a_t5_in_a_process_of_its_own_is_converted_and_translates_without_torch(store, tmp_path):
    tiny_models.t5(tmp_path)
    entry = tiny_models.spec("t5", **TRANSLATE)
    folder = t5.prepare(entry, tmp_path, store, CPU)
    program = f"""
import sys
from pathlib import Path
from summarizer.engine.families import t5
from summarizer.engine.model import Prompt
from summarizer.errors import UsageError
from summarizer.engine.runtime import Device
from summarizer.engine.spec import Spec
spec = Spec(name="t", family="t5", tasks=["translate"], directions=["ru-en"], window=64)
model = t5.load(spec, Path({str(folder)!r}), Device("cpu", "int8", 1))
said = model.complete([Prompt("Да.", "en")])[0].text
print(bool(said), sorted({{"torch", "transformers"}} & set(sys.modules)))
"""
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=root)
    assert done.stdout == "True []\n"
