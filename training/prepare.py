"""Corpora to packed token arrays: clean, pick the documentation nearest to press, train SentencePiece, pack.

    python -m training.prepare CORPORA DATA [--glossary FILE] [--spm FILE]

CORPORA holds `NAME.tsv.xz` (source, English, Russian) and `mono-news.LANG.txt.xz`; DATA gets `spm.model` and a
`NAME.npz` a set. `--spm` keeps the vocabulary of an earlier run, which continuing a checkpoint needs.
"""

import argparse
import collections
import itertools
import lzma
import math
import random
import re
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
import sentencepiece

PARALLEL = ("news", "llm-news", "press", "prose", "headlines", "dict", "scripture")
DOCUMENTATION_KEPT = 250_000  # of 833,000 pairs; the rest is far from press
LONGEST = 110  # pieces; longer pairs are misaligned more often than not, and the positions end at 256
MONOLINGUAL = {"en": 95_000, "ru": 100_000}  # sentences for the vocabulary

Pairs = list[tuple[str, str]]


def read_pairs(path: Path) -> Pairs:
    """English and Russian of a set."""
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        return [(row[1], row[2]) for row in (line.rstrip("\n").split("\t") for line in lines) if len(row) == 3]


def read_glossary(path: Path) -> Pairs:
    """Every English form of a term with its preferred rendering."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    return [(form.strip(), row[1].split(" | ")[0]) for row in rows for form in row[0].split(" | ")]


def language_model(sentences: Iterable[str]) -> Callable[[str, str], float]:
    """P(word | word before), bigrams backed off to unigrams."""
    words: collections.Counter[str] = collections.Counter()
    pairs: collections.Counter[tuple[str, str]] = collections.Counter()
    for sentence in sentences:
        tokens = ["<s>", *_words(sentence)]
        words.update(tokens)
        pairs.update(itertools.pairwise(tokens))
    total = sum(words.values()) + 1e5

    def probability(word: str, before: str) -> float:
        seen = words[before]
        return (0.4 * pairs[before, word] / seen if seen else 0.0) + 0.6 * (words[word] + 0.1) / total

    return probability


def nearest(pairs: Pairs, wanted: Pairs, count: int) -> Pairs:
    """The pairs whose English looks most like the wanted ones (Moore and Lewis 2010, cross-entropy difference)."""
    near = language_model(english for english, _ in wanted)
    far = language_model(english for english, _ in random.sample(pairs, min(len(pairs), 60_000)))
    scored = []
    for index, (english, _) in enumerate(pairs):
        words = _words(english)
        if 4 <= len(words) <= 60:
            steps = zip(["<s>", *words], words, strict=False)
            scored.append((sum(math.log(near(w, b) / far(w, b)) for b, w in steps) / len(words), index))
    return [pairs[index] for _, index in sorted(scored, reverse=True)[:count]]


def train_vocabulary(corpora: Path, sets: dict[str, Pairs], target: Path, size: int = 12_000) -> None:
    """A joint SentencePiece model on press text, with byte fallback and the two target tags as pieces of their own."""
    lines = [side for name in ("news", "llm-news", "press") for pair in sets.get(name, []) for side in pair]
    for lang, count in MONOLINGUAL.items():
        path = corpora / f"mono-news.{lang}.txt.xz"
        if path.exists():
            with lzma.open(path, "rt", encoding="utf-8") as file:
                sentences = file.read().splitlines()
            lines += random.sample(sentences, min(count, len(sentences)))
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(lines),
        model_prefix=str(target.with_suffix("")),
        vocab_size=size,
        hard_vocab_limit=False,
        character_coverage=0.9995,
        input_sentence_size=300_000,
        shuffle_input_sentence=True,
        normalization_rule_name="nmt_nfkc",
        byte_fallback=True,
        pad_id=0,
        unk_id=1,
        bos_id=2,
        eos_id=3,
        user_defined_symbols=[">>rus<<", ">>eng<<"],
        num_threads=2,
        minloglevel=1,
    )


def pack(pairs: Pairs, spm: sentencepiece.SentencePieceProcessor, target: Path) -> int:
    """Write the pairs that pass the length rules as flat uint16 arrays; gives their number."""
    english, russian = (spm.encode([pair[side] for pair in pairs]) for side in (0, 1))
    kept = [(e, r) for e, r in zip(english, russian, strict=True) if well_matched(len(e), len(r))]
    arrays = {
        name: np.concatenate([np.array(pair[side], dtype=np.uint16) for pair in kept]) if kept else np.zeros(0, "u2")
        for name, side in (("english", 0), ("russian", 1))
    }
    lengths = np.array([[len(e), len(r)] for e, r in kept], dtype=np.int32).reshape(-1, 2)
    np.savez(target, lengths=lengths, **arrays)
    return len(kept)


def well_matched(english: int, russian: int) -> bool:
    """Neither empty nor overlong, and no side three times the other (short ones may differ by a few pieces)."""
    longest_first = max(english, russian) < 3 * min(english, russian) + 4
    return min(english, russian) > 0 and max(english, russian) <= LONGEST and longest_first


def _words(text: str) -> list[str]:
    return re.findall(r"[a-z']+", text.lower())


def main() -> None:
    """Prepare everything that training reads."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--glossary", type=Path)
    parser.add_argument("--spm", type=Path)
    arguments = parser.parse_args()
    random.seed(0)
    arguments.data.mkdir(parents=True, exist_ok=True)
    corpora: Path = arguments.corpora
    sets = {name: read_pairs(corpora / f"{name}.tsv.xz") for name in PARALLEL if (corpora / f"{name}.tsv.xz").exists()}
    if (corpora / "docs.tsv.xz").exists():
        sets["docs"] = nearest(read_pairs(corpora / "docs.tsv.xz"), sets["news"] + sets["llm-news"], DOCUMENTATION_KEPT)
    if arguments.glossary:
        sets["terms"] = read_glossary(arguments.glossary)
    model = arguments.data / "spm.model"
    if arguments.spm:
        shutil.copy(arguments.spm, model)
    elif not model.exists():
        train_vocabulary(corpora, sets, model)
    spm = sentencepiece.SentencePieceProcessor(model_file=str(model))
    for name, pairs in sets.items():
        print(name, pack(pairs, spm, arguments.data / f"{name}.npz"), "pairs of", len(pairs))


if __name__ == "__main__":
    main()
