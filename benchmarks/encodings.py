"""How often a text is read in the right encoding, by its length: `python benchmarks/encodings.py LINES [LINES...]`.

Each line of the files is cut after 5, 10, 20, 50 and 200 letters, written in each encoding that can hold it, and read
back without any declared charset. Right is only the very same text. With `--peer`, charset-normalizer reads every
tenth of the same texts. Mac Cyrillic is taken for Windows-1251 until two of its capitals have been seen: on purpose.
"""

import argparse
import re
from collections.abc import Iterator
from pathlib import Path

from charset_normalizer import from_bytes

from summarizer.errors import FormatError
from summarizer.source import Source

ENCODINGS = ("utf-8", "utf-16-le", "cp1251", "koi8-r", "cp866", "iso8859-5", "mac-cyrillic", "cp1252")
LETTERS = (5, 10, 20, 50, 200)
_LETTER = re.compile(r"[^\W\d_]")


def cut(line: str, letters: int) -> str | None:
    """The line up to its `letters`th letter, None when it is shorter."""
    found = list(_LETTER.finditer(line))
    return line[: found[letters - 1].end()] if len(found) >= letters else None


def cases(lines: list[str], encoding: str, letters: int) -> Iterator[tuple[str, bytes]]:
    """Texts that are not ASCII alone, with their bytes."""
    for line in lines:
        text = cut(line, letters)
        if text and not text.isascii():
            try:
                yield text, text.encode(encoding)
            except UnicodeEncodeError:
                continue


def ours(data: bytes) -> str:
    try:
        return Source(data=data).text()
    except FormatError:
        return ""


def theirs(data: bytes) -> str:
    return str(from_bytes(data).best() or "")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--peer", action="store_true", help="charset-normalizer too (slow: every tenth line)")
    arguments = parser.parse_args()
    lines = [line for path in arguments.files for line in path.read_text(encoding="utf-8").splitlines()]
    for encoding in ENCODINGS:
        for letters in LETTERS:
            texts = list(cases(lines, encoding, letters))
            if texts:
                right = sum(ours(data) == text for text, data in texts)
                row = f"{encoding:13} {letters:4} letters {len(texts):6} texts  svodka {right / len(texts):7.2%}"
                if arguments.peer:
                    some = texts[::10]
                    row += f"  charset-normalizer {sum(theirs(data) == text for text, data in some) / len(some):7.2%}"
                print(row)


if __name__ == "__main__":
    main()
