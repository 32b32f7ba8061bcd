"""Which Russian stems answer which English ones: IBM Model 1 over pairs of sentences, for evidence across languages.

    python -m training.lexicon CORPORA/llm-news.tsv.xz summarizer/data/facts/lexicon.tsv.xz

Pairs are those that a language model wrote for this project (140,775, 2026-11). The file holds stems only, no
sentence of its sources: a Russian stem, then its English ones, the likeliest first.
"""

import argparse
import lzma
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from summarizer.ranking.stems import terms

Pair = tuple[list[str], list[str]]
CANDIDATES = 12  # English stems that a Russian one may come to mean, by Dice's coefficient
ROUNDS = 4
LEAST_SHARE = 0.08
MOST_STEMS = 4
LEAST_COUNT = 3  # sentences in which the two meet


def read(path: Path) -> list[Pair]:
    """The pairs as sets of stems, Russian first."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file]
    return [(sorted(set(terms(ru, "ru"))), sorted(set(terms(en, "en")))) for _, en, ru in rows]


def candidates(pairs: Iterable[Pair]) -> dict[str, list[str]]:
    """For each Russian stem the English ones that it keeps company with."""
    russian, english = Counter[str](), Counter[str]()
    together: dict[str, Counter[str]] = defaultdict(Counter)
    for ru, en in pairs:
        russian.update(ru)
        english.update(en)
        for word in ru:
            together[word].update(en)
    found = {}
    for word, counts in together.items():
        dice = {e: 2 * n / (russian[word] + english[e]) for e, n in counts.items() if n >= LEAST_COUNT}
        best = sorted(dice, key=dice.__getitem__, reverse=True)[:CANDIDATES]
        if best:
            found[word] = best
    return found


def learned(pairs: Iterable[Pair], start: Mapping[str, list[str]]) -> dict[str, dict[str, float]]:
    """Shares of the English stems of each Russian one, by expectation and maximisation."""
    shares = {word: dict.fromkeys(best, 1 / len(best)) for word, best in start.items()}
    for _ in range(ROUNDS):
        counts: dict[str, Counter[str]] = defaultdict(Counter)
        for ru, en in pairs:
            for e in en:
                able = [(word, shares[word][e]) for word in ru if word in shares and e in shares[word]]
                total = sum(share for _, share in able)
                for word, share in able:
                    counts[word][e] += share / total
        shares = {word: {e: n / sum(c.values()) for e, n in c.items() if n > 0} for word, c in counts.items()}
    return shares


def main() -> None:
    """Write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    pairs = read(given.pairs)
    shares = learned(pairs, candidates(pairs))
    lines = []
    for word in sorted(shares):
        best = sorted((e for e, p in shares[word].items() if p >= LEAST_SHARE), key=lambda e: -shares[word][e])
        if best:
            lines.append("\t".join([word, *best[:MOST_STEMS]]))
    given.out.write_bytes(lzma.compress("\n".join(lines).encode(), preset=9 | lzma.PRESET_EXTREME))
    print(f"{len(lines)} stems, {given.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
