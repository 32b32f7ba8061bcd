"""The translation memory: sentences somebody confirmed, found again by the same or by a similar source.

One SQLite file. What is like a sentence by its stems (see `fuzzy_index`) is compared word by word, as translation
memories do.
"""

import sqlite3
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from summarizer.errors import FormatError, UsageError
from summarizer.memory import tmx, tokens
from summarizer.memory.fuzzy_index import ORDER, SCHEMA, FuzzyIndex
from summarizer.memory.matching import CONTEXT, FLOOR, SAME_WORDS, Around, Match, Pair, compared
from summarizer.memory.schema import WAIT, guarded
from summarizer.safe_xml import allowed

APPLICATION = 0x53564F4D  # "SVOM"

_SCHEMA = """
CREATE TABLE unit (number INTEGER PRIMARY KEY, source_lang TEXT NOT NULL, target_lang TEXT NOT NULL,
    source TEXT NOT NULL, target TEXT NOT NULL, key INTEGER NOT NULL, before INTEGER, after INTEGER,
    shape TEXT NOT NULL, origin TEXT NOT NULL, added REAL NOT NULL);
CREATE INDEX unit_key ON unit (key);
CREATE TABLE kept (number INTEGER PRIMARY KEY, xml TEXT NOT NULL)
"""


class Memory:
    """An open memory; for one thread, closed by `close` or at the end of a `with`."""

    def __init__(self, path: Path | str) -> None:
        """Open the file, or make it. Raises `FormatError` where it is something else, `UsageError` if it cannot be."""
        self.path = Path(path)
        with guarded(self.path.name):
            self._connection = sqlite3.connect(self.path, timeout=WAIT, isolation_level=None)
            self._index = FuzzyIndex(self._connection)
            try:
                self._begin()
            except BaseException:
                self._connection.close()
                raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def verify(self) -> None:
        """Read the whole file. Raises `FormatError` where SQLite finds it damaged."""
        with guarded(self.path.name):
            said = self._connection.execute("PRAGMA integrity_check").fetchone()[0]
            if said != "ok":
                raise sqlite3.DatabaseError(said)

    def __len__(self) -> int:
        with guarded(self.path.name):
            count: int = self._connection.execute("SELECT count(*) FROM unit").fetchone()[0]
        return count

    def add(self, pair: Pair, source: str, target: str, around: Around = Around()) -> None:  # noqa: B008
        """Keep a confirmed sentence; one with the same source between the same neighbours is replaced."""
        if not source.strip() or not target.strip():
            return
        places = around.keys()
        with self._writing():
            for number, text in self._same(pair, source, "AND before IS ? AND after IS ?", places):
                if text == source:
                    self._forget(number)
            self._insert(pair, (source, target), places, "project")

    def add_all(self, pair: Pair, texts: Iterable[tuple[str, str]], origin: str) -> None:
        """Keep many, all or none, without looking for what is there already."""
        with self._writing():
            for source, target in texts:
                self._insert(pair, (source, target), (None, None), origin)

    def search(self, pair: Pair, text: str, around: Around = Around(), limit: int = 5) -> tuple[Match, ...]:  # noqa: B008
        """The best matches, best first, each target once."""
        with guarded(self.path.name):
            found = [*self._exact(pair, text, around)]
            if sum(match.score >= 100 for match in found) < limit:
                found += self._fuzzy(pair, text)
        best: dict[str, Match] = {}
        for match in sorted(found, key=lambda match: -match.score):
            best.setdefault(match.target, match)
        return tuple(best.values())[:limit]

    def import_tmx(self, data: bytes, name: str) -> tuple[int, int]:
        """Take in all units, or none: how many, and how many more that are not Russian and English.

        Raises `FormatError` with the line where the file is wrong.
        """
        taken = left = 0
        with self._writing():
            for unit in tmx.read(data, name):
                pairs = list(_pairs(unit.variants))
                self._connection.execute("INSERT INTO kept (xml) VALUES (?)", (unit.xml,))
                for one, other in pairs:
                    self._insert(Pair(one.lang, other.lang), (one.text, other.text), (None, None), name)  # type: ignore[arg-type]
                taken, left = taken + bool(pairs), left + (not pairs)
            if not taken + left:
                raise FormatError(f"{name} holds no units", "check that it is the right file")
        return taken, left

    def export_tmx(self) -> Iterator[bytes]:
        """TMX 1.4: imported units as they came, confirmed sentences as units of our own."""
        query = "SELECT source_lang, target_lang, source, target FROM unit WHERE origin = 'project' ORDER BY number"
        with guarded(self.path.name):
            kept = [xml for (xml,) in self._connection.execute("SELECT xml FROM kept ORDER BY number")]
            own = self._connection.execute(query).fetchall()
        made = (tmx.unit_xml(tmx.Variant(a, allowed(s)), tmx.Variant(b, allowed(t))) for a, b, s, t in own)
        yield from tmx.written(iter([*kept, *made]))

    def _begin(self) -> None:
        kind = self._connection.execute("PRAGMA application_id").fetchone()[0]
        if kind == APPLICATION:
            self._keep_up()
            return
        if self._connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            raise FormatError(f"{self.path.name} is no translation memory of Svodka", "name another file")
        self._connection.execute("PRAGMA journal_mode = WAL")
        with self._writing():
            for statement in (SCHEMA + _SCHEMA).split(";"):
                self._connection.execute(statement)
            self._connection.execute(f"PRAGMA application_id = {APPLICATION}")
            self._connection.execute(f"PRAGMA user_version = {ORDER}")

    def _keep_up(self) -> None:
        """Index the units anew where the file is of an older version."""
        if not self._index.is_current:
            with self._writing():
                if not self._index.is_current:  # nobody else was there first
                    self._index.rebuild()

    def _insert(self, pair: Pair, texts: tuple[str, str], places: tuple[int | None, int | None], origin: str) -> None:
        source, target = texts
        stems = tokens.stems(tokens.words(source))
        row = (*pair, source, target, tokens.key(source), *places, tokens.shape(stems), origin, time.time())
        query = (
            "INSERT INTO unit (source_lang, target_lang, source, target, key, before, after, shape, origin, added)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        )
        self._index.add(self._connection.execute(query, row).lastrowid or 0, stems)

    def _forget(self, number: int) -> None:
        source = self._connection.execute("SELECT source FROM unit WHERE number = ?", (number,)).fetchone()[0]
        self._index.remove(number, tokens.stems(tokens.words(source)))
        self._connection.execute("DELETE FROM unit WHERE number = ?", (number,))

    def _same(self, pair: Pair, text: str, more: str = "", values: Iterable[int | None] = ()) -> list[tuple[int, str]]:
        query = f"SELECT number, source FROM unit WHERE key = ? AND source_lang = ? AND target_lang = ? {more}"  # noqa: S608
        return self._connection.execute(query, (tokens.key(text), *pair, *values)).fetchall()

    def _exact(self, pair: Pair, text: str, around: Around) -> Iterator[Match]:
        query = (
            "SELECT source, target, before, after, origin FROM unit"
            " WHERE key = ? AND source_lang = ? AND target_lang = ? ORDER BY number DESC LIMIT 200"
        )
        places = around.keys()
        for source, target, before, after, origin in self._connection.execute(query, (tokens.key(text), *pair)):
            if source == text:
                yield Match(
                    source, target, CONTEXT if before is not None and (before, after) == places else 100, origin
                )
            elif tokens.words(source) == tokens.words(text):
                yield Match(source, target, SAME_WORDS, origin)

    def _fuzzy(self, pair: Pair, text: str) -> Iterator[Match]:
        words = tokens.words(text)
        stems = tokens.stems(words)
        query = "SELECT source, target, origin FROM unit WHERE number = ? AND source_lang = ? AND target_lang = ?"
        for number in self._index.alike(stems):
            row = self._connection.execute(query, (number, *pair)).fetchone()
            if row is not None and row[0] != text:
                match = compared(text, words, stems, row)
                if match.score >= FLOOR:
                    yield match

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with guarded(self.path.name):
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._connection.execute("ROLLBACK")
                raise
            self._connection.execute("COMMIT")


def _pairs(variants: tuple[tmx.Variant, ...]) -> Iterator[tuple[tmx.Variant, tmx.Variant]]:
    """Every variant in Russian with every one in English, both ways."""
    ours = [variant for variant in variants if variant.lang in {"ru", "en"} and variant.text.strip()]
    yield from ((one, other) for one in ours for other in ours if one.lang != other.lang)


def of_tmx(path: Path, data: bytes) -> Memory:
    """A TMX file as a memory that is gone when it is closed."""
    memory = Memory(":memory:")
    try:
        memory.import_tmx(data, path.name)
    except BaseException:
        memory.close()
        raise
    return memory


def opened(path: Path) -> Memory:
    """A memory that must be there already. Raises `UsageError` where it is not."""
    if not path.is_file():
        raise UsageError(f"there is no memory {path}", "a TMX file is taken in with svodka project import")
    return Memory(path)
