"""Whether the terms of a glossary stand in the drafts, and what holding them costs.

    python -m benchmarks.glossary EVAL/mt [--terms 50] [--lines 3000]

The 50 terms of the press glossary that most sentences of newstest2018 have whose reference has them too, in each
direction; their sentences are drafted without a glossary, with one of these terms, and with all of the press glossary.
"""

import argparse
import tempfile
from collections import Counter, defaultdict
from pathlib import Path

import sacrebleu

from benchmarks.guards import DIRECTIONS
from summarizer import Job, Pipeline, Settings, Source
from summarizer.checks.glossary import stands
from summarizer.glossary.reading import PRESS, press


def sentences_with_terms(sources, references, lang, to, count):
    """Of the lines whose reference has the terms that the source has: the commonest terms, and their lines."""
    lines = defaultdict(list)
    for number, (source, reference) in enumerate(zip(sources, references, strict=True)):
        for hit in press().find(source, lang):
            if stands(hit, source[hit.start : hit.stop], reference, to):
                lines[hit.term].append(number)
    chosen = [term for term, _ in Counter({term: len(set(found)) for term, found in lines.items()}).most_common(count)]
    return chosen, sorted({number for term in chosen for number in lines[term]})


def realised(terms, sources, drafts, lang, to):
    """How many of the terms in the sources stand in the drafts, and how many there are."""
    met = asked = 0
    for source, draft in zip(sources, drafts, strict=True):
        for hit in press().find(source, lang):
            if hit.term in terms:
                asked += 1
                met += stands(hit, source[hit.start : hit.stop], draft, to)
    return met, asked


def drafted(pipeline, sources, lang, job):
    document, count = pipeline.read_lines(Source.from_text("\n".join(sources)), lang)
    lines = [[] for _ in range(count)]
    for passage in pipeline.run(document, job).passages:
        lines[int(document.blocks[passage.block].anchor)].append(passage.text)
    return [" ".join(parts) for parts in lines]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("eval", type=Path)
    parser.add_argument("--terms", type=int, default=50)
    parser.add_argument("--lines", type=int, default=3000)
    arguments = parser.parse_args()
    pipeline = Pipeline.from_settings(Settings.from_env())
    for lang, to, *names in DIRECTIONS:
        texts = [(arguments.eval / f"newstest2018.{n}").read_text(encoding="utf-8").split("\n") for n in names]
        sources, references = (text[: arguments.lines] for text in texts)
        terms, numbers = sentences_with_terms(sources, references, lang, to, arguments.terms)
        own, wanted = [sources[n] for n in numbers], [references[n] for n in numbers]
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "terms.tsv"
            rows = (f"{' | '.join(term.en)}\t{' | '.join(term.ru)}" for term in terms)
            file.write_text("en\tru\n" + "\n".join(rows), encoding="utf-8")
            jobs = {"without": Job(to=to), "with": Job(to=to, glossary=file), "press": Job(to=to, glossary=PRESS)}
            for title, job in jobs.items():
                drafts = drafted(pipeline, own, lang, job)
                met, asked = realised(set(terms), own, drafts, lang, to)
                chrf = sacrebleu.corpus_chrf(drafts, [wanted]).score
                share = f"{met} of {asked} = {met / asked:.1%}"
                print(
                    f"{lang}-{to} {title} glossary: {len(terms)} terms, {len(own)} sentences: {share}, chrF2 {chrf:.1f}"
                )


if __name__ == "__main__":
    main()
