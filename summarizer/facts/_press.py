"""The press glossary as it comes with the package: a row a term."""

from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple


class Entry(NamedTuple):
    """A row of the glossary: accepted forms, the preferred one first."""

    en: tuple[str, ...]
    ru: tuple[str, ...]


@lru_cache(maxsize=1)
def entries() -> tuple[Entry, ...]:
    """The glossary that comes with the package."""
    lines = files("summarizer").joinpath("data/facts/press.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return tuple(_entry(line) for line in lines)


def _entry(line: str) -> Entry:
    en, ru, *_ = line.split("\t")
    return Entry(_forms(en), _forms(ru))


def _forms(cell: str) -> tuple[str, ...]:
    return tuple(form.strip() for form in cell.split("|") if form.strip())
