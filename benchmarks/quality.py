"""Translation quality on newstest2018, both directions: BLEU and chrF2 with their signatures, shipped and greedy.

    python -m benchmarks.quality EVAL/mt [--model NAME] [--lines N] [--float FOLDER]

As shipped: through the engine, by the model's own decoding settings, no checks and no typography. `--float` adds the
same weights in float32 (a CTranslate2 folder made by `training.convert ... --quantization float32`), greedy.
The other systems' scores are those of Mozilla's evaluation of 2025 on the same set
(mozilla/firefox-translations-models).
"""

import argparse
from pathlib import Path

from sacrebleu.metrics import BLEU, CHRF

from summarizer.config import Settings
from summarizer.engine.engine import Engine
from summarizer.engine.model import Prompt
from summarizer.glossary import rarer
from training.evaluate import lines
from training.translate import Translator

DIRECTIONS = (("ru", "en", "rus-eng", "rus", "eng"), ("en", "ru", "eng-rus", "eng", "rus"))
OTHERS = {
    "ru-en": {"Argos": 24.7, "opus-mt": 29.0, "Firefox tiny": 31.7, "NLLB-600M": 32.5, "Google": 37.3},
    "en-ru": {"Argos": 27.0, "opus-mt": 24.8, "Firefox tiny": 28.7, "NLLB-600M": 27.0, "Google": 35.0},
}


def say(label: str, made: list[str], wanted: list[str]) -> None:
    for metric in (CHRF(), BLEU()):
        score = metric.corpus_score(made, [wanted])
        print(f"  {label}: {score.name} {score.score:.1f}  {metric.get_signature()}", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mt", type=Path)
    parser.add_argument("--model", default="svodka-ruen")
    parser.add_argument("--lines", type=int)
    parser.add_argument("--float", type=Path, dest="float32")
    arguments = parser.parse_args()
    engine = Engine(Settings.from_env(), hints=rarer.find)
    for source, to, name, given_side, wanted_side in DIRECTIONS:
        given = lines(arguments.mt / f"newstest2018.{name}.{given_side}", arguments.lines)
        wanted = lines(arguments.mt / f"newstest2018.{name}.{wanted_side}", arguments.lines)
        model = engine.load(engine.choose("translate", source, to, arguments.model))
        print(f"{source}-{to}, {len(given)} lines, {model.signature}")
        made = [completion.text for completion in model.complete([Prompt(line, to=to) for line in given])]
        say("as shipped", made, wanted)
        folders = {"greedy, int8": next(e.folder for e in engine.available() if e.spec.name == arguments.model)}
        if arguments.float32:
            folders["greedy, float32"] = arguments.float32
        for label, folder in folders.items():
            if folder and (folder / "config.json").exists():
                say(label, Translator(folder).translate(given, wanted_side), wanted)
        others = ", ".join(f"{system} {bleu}" for system, bleu in OTHERS[f"{source}-{to}"].items())
        print(f"  BLEU of others on the whole set: {others}", flush=True)


if __name__ == "__main__":
    main()
