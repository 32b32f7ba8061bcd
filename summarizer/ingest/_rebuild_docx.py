"""A Word file written back: styles, tables, pictures and notes in place, its text in the other language.

In Word every stretch of text sits in a run with its own properties. A paragraph gets the draft in runs that copy the
properties of the run their words came from; what is no text (a picture, the mark of a note) stays behind the word it
followed. A paragraph with a field or a tracked change keeps its structure, and the whole draft goes into its first run.
"""

from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from lxml import etree

from summarizer.ingest._refill import Slot, even, fill
from summarizer.ingest._wordstyles import W
from summarizer.ingest._xml import Element, local
from summarizer.inline import Drafted
from summarizer.job import Result

Span: TypeAlias = tuple[int, int]
_WHITE = {"tab": " ", "br": " ", "cr": " ", "ptab": " ", "noBreakHyphen": "-"}
_ENTWINED = ("fldChar", "fldSimple", "ins", "del", "moveFrom", "moveTo", "sdt")
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def rebuilt(root: Element, result: Result) -> bytes:
    """The main part, with the drafts in it."""
    fill(_slots(root), result)
    for language in root.iter(f"{W}lang"):
        language.set(f"{W}val", {"ru": "ru-RU", "en": "en-US"}[result.job.to or result.document.lang])
    written: bytes = etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
    return written


def _slots(root: Element) -> Iterator[Slot]:
    for paragraph in root.iter(f"{W}p"):
        slot = _Paragraph(paragraph)
        if slot.text:
            yield slot


@dataclass(slots=True)
class _Run:
    """A run with words: `start` and `stop` are places in the paragraph's even text."""

    element: Element
    text: str
    link: Element | None  # the hyperlink around it
    start: int = 0
    stop: int = 0

    @property
    def key(self) -> bytes:
        """What sets the run apart: its properties and the link around it."""
        properties = self.element.find(f"{W}rPr")
        written = etree.tostring(properties) if properties is not None else b""
        return written + (str(id(self.link)).encode() if self.link is not None else b"")


class _Paragraph:
    """A `Slot`: one `w:p`."""

    def __init__(self, element: Element) -> None:
        self._element = element
        self._runs = [run for run in map(_run, _own_runs(element)) if run is not None]
        text = ""
        for run in self._runs:
            words = even(f"|{run.text}|")[1:-1]
            words = words.lstrip() if not text or text.endswith(" ") else words
            run.start, text = len(text), text + words
            run.stop = len(text)
        self.text = text.rstrip()

    def parts(self) -> list[Slot]:
        """A paragraph of Word is one."""
        return []

    def put(self, drafted: Drafted) -> None:
        """Write the draft in runs."""
        entwined = any(local(found) in _ENTWINED for found in self._element.iter())
        if entwined or any(run.element.getparent() not in (self._element, run.link) for run in self._runs):
            self._flat(drafted.text)
            return
        base = self._base()
        pieces = list(_pieces(drafted, [run for run in self._runs if run.key != base.key], base))
        things = self._things()
        for run in self._runs:
            _remove(run.element)
        self._lay(drafted, pieces, things)

    def _base(self) -> _Run:
        """The run whose properties most of the text has."""
        lengths: Counter[bytes] = Counter()
        for run in self._runs:
            lengths[run.key] += run.stop - run.start
        most = max(lengths, key=lambda key: lengths[key])
        plain = [run for run in self._runs if run.key == most and run.link is None]
        return next(iter(plain or [run for run in self._runs if run.key == most]))

    def _flat(self, text: str) -> None:
        for run in self._runs:
            for child in list(run.element):
                if local(child) == "t" or local(child) in _WHITE:
                    run.element.remove(child)
        self._runs[0].element.append(_text(text))

    def _things(self) -> list[tuple[int, Element]]:
        """What stands between the words and is no words, with the place in the text that it follows."""
        place, found = 0, []
        ends = {run.element: run.stop for run in self._runs}
        for child in self._element:
            inside = [ends[each] for each in child.iter(f"{W}r") if each in ends]
            place = max([place, *inside])
            if not inside and local(child) != "pPr":
                found.append((place, child))
        return found

    def _lay(self, drafted: Drafted, pieces: list[tuple[Span, _Run]], things: list[tuple[int, Element]]) -> None:
        targets = [(drafted.after(place, self.text), thing) for place, thing in things]
        for _, thing in targets:
            self._element.remove(thing)
        for (start, stop), run in pieces:
            due = [thing for thing in targets if thing[0] <= start]
            targets = targets[len(due) :]
            for _, thing in due:
                self._element.append(thing)
            self._element.append(_written(run, drafted.text[start:stop]))
        for _, thing in targets:
            self._element.append(thing)


def _own_runs(paragraph: Element) -> Iterator[Element]:
    """The paragraph's runs, not those of a text box inside it."""
    for run in paragraph.iter(f"{W}r"):
        if next(run.iterancestors(f"{W}p")) is paragraph:
            yield run


def _run(element: Element) -> _Run | None:
    """The run, if it has words and nothing else that must be kept."""
    if any(local(above) in {"del", "moveFrom"} for above in element.iterancestors()):
        return None
    text = "".join((child.text or "") if local(child) == "t" else _WHITE.get(local(child), "") for child in element)
    others = [child for child in element if local(child) not in {"t", "rPr", "lastRenderedPageBreak", *_WHITE}]
    parent = element.getparent()
    link = parent if parent is not None and local(parent) == "hyperlink" else None
    return _Run(element, text, link) if text and not others else None


def _pieces(drafted: Drafted, marked: list[_Run], base: _Run) -> Iterator[tuple[Span, _Run]]:
    """The draft in stretches, each with the run whose properties it takes."""
    places = [(place, run) for run in marked for place in drafted.places((run.start, run.stop))]
    edges = sorted({0, len(drafted.text), *(edge for place, _ in places for edge in place)})
    for start, stop in pairwise(edges):
        over = next((run for place, run in places if place[0] <= start and stop <= place[1]), base)
        yield (start, stop), over


def _written(run: _Run, text: str) -> Element:
    """A run with the properties of `run`, in a link where it stood in one."""
    made = etree.Element(f"{W}r")
    properties = run.element.find(f"{W}rPr")
    if properties is not None:
        made.append(deepcopy(properties))
    made.append(_text(text))
    if run.link is None:
        return made
    link = etree.Element(f"{W}hyperlink")
    for name, value in run.link.items():
        link.set(name, value)
    link.append(made)
    return link


def _text(text: str) -> Element:
    made = etree.Element(f"{W}t")
    made.text = text
    made.set(_SPACE, "preserve")
    return made


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
        if local(parent) == "hyperlink" and not len(parent):
            _remove(parent)
