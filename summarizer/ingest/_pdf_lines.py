"""Words of a page to lines: first runs in the file's own order, later, when the columns are known, whole lines."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from summarizer.ingest._pdf_text import Word

# In ems. Justified narrow columns stretch a space to about one em, columns stand about 1.2 to 3 ems apart; a run split
# too often does no harm, since `lines` joins what stands side by side in one column.
_RUN_GAP = 1.5
_UNIT = re.compile(r"(?:^|[\d\W_])(?:10|[kcdm]?m|ft|[ксдм]?м)$")
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@dataclass(frozen=True, slots=True)
class Line:
    """Words side by side on one baseline; a whole line of a column, or a part of one."""

    words: tuple[Word, ...]
    left: float
    right: float
    base: float
    size: float  # of most of its letters

    @property
    def text(self) -> str:
        """The words with the spaces between them."""
        return "".join(" " * (word.space and index > 0) + word.text for index, word in enumerate(self.words))

    @property
    def bold(self) -> bool:
        """Every letter is bold."""
        return all("bold" in word.style for word in self.words if any(map(str.isalnum, word.text)))


def without_marks(line: Line, marks: frozenset[str]) -> Line:
    """The line less the raised figures that point at notes; those of units (km², 10⁹) stay."""
    before = ("", *(word.text for word in line.words))
    kept = tuple(
        word for word, last in zip(line.words, before, strict=False) if word.text not in marks or _UNIT.search(last)
    )
    return replace(line, words=kept) if kept and len(kept) < len(line.words) else line


def runs(words: Iterable[Word]) -> list[Line]:
    """Words that follow each other both in the file and on the page."""
    found: list[list[Word]] = []
    for word in words:
        if found and _follows(found[-1][-1], word):
            found[-1].append(word)
        else:
            found.append([word])
    return [_line(run) for run in found]


def _follows(before: Word, word: Word) -> bool:
    size = max(before.size, word.size)
    gap = word.left - before.right
    return abs(before.base - word.base) < 0.45 * size and -0.3 * size < gap < _RUN_GAP * size


def lines(parts: Sequence[Line]) -> list[Line]:
    """The runs of one column as its lines, from the top; large initials go to the line they begin."""
    body = sorted(part.size for part in parts)[len(parts) // 2] if parts else 0
    initials = [part for part in parts if len(part.text) == 1 and part.text.isalpha() and part.size > 1.8 * body]
    rows: list[list[Line]] = []
    for part in sorted((part for part in parts if part not in initials), key=lambda part: -part.base):
        if rows and _same_row(rows[-1], part):
            rows[-1].append(part)
        else:
            rows.append([part])
    for initial in initials:
        _attach(initial, rows)
    return [_beside(_joined(row), initials) for row in rows]


def _same_row(row: list[Line], part: Line) -> bool:
    largest = max(row, key=lambda other: other.size)
    return abs(largest.base - part.base) < 0.45 * max(largest.size, part.size)


def _attach(initial: Line, rows: list[list[Line]]) -> None:
    """A large initial stands before the topmost line that it touches on the left."""
    for row in rows:
        first = min(row, key=lambda part: part.left)
        beside = -1 < first.left - initial.right < 1.5 * first.size
        if beside and initial.base - 2 <= first.base <= initial.base + initial.size:
            glued = (first.words[0]._replace(space=False), *first.words[1:])
            row[row.index(first)] = _line([*initial.words, *glued], first)
            return
    rows.append([initial])
    rows.sort(key=lambda row: -row[0].base)


def _beside(line: Line, initials: Sequence[Line]) -> Line:
    """A line beside a large initial begins where the initial does."""
    for initial in initials:
        near = -1 < line.left - initial.right < 1.5 * line.size
        if near and initial.base - 1.3 * line.size < line.base <= initial.base + initial.size:
            return replace(line, left=initial.left)
    return line


def _joined(row: list[Line]) -> Line:
    words: list[Word] = []
    for part in sorted(row, key=lambda part: part.left):
        first = part.words[0]
        apart = bool(words) and first.left - words[-1].right > 0.15 * first.size
        words += (first._replace(space=first.space or apart), *part.words[1:])
    largest = max(row, key=lambda part: (part.right - part.left) * part.size)
    return _line(words, largest)


def _line(words: Sequence[Word], like: Line | None = None) -> Line:
    """A line on the baseline of most of its letters; figures set small and high become raised figures."""
    letters: dict[tuple[float, float], int] = {}
    for word in words:
        letters[(word.base, word.size)] = letters.get((word.base, word.size), 0) + len(word.text)
    base, size = (like.base, like.size) if like else max(letters, key=lambda key: letters[key])
    level = list(words)
    for index, word in enumerate(words):
        if _is_raised(word, base, size):
            before = words[index - 1].right if index else word.left
            level[index] = word._replace(text=word.text.translate(RAISED), space=word.left - before > 0.15 * size)
            if index + 1 < len(words) and words[index + 1].left - word.right < 0.12 * size:
                level[index + 1] = words[index + 1]._replace(space=False)
    return Line(tuple(level), min(word.left for word in words), max(word.right for word in words), base, size)


def _is_raised(word: Word, base: float, size: float) -> bool:
    return word.text.isdecimal() and word.size < 0.8 * size and word.base > base + 0.15 * size
