"""Runs of formatted text as XML elements, for the formats that translators' programs exchange."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import NamedTuple

from summarizer.document import Document, Mark
from summarizer.inline import Run, runs
from summarizer.job import Passage
from summarizer.safe_xml import Element, allowed


class Event(NamedTuple):
    """`open` and `close` of a mark that is known by `id` in source and draft alike, or `text`."""

    what: str
    text: str = ""
    id: str = ""
    mark: Mark | None = None


def source_runs(document: Document, passage: Passage) -> tuple[Run, ...]:
    """The sentences that the passage stands for, with their own marks."""
    start = document.sentences[passage.sentences[0]].start
    stop = document.sentences[passage.sentences[-1]].stop
    return runs(document, replace(passage, text=document.text[start:stop], ties=()))


def events(given: Iterable[Run], marks: Iterable[Mark]) -> Iterator[Event]:
    """The runs with their marks nested; one that crosses another is closed and opened again under a further id."""
    ids = {mark: str(number) for number, mark in enumerate(dict.fromkeys(marks), 1)}
    parts: dict[Mark, int] = {}
    stack: list[tuple[Mark, str]] = []
    for run in given:
        keep = next((n for n, (mark, _) in enumerate(stack) if mark not in run.marks), len(stack))
        yield from (Event("close", id=name, mark=mark) for mark, name in reversed(stack[keep:]))
        del stack[keep:]
        opened = {mark for mark, _ in stack}
        for mark in (mark for mark in dict.fromkeys(run.marks) if mark not in opened):
            parts[mark] = parts.get(mark, 0) + 1
            name = ids[mark] if parts[mark] == 1 else f"{ids[mark]}-{parts[mark]}"
            stack.append((mark, name))
            yield Event("open", id=name, mark=mark)
        yield Event("text", run.text)
    yield from (Event("close", id=name, mark=mark) for mark, name in reversed(stack))


def nest(element: Element, given: Iterable[Event], start: Callable[[Element, Event], Element]) -> None:
    """Put the events into the element; `start` makes the element of a mark inside the one it is given."""
    stack = [element]
    for event in given:
        if event.what == "open":
            stack.append(start(stack[-1], event))
        elif event.what == "close":
            stack.pop()
        else:
            add_text(stack[-1], event.text)


def add_text(element: Element, text: str) -> None:
    """Text at the end of the element."""
    text = allowed(text)
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text
