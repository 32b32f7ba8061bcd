"""The articles that were digested on this machine, in a SQLite file that only this machine reads."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from summarizer import Lang, Result
from ui.render import title_of

_MOST = 200  # entries: a year of an article a working day; a whole book is some 3 MB, an article 50 kB
_TABLE = """create table if not exists read (
    number integer primary key, at text not null, title text not null, origin text not null, "from" text not null,
    "to" text not null, signature text not null, result text not null)"""
_RESULT = TypeAdapter(Result)


@dataclass(frozen=True, slots=True)
class Entry:
    """A digest that was made; `at` is local time, to the second."""

    number: int
    at: datetime
    title: str
    origin: str
    source: Lang
    to: Lang


class History:
    """What was digested, the last first; without a folder nothing is kept and nothing is there."""

    def __init__(self, folder: Path | None) -> None:
        self._path = folder / "history.sqlite" if folder else None

    @property
    def is_kept(self) -> bool:
        """Whether anything is written down."""
        return self._path is not None

    def add(self, result: Result, at: datetime) -> None:
        """Keep a digest; one of the same article in the same job takes the place of the older one."""
        document, job = result.document, result.job
        title = title_of(document) or " ".join(document.text[:80].split())
        to = job.to or document.lang
        row = (at.isoformat(timespec="seconds"), title, document.origin, document.lang, to, result.signature)
        with self._open() as table:
            table.execute("delete from read where title = ? and origin = ?", (title, document.origin))
            table.execute(
                'insert into read (at, title, origin, "from", "to", signature, result) values (?, ?, ?, ?, ?, ?, ?)',
                (*row, _RESULT.dump_json(result).decode()),
            )
            table.execute(
                "delete from read where number not in (select number from read order by number desc limit ?)", (_MOST,)
            )

    def entries(self) -> tuple[Entry, ...]:
        """Every entry, the last first."""
        with self._open() as table:
            rows = table.execute('select number, at, title, origin, "from", "to" from read order by number desc')
            return tuple(Entry(row[0], datetime.fromisoformat(row[1]), *row[2:]) for row in rows)

    def result(self, number: int) -> Result | None:
        """The digest as it was, `None` where it is gone or an older version wrote it in a way that is not read now."""
        with self._open() as table:
            row = table.execute("select result from read where number = ?", (number,)).fetchone()
        try:
            return _RESULT.validate_json(row[0]) if row else None
        except ValidationError:
            return None

    def clear(self) -> None:
        """Remove every entry, from the file's free pages too."""
        with self._open() as table:
            table.execute("delete from read")
            table.commit()
            table.execute("vacuum")

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        if self._path is not None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(self._path or ":memory:", timeout=10)) as table, table:
            table.execute(_TABLE)
            yield table
