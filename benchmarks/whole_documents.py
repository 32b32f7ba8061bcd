"""Whether a whole document comes through: every sentence, every number, every placeholder, in the source's own format.

    python -m benchmarks.whole_documents SAMPLES EVAL/mt [--documents 20]

SAMPLES is a folder of articles as files. newstest2018 comes without the bounds of its documents: a document is a run of
fifteen lines of it, the runs spread evenly, every second one read in the other direction. Figures are compared by a
rule of this script, not by the checks' own: the digits of a sentence without what groups them. A number counts as
changed where these differ and no finding stands at the sentence; those are printed, to be read.
"""

import argparse
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

import lxml.html

from summarizer import Document, Job, Passage, Pipeline, Result, Settings, Source, inline, placeholders

RUN = 15  # lines
LANGUAGES = (("en", "rus-eng.eng"), ("ru", "rus-eng.rus"))
_GROUPED = re.compile(r"(?<=\d)[\s,.](?=\d{3}\b)")
_LINK = re.compile(r"\]\(<?([^)\s>]+)")


class Seen(NamedTuple):
    """What was looked at in a document, and what is not as it must be."""

    sentences: int
    figures: int
    placeholders: int
    misplaced: tuple[str, ...]  # sentences in no passage or in several, passages without text
    said: int  # sentences whose figures differ, with a finding that says so
    changed: tuple[str, ...]  # those without one
    lost: tuple[str, ...]  # placeholders, marks, tags, link targets


def figures(text: str) -> set[str]:
    """The digits of every number, without what groups thousands."""
    return set(re.findall(r"\d+", _GROUPED.sub("", text)))


def sources(samples: Path, mt: Path, count: int) -> Iterator[tuple[Source, str]]:
    """Every sample, then the runs of newstest2018; each with its language."""
    for path in sorted(samples.iterdir()):
        yield Source.from_file(path), path.name.split(".")[-2]
    texts = [(lang, (mt / f"newstest2018.{name}").read_text(encoding="utf-8").splitlines()) for lang, name in LANGUAGES]
    for number in range(count):
        lang, lines = texts[number % 2]
        first = number * len(lines) // count
        yield Source.from_text("\n\n".join(lines[first : first + RUN])), lang


def looked_at(result: Result, before: str, after: str) -> Seen:
    """The document as it was read, its draft, the file and the file written back."""
    document, passages = result.document, result.passages
    numbered = [n for n, passage in enumerate(passages) if passage.origin != "source"]
    differing = [n for n in numbered if figures(_source(document, passages[n])) != figures(passages[n].text)]
    marked = {finding.passage for finding in result.findings}
    changed = [f"{_source(document, passages[n])} | {passages[n].text}" for n in differing if n not in marked]
    held = [(n, text) for n, passage in enumerate(passages) for text in _held(document, passage)]
    lost = [f"{text} | {passages[n].text}" for n, text in held if text not in passages[n].text]
    return Seen(
        sentences=len(document.sentences),
        figures=sum(len(figures(_source(document, passage))) for passage in passages),
        placeholders=len(held) + len(list(_parts(before))),
        misplaced=tuple(_misplaced(document, passages)),
        said=len(differing) - len(changed),
        changed=tuple(changed),
        lost=(*lost, *_unmarked(document, passages), *_gone(before, after)),
    )


def _source(document: Document, passage: Passage) -> str:
    return document.sentences_text(passage.sentences)


def _held(document: Document, passage: Passage) -> Iterator[str]:
    for number in passage.sentences:
        sentence = document.sentence_text(number)
        yield from (sentence[held.start : held.stop] for held in placeholders.in_sentence(document, number))


def _misplaced(document: Document, passages: Sequence[Passage]) -> Iterator[str]:
    used = Counter(n for passage in passages for n in passage.sentences)
    yield from (document.sentence_text(n) for n in range(len(document.sentences)) if used[n] != 1)
    yield from (f"empty: {_source(document, passage)}" for passage in passages if not passage.text.strip())
    order = [n for passage in passages for n in passage.sentences]
    yield from ["out of order"] if order != sorted(order) else []


def _unmarked(document: Document, passages: Sequence[Passage]) -> Iterator[str]:
    """Bold, italic, links, code of a sentence that its draft has not."""
    for passage in passages:
        block = document.blocks[passage.block]
        first, last = (document.sentences[n] for n in (passage.sentences[0], passage.sentences[-1]))
        there = {mark for run in inline.runs(document, passage) for mark in run.marks}
        for mark in block.marks if block.kind != "code" else ():
            start, stop = block.start + mark.start, block.start + mark.stop
            if max(start, first.start) < min(stop, last.stop) and mark not in there:
                yield f"{mark.kind} {document.text[start:stop]} | {passage.text}"


def _gone(before: str, after: str) -> Iterator[str]:
    """Elements and targets of links that the file has not any more, as a browser would read it before and after."""
    left = Counter(_parts(before)) - Counter(_parts(after))
    yield from (f"{what} × {count}, of the file" for what, count in left.items())


def _parts(text: str) -> Iterator[str]:
    if not re.search("<html", text, re.IGNORECASE):
        yield from _LINK.findall(text)
        return
    for element in lxml.html.document_fromstring(text.encode(), lxml.html.HTMLParser(encoding="utf-8")).iter("*"):
        yield element.tag
        yield from (unquote(element.get(name, "")).strip() for name in ("href", "src") if element.get(name))


def drafted(pipeline: Pipeline, source: Source, lang: str) -> Seen:
    document = pipeline.read(source, lang)
    rebuild = pipeline.rebuilder(source)
    result = pipeline.run(document, Job())
    return looked_at(result, source.data.decode("utf-8", "replace"), rebuild(source, result).decode("utf-8", "replace"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("samples", type=Path)
    parser.add_argument("mt", type=Path)
    parser.add_argument("--documents", type=int, default=20)
    given = parser.parse_args()
    pipeline = Pipeline.from_settings(Settings.from_env())
    seen = []
    for source, lang in sources(given.samples, given.mt, given.documents):
        found = drafted(pipeline, source, lang)
        seen.append(found)
        for title in ("misplaced", "changed", "lost"):
            for line in getattr(found, title):
                print(f"{source.label} {title}: {line}")
    sentences, numbers, held = (sum(getattr(one, key) for one in seen) for key in Seen._fields[:3])
    print(f"{len(seen)} documents: {sentences} sentences, {_count(seen, 'misplaced')} misplaced")
    print(f"{numbers} figures; sentences where they differ: {sum(one.said for one in seen)} with a finding,")
    print(f"{_count(seen, 'changed')} without")
    print(f"{held} placeholders, elements and targets of links: {_count(seen, 'lost')} lost")


def _count(seen: Sequence[Seen], what: str) -> int:
    return sum(len(getattr(one, what)) for one in seen)


if __name__ == "__main__":
    main()
