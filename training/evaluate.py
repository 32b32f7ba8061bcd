"""chrF2 and BLEU of a CTranslate2 folder on a line-aligned test set, in both directions, with sacreBLEU's signatures.

python -m training.evaluate FOLDER EVAL/mt [--lines 300] [--beam 1]
"""

import argparse
from pathlib import Path

from training.translate import Translator

DIRECTIONS = (("rus-eng", "rus", "eng"), ("eng-rus", "eng", "rus"))


def lines(path: Path, count: int | None) -> list[str]:
    """The first lines of a file."""
    return path.read_text(encoding="utf-8").split("\n")[:-1][:count]


def scores(hypotheses: list[str], references: list[str]) -> str:
    """chrF2 and BLEU, each with its signature."""
    from sacrebleu.metrics import BLEU, CHRF

    parts = []
    for metric in (CHRF(), BLEU()):
        score = metric.corpus_score(hypotheses, [references])
        parts.append(f"{score.name} {score.score:.1f} ({metric.get_signature().format(short=True)})")
    return ", ".join(parts)


def main() -> None:
    """Score a folder."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("mt", type=Path)
    parser.add_argument("--lines", type=int)
    parser.add_argument("--beam", type=int, default=1)
    arguments = parser.parse_args()
    translator = Translator(arguments.folder)
    for name, source, target in DIRECTIONS:
        given = lines(arguments.mt / f"newstest2018.{name}.{source}", arguments.lines)
        wanted = lines(arguments.mt / f"newstest2018.{name}.{target}", arguments.lines)
        made = translator.translate(given, target, beam=arguments.beam)
        print(f"{name} beam {arguments.beam}, {len(given)} lines: {scores(made, wanted)}", flush=True)


if __name__ == "__main__":
    main()
