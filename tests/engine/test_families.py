"""What every encoder-decoder gives on CTranslate2 in float32 is what transformers gives with its own tokenizer."""

from dataclasses import dataclass
from pathlib import Path

import pytest
import tiny_models
from tiny_models import FLOAT32, sentences

from summarizer.engine import _convert, conversion
from summarizer.engine.families import mbart, nllb, t5
from summarizer.engine.model import Prompt

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


def in_process(entry, weights, new, *, tokenizer=""):
    return "no conversion" if _convert.main(str(weights), str(new), "float32", tokenizer) else ""


@pytest.fixture(scope="module", params=KINDS)
def made(request, tmp_path_factory):
    family, fields, told = KINDS[request.param]
    folder, new = tmp_path_factory.mktemp(request.param), tmp_path_factory.mktemp("new")
    entry = tiny_models.spec(family.__name__.rsplit(".", 1)[-1], **fields)
    reference = getattr(tiny_models, request.param)(folder)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(conversion, "run_converter", in_process)
        conversion._make(entry, folder, new, "1", family._RECIPE)
    ours = family.load(entry, new, FLOAT32)
    yield Made(request.param, folder, new, reference, ours, told)
    ours.close()


@pytest.fixture(scope="module")
def tokenizer(made):
    loaded = tiny_models.load_tokenizer(made.folder)
    if "src_lang" in made.told:
        loaded.src_lang = made.told["src_lang"]
    return loaded


def test_token_ids_are_those_of_the_hub_tokenizer(made, tokenizer):
    texts = [*sentences(), "Ы ü 🙂 «Да», № 5", "two  spaces"]
    ours = [tokenizer.convert_tokens_to_ids(made.tokens(text)) for text in texts]
    assert ours == [tokenizer(made.told.get("words", "") + text)["input_ids"] for text in texts]


def test_fifty_greedy_outputs_equal_those_of_transformers(made, tokenizer):
    outputs = made.outputs(sentences())
    ours = [[*output.hypotheses[0], *["</s>"] * output.ended[0]] for output in outputs]
    theirs = generated(made, tokenizer, sentences())
    assert ours == [tokens[: len(own)] for own, tokens in zip(ours, theirs, strict=True)]
    assert len({token for tokens in ours for token in tokens}) > 40  # no model that says one thing
    assert len({tuple(tokens) for tokens in ours}) > 25


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


def _inputs(made, tokenizer, text):
    import torch

    told = made.told
    start = made.reference.config.decoder_start_token_id
    ids = [tokenizer.convert_tokens_to_ids(told["start"])] if "start" in told else [start]
    if "first" in told:
        ids.append(tokenizer.convert_tokens_to_ids(told["first"]))
    return tokenizer(told.get("words", "") + text, return_tensors="pt"), torch.tensor([ids])


def generated(made, tokenizer, texts):
    """The tokens after the decoder's start, those of the language among them."""
    import torch

    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    outputs = []
    for text in texts:
        inputs, start = _inputs(made, tokenizer, text)
        ids = made.reference.generate(
            **inputs, decoder_input_ids=start, num_beams=1, do_sample=False, max_new_tokens=64,
            suppress_tokens=[tokenizer.unk_token_id],
        )[0].tolist()  # fmt: skip
        outputs.append(tokenizer.convert_ids_to_tokens(ids[1:]))
    torch.set_num_threads(threads)
    return outputs


def forced(made, tokenizer, text, output):
    import torch

    inputs, start = _inputs(made, tokenizer, text)
    written = [*output.hypotheses[0][start.shape[1] - 1 :], *["</s>"] * output.ended[0]]
    ids = torch.tensor([tokenizer.convert_tokens_to_ids(written)])
    with torch.no_grad():
        logits = made.reference(**inputs, decoder_input_ids=torch.cat([start, ids], 1)).logits[
            0, start.shape[1] - 1 : -1
        ]
    logits[:, tokenizer.unk_token_id] = -torch.inf
    return torch.log_softmax(logits, -1).gather(1, ids[0, :, None]).mean().item()
