"""In what weights are saved and run: choices over tables of what a device can do, files by the real CTranslate2."""

import ctranslate2
import pytest
import tiny_models
from tiny_marian import CPU, PAIRS, TINY

from summarizer.engine import _convert, conversion, machine, precision
from summarizer.engine.families import marian, nllb, t5
from summarizer.engine.model import Prompt
from summarizer.engine.runtime import Device

GPU = Device("cuda", "float16", 1)
AMPERE = {"float32", "int8", "int8_float32", "int8_float16", "int8_bfloat16", "float16", "bfloat16"}
TURING = AMPERE - {"bfloat16", "int8_bfloat16"}
PASCAL = {"float32", "int8", "int8_float32"}
SAVED = ("float32", "float16", "bfloat16", "int16", "int8")


@pytest.mark.parametrize(
    ("able", "saved", "runs_in"),
    [
        (AMPERE, "float16", "float16"),
        (AMPERE, "float32", "float16"),
        (AMPERE, "int8", "int8_float16"),
        (AMPERE, "bfloat16", "bfloat16"),
        (AMPERE, "", "float16"),
        (TURING, "float16", "float16"),
        (TURING, "int8", "int8_float16"),
        (TURING, "bfloat16", "float32"),
        (PASCAL, "int8", "int8_float32"),
        (PASCAL, "float32", "int8_float32"),
        (PASCAL, "bfloat16", "float32"),
        ({"float32"}, "int8", "float32"),
    ],
)
def test_on_a_gpu_weights_run_as_they_were_saved_as_far_as_it_can(monkeypatch, able, saved, runs_in):
    monkeypatch.setattr(ctranslate2, "get_supported_compute_types", lambda kind: able)
    assert precision.suited("cuda", precision.usual("cuda"), saved) == runs_in


@pytest.mark.parametrize("saved", [*SAVED, ""])
def test_on_a_processor_all_run_in_what_it_does_best(saved):
    assert precision.suited("cpu", "int8_float32", saved) == "int8_float32"


@pytest.mark.parametrize(
    ("runs_in", "kept", "wide"),
    [
        ("int8", "int8", "int8"),
        ("int8_float32", "int8", "int8"),
        ("float16", "float16", "bfloat16"),
        ("float32", "float32", "float32"),
    ],
)
def test_a_conversion_is_saved_for_what_it_will_run_in(runs_in, kept, wide):
    assert (precision.kept(runs_in, wide=False), precision.kept(runs_in, wide=True)) == (kept, wide)


@pytest.fixture(scope="module")
def folders(hub_folder, tmp_path_factory):
    """The tiny model as CTranslate2's own converter saves it in every type."""
    made = {saved: tmp_path_factory.mktemp(saved) for saved in SAVED}
    recipe = marian._RECIPE
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(conversion, "run_converter", in_process)
        for saved, folder in made.items():
            conversion._make(TINY, hub_folder, folder, conversion._Wanted("1", saved), recipe)
    return made


def in_process(entry, weights, new, kept, *, tokenizer=""):
    assert _convert.main(str(weights), str(new), kept, tokenizer) == 0
    return ""


def test_the_type_is_read_from_the_file(folders):
    assert [precision.saved(folders[saved]) for saved in SAVED] == list(SAVED)


def test_the_type_of_what_is_no_such_file_is_not_known(folders, tmp_path):
    assert precision.saved(tmp_path) == ""
    for content in (b"", b"\x07\0\0\0" + b"x" * 99, (folders["int8"] / "model.bin").read_bytes()[:40]):
        (tmp_path / "model.bin").write_bytes(content)
        assert precision.saved(tmp_path) == ""


@pytest.mark.parametrize("saved", SAVED)
@pytest.mark.parametrize("runs_in", sorted(ctranslate2.get_supported_compute_types("cpu")))
def test_whatever_it_is_saved_in_it_runs_in_all_that_this_processor_can(folders, saved, runs_in):
    model = marian.load(TINY, folders[saved], Device("cpu", runs_in, 1))
    assert [one.text for one in model.complete([Prompt(ru, "en") for ru, _ in PAIRS])] == [en for _, en in PAIRS]
    assert model.signature == f"tiny@1+{runs_in}"


def test_what_8_bits_took_is_not_given_back_by_running_in_more_and_16_bits_take_next_to_nothing(folders):
    likely = {saved: marian.load(TINY, folders[saved], Device("cpu", "float32", 1)) for saved in SAVED}
    told = {saved: model.likelihood(PAIRS, "en") for saved, model in likely.items()}
    lost = {saved: max(abs(a - b) for a, b in zip(told["float32"], told[saved], strict=True)) for saved in SAVED}
    assert 0 < lost["float16"] < lost["bfloat16"] < lost["int8"]
    assert lost["int8"] > 10 * lost["float16"]


@pytest.mark.parametrize(("family", "kept"), [(marian, "float16"), (nllb, "float16"), (t5, "bfloat16")])
def test_a_conversion_for_a_gpu_has_16_bits_and_the_one_for_the_processor_stays(
    store, monkeypatch, family, kept, tmp_path
):
    asked = []
    monkeypatch.setattr(
        conversion, "run_converter", lambda spec, weights, new, kept, tokenizer: asked.append(kept) or ""
    )
    entry = tiny_models.spec(family.__name__.rsplit(".", 1)[-1])
    folders = [family.prepare(entry, tmp_path, store, on) for on in (CPU, GPU, CPU)]
    assert asked == ["int8", kept]
    assert folders[0] == folders[2]
    assert [folder.name.rpartition("-")[2] for folder in folders[:2]] == ["int8", kept]


def test_what_is_converted_is_told_with_the_command_that_converts_it_for_another_device(hub_folder, store, monkeypatch):
    monkeypatch.setattr(conversion, "run_converter", lambda *_, **__: "")
    assert conversion.account("tiny", hub_folder, store, CPU) == ""
    marian.prepare(TINY, hub_folder, store, CPU)
    assert conversion.account("tiny", hub_folder, store, CPU) == "converted to int8"
    later = "converted to int8; `svodka models verify tiny` converts it for cuda, as its next use will"
    assert conversion.account("tiny", hub_folder, store, GPU) == later
    marian.prepare(TINY, hub_folder, store, GPU)
    assert conversion.account("tiny", hub_folder, store, GPU) == "converted to float16, int8"


def test_a_folder_of_ctranslate2_says_how_it_is_saved_and_run(folders, store, monkeypatch):
    monkeypatch.setattr(ctranslate2, "get_supported_compute_types", lambda kind: AMPERE)
    assert conversion.account("tiny", folders["int8"], store, CPU) == "saved in int8, run in int8 on cpu"
    assert conversion.account("tiny", folders["int8"], store, GPU) == "saved in int8, run in int8_float16 on cuda"
    assert conversion.account("tiny", folders["float16"], store, GPU) == "saved in float16, run in float16 on cuda"


@pytest.mark.parametrize(
    ("kind", "said", "size", "lacks"),
    [
        ("cpu", "", 25_000_000_000, ""),
        ("cuda", "NVIDIA RTX A4000, 16376 MiB, 535.1", 16376 * 2**20, ""),
        ("cuda", "NVIDIA T4, 4096 MiB, 535.1", 2**32, "it takes about 7.0 GB of GPU memory, this machine has 4.3 GB"),
        ("cuda", "unnamed", 25_000_000_000, ""),
    ],
)
def test_a_model_must_fit_the_memory_of_the_device_that_it_runs_on(monkeypatch, kind, said, size, lacks):
    monkeypatch.setattr(machine, "gpus", lambda: (said,))
    monkeypatch.setattr(machine, "memory", lambda: 25_000_000_000)
    entry = tiny_models.spec("nllb", parameters="3.3B")
    have = machine.capacity(kind)
    assert (have.size, have.lacks(entry)) == (size, lacks)
