"""How long a translation memory of N units is searched: `python benchmarks/memory.py LINES [N]`.

Then its matches are held to those of a search through all units. LINES is a text with a sentence a line, the first 500
of which are kept out as queries. Where it has fewer than N, units are made of the halves of its sentences, so that
their words are as frequent as in real text.
"""

import gc
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

from summarizer.memory import tokens
from summarizer.memory.fuzzy_index import BEST
from summarizer.memory.matching import FLOOR, Pair
from summarizer.memory.units import Memory

PAIR = Pair("en", "ru")
QUERIES = 500
COMPARED = 100  # queries whose matches are also looked for in all units


def made(lines, count, chance):
    """The sentences themselves, then such as are made of the halves of two."""
    yield from lines[:count]
    for _ in range(count - len(lines)):
        one, other = chance.choice(lines).split(), chance.choice(lines).split()
        yield " ".join(one[: len(one) // 2] + other[len(other) // 2 :])


def changed(text, chance):
    words = text.split()
    for _ in range(chance.choice((1, 2))):
        words[chance.randrange(len(words))] = chance.choice(("bridge", "yesterday", "42"))
    return " ".join(words)


def measured(memory, label, queries):
    times, found = [], 0
    for query in queries:
        began = time.process_time()
        found += bool(memory.search(PAIR, query))
        times.append(1000 * (time.process_time() - began))
    times.sort()
    middle, most = statistics.median(times), times[int(len(times) * 0.95)]
    print(f"{label}: {found} of {len(queries)} found")
    print(f"    median {middle:.1f} ms, 95 % {most:.1f} ms, worst {times[-1]:.1f} ms of CPU")


def recalled(memory, queries):
    """How many of the units that are alike by the floor, looked for in all units, the search compares."""
    from rapidfuzz import process
    from rapidfuzz.distance import Levenshtein

    numbers, shapes = zip(*memory._connection.execute("SELECT number, shape FROM unit"), strict=True)  # noqa: SLF001
    similarity = Levenshtein.normalized_similarity
    wanted = got = 0
    for query in queries:
        stems = tokens.stems(tokens.words(query))
        alike = process.extract(
            tokens.shape(stems), shapes, scorer=similarity, processor=None, score_cutoff=FLOOR / 100, limit=None
        )
        wanted += min(len(alike), BEST)
        got += len({numbers[place] for *_, place in alike} & set(memory._index.alike(stems)))  # noqa: SLF001
    print(f"recall: {got} of {wanted} units that are alike by {FLOOR} %, of {len(queries)} queries")


def main():
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000
    chance = random.Random(2018)
    unseen, lines = lines[:QUERIES], lines[QUERIES:]
    known = chance.sample(lines[:count], QUERIES)
    with tempfile.TemporaryDirectory() as folder, Memory(Path(folder) / "memory.db") as memory:
        began = time.process_time()
        memory.add_all(PAIR, ((one, "перевод") for one in made(lines, count, chance)), "benchmark")
        size = memory.path.stat().st_size / 1e6
        print(f"{len(memory):,} units taken in: {time.process_time() - began:.1f} s, {size:.0f} MB")
        del lines
        gc.collect()
        gc.freeze()  # else searches pay for looking through this script's own lines: 200 ms now and then
        memory.search(PAIR, "The first search loads what all others need.")
        measured(memory, "sentences of the memory", known)
        measured(memory, "a word or two changed", [changed(one, chance) for one in known])
        measured(memory, "new sentences", unseen)
        half = COMPARED // 2
        recalled(memory, [changed(one, chance) for one in known[:half]] + unseen[:half])


if __name__ == "__main__":
    main()
