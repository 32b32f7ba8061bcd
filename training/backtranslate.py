"""Monolingual press to pairs with a machine-made source side, filtered: for training into the language that is human.

    python -m training.backtranslate FOLDER CORPORA/mono-news.ru.txt.xz rus DATA/back-ru.tsv

The file has the columns of the corpora (source, English, Russian); beside it comes `back-ru.npz`, packed for training.
Mix it in as "back-ru>ru", with a share that keeps it below the human pairs. Dropped: copies, loops, and pairs whose
lengths do not match.
"""

import argparse
import lzma
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import sentencepiece

from training.prepare import pack
from training.translate import Translator

CHUNK = 2000  # sentences translated at a time


def good(made: str, human: str) -> bool:
    """Whether a machine-made side can stand beside the human one."""
    a, b = made.lower().split(), human.lower().split()
    if len(a) < 3 or len(b) < 3 or len(a) > 60:
        return False
    matched = 0.5 <= len(a) / len(b) <= 2.2  # English has about 1.25 words for one of Russian
    copied = len(set(a) & set(b)) > 0.5 * len(set(b))
    return matched and not copied and not loops(a)


def loops(words: list[str]) -> bool:
    """Whether three words come three times, or one word four times running."""
    grams = [tuple(words[i : i + 3]) for i in range(len(words) - 2)]
    running = any(len(set(words[i : i + 4])) == 1 for i in range(len(words) - 3))
    return running or any(grams.count(gram) >= 3 for gram in set(grams))


def pairs(folder: Path, sentences: Iterator[str], human: str) -> Iterator[tuple[str, str]]:
    """English and Russian of the sentences that pass; `human` (`rus`, `eng`) is the language they are in."""
    translator = Translator(folder)
    other = {"rus": "eng", "eng": "rus"}[human]
    while chunk := list(islice(sentences, CHUNK)):
        for made, given in zip(translator.translate(chunk, other), chunk, strict=True):
            if good(made, given):
                yield (made, given) if human == "rus" else (given, made)


def main() -> None:
    """Back-translate a file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("sentences", type=Path)
    parser.add_argument("human", choices=("rus", "eng"))
    parser.add_argument("target", type=Path)
    arguments = parser.parse_args()
    with (
        lzma.open(arguments.sentences, "rt", encoding="utf-8") as file,
        arguments.target.open("w", encoding="utf-8") as out,
    ):
        sentences = (line.strip() for line in file)
        for english, russian in pairs(arguments.folder, sentences, arguments.human):
            out.write(f"back\t{english}\t{russian}\n")
            out.flush()
    rows = [line.split("\t")[1:] for line in arguments.target.read_text(encoding="utf-8").splitlines()]
    spm = sentencepiece.SentencePieceProcessor(model_file=str(arguments.folder / "sentencepiece.model"))
    kept = pack([(english, russian) for english, russian in rows], spm, arguments.target.with_suffix(".npz"))
    print(kept, "pairs of", len(rows))


if __name__ == "__main__":
    main()
