"""The whole of training on fifty pairs of our own: prepare, train until they are known, stop and go on, convert."""

import numpy as np
import pytest
import sentencepiece
import torch
from safetensors.numpy import load_file

from training import backtranslate, convert, network, prepare
from training.batches import EOS, PAD, RUS, Mixture
from training.config import Run, read
from training.objective import SmoothedCrossEntropy
from training.train import Leg, Progress, rate_at
from training.translate import Translator

NOUNS = [("bridge", "мост"), ("house", "дом"), ("garden", "сад"), ("table", "стол"), ("forest", "лес")]
WORDS = [("big", "большой"), ("old", "старый"), ("new", "новый"), ("white", "белый"), ("red", "красный")]
FRAMES = [("The {} {} stands here.", "Здесь стоит {} {}."), ("I see a {} {}.", "Я вижу {} {}.")]
PAIRS = [
    (english.format(a, n), russian.format(b, m)) for english, russian in FRAMES for a, b in WORDS for n, m in NOUNS
]


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    prepare.train_vocabulary(folder, {"news": PAIRS}, folder / "spm.model", size=400)
    spm = sentencepiece.SentencePieceProcessor(model_file=str(folder / "spm.model"))
    assert prepare.pack(PAIRS, spm, folder / "pairs.npz") == 50
    return folder


RUN = Run(
    d_model=128,
    heads=2,
    encoder_layers=2,
    decoder_layers=1,
    rate=3e-3,
    warm_steps=20,
    tokens=600,
    average=0.9,
    mixture={"pairs": 4.0},
)


@pytest.fixture(scope="module")
def trained(data, tmp_path_factory):
    folder = tmp_path_factory.mktemp("run")
    Leg(RUN, data, folder, None).train(hours=1, steps=50)
    leg = Leg(RUN, data, folder, None)
    assert leg.progress.step == 50
    leg.train(hours=1, steps=130)
    return folder


def test_fifty_pairs_are_learned_and_survive_the_conversion(data, trained, tmp_path):
    convert.convert(trained / "export", data / "spm.model", tmp_path / "ct2", "float32")
    translator = Translator(tmp_path / "ct2")
    russian = translator.translate([english for english, _ in PAIRS], "rus")
    english = translator.translate([russian for _, russian in PAIRS], "eng")
    right = sum(a == b for a, (_, b) in zip(russian, PAIRS, strict=True))
    right += sum(a == b for a, (b, _) in zip(english, PAIRS, strict=True))
    assert right >= 95, f"{right} of 100 known"


def test_ctranslate2_says_what_transformers_says(data, trained, tmp_path):
    convert.convert(trained / "export", data / "spm.model", tmp_path / "ct2", "float32")
    spm = sentencepiece.SentencePieceProcessor(model_file=str(data / "spm.model"))
    reference = network.load(trained / "export").eval()
    theirs = []
    for english, _ in PAIRS:
        source = torch.tensor([[RUS, *spm.encode(english), EOS]])
        out = reference.generate(input_ids=source, num_beams=1, do_sample=False, max_new_tokens=60)[0].tolist()
        theirs.append(spm.decode([piece for piece in out if piece > EOS]))
    assert Translator(tmp_path / "ct2", "float32").translate([e for e, _ in PAIRS], "rus") == theirs


def test_the_loss_and_its_gradients_are_those_of_torch():
    torch.manual_seed(0)
    hidden = torch.randn(7, 5, requires_grad=True)
    weight = torch.randn(11, 5, requires_grad=True)
    wanted = torch.tensor([0, 3, 10, 5, 5, 1, 2])
    loss = SmoothedCrossEntropy.apply(hidden, weight, wanted, 0.1, 3)
    loss.backward()
    mine = hidden.grad.clone(), weight.grad.clone()
    hidden.grad = weight.grad = None
    torch.nn.functional.cross_entropy(hidden @ weight.T, wanted, label_smoothing=0.1).backward()
    plain = torch.nn.functional.cross_entropy(hidden @ weight.T, wanted)
    assert torch.allclose(loss, plain, atol=1e-5)
    assert torch.allclose(mine[0], hidden.grad, atol=1e-5)
    assert torch.allclose(mine[1], weight.grad, atol=1e-5)


def test_a_pass_gives_every_example_once_in_each_direction(data):
    run = Run(tokens=200, mixture={"pairs": 1.0})
    mixture = Mixture.load(data, run)
    seen = [example for batch in mixture.one_pass(run, 7, 0, 1) for example in batch]
    assert sorted(seen) == sorted(("pairs", pair, way) for pair in range(50) for way in (0, 1))


def test_two_processes_share_a_pass_without_overlap(data):
    run = Run(tokens=200, mixture={"pairs>ru": 1.0})
    mixture = Mixture.load(data, run)
    first, second = ([e for b in mixture.one_pass(run, 7, rank, 2) for e in b] for rank in (0, 1))
    assert not set(first) & set(second)
    assert all(way == 0 for _, _, way in first + second)


def test_a_batch_opens_with_the_tag_and_ends_with_the_end(data):
    run = Run(mixture={"pairs": 1.0})
    source, target = Mixture.load(data, run).tensors([("pairs", 0, 0), ("pairs", 7, 0)], "cpu")
    assert (source[:, 0] == RUS).all()
    assert ((source == EOS).sum(1) == 1).all()
    assert ((target == EOS).sum(1) == 1).all()
    assert (target[target[:, -1] == PAD].shape[0]) <= 1


@pytest.mark.parametrize(
    ("step", "tokens", "rate"),
    [(0, 0, 0.01), (99, 0, 1.0), (500, 2_000_000, 1.0), (500, 3_000_000, 0.5), (500, 9_000_000, 0.05)],
)
def test_the_rate_warms_up_stays_and_falls_to_the_floor(step, tokens, rate):
    run = Run(rate=1.0, warm_steps=100, fall_from=2.0, fall_over=2.0)
    assert rate_at(run, Progress(step, tokens)) == pytest.approx(rate)


def test_the_rate_falls_by_the_clock_where_it_is_ahead_of_the_tokens():
    run = Run(rate=1.0, fall_over=10.0, fall_hours=2.0)
    assert rate_at(run, Progress(500, 1_000_000, seconds=3600)) == pytest.approx(0.5)
    assert rate_at(run, Progress(500, 8_000_000, seconds=3600)) == pytest.approx(0.2)


def test_a_config_with_an_unknown_key_is_refused(tmp_path):
    (tmp_path / "run.toml").write_text("d_modle = 3\n")
    with pytest.raises(SystemExit, match="d_modle"):
        read(tmp_path / "run.toml")


@pytest.mark.parametrize(
    ("made", "human", "kept"),
    [
        ("The bridge was opened on Monday.", "Мост открыли в понедельник утром.", True),
        ("Bridge bridge bridge bridge was", "Мост открыли в понедельник.", False),
        ("Мост открыли в понедельник.", "Мост открыли в понедельник.", False),
        ("The", "Мост открыли в понедельник.", False),
    ],
)
def test_a_back_translation_is_kept_when_it_is_sound(made, human, kept):
    assert backtranslate.good(made, human) is kept


def test_documentation_near_to_press_is_preferred():
    press = [("the minister said on monday that the talks failed", "")] * 5
    docs = [("click the button to open the file menu", ""), ("the minister said the talks failed", "")] * 4
    assert all("minister" in english for english, _ in prepare.nearest(docs, press, 4))


def test_positions_are_those_of_transformers(trained):
    theirs = network.load(trained / "export").model.encoder.embed_positions.weights[1:].numpy()
    ours = convert.positions(128)
    assert np.allclose(ours[: len(theirs)], theirs[: len(ours)], atol=1e-5)
    assert len(load_file(trained / "export" / "model.safetensors")) > 0
