"""A draft as the units that translators' programs work on: a sentence, what stands for it, how far it is."""

from collections.abc import Iterator
from pathlib import PurePath
from typing import NamedTuple

from lxml import etree

from summarizer import exchange
from summarizer.document import Block, Lang, Mark, other_lang
from summarizer.errors import UsageError
from summarizer.inline import Run, runs
from summarizer.inline.xml import source_runs
from summarizer.job import Finding, Passage, Result
from summarizer.version import __version__

PRIORITIES = {"error": "1", "warning": "3", "note": "8"}  # of notes: 1 is the highest in both versions of XLIFF
TOOL = {"id": "svodka", "name": "Svodka", "version": __version__}


class Unit(NamedTuple):
    """One sentence; `id` names its place in the article and stays the same from export to import."""

    id: str
    block: Block
    passage: Passage
    source: tuple[Run, ...]
    target: tuple[Run, ...]
    findings: tuple[Finding, ...]

    @property
    def marks(self) -> list[Mark]:
        """The marks of the sentence, in order."""
        return [mark for run in self.source for mark in run.marks]

    @property
    def number(self) -> int:
        """The number of the sentence, from 0."""
        return self.passage.sentences[0]

    @property
    def checksum(self) -> str:
        """Of the draft that goes out, so that whoever reads it back sees whether it changed here or there."""
        return exchange.checksum("".join(run.text for run in self.target) if self.is_drafted else "")

    @property
    def state(self) -> str:
        """How far it is, as the project calls it."""
        if not self.is_drafted:
            return "new"
        if self.passage.approved:
            return "approved"
        return "edited" if self.passage.origin == "person" else "draft"

    @property
    def is_drafted(self) -> bool:
        """Whether somebody wrote a draft; code stands for itself."""
        return self.passage.origin != "source" or self.block.kind == "code"


def units(result: Result) -> Iterator[Unit]:
    """A unit a sentence. Raises `UsageError` for a digest, whose sentences stand for none of the article's."""
    if result.job.task == "digest":
        raise UsageError("a digest has no sentence for every sentence", "export it as markdown, html, docx or json")
    for number, passage in enumerate(result.passages):
        found = tuple(finding for finding in result.findings if finding.passage == number)
        source = source_runs(result.document, passage)
        target = runs(result.document, passage)
        block = result.document.blocks[passage.block]
        yield Unit(exchange.segment_id(passage.sentences[0]), block, passage, source, target, found)


def languages(result: Result) -> tuple[Lang, Lang]:
    """Source and target."""
    lang = result.document.lang
    return lang, result.job.to or other_lang(lang)


def original(result: Result) -> str:
    """What to call the article in the file: its name, never where it lies on this machine."""
    document = result.document
    return PurePath(document.origin).name or document.meta.title or "article"


def serialised(root: etree._Element) -> bytes:
    """UTF-8 with the declaration, no white space added: it would stand inside of sentences."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"
