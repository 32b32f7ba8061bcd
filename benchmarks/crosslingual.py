"""Digests in the other language against a translated Lead-3, DIR holds `summ/` of the evaluation sets:

    python benchmarks/crosslingual.py DIR [--length short|medium|long] [--compress] [--model NAME] [--show]

`digest_gold`: an editor's digest of each article in the other language, and the facts it states. Facts: the share of
them whose words are in the digest (stems; a number by its figures). chrF2 of all digests of a direction to the
editor's (sacrebleu, `numchars:6 space:no`). Rows: the digest as it is made; the same sentences translated with nothing
replaced; the article's first three sentences translated, whole and cut to as many words as the digest has. The
reference has 55 to 80 words: `short` is the length to compare. Words and doubts (passages with a finding that is no
note) are counted too.
"""

import argparse
import json
import sys
import time
from pathlib import Path

from sacrebleu.metrics import CHRF

from summarizer import Job, Pipeline, Settings, language
from summarizer.document import Block, Document, Meta, Piece, Sentence
from summarizer.ranking.stems import count_words, terms
from summarizer.tasks import digest

_FILE = "digest_gold.dev.jsonl"


def document_of(row):
    """A document whose sentences are exactly the numbered ones, in one block, its title aside."""
    text, places = "", []
    for sentence in row["sentences"]:
        places.append(Sentence(len(text), len(text) + len(sentence), 0))
        text += sentence + " "
    block = Block("paragraph", 0, len(text), 0, row["lang"])
    return Document(
        text=text, lang=row["lang"], blocks=(block,), sentences=tuple(places), meta=Meta(title=row["title"])
    )


def made(pipeline, document, to, options):
    asked = Job(task="digest", to=to, length=options.length, model=options.model, compress=options.compress)
    result = pipeline.run(document, asked)
    doubts = {f.passage for f in result.findings if f.passage is not None and f.severity != "note"}
    return " ".join(passage.text for passage in result.passages), len(doubts)


def plain(pipeline, document, to, options):
    asked = Job(task="digest", to=to, length=options.length, compress=options.compress)
    read = digest.shortened(document, asked).document
    texts = [read.sentence_text(n) for group in digest.groups(read, asked) for n in group]
    return translated(pipeline, texts, document.lang, to, options)


def lead(pipeline, document, to, options):
    texts = [document.sentence_text(n) for n in range(min(3, len(document.sentences)))]
    return translated(pipeline, texts, document.lang, to, options)


def translated(pipeline, texts, lang, to, options):
    laid_out = language.lay_out([Piece("paragraph", text) for text in texts], lang=lang)
    result = pipeline.run(laid_out, Job(task="translate", to=to, model=options.model))
    doubts = {f.passage for f in result.findings if f.passage is not None and f.severity != "note"}
    return " ".join(passage.text for passage in result.passages), len(doubts)


_WAYS = {"digest": made, "nothing replaced": plain, "lead-3": lead}


def facts_found(facts, text, to):
    said = set(terms(text, to))
    wanted = [set(terms(fact.split("|")[2], to)) for fact in facts]
    return sum(bool(words) and words <= said for words in wanted), len(wanted)


def digests(rows, way, to, pipeline, options):
    """The texts of a way, passages that are doubted, and seconds an article."""
    texts, doubts = [], 0
    began = time.perf_counter()
    for row in rows:
        text, doubtful = way(pipeline, document_of(row), to, options)
        texts.append(text)
        if options.show:
            print(f"    {row['id']}: {text}")
        doubts += doubtful
    return texts, doubts, (time.perf_counter() - began) / len(rows)


def scores(texts, rows, to):
    """Facts found in per cent, chrF2 and mean words."""
    found = [facts_found(row["facts"], text, to) for text, row in zip(texts, rows, strict=True)]
    chrf = CHRF().corpus_score(texts, [[row["digest_other"] for row in rows]]).score
    words = sum(count_words(text) for text in texts) / len(rows)
    return 100 * sum(hits for hits, _ in found) / sum(of for _, of in found), chrf, words


def cut(texts, words):
    """The texts, each without so much of its end that together they have `words` words in the mean."""
    share = min(1, words * len(texts) / sum(count_words(text) for text in texts))
    return [" ".join(text.split()[: round(share * len(text.split()))]) for text in texts]


def direction(rows, to, pipeline, options):
    ours = None
    for name, way in _WAYS.items():
        texts, doubts, seconds = digests(rows, way, to, pipeline, options)
        facts, chrf, words = scores(texts, rows, to)
        ours = ours or words
        print(f"  {name:24}{facts:7.1f}{chrf:7.1f}{words:8.1f}{doubts:8}{seconds:8.2f}")
    facts, chrf, words = scores(cut(texts, ours), rows, to)
    print(f"  {'lead-3, same words':24}{facts:7.1f}{chrf:7.1f}{words:8.1f}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--length", choices=("short", "medium", "long"), default="short")
    parser.add_argument("--compress", action="store_true", help="as `svodka digest --compress`")
    parser.add_argument("--model", help="the translator")
    parser.add_argument("--show", action="store_true", help="print every digest")
    options = parser.parse_args()
    lines = (options.folder / "summ" / _FILE).read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    pipeline = Pipeline.from_settings(Settings.from_env())
    for source, to in (("en", "ru"), ("ru", "en")):
        own = [row for row in rows if row["lang"] == source]
        print(f"{source}-{to} ({len(own)} articles)      facts %  chrF2   words  doubts  s/article")
        direction(own, to, pipeline, options)
    pipeline.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
