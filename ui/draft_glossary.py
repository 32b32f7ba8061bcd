"""The terms that hold for a draft: those of a file given for it, those of its job, and the reader's own.

They lie beside the projects; the checks and the model's second tries read one file, so several are put into one.
"""

import csv
import io
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from summarizer import Glossary, Project, Term, UsageError, read_glossary

SUFFIXES = (".tsv", ".csv", ".tbx")
_OWN = "glossary.tsv"
# `kind` stands first: a row whose first cell begins with # would be a comment
_COLUMNS = ("kind", "en", "ru", "forbidden_en", "forbidden_ru", "note")


def own(folder: Path) -> Path:
    """The file of the reader's own terms, which hold for every draft; it may not be there."""
    return folder / _OWN


def give(path: Path, name: str, data: bytes) -> Glossary:
    """Keep a glossary for one project, in place of the last one. Raises `UsageError` where it cannot be read."""
    suffix = Path(name).suffix.lower()
    if suffix not in SUFFIXES:
        raise UsageError(f"{suffix or 'a file without an ending'} is no glossary", f"send {', '.join(SUFFIXES)}")
    with tempfile.TemporaryDirectory(dir=path.parent, prefix="glossary-") as folder:
        fresh = Path(folder) / f"glossary{suffix}"
        fresh.write_bytes(data)
        try:
            found = read_glossary(fresh)
        except UsageError as error:
            raise UsageError(str(error).replace(str(fresh), name), error.hint) from error
        for old in _given(path):
            old.unlink()
        fresh.replace(path.with_suffix(f".glossary{suffix}"))
    return found


def given(path: Path) -> tuple[Term, ...]:
    """The terms of the file that was given for a project."""
    return tuple(term for file in _given(path) for term in read_glossary(file).terms)


def forget(path: Path) -> None:
    """Remove what was kept for a project."""
    for file in [*_given(path), _merged(path)]:
        file.unlink(missing_ok=True)


def terms(folder: Path) -> tuple[Term, ...]:
    """The reader's own terms."""
    path = own(folder)
    return read_glossary(path).terms if path.is_file() else ()


def remove(folder: Path, en: tuple[str, ...], ru: tuple[str, ...]) -> bool:
    """Take a term out of the reader's own; False where there is none of these forms."""
    there = terms(folder)
    left = [term for term in there if (term.en, term.ru) != (en, ru)]
    if left:
        _write(own(folder), left)
    else:
        own(folder).unlink(missing_ok=True)
    return len(left) < len(there)


def holding(project: Project) -> Path | None:
    """One file with every term that holds for the project, None where there are none."""
    named = project.job.glossary
    sources = [*_given(project.path), *([named] if named else []), own(project.path.parent)]
    sources = [source for source in sources if source == named or source.is_file()]
    if len(sources) < 2:
        return sources[0] if sources else None
    merged = _merged(project.path)
    stamp = "# " + " ".join(f"{file.name}:{file.stat().st_mtime_ns}" for file in sources if file.is_file())
    if _first_line(merged) != stamp:
        _write(merged, (term for source in sources for term in read_glossary(source).terms), stamp)
    return merged


def _given(path: Path) -> list[Path]:
    files = (path.with_suffix(f".glossary{suffix}") for suffix in SUFFIXES)
    return [file for file in files if file.is_file()]


def _merged(path: Path) -> Path:
    return path.with_suffix(".held.tsv")


def _first_line(path: Path) -> str:
    if not path.is_file():
        return ""
    with path.open(encoding="utf-8") as lines:
        return lines.readline().rstrip("\n")


def _write(path: Path, terms: Iterable[Term], head: str = "") -> None:
    """The whole file or none of it."""
    out = io.StringIO()
    if head:
        out.write(f"{head}\n")
    rows = csv.writer(out, delimiter="\t", lineterminator="\n")
    rows.writerow(_COLUMNS)
    rows.writerows(_row(term) for term in terms)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(out.getvalue())
    Path(name).replace(path)


def _row(term: Term) -> list[str]:
    forms = (term.en, term.ru, term.forbidden_en, term.forbidden_ru)
    return ["dnt" if term.kept else "", *(" | ".join(some) for some in forms), term.note]
