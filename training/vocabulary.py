"""Words that the draft's spelling is held against: English ones, and what the press writes beside the dictionaries.

    python -m training.vocabulary CORPORA summarizer/data/facts/vocabulary.txt.xz LIST...

LIST are SCOWL's words, a line each (Debian's american-english-large and british-english-large, 2020.12.07; NOTICE has
its terms). CORPORA hold the project's own pairs and press: words that they write with a small letter three times and
that neither SCOWL nor pymorphy3 has ("oppositionist", «декоммунизации»). The file has single words only, sorted.
"""

import argparse
import lzma
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

LEAST = 3  # times in lower case
PAIRS = ("news", "llm-news", "press", "prose", "docs")
_WORD = re.compile(r"[^\W\d_]{2,}(?:['’][^\W\d_]+)?")
_ENGLISH, _RUSSIAN = re.compile(r"[a-z]+"), re.compile(r"[а-я]+")


def listed(lines: Iterable[str]) -> set[str]:
    """The list's words without names, accents and possessives."""
    words = (line.strip() for line in lines)
    return {word for word in words if _ENGLISH.fullmatch(word)}


def frequent(texts: Iterable[str]) -> set[str]:
    """Words of the texts that stand there often enough, е for ё."""
    counts = Counter(
        word.replace("ё", "е") for text in texts for match in _WORD.finditer(text) if (word := match.group()).islower()
    )
    return {word for word, count in counts.items() if count >= LEAST}


def texts(corpora: Path) -> Iterator[str]:
    """Both sides of the pairs, and the press of one language."""
    for name in PAIRS:
        with lzma.open(corpora / f"{name}.tsv.xz", "rt", encoding="utf-8") as file:
            for line in file:
                yield from line.rstrip("\n").split("\t")[1:3]
    for name in ("en", "ru"):
        with lzma.open(corpora / f"mono-news.{name}.txt.xz", "rt", encoding="utf-8") as file:
            yield from file


def main() -> None:
    """Write the file."""
    from pymorphy3 import MorphAnalyzer

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("lists", type=Path, nargs="+")
    given = parser.parse_args()
    words = {word for path in given.lists for word in listed(path.read_text(encoding="utf-8").splitlines())}
    analyzer = MorphAnalyzer()
    for word in frequent(texts(given.corpora)):
        if _ENGLISH.fullmatch(word) or (_RUSSIAN.fullmatch(word) and not analyzer.word_is_known(word)):
            words.add(word)
    given.out.write_bytes(lzma.compress("\n".join(sorted(words)).encode(), preset=9 | lzma.PRESET_EXTREME))
    print(len(words), "words,", given.out.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
