"""Words a second beside transformers and Argos Translate: the same weights, sentences, beam and threads, in one run.

    python -m benchmarks.translation_speed MT [--argos-python PYTHON] [--sentences 300] [--rounds 5] [--profile]

MT holds newstest2018.rus-eng.rus (WMT 2018). Every system is a process of its own, loaded and warmed up before the
first round; the rounds take turns, so that what else the machine does falls on all of them. Words are the source's.

* svodka: the pipeline as `svodka translate --lines` runs it with the embedded model: reading, checks, second tries.
* svodka engine: the same model without the pipeline; svodka greedy: with a beam of one.
* transformers: `generate` in float32 on the dequantised weights (`training.dequantise`), 16 at a time by length.
* argos: its own `PackageTranslation` on a package of the same int8 folder, batch size as it has it. Its sentence
  splitter, which downloads a model, is replaced by one that gives the lines; its tokenizer puts the tag that the
  weights want before each; an answer ends at 200 pieces, as for transformers. It wants a Python that has
  `argostranslate` (`pip install --no-deps argostranslate`) beside ctranslate2, sentencepiece and packaging; the
  splitters' libraries are replaced as well.
* argos batches: the same, told by ARGOS_INTER_THREADS to run a batch a thread, as Svodka does without being told.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partialmethod
from pathlib import Path
from typing import Any

BEAM = 4
TAG = ">>eng<<"
LONGEST = 200  # pieces of an answer
WARM_UP = 16  # sentences
SYSTEMS = ("svodka", "svodka engine", "svodka greedy", "transformers", "argos", "argos batches")

Run = Callable[[Sequence[str]], list[str]]


def svodka(_: Path, threads: int) -> Run:
    """The pipeline, with all that it does around the model."""
    from summarizer import Job, Pipeline, Settings, Source

    pipeline = Pipeline.from_settings(_settings(Settings, threads))
    job = Job(task="translate", to="en", model="svodka-ruen")

    def run(lines: Sequence[str]) -> list[str]:
        document, _ = pipeline.read_lines(Source.from_text("\n".join(lines)), lang="ru")
        result = pipeline.run(document, job)
        return [passage.text for passage in result.passages]

    return run


def svodka_engine(_: Path, threads: int) -> Run:
    """The model alone."""
    return _model(threads)


def svodka_greedy(folder: Path, threads: int) -> Run:
    """The model alone, a beam of one: its folder with another `svodka.json`."""
    from summarizer.engine.store import EMBEDDED

    greedy = folder / "greedy"
    greedy.mkdir()
    for path in (EMBEDDED / "svodka-ruen").iterdir():
        (greedy / path.name).symlink_to(path)
    layout = json.loads((greedy / "svodka.json").read_text(encoding="utf-8"))
    (greedy / "svodka.json").unlink()
    (greedy / "svodka.json").write_text(json.dumps(layout | {"decoding": {"beam": 1}}), encoding="utf-8")
    return _model(threads, greedy)


def _model(threads: int, folder: Path | None = None) -> Run:
    from summarizer.config import Settings
    from summarizer.engine.engine import Engine
    from summarizer.engine.families import ct2
    from summarizer.engine.model import Prompt
    from summarizer.engine.runtime import device
    from summarizer.glossary import rarer

    settings = _settings(Settings, threads)
    engine = Engine(settings, hints=rarer.find)
    spec = engine.choose("translate", "ru", "en", "svodka-ruen")
    model = ct2.load(spec, folder, device(settings)) if folder else engine.load(spec)
    return lambda lines: [one.text for one in model.complete([Prompt(line, to="en") for line in lines])]


def transformers(folder: Path, threads: int) -> Run:
    """`generate`, sorted by length, given back in order."""
    import sentencepiece
    import torch
    from torch.nn.utils.rnn import pad_sequence

    from training.batches import BOS, EOS, PAD
    from training.network import load

    torch.set_num_threads(threads)
    network = load(folder / "float32").eval()
    spm: Any = sentencepiece.SentencePieceProcessor(model_file=str(folder / "package" / "sentencepiece.model"))

    def batch(lines: Sequence[str]) -> list[str]:
        rows = [torch.tensor([spm.piece_to_id(TAG), *spm.encode(line), EOS]) for line in lines]
        ids = pad_sequence(rows, batch_first=True, padding_value=PAD)
        out = network.generate(
            input_ids=ids, attention_mask=(ids != PAD).long(), num_beams=BEAM, do_sample=False, max_length=LONGEST
        )
        return [spm.decode([piece for piece in row if piece not in {BOS, EOS, PAD}]) for row in out.tolist()]

    def run(lines: Sequence[str]) -> list[str]:
        order = sorted(range(len(lines)), key=lambda n: len(lines[n]))
        made: dict[int, str] = {}
        for start in range(0, len(order), 16):
            places = order[start : start + 16]
            made.update(zip(places, batch([lines[n] for n in places]), strict=True))
        return [made[n] for n in range(len(lines))]

    return run


def argos(folder: Path, threads: int) -> Run:
    """Argos Translate as it comes: one batch at a time, all threads on it."""
    return _argos(folder, inter=1, intra=threads)


def argos_batches(folder: Path, threads: int) -> Run:
    """Argos Translate told to do as we do: as many batches at a time as there are threads."""
    return _argos(folder, inter=threads, intra=1)


def _argos(folder: Path, inter: int, intra: int) -> Run:
    os.environ |= {"ARGOS_INTER_THREADS": str(inter), "ARGOS_INTRA_THREADS": str(intra), "ARGOS_BEAM_SIZE": str(BEAM)}
    os.environ |= {f"XDG_{name}_HOME": str(folder / name) for name in ("DATA", "CONFIG", "CACHE")}
    from unittest.mock import MagicMock

    sys.modules |= {name: MagicMock() for name in ("stanza", "minisbd", "spacy", "sacremoses")}
    from argostranslate import package, translate

    own = package.Package(folder / "package")
    encode = own.tokenizer.encode
    own.tokenizer.encode = lambda line: [TAG, *encode(line)]
    translation = translate.PackageTranslation(None, None, own)
    translation.sentencizer = _Lines()
    plain = translate.ctranslate2.Translator.translate_batch
    translate.ctranslate2.Translator.translate_batch = partialmethod(plain, max_decoding_length=LONGEST)

    def run(lines: Sequence[str]) -> list[str]:
        translation.sentencizer.lines = lines
        return [translation.hypotheses(" ".join(lines), 1)[0].value]

    return run


class _Lines:
    """Stands in for Argos' splitter."""

    lines: Sequence[str] = ()

    def split_sentences(self, _: str) -> list[str]:
        return list(self.lines)


def _settings(kind: Any, threads: int) -> Any:
    return kind.from_env(os.environ | {"SVODKA_THREADS": str(threads), "SVODKA_DEVICE": "cpu"})


def serve(system: str, folder: Path, threads: int) -> None:
    """A round for every line that comes: words, seconds, processor seconds, peak megabytes."""
    import resource
    import time

    lines = (folder / "lines.txt").read_text(encoding="utf-8").splitlines()
    run: Run = globals()[system.replace(" ", "_")](folder, threads)
    run(lines[:WARM_UP])
    print("ready", flush=True)
    for _ in sys.stdin:
        if system.startswith("svodka"):
            forget()
        wall, cpu = time.perf_counter(), time.process_time()
        made = run(lines)
        row = {"seconds": time.perf_counter() - wall, "cpu": time.process_time() - cpu}
        row["memory"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        row["made"] = sum(len(text.split()) for text in made)
        print(json.dumps(row), flush=True)


def forget() -> None:
    """Empty the caches of what texts hold: a round must not find what the one before it found. Tables stay."""
    import functools
    import gc

    kind = type(functools.cache(forget))
    for cache in [one for one in gc.get_objects() if isinstance(one, kind)]:
        if (cache.cache_parameters()["maxsize"] or 0) >= 1000:
            cache.cache_clear()


def prepare(folder: Path, lines: Sequence[str], *, float32: bool) -> None:
    """The sentences, an Argos package of the shipped folder and, if asked for, the float32 weights."""
    from summarizer.engine.store import EMBEDDED

    shipped = EMBEDDED / "svodka-ruen"
    (folder / "lines.txt").write_text("\n".join(lines), encoding="utf-8")
    model = folder / "package" / "model"
    model.mkdir(parents=True)
    for name in ("model.bin", "shared_vocabulary.json"):
        (model / name).symlink_to(shipped / name)
    config = json.loads((shipped / "config.json").read_text(encoding="utf-8"))
    (model / "config.json").write_text(json.dumps(config | {"add_source_eos": True}), encoding="utf-8")
    (folder / "package" / "sentencepiece.model").symlink_to(shipped / "sentencepiece.model")
    described = {"package_version": "1", "argos_version": "1", "from_code": "ru", "to_code": "en"}
    (folder / "package" / "metadata.json").write_text(json.dumps(described), encoding="utf-8")
    if float32:
        # in a process of its own: what this one once held would count as the peak of those that it starts
        command = [sys.executable, "-m", "training.dequantise", str(shipped), str(folder / "float32")]
        subprocess.run(command, check=True, cwd=Path(__file__).parents[1], stderr=subprocess.DEVNULL)


def start(system: str, python: str, folder: Path, threads: int) -> subprocess.Popen[str]:
    command = [python, __file__, str(folder), "--serve", system, "--threads", str(threads)]
    root = str(Path(__file__).parents[1])
    env = os.environ | {"PYTHONPATH": root, "OMP_NUM_THREADS": str(threads), "TRANSFORMERS_VERBOSITY": "error"}
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env)
    if process.stdout is None or process.stdout.readline().strip() != "ready":
        raise SystemExit(f"{system} does not start")
    return process


def once(process: subprocess.Popen[str]) -> dict[str, float]:
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("\n")
    process.stdin.flush()
    row: dict[str, float] = json.loads(process.stdout.readline())
    return row


def report(rows: dict[str, list[dict[str, float]]], words: int) -> None:
    """A line a system, and how far ahead of it the first one is, by the median round."""
    middle = {
        system: {k: statistics.median(row[k] for row in found) for k in found[0]} for system, found in rows.items()
    }
    for system, row in middle.items():
        first = middle[next(iter(middle))]
        ahead, ahead_cpu = row["seconds"] / first["seconds"], row["cpu"] / first["cpu"]
        spread = [words / one["seconds"] for one in rows[system]]
        print(
            f"{system:14} {words / row['seconds']:7.0f} words/s ({min(spread):.0f} to {max(spread):.0f}), "
            f"{words / row['cpu']:6.0f} a processor second, peak {row['memory']:5.0f} MB, {row['made']:.0f} made; "
            f"the first {ahead:.2f} times as fast, {ahead_cpu:.2f} by processor time"
        )


def profile(folder: Path, threads: int) -> None:
    import cProfile
    import pstats

    lines = (folder / "lines.txt").read_text(encoding="utf-8").splitlines()
    run = svodka(folder, threads)
    run(lines[:WARM_UP])
    with cProfile.Profile() as measured:
        run(lines)
    pstats.Stats(measured).sort_stats("cumulative").print_stats(40)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--argos-python", default="", help="a Python that has argostranslate; without it: not measured")
    parser.add_argument("--sentences", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--systems", nargs="+", choices=SYSTEMS, default=SYSTEMS)
    parser.add_argument("--profile", action="store_true", help="where the pipeline's time goes, instead")
    parser.add_argument("--serve", choices=SYSTEMS, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.serve:
        serve(chosen.serve, chosen.folder, chosen.threads)
        return
    file = chosen.folder / "newstest2018.rus-eng.rus"
    lines = file.read_text(encoding="utf-8").splitlines()[: chosen.sentences]
    systems = [one for one in chosen.systems if not one.startswith("argos") or chosen.argos_python]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder, lines, float32="transformers" in systems)
        if chosen.profile:
            profile(folder, chosen.threads)
            return
        pythons = {one: chosen.argos_python if one.startswith("argos") else sys.executable for one in systems}
        started = {one: start(one, python, folder, chosen.threads) for one, python in pythons.items()}
        rounds = []
        for number in range(chosen.rounds):
            rounds.append({one: once(process) for one, process in started.items()})
            seconds = ", ".join(f"{one} {row['seconds']:.1f} s" for one, row in rounds[-1].items())
            print(f"round {number + 1}: {seconds}", file=sys.stderr, flush=True)
        for process in started.values():
            process.communicate()
    report({one: [row[one] for row in rounds] for one in systems}, sum(len(line.split()) for line in lines))


if __name__ == "__main__":
    main()
