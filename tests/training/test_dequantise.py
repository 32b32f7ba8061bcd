"""The shipped int8 weights run by transformers, and the same numbers in float32 by CTranslate2, word for word."""

import re
from pathlib import Path

import numpy as np
import pytest

from summarizer import language
from summarizer.engine.store import EMBEDDED
from training import convert, dequantise, network
from training.batches import BOS, EOS
from training.translate import Translator

SHIPPED = EMBEDDED / "svodka-ruen"
EXAMPLES = Path(__file__).parents[2] / "examples"
LONGEST = 60  # pieces of an answer: a greedy one that runs in circles is compared as far as that


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    target = tmp_path_factory.mktemp("dequantised")
    dequantise.dequantise(SHIPPED, target)
    return target


@pytest.fixture(scope="module")
def sentences():
    """Twenty-five of each of our two articles, which are fit to be shipped with the tests."""
    found = []
    for lang, target in (("en", "rus"), ("ru", "eng")):
        [article] = EXAMPLES.glob(f"*.{lang}.md")
        text = " ".join(re.sub(r"^[#>*-].*$", "", article.read_text(encoding="utf-8"), flags=re.MULTILINE).split())
        whole = [text[start:stop] for start, stop in language.split(text, lang)]
        found.append((target, [sentence for sentence in whole if len(sentence) < 200][:25]))
    assert [len(texts) for _, texts in found] == [25, 25]
    return found


def by_transformers(model, spm, texts, target):
    import torch

    made = []
    for text in texts:
        source = torch.tensor([[spm.piece_to_id(f">>{target}<<"), *spm.encode(text), EOS]])
        out = model.generate(input_ids=source, num_beams=1, do_sample=False, max_new_tokens=LONGEST)
        made.append(spm.decode([piece for piece in out[0].tolist() if piece not in {BOS, EOS}]))
    return made


def test_fifty_sentences_come_out_of_transformers_as_of_ctranslate2_in_float32(folder, sentences, tmp_path):
    convert.convert(folder, SHIPPED / "sentencepiece.model", tmp_path / "float32", "float32")
    translator = Translator(tmp_path / "float32", longest=LONGEST)
    model = network.load(folder).eval()
    for target, texts in sentences:
        assert by_transformers(model, translator.spm, texts, target) == translator.translate(texts, target)


def test_quantised_again_they_are_the_shipped_numbers(folder, tmp_path):
    convert.convert(folder, SHIPPED / "sentencepiece.model", tmp_path / "int8")
    again, shipped = (dequantise.variables(place / "model.bin") for place in (tmp_path / "int8", SHIPPED))
    assert again.keys() == shipped.keys()
    for name, array in shipped.items():
        np.testing.assert_allclose(again[name], array, rtol=1e-6, atol=0, err_msg=name)


def test_a_layout_that_is_not_known_is_refused(tmp_path):
    (tmp_path / "model.bin").write_bytes(b"\x07\x00\x00\x00")
    with pytest.raises(ValueError, match="binary version 7, known is 6"):
        dequantise.variables(tmp_path / "model.bin")
