"""A text of 100,000 words read, split and digested: seconds, and memory against the length of the text.

    python benchmarks/speed.py [--words 100000]

The text is made of the two articles in `examples/`, their sentences in a shuffled order. Every size runs in a
process of its own; the last column is the time against that of half the size (2 is linear).
"""

import argparse
import random
import resource
import subprocess
import sys
import time
from pathlib import Path

ARTICLE = Path(__file__).parents[1] / "examples" / "leap-second.en.md"


def text(words: int) -> str:
    """Paragraphs of five sentences, as many words as asked for."""
    from summarizer import language

    article = ARTICLE.read_text(encoding="utf-8")
    paragraphs = [p.replace("\n", " ") for p in article.split("\n\n") if len(p) > 200]
    sentences = [p[start:stop] for p in paragraphs for start, stop in language.split(p, "en")]
    rng, made, count = random.Random(0), [], 0
    while count < words:
        made.append(" ".join(rng.sample(sentences, 5)))
        count += len(made[-1].split())
    return "\n\n".join(made)


def once(words: int) -> None:
    """Print seconds and peak megabytes of one run."""
    from summarizer import Job, Pipeline, Settings, Source

    source = Source.from_text(text(words))
    pipeline = Pipeline.from_settings(Settings.from_env())
    start = time.perf_counter()
    document = pipeline.read(source)
    read = time.perf_counter() - start
    pipeline.run(document, Job(task="digest", length="long"))
    whole = time.perf_counter() - start
    print(read, whole, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=100_000)
    parser.add_argument("--once", action="store_true")
    arguments = parser.parse_args()
    if arguments.once:
        once(arguments.words)
        return
    before = 0.0
    for words in (arguments.words // 4, arguments.words // 2, arguments.words):
        command = [sys.executable, __file__, "--once", "--words", str(words)]
        out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        read, whole, memory = (float(number) for number in out.split())
        ratio = f", {whole / before:.1f} times the half" if before else ""
        print(f"{words:>7} words: read {read:.1f} s, digested after {whole:.1f} s, {memory:.0f} MB{ratio}")
        before = whole


if __name__ == "__main__":
    main()
