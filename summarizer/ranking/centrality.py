"""How much a sentence says of what the text is about: tf-idf cosines to the text, to its opening, to its title.

Linear in the text: the sentence-by-term matrix is three flat arrays, no pair of sentences is ever compared.
"""

from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Whole: TypeAlias = NDArray[np.int64]


class Matrix(NamedTuple):
    """Unit rows of tf-idf weights: entry n is (rows[n], columns[n], weights[n])."""

    rows: Whole
    columns: Whole
    weights: Floats
    height: int
    width: int


def matrix(sentences: Sequence[Sequence[str]]) -> Matrix:
    """The matrix of sentences given as lists of terms; idf is smoothed within the text."""
    index: dict[str, int] = {}
    cells: dict[tuple[int, int], int] = {}
    for row, terms in enumerate(sentences):
        for term in terms:
            cell = (row, index.setdefault(term, len(index)))
            cells[cell] = cells.get(cell, 0) + 1
    rows = np.fromiter((row for row, _ in cells), np.int64, len(cells))
    columns = np.fromiter((column for _, column in cells), np.int64, len(cells))
    counts = np.fromiter(cells.values(), np.float64, len(cells))
    frequency = np.bincount(columns, minlength=len(index))
    weights = (1 + np.log(counts)) * np.log((1 + len(sentences)) / frequency[columns]) if cells else counts
    norms = np.sqrt(np.bincount(rows, weights**2, minlength=len(sentences)))
    return Matrix(rows, columns, weights / np.maximum(norms[rows], 1e-12), len(sentences), len(index))


def towards(table: Matrix, share: Floats) -> Floats:
    """Cosine of every sentence with the sum of all sentences, each weighted by its `share`."""
    centroid = np.bincount(table.columns, table.weights * share[table.rows], minlength=table.width)
    length = float(np.sqrt((centroid**2).sum())) or 1.0
    return np.bincount(table.rows, table.weights * centroid[table.columns], minlength=table.height) / length


def row(table: Matrix, number: int) -> dict[int, float]:
    """One sentence's weights by column."""
    start, stop = np.searchsorted(table.rows, [number, number + 1])
    return dict(zip(table.columns[start:stop].tolist(), table.weights[start:stop].tolist(), strict=True))
