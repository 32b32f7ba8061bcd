"""Terms put into a user's glossary file, in the file's own columns, its other lines as they were."""

import csv
import io
import os
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal, NamedTuple

from summarizer.document import Lang, other_lang
from summarizer.errors import UsageError
from summarizer.glossary.lookup import Glossary
from summarizer.glossary.reading import Shape, decoded, is_press, rows, shape

_NEW = Shape("\t", {"en": 0, "ru": 1})
_HEADER = "en\tru\n"


class Entry(NamedTuple):
    """A term to be held: one rendering, the same as the term where it is not to be translated."""

    en: str
    ru: str

    @classmethod
    def of(cls, own: str, other: str, lang: Lang) -> "Entry":
        """Of a term of `lang` and its rendering."""
        return cls(own, other) if lang == "en" else cls(other, own)


def add(path: Path, entries: Iterable[Entry], lang: Lang) -> int:
    """Put the entries at the end of a CSV or TSV glossary, a new one where there is no file; gives how many were new.

    The file is written whole or not at all. Raises `UsageError` for a TBX file and for the press glossary, and where
    the glossary has one of the terms of `lang` with another rendering.
    """
    if is_press(path):
        raise UsageError("the press glossary takes no terms", "accept them into a CSV or TSV file")
    if path.suffix.lower() in (".tbx", ".xml"):
        raise UsageError(f"terms are not written into {path.name}", "accept them into a CSV or TSV file")
    data = path.read_bytes() if path.is_file() else b""
    known = Glossary(rows(decoded(data, path), path.name))
    new = [entry for entry in dict.fromkeys(map(_clean, entries)) if not _is_there(entry, known, lang, path)]
    if new:
        _append(path, new, data)
    return len(new)


def _clean(entry: Entry) -> Entry:
    cleaned = Entry(*(" ".join(side.split()) for side in entry))
    if not all(cleaned) or any("|" in side or side.startswith("#") for side in cleaned):
        raise UsageError(f"“{entry.en}” and “{entry.ru}” make no term", "both sides need words, without | and #")
    return cleaned


def _is_there(entry: Entry, known: Glossary, lang: Lang, path: Path) -> bool:
    own, other = (entry.ru, entry.en) if lang == "ru" else (entry.en, entry.ru)
    term = next((term for term in known.terms if own in term.forms(lang)), None)
    if term is None:
        return False
    if other not in term.forms(other_lang(lang)):
        said = f"“{own}” is in the glossary {path.name} already (line {term.line})"
        raise UsageError(said, "change that line, or leave the term out")
    return True


def _append(path: Path, entries: Sequence[Entry], data: bytes) -> None:
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8"
    text = decoded(data, path) if data else _HEADER
    form = shape(text) if data else _NEW
    end = "\r\n" if "\r\n" in text else "\n"
    lines = io.StringIO()
    signs = any(sign in side for entry in entries for side in entry for sign in ",;")  # they would look like columns
    quoting: Literal[0, 1] = csv.QUOTE_ALL if signs else csv.QUOTE_MINIMAL
    writer = csv.writer(lines, delimiter=form.delimiter, lineterminator=end, quoting=quoting)
    writer.writerows(_row(entry, form) for entry in entries)
    whole = text + ("" if text.endswith("\n") else end) + lines.getvalue()
    _replace(path, (b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b"") + whole.encode(encoding))


def _row(entry: Entry, form: Shape) -> list[str]:
    columns = form.columns or _NEW.columns
    row = [""] * (max(columns.values()) + 1)
    row[columns["en"]], row[columns["ru"]] = entry.en, entry.ru
    return row


def _replace(path: Path, data: bytes) -> None:
    try:
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as new:
            new.write(data)
        mode = path.stat().st_mode & 0o777 if path.exists() else 0o644
        os.chmod(new.name, mode)  # noqa: PTH101
        Path(new.name).replace(path)
    except OSError as error:
        raise UsageError(f"the glossary {path} cannot be written: {error.strerror}", "name another file") from error
