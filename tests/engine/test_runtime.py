from pathlib import Path

import ctranslate2
import pytest
from tiny_marian import CPU, PAIRS

from summarizer.config import Settings
from summarizer.engine import runtime
from summarizer.engine.runtime import Device, Row, Runner, device
from summarizer.engine.spec import Decoding
from summarizer.errors import ModelError


def settings(kind="auto", threads=0):
    return Settings(models_dir=None, cache_dir=None, device=kind, threads=threads)


@pytest.mark.parametrize(
    ("gpus", "able", "wanted", "expected"),
    [
        (0, {"int8", "int8_float32", "float32"}, "auto", ("cpu", "int8")),
        (0, {"float32", "int16"}, "auto", ("cpu", "float32")),
        (1, {"float16", "int8_float16", "float32"}, "auto", ("cuda", "float16")),
        (1, {"int8", "int8_float32", "float32"}, "auto", ("cuda", "int8_float32")),  # Pascal
        (1, {"float16", "float32"}, "cuda", ("cuda", "float16")),
        (1, {"int8", "float32"}, "cpu", ("cpu", "int8")),
    ],
)
def test_the_precision_is_the_first_one_that_the_device_can_do(monkeypatch, gpus, able, wanted, expected):
    monkeypatch.setattr(ctranslate2, "get_cuda_device_count", lambda: gpus)
    monkeypatch.setattr(ctranslate2, "get_supported_compute_types", lambda kind: able)
    chosen = device(settings(wanted))
    assert (chosen.kind, chosen.precision) == expected


def test_a_gpu_that_is_asked_for_and_not_there_is_an_error(monkeypatch):
    monkeypatch.setattr(ctranslate2, "get_cuda_device_count", lambda: 0)
    with pytest.raises(ModelError, match="there is no GPU") as caught:
        device(settings("cuda"))
    assert "SVODKA_DEVICE=cpu" in caught.value.hint


def test_threads_are_the_setting_or_the_cores_this_process_may_use(monkeypatch):
    monkeypatch.setattr("os.sched_getaffinity", lambda pid: {0, 1, 2}, raising=False)
    assert device(settings("cpu")).threads == 3
    assert device(settings("cpu", threads=2)).threads == 2


class Answer:
    def __init__(self, value):
        self.value = value

    def result(self):
        if isinstance(self.value, Exception):
            raise self.value
        return self.value


class Result:
    def __init__(self, *tokens):
        self.hypotheses = [list(tokens)]
        self.scores = [-0.5]


class FakeTranslator:
    """Says `fail` while the batch is larger than `memory`, else gives the source back."""

    def __init__(self, memory, fail="CUDA failed with error out of memory"):
        self.memory, self.fail, self.batches = memory, fail, []
        self.model_is_loaded = True

    def translate_batch(self, sources, prefixes, **options):
        self.batches.append(options["max_batch_size"])
        if options["max_batch_size"] > self.memory:
            return [Answer(RuntimeError(self.fail))] * len(sources)
        return [Answer(Result(*tokens)) for tokens in sources]

    def score_batch(self, sources, targets, max_batch_size, **_):
        self.batches.append(max_batch_size)
        if max_batch_size > self.memory:
            raise RuntimeError(self.fail)
        return [Scored()] * len(sources)


class Scored:
    log_probs = (-0.5, -1.5)


@pytest.fixture
def runner(monkeypatch):
    def made(translator):
        monkeypatch.setattr(ctranslate2, "Translator", lambda *_, **__: translator)
        return Runner("folder", Device("cuda", "int8_float16", 1), Decoding(beam=1), 512)

    return made


ROWS = [Row((f"w{n}",) * 50) for n in range(60)]


def test_out_of_memory_makes_the_batches_smaller_until_they_fit(runner):
    translator = FakeTranslator(memory=600)
    outputs = runner(translator).run(ROWS)
    assert translator.batches == [2048, 1024, 512]
    assert [output.hypotheses[0][0] for output in outputs] == [row.tokens[0] for row in ROWS]


def test_memory_that_does_not_suffice_for_the_smallest_batch_is_an_error(runner):
    translator = FakeTranslator(memory=0)
    with pytest.raises(ModelError, match="memory does not suffice"):
        runner(translator).run(ROWS)
    assert translator.batches == [2048, 1024, 512, 256, 128]


def test_another_failure_of_the_engine_is_an_error_of_the_model_and_not_tried_again(runner):
    translator = FakeTranslator(memory=0, fail="cuBLAS is\nnot there")
    with pytest.raises(ModelError, match="the model failed: cuBLAS is not there"):
        runner(translator).run(ROWS)
    assert len(translator.batches) == 1


def test_scoring_halves_its_batches_too(runner):
    translator = FakeTranslator(memory=600)
    assert runner(translator).score(ROWS) == [-1.0] * len(ROWS)
    assert translator.batches == [2048, 1024, 512]
    with pytest.raises(ModelError, match="the model failed: cuBLAS"):
        runner(FakeTranslator(memory=0, fail="cuBLAS is not there")).score(ROWS)


@pytest.mark.parametrize(
    ("able", "tried", "error"),
    [
        ({"float16", "int8_float16"}, ["float16", "int8_float16"], ""),
        ({"float16"}, ["float16"], "memory does not suffice for the model in folder"),
        ({"float16", "int8_float16"}, ["float16", "int8_float16"], "memory does not suffice for the model in folder"),
    ],
)
def test_a_model_that_a_gpu_has_no_memory_for_runs_in_8_bits_and_says_so(monkeypatch, caplog, able, tried, error):
    asked = []

    def opened(folder, compute_type, **_):
        asked.append(compute_type)
        if error or compute_type == "float16":
            raise RuntimeError("CUDA failed with error out of memory")
        return FakeTranslator(memory=9999)

    monkeypatch.setattr(ctranslate2, "Translator", opened)
    monkeypatch.setattr(ctranslate2, "get_supported_compute_types", lambda kind: able)
    if error:
        with pytest.raises(ModelError, match=error) as caught:
            Runner("folder", Device("cuda", "float16", 1), Decoding(), 512)
        assert "SVODKA_DEVICE=cpu" in caught.value.hint
    else:
        assert Runner("folder", Device("cuda", "float16", 1), Decoding(), 512).precision == "int8_float16"
        assert "folder in float16: it runs in int8_float16" in caplog.text
    assert asked == tried


def test_no_rows_give_no_outputs(runner):
    assert runner(FakeTranslator(memory=9999)).run([]) == []


def test_few_rows_are_shared_out_among_the_threads(monkeypatch):
    translator = FakeTranslator(memory=9999)
    monkeypatch.setattr(ctranslate2, "Translator", lambda *_, **__: translator)
    Runner("folder", Device("cpu", "int8", 2), Decoding(), 512).run([Row(("a",) * 80)] * 4)
    assert translator.batches == [160]


@pytest.mark.parametrize(("kind", "batch"), [("cpu", 512), ("cuda", 2048)])
def test_a_beam_is_given_smaller_batches_where_memory_is_the_processors(monkeypatch, kind, batch):
    translator = FakeTranslator(memory=9999)
    monkeypatch.setattr(ctranslate2, "Translator", lambda *_, **__: translator)
    Runner("folder", Device(kind, "int8", 1), Decoding(beam=4), 512).run(ROWS)
    assert translator.batches == [batch]


@pytest.mark.parametrize(("tokens", "limit"), [(1, 256), (120, 256), (121, 300), (300, 300), (2000, 300)])
def test_the_length_limit_follows_the_source_and_stays_within_the_models_positions(runner, tokens, limit):
    made = runner(FakeTranslator(memory=9999))
    made._positions = 300
    assert made._limit(Row(("a",) * tokens)) == limit


@pytest.mark.parametrize(("beam", "penalty"), [(1, 1.0), (4, 1.0), (4, 1.5), (4, 0.0)])
@pytest.mark.parametrize("given", [0, 3])
def test_the_score_is_the_mean_log_probability_of_the_tokens_that_the_model_chose(
    converted, tiny, beam, penalty, given
):
    ru, en = PAIRS[1]
    source = (">>eng<<", *tiny._pieces.source(ru), "</s>")
    prefix = tuple(tiny._pieces.target(en)[:given])
    runner = Runner(converted, CPU, Decoding(beam=beam, length_penalty=penalty), 64)
    output = runner.run([Row(source, prefix)])[0]
    scored = runner._translator.score_batch([list(source)], [list(output.hypotheses[0])])[0].log_probs[given:]
    assert output.score == pytest.approx(sum(scored) / len(scored), abs=2e-3)


def test_a_folder_that_holds_no_model_is_an_error(tmp_path):
    (tmp_path / "model.bin").write_bytes(b"not a model")
    with pytest.raises(ModelError, match="cannot be loaded"):
        Runner(tmp_path, CPU, Decoding(), 512)


def test_no_environment_variable_chooses_the_arithmetic_library():
    source = Path(runtime.__file__).read_text(encoding="utf-8")
    assert "environ" not in source  # CT2_USE_MKL made int8 nine times slower on AMD
