"""The reading order of a page: down each column, with what spans the columns in its place between them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from summarizer.ingest._pdf_lines import Line, lines

_FEWEST_LINES = 3  # a column has that many lines on either side of the gap
_NARROWEST = 8.0  # ems, of the wider lines of a column: what is narrower is a table's cell, not a column of text


@dataclass(frozen=True, slots=True)
class Column:
    """Lines from the top, and the edges between which most are set (headings may begin further left)."""

    lines: tuple[Line, ...]
    left: float
    right: float


def usual_gap(pages: Sequence[Sequence[Line]]) -> float | None:
    """Where most pages of more than one column are parted: there, columns of a line or two are columns too."""
    gaps = Counter(gap for page in pages if (gap := _best_gap(page)) is not None)
    return gaps.most_common(1)[0][0] if gaps else None


def columns(runs: Sequence[Line], usual: float | None = None) -> list[Column]:
    """The runs of a page as columns, in reading order.

    The gap between two columns is the place that lets most lines stand wholly on one side of it, in stretches of the
    page that no line crosses; each side may have columns of its own (XY-cut, but with the lines that cross as the
    only horizontal cuts, so that a gap at the same height in both columns does not tear them).
    """
    gap = _best_gap(runs) if usual is None or not _columnar_lines(runs, usual, 1) else usual
    if gap is None:
        return [_column(runs)] if runs else []
    found: list[Column] = []
    spanning: list[Line] = []
    for stretch in _stretches(runs, gap):
        if _is_columnar(stretch, gap, 1 if gap == usual else _FEWEST_LINES):
            found += columns(spanning) if spanning else []
            left, right = _sides(stretch, gap)
            found += [*columns(left), *columns(right)]
            spanning = []
        else:
            spanning += stretch
    return found + (columns(spanning) if spanning else [])


def _column(runs: Sequence[Line]) -> Column:
    rows = lines(runs)
    lefts = Counter(round(row.left) for row in rows)
    enough = min(max(lefts.values()), 0.25 * len(rows))
    left = min(left for left, count in lefts.items() if count >= enough)
    return Column(tuple(rows), left, max(row.right for row in rows))


def _best_gap(runs: Sequence[Line]) -> float | None:
    """The left edge of a right column, a little before it, or None on a page of one column."""
    edges = sorted({round(run.left) for run in runs})
    best = max(((_columnar_lines(runs, edge - 1.5, _FEWEST_LINES), edge) for edge in edges[1:]), default=(0, 0))
    return best[1] - 1.5 if best[0] else None


def _columnar_lines(runs: Sequence[Line], gap: float, fewest: int) -> int:
    return sum(len(stretch) for stretch in _stretches(runs, gap) if _is_columnar(stretch, gap, fewest))


def _stretches(runs: Sequence[Line], gap: float) -> list[list[Line]]:
    """The runs from the top, cut before and after those that cross the gap, which stand in stretches of their own."""
    found: list[list[Line]] = []
    crossed = True
    for run in sorted(runs, key=lambda run: -run.base):
        crosses = run.left < gap < run.right
        if crosses or crossed:
            found.append([])
        found[-1].append(run)
        crossed = crosses
    return found


def _sides(stretch: Sequence[Line], gap: float) -> tuple[list[Line], list[Line]]:
    return [run for run in stretch if run.right <= gap], [run for run in stretch if run.right > gap]


def _is_columnar(stretch: Sequence[Line], gap: float, fewest: int) -> bool:
    return all(len(side) >= fewest and _is_wide(side) for side in _sides(stretch, gap))


def _is_wide(side: Sequence[Line]) -> bool:
    widths = sorted((run.right - run.left) / max(run.size, 1.0) for run in side)
    return widths[len(widths) * 3 // 4] >= _NARROWEST
