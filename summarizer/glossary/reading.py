"""Glossaries from files: CSV, TSV and TBX-Basic, and the press glossary that comes with Svodka."""

import csv
import io
import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

from summarizer.errors import UsageError
from summarizer.glossary.lookup import Glossary
from summarizer.glossary.tbx import read_tbx
from summarizer.glossary.term import Term

_MOST_BYTES = 50 * 2**20
_CYRILLIC = re.compile("[А-Яа-яЁё]")
_COLUMNS = {
    "en": ("en", "english", "eng", "английский", "en-us", "en-gb"),
    "ru": ("ru", "russian", "rus", "русский", "ru-ru"),
    "forbidden_en": ("forbidden_en",),
    "forbidden_ru": ("forbidden_ru", "forbidden"),
    "kind": ("kind", "type", "status"),
    "note": ("note", "comment", "примечание"),
}
_KEPT = frozenset({"dnt", "do-not-translate", "do not translate", "не переводить"})


class Shape(NamedTuple):
    """How a file's rows are written; `columns` is empty where no header names them: English, then Russian."""

    delimiter: str
    columns: dict[str, int]


PRESS = Path("press")  # instead of a file: the press glossary that comes with Svodka


def read(path: Path) -> Glossary:
    """The glossary in a file; of `PRESS`, where no file is called so, the names that can be held in any text.

    Raises `UsageError` with the line and what is wrong with it.
    """
    if is_press(path):
        return _held()
    return _read(path, path.stat().st_mtime_ns if path.is_file() else 0)


@lru_cache(maxsize=8)
def _read(path: Path, _: int) -> Glossary:
    """A file is read once as long as it does not change."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise UsageError(f"the glossary {path} cannot be read: {error.strerror}", "name another file") from error
    if len(data) > _MOST_BYTES:
        raise UsageError(f"the glossary {path} is larger than {_MOST_BYTES >> 20} MB", "cut it into several")
    if path.suffix.lower() in (".tbx", ".xml") or data.lstrip()[:5] == b"<?xml":
        terms = read_tbx(data, str(path))
    else:
        terms = tuple(rows(decoded(data, path), str(path)))
        _both_languages(terms, path)
    if not terms:
        raise UsageError(f"the glossary {path} holds no terms", "it needs two columns, English and Russian")
    return Glossary(terms)


def _both_languages(terms: tuple[Term, ...], path: Path) -> None:
    translated = [term for term in terms if not term.kept]
    if translated and not any(_CYRILLIC.search(form) for term in translated for form in term.ru):
        where = f"{path}, line {translated[0].line}"
        raise UsageError(f"{where}: no term has a Russian rendering", "it needs two columns, English and Russian")


def is_press(path: Path) -> bool:
    """Whether the press glossary is meant."""
    return path == PRESS and not path.exists()


@lru_cache(maxsize=1)
def _held() -> Glossary:
    """Names of several words in both languages, as bodies and treaties have.

    A common word ("bill") has another rendering in the next text, and so has a short name: Washington is a person, too,
    and «РФ» is as well Russia. With all of the glossary chrF2 falls by 1.1 (`benchmarks/glossary.py`, 414 sentences).
    """
    return Glossary(term for term in press().terms if _is_long_name(term.en[0]) and _is_long_name(term.ru[0]))


def _is_long_name(form: str) -> bool:
    return " " in form and form.lstrip("«")[:1].isupper()


@lru_cache(maxsize=1)
def press() -> Glossary:
    """The press glossary that comes with the package."""
    text = files("summarizer").joinpath("data/facts/press.tsv").read_text(encoding="utf-8")
    return Glossary(rows(text, "press.tsv"))


def decoded(data: bytes, path: Path) -> str:
    """The text of a glossary's bytes. Raises `UsageError` with the line that is not UTF-8 (or UTF-16 with its mark)."""
    for encoding in ("utf-8-sig", "utf-16") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig",):
        try:
            return _text(data.decode(encoding), path)
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            last = UsageError(f"{path}, line {line}: not UTF-8", "save the glossary as UTF-8")
    raise last


def _text(text: str, path: Path) -> str:
    at = text.find("\0")  # UTF-16 without its mark, or no text at all
    if at >= 0:
        raise UsageError(f"{path}, line {text.count(chr(10), 0, at) + 1}: not UTF-8", "save the glossary as UTF-8")
    return text


def shape(text: str) -> Shape:
    """Of a glossary's text."""
    delimiter = _delimiter(text)
    rows = ([cell.strip() for cell in row] for row in csv.reader(io.StringIO(text), delimiter=delimiter))
    first = next((cells for cells in rows if any(cells) and not cells[0].startswith("#")), [])
    return Shape(delimiter, _header(first))


def _delimiter(text: str) -> str:
    """What stands between columns, by the beginning of the text without what is quoted there."""
    bare = re.sub(r'"[^"\n]*"', "", text[:5000])
    return "\t" if "\t" in bare else ";" if bare.count(";") > bare.count(",") else ","


def rows(text: str, name: str) -> Iterator[Term]:
    """The terms of a CSV or TSV text; `name` is for messages. Raises `UsageError` with the line that is none."""
    reader = csv.reader(io.StringIO(text), delimiter=_delimiter(text), strict=True)
    columns: dict[str, int] | None = None
    try:
        for row in reader:
            cells = [cell.strip() for cell in row]
            if not any(cells) or cells[0].startswith("#"):
                continue
            if columns is None:
                columns = _header(cells)
                if columns:
                    continue
            yield _term(cells, columns, f"{name}, line {reader.line_num}", reader.line_num)
    except csv.Error as error:
        raise UsageError(f"{name}, line {reader.line_num}: {error}", "a quote may be missing") from error


def _header(cells: list[str]) -> dict[str, int]:
    """Which column is what, by the names in the first row; empty where that is a row of terms already."""
    low = [cell.lower().lstrip("\ufeff") for cell in cells]
    found = {key: low.index(name) for key, names in _COLUMNS.items() for name in names if name in low}
    return found if "en" in found and "ru" in found else {}


def _term(cells: list[str], columns: dict[str, int], where: str, line: int) -> Term:
    def cell(name: str) -> str:
        return cells[columns[name]] if name in columns and columns[name] < len(cells) else ""

    if columns:
        en, ru, kind = cell("en"), cell("ru"), cell("kind").lower()
    elif len(cells) < 2:
        raise UsageError(f"{where}: it has one column", "a term needs two: English and Russian")
    else:
        swapped = bool(_CYRILLIC.search(cells[0])) and not _CYRILLIC.search(cells[1])
        (en, ru), kind = (cells[1::-1] if swapped else cells[:2]), cells[2].lower() if len(cells) > 2 else ""
    if not (en or ru):
        raise UsageError(f"{where}: there is no term", "fill in the English or the Russian column")
    kept = kind in _KEPT or not (en and ru) or en == ru
    return Term(
        en=_forms(en or ru),
        ru=_forms(ru or en),
        forbidden_en=_forms(cell("forbidden_en")),
        forbidden_ru=_forms(cell("forbidden_ru")),
        kept=kept,
        note=cell("note"),
        line=line,
    )


def _forms(cell: str) -> tuple[str, ...]:
    return tuple(form.strip() for form in cell.split("|") if form.strip())
