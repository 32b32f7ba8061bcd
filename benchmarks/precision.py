"""How often a finding is right: findings on drafts of newstest2018 against labels that a reader gave them.

    python -m benchmarks.precision EVAL/mt [--first 1600] [--last 3000] [--unlabelled FILE]

The labels (`benchmarks/labels/findings.tsv`) are kept by direction, line, check and the words that the finding names:
they stay where another model writes the same words, and no sentence is kept. They were given on drafts of svodka-ruen 2
(28 November 2026), which the checks of length and repetition do not mark there. What has no label is counted, and
written to FILE with its source and draft, to be read. A line is a sentence. Findings that mark (warnings and errors)
and notes are counted apart: a check whose marks are right less than seven times in ten should give notes.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks._labels import Key, labels
from benchmarks.facts import translated
from benchmarks.guards import DIRECTIONS
from summarizer import Job, Pipeline, Result, Settings
from summarizer.job import Finding

LEAST = 0.7
_QUOTED = re.compile(r"“([^”]*)”")
_WORDS = 3  # of what a finding names: enough to know it again, no sentence
_NOT_JUDGED = frozenset({"coverage", "glossary", "register", "repair"})  # no findings on a passage's facts


class Marked(NamedTuple):
    """A finding with its key and the two texts."""

    key: Key
    finding: Finding
    source: str
    draft: str


def words_of(finding: Finding) -> str:
    """The first words that the message names, the message itself where it names none."""
    named = _QUOTED.search(finding.message)
    return " ".join((named[1] if named else finding.message).split()[:_WORDS])


def marked(result: Result, first: int = 0) -> Iterator[Marked]:
    """The findings on the passages of a result; `first` is the line (from 0) of its first sentence."""
    direction = f"{result.document.lang}-{result.job.to}"
    for finding in result.findings:
        if finding.passage is None or finding.check in _NOT_JUDGED:
            continue
        passage = result.passages[finding.passage]
        number = passage.sentences[0]
        key = Key(direction, first + number + 1, finding.check, words_of(finding))
        yield Marked(key, finding, result.document.sentence_text(number), passage.text)


def report(found: Iterable[Marked], known: dict[Key, bool]) -> Iterator[str]:
    """A line a check and severity: findings, the share of the labelled ones that is right."""
    counts: dict[tuple[str, str], Counter[bool | None]] = {}
    for one in found:
        kind = "notes" if one.finding.severity == "note" else "marks"
        counts.setdefault((kind, one.key.check), Counter())[known.get(one.key)] += 1
    for (kind, check), count in sorted(counts.items()):
        labelled = count[True] + count[False]
        share = count[True] / labelled if labelled else 0.0
        low = f" - below {LEAST}" if kind == "marks" and labelled and share < LEAST else ""
        yield f"{check} {kind}: {count[True]} of {labelled} right ({share:.2f}), {count[None]} without a label{low}"


def write(found: Iterable[Marked], path: Path) -> None:
    """The findings as rows of the labels' file, each with what to read behind it."""
    lines = ("\t".join((*map(str, one.key), "?", one.finding.message, one.source, one.draft)) for one in found)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("eval", type=Path)
    parser.add_argument("--first", type=int, default=1600)
    parser.add_argument("--last", type=int, default=3000)
    parser.add_argument("--unlabelled", type=Path)
    given = parser.parse_args()
    pipeline, found = Pipeline.from_settings(Settings.from_env()), []
    for source, to, left, _ in DIRECTIONS:
        text = (given.eval / f"newstest2018.{left}").read_text(encoding="utf-8").splitlines()[given.first : given.last]
        result = pipeline.run(translated(text, text, source, to).document, Job(to=to))
        print(result.signature)
        found += marked(result, given.first)
    known = labels()
    print(*report(found, known), sep="\n")
    if given.unlabelled:
        write((one for one in found if one.key not in known), given.unlabelled)


if __name__ == "__main__":
    main()
