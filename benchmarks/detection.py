"""How often a language is told right: `python benchmarks/detection.py DIR`.

DIR holds newstest2018.rus-eng.rus and .eng (WMT 2018). Each line, whole and cut after so many letters, is to be taken
for its language: counted are refusals and swaps. The probe of tests/languages.py is scored too (38 short and long
texts in Russian and English, the rest in other languages).
"""

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

from summarizer.document import Lang
from summarizer.errors import LanguageError
from summarizer.language import detect

sys.path.append(str(Path(__file__).parent.parent / "tests"))

FILES: dict[Lang, str] = {"ru": "newstest2018.rus-eng.rus", "en": "newstest2018.rus-eng.eng"}
LETTERS = (5, 10, 20, 30, 40, 60, 100, 10_000)  # the last: whole lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    chosen = parser.parse_args()
    for lang, name in FILES.items():
        lines = (chosen.folder / name).read_text(encoding="utf-8").splitlines()
        for letters in LETTERS:
            whole = letters == LETTERS[-1]
            texts = lines if whole else [text for line in lines if (text := opening(line, letters))]
            told = Counter(verdict(text) for text in texts)
            right = told.pop(lang, 0)
            row = {"lang": lang, "letters": "all" if whole else letters, "texts": len(texts), "right": right}
            print(json.dumps({**row, "wrong": dict(told.most_common())}, ensure_ascii=False))
    print(json.dumps(probe(), ensure_ascii=False))


def opening(line: str, letters: int) -> str:
    """The first words with so many letters; "" when the line has fewer."""
    words: list[str] = []
    for word in line.split():
        words.append(word)
        if sum(map(str.isalpha, "".join(words))) >= letters:
            return " ".join(words)
    return ""


def verdict(text: str) -> str:
    try:
        return detect(text)
    except LanguageError as error:
        return str(error).removeprefix("the text is in ")


def probe() -> dict[str, object]:
    from languages import ENGLISH, OTHERS, RUSSIAN

    others = [(name, text) for name, texts in OTHERS.items() for text in texts]
    told = [("ru", verdict(text), text) for text in RUSSIAN] + [("en", verdict(text), text) for text in ENGLISH]
    told += [(name, verdict(text), text) for name, text in others]
    wrong = [f"{text}: {said}" for name, said, text in told if said != name]
    return {"probe": len(told), "right": len(told) - len(wrong), "wrong": wrong}


if __name__ == "__main__":
    main()
