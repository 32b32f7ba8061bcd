"""Fit the digest's word salience on articles with their editors' leads:

    python -m training.ranker ru_rt.train.jsonl.xz -o summarizer/data/ranking/salience.json [--articles 2000]

Each line of the file is JSON with `lang`, `title`, `text`, `summary`. Prints the log loss of five folds, and of each
fold without one feature after the other, beside the loss of a model that knows only how many terms a lead has.
"""

import argparse
import json
import lzma
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from summarizer import language, press
from summarizer.document import Document, Piece
from summarizer.ranking.centrality import Floats
from summarizer.ranking.salience import FEATURES, features, names
from summarizer.ranking.stems import terms

_FOLDS = 5
_RIDGE = 1.0
_STEPS = 8  # Newton's; the loss stands still after six

Article = tuple[Floats, Floats]  # rows of features, whether the lead has the term


def fit(rows: Floats, hits: Floats) -> Floats:
    """The weights of a ridge logistic regression, by Newton's method."""
    weights = np.zeros(rows.shape[1])
    for _ in range(_STEPS):
        guess = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (guess - hits) + _RIDGE * weights
        bend = (rows.T * (guess * (1 - guess))) @ rows + _RIDGE * np.eye(len(weights))
        weights = weights - np.linalg.solve(bend, slope)
    return weights


def loss(rows: Floats, hits: Floats, weights: Floats) -> float:
    """Mean log loss in nats."""
    score = rows @ weights
    return float(np.mean(np.logaddexp(0, score) - hits * score))


def cross_validated(articles: Sequence[Article], columns: Sequence[int]) -> float:
    """Mean loss of the folds; an article is in one fold with all its terms."""
    losses = []
    for fold in range(_FOLDS):
        held = _stack([article for n, article in enumerate(articles) if n % _FOLDS == fold])
        seen = _stack([article for n, article in enumerate(articles) if n % _FOLDS != fold])
        losses.append(loss(held[0][:, columns], held[1], fit(seen[0][:, columns], seen[1])))
    return float(np.mean(losses))


def _stack(articles: Sequence[Article]) -> Article:
    return np.vstack([rows for rows, _ in articles]), np.concatenate([hits for _, hits in articles])


def example(document: Document, title: str, lead: str) -> Article:
    """An article's terms as rows, and which of them the lead has."""
    lang = document.lang
    numbers = [
        n for n, s in enumerate(document.sentences) if document.blocks[s.block].kind in {"paragraph", "item", "quote"}
    ]
    texts = [document.sentence_text(n) for n in numbers]
    found, rows = features([terms(text, lang) for text in texts], names(texts), terms(title, lang))
    told = set(terms(lead, lang))
    return rows, np.array([float(term in told) for term in found])


def read(path: Path, most: int) -> Iterator[Article]:
    """The first `most` articles of the file."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        for line, _ in zip(lines, range(most), strict=False):
            row = json.loads(line)
            pieces = [Piece("paragraph", text) for text in row["text"].split("\n") if text.strip()]
            tidied, dropped, meta = press.tidy(pieces)
            document = language.lay_out(tidied, lang=row["lang"], dropped=tuple(dropped), meta=meta)
            yield example(document, row["title"], row["summary"])


def main() -> None:
    """Cross-validate, then fit on all articles and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles_file", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--articles", type=int, default=2000)
    options = parser.parse_args()
    articles = list(read(options.articles_file, options.articles))
    every = list(range(len(FEATURES)))
    whole = cross_validated(articles, every)
    print(f"{len(articles)} articles; log loss {whole:.4f}, with the bias alone {cross_validated(articles, [0]):.4f}")
    for column in every[1:]:
        without = cross_validated(articles, [n for n in every if n != column])
        print(f"  without {FEATURES[column]:16} {without - whole:+.5f}")
    weights = fit(*_stack(articles))
    shipped = {
        "made_by": f"python -m training.ranker {options.articles_file.name} --articles {options.articles}",
        "cross_validated_log_loss": round(whole, 4),
        "weights": {name: round(float(weight), 4) for name, weight in zip(FEATURES, weights, strict=True)},
    }
    options.output.write_text(json.dumps(shipped, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
