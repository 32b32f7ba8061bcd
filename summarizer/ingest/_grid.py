"""Which column a table's cell stands in, where cells above reach down and cells beside reach across."""

from collections.abc import Iterator, Sequence

SPAN = 1_000  # the HTML standard's own limit for colspan; a cell cannot make a table of a million columns


def places(rows: Sequence[Sequence[tuple[int, int]]]) -> Iterator[tuple[int, int, int]]:
    """Row, index in the row and column of every cell, given how many columns and rows each spans."""
    taken: dict[int, int] = {}  # column: how many more rows a cell from above fills
    for number, row in enumerate(rows):
        column = 0
        reaching: dict[int, int] = {}
        for index, (across, down) in enumerate(row):
            while taken.get(column, 0) > 0:
                column += 1
            yield number, index, column
            width = min(max(across, 1), SPAN)
            reaching.update(dict.fromkeys(range(column, column + width), down - 1) if down > 1 else {})
            column += width
        taken = {at: rest - 1 for at, rest in taken.items() if rest > 1} | reaching
