"""How well the confidence of a draft foretells its quality, and the fit that makes it.

    python -m benchmarks.confidence EVAL/mt [--lines 3000] [--model NAME] [--write]

Newstest2018, lines of one sentence, drafted by the whole pipeline. A logistic curve for "sentence chrF2 of at least 40"
is fitted on the odd ones and judged on the even ones; `--write` puts its weights, with the measurement, into the
package's data. A model of another version has no confidence until this has been run for it.
"""

import argparse
import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from sacrebleu.metrics import CHRF

import summarizer
from benchmarks._logistic import fitted
from benchmarks.guards import DIRECTIONS
from summarizer import Job, Pipeline, Settings, Source
from summarizer.repair.confidence import DATA, GOOD, measures

BINS = 10  # of equal size, for the calibration error
RIDGE = 1.0  # on standardised measures: 1,500 sentences and three weights need no more
FLOORS = (0.2, 0.3, 0.5)


def one_sentence_lines(pipeline, sources, targets, lang):
    """The lines of one sentence as a document, and their counterparts."""
    document, _ = pipeline.read_lines(Source.from_text("\n".join(sources)), lang)
    blocks = [int(document.blocks[sentence.block].anchor) for sentence in document.sentences]
    single = [n for n, line in enumerate(blocks) if blocks.count(line) == 1 and targets[line]]
    return replace(document, sentences=tuple(document.sentences[n] for n in single)), [
        targets[blocks[n]] for n in single
    ]


def drafted(pipeline, mt, direction, lines, model):
    """What the confidence is told from, and the sentence chrF2, of each draft that has a score; the signature."""
    source, to, *names = direction
    texts = [(mt / f"newstest2018.{name}").read_text(encoding="utf-8").split("\n")[:lines] for name in names]
    part, references = one_sentence_lines(pipeline, *texts, source)
    passages = pipeline.run(part, Job(to=to, model=model)).passages
    chrf = CHRF()
    rows = [
        (
            *measures(part.sentence_text(n), passage.text, to, passage.score),
            chrf.sentence_score(passage.text, [reference]).score,
        )
        for n, (passage, reference) in enumerate(zip(passages, references, strict=True))
        if passage.score is not None
    ]
    print(f"{source}-{to}: {len(passages)} drafts, {len(passages) - len(rows)} without a score")
    table = np.array(rows)
    signature = pipeline.engine.load(pipeline.engine.choose("translate", source, to, model)).signature
    return table[:, :-1], table[:, -1], signature.partition("+")[0]


def ranks(values):
    order = np.empty(len(values))
    order[np.argsort(values, kind="stable")] = np.arange(len(values))
    return order


def calibration_error(chance, good):
    """The mean distance of the confidence from the share of good drafts, in bins of equal size."""
    bins = np.array_split(np.argsort(chance, kind="stable"), BINS)
    return sum(abs(chance[one].mean() - good[one].mean()) * len(one) for one in bins) / len(chance)


def judge(chance, quality):
    good = quality >= GOOD
    pearson = np.corrcoef(chance, quality)[0, 1]
    spearman = np.corrcoef(ranks(chance), ranks(quality))[0, 1]
    error = calibration_error(chance, good)
    print(f"  Pearson {pearson:.3f}, Spearman {spearman:.3f}, calibration error {error:.3f}, good {good.mean():.1%}")
    for floor in FLOORS:
        under = chance < floor
        if under.any():
            left, kept = quality[under].mean(), quality[~under].mean()
            print(f"  under {floor}: {under.mean():.1%} of the drafts, chrF2 {left:.1f}; the others {kept:.1f}")
    return {"pearson": round(pearson, 3), "spearman": round(spearman, 3), "calibration_error": round(error, 3)}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("mt", type=Path)
    parser.add_argument("--lines", type=int, default=3000)
    parser.add_argument("--model", default="svodka-ruen")
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    pipeline = Pipeline.from_settings(Settings.from_env())
    path = Path(summarizer.__file__).parent / DATA
    data = json.loads(path.read_text(encoding="utf-8"))
    for direction in DIRECTIONS:
        table, quality, name = drafted(pipeline, arguments.mt, direction, arguments.lines, arguments.model)
        odd = np.arange(len(table)) % 2 == 0
        weights = fitted(table[odd][:, :-1], quality[odd] >= GOOD, RIDGE)
        measured = judge(1 / (1 + np.exp(-table[~odd] @ weights)), quality[~odd])
        print(f"  weights {np.round(weights, 4).tolist()}; the score alone:", end=" ")
        score = table[~odd][:, 0]
        pearson = np.corrcoef(score, quality[~odd])[0, 1]
        print(f"Pearson {pearson:.3f}, Spearman {np.corrcoef(ranks(score), ranks(quality[~odd]))[0, 1]:.3f}")
        kept = {"weights": np.round(weights, 4).tolist(), "held_out": measured | {"sentences": int((~odd).sum())}}
        data["models"].setdefault(name, {})[direction[1]] = kept
    data["measured"] = f"python -m benchmarks.confidence EVAL/mt --lines {arguments.lines} --write"
    data["date"] = datetime.now(UTC).date().isoformat()
    if arguments.write:
        path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
