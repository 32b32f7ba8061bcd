"""Which units of a memory are like a sentence: an index of rare stems, a million units searched in milliseconds."""

import json
import sqlite3
from collections import Counter

from summarizer.memory import tokens
from summarizer.memory.matching import FLOOR

ORDER = 1  # of the stems in the index, see `tokens.prefix`; kept in the file
BEST = 50  # units that are compared word by word
# Candidates, those first that share the most stems. 1,000,000 units (2026-11-28): 6 ms in the middle, 24 ms at worst of
# 1,500 queries, and of 100 queries all 111 units that are alike by the floor (benchmarks/memory.py).
_MOST = 3000

SCHEMA = """
CREATE TABLE posting (stem INTEGER NOT NULL, length INTEGER NOT NULL, unit INTEGER NOT NULL,
    PRIMARY KEY (stem, length, unit)) WITHOUT ROWID;
"""


class FuzzyIndex:
    """The index of the memory behind the connection; its owner opens and closes transactions."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    @property
    def is_current(self) -> bool:
        """Whether the stems of the file are in today's order."""
        version: int = self._connection.execute("PRAGMA user_version").fetchone()[0]
        return version >= ORDER

    def rebuild(self) -> None:
        """Index all units anew, in today's order."""
        self._connection.execute("DELETE FROM posting")
        for number, source in self._connection.execute("SELECT number, source FROM unit"):
            self.add(number, tokens.stems(tokens.words(source)))
        self._connection.execute(f"PRAGMA user_version = {ORDER}")

    def add(self, number: int, stems: list[str]) -> None:
        """Put a unit in."""
        rows = [(stem, len(stems), number) for stem in set(tokens.prefix(stems, FLOOR / 100))]
        self._connection.executemany("INSERT INTO posting VALUES (?, ?, ?)", rows)

    def remove(self, number: int, stems: list[str]) -> None:
        """Take a unit out; the stems are those of its source."""
        rows = [(stem, len(stems), number) for stem in tokens.prefix(stems, FLOOR / 100)]
        self._connection.executemany("DELETE FROM posting WHERE stem = ? AND length = ? AND unit = ?", rows)

    def alike(self, stems: list[str]) -> list[int]:
        """Units whose stems are alike by the floor, the most alike first, `BEST` of them at most."""
        from rapidfuzz import process
        from rapidfuzz.distance import Levenshtein

        shapes = self._shapes(self._candidates(stems))
        compare = Levenshtein.normalized_similarity
        found = process.extract(
            tokens.shape(stems), shapes, scorer=compare, processor=None, score_cutoff=FLOOR / 100, limit=BEST
        )
        return [number for _, _, number in found]

    def _shapes(self, numbers: list[int]) -> dict[int, str]:
        """In one query: asked for one by one, they took four fifths of a search (200,000 units, 2026-11-28)."""
        query = "SELECT number, shape FROM unit WHERE number IN (SELECT value FROM json_each(?))"
        return dict(self._connection.execute(query, (json.dumps(sorted(numbers)),)))

    def _candidates(self, stems: list[str]) -> list[int]:
        """Units that share a rare stem, those first that share the most.

        A unit whose first shared stem is the query's number n (from 0, rare ones first) shares all but n of them at
        most: it cannot be longer than those are of what is alike by the floor.
        """
        least = -(-len(stems) * FLOOR // 100)
        query = "SELECT unit FROM posting WHERE stem = ? AND length BETWEEN ? AND ?"
        shared: Counter[int] = Counter()
        for place, stem in enumerate(tokens.prefix(stems, FLOOR / 100)):
            most = (len(stems) - place) * 100 // FLOOR
            shared.update(number for (number,) in self._connection.execute(query, (stem, least, most)))
        return [number for number, _ in shared.most_common(_MOST)]
