"""The cues of SubRip and WebVTT files, and the tags inside a cue's text."""

import html
import re
from collections.abc import Generator, Iterator
from typing import NamedTuple

from summarizer.ingest._pieces import Run

_TIME = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
_TIMES = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}[ \t]*(.*)")
_ASIDE = re.compile(r"(NOTE|STYLE|REGION)\b[ \t]*")
_TAG = re.compile(r"<(/?)([a-zA-Z]\w*)[^<>]*>|<[\d:.]+>|\{\\([^{}]*)\}")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]+)>")
_STYLES = {"b": "bold", "strong": "bold", "i": "italic", "em": "italic"}
_OVERRIDE = re.compile(r"(?:^|\\)([bi])(\d+)")  # SubStation: {\i1} and {\i0}, also used in SubRip files
_REASONS = {"NOTE": "note", "STYLE": "style sheet", "REGION": "region"}


class Cue(NamedTuple):
    """What is shown from `start` to `stop` (milliseconds); `settings` are WebVTT's, or SubStation's style."""

    number: str
    start: int
    stop: int
    settings: str
    text: str

    @property
    def anchor(self) -> str:
        """Number, times and settings, as they can be written back."""
        times = f"{self.number}|{_clock(self.start)}-{_clock(self.stop)}"
        return f"{times}|{self.settings}" if self.settings else times


class Note(NamedTuple):
    """What the file holds besides cues."""

    reason: str
    text: str


def cues(text: str) -> Iterator[Cue | Note]:
    """Cues and notes in the order of the file."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    webvtt = lines[0].startswith("WEBVTT")
    if webvtt:
        lines = yield from _without_header(lines)
    found = [index for index, line in enumerate(lines) if _TIMES.match(line)]
    bounds = [index - _has_name(lines, index) for index in found] + [len(lines)]
    yield from _between(lines[: bounds[0]])
    for count, (index, end) in enumerate(zip(found, bounds[1:], strict=True), 1):
        body = lines[index + 1 : end]
        stop = body.index("") if webvtt and "" in body else len(body)
        yield _cue(lines, index, count, "\n".join(body[:stop]).strip())
        yield from _between(body[stop:])


def _without_header(lines: list[str]) -> Generator[Note, None, list[str]]:
    end = lines.index("") if "" in lines else 1
    title = lines[0].removeprefix("WEBVTT").strip(" -\t")
    if title:
        yield Note("title", title)
    if end > 1:
        yield Note("header", " ".join(lines[1:end]))
    return lines[end:]


def _has_name(lines: list[str], index: int) -> bool:
    """The line above the times is the cue's number or name: a blank line or the file's start is above it."""
    above = lines[index - 1].strip() if index else ""
    return bool(above) and (above.isdecimal() or index == 1 or not lines[index - 2].strip())


def _cue(lines: list[str], index: int, count: int, text: str) -> Cue:
    times = _TIMES.match(lines[index])
    assert times  # noqa: S101 (the caller found it by this expression)
    groups = times.groups()
    name = lines[index - 1].strip() if _has_name(lines, index) else str(count)
    return Cue(name.replace("|", " "), _milliseconds(groups[:4]), _milliseconds(groups[4:8]), groups[8].strip(), text)


def _milliseconds(groups: tuple[str | None, ...]) -> int:
    hours, minutes, seconds, fraction = groups
    whole = (int(hours or 0) * 60 + int(minutes or 0)) * 60 + int(seconds or 0)
    return whole * 1000 + int((fraction or "").ljust(3, "0"))


def _clock(time: int) -> str:
    seconds, fraction = divmod(time, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{fraction:03}"


def _between(lines: list[str]) -> Iterator[Note]:
    """The notes among lines that belong to no cue; whatever else stands there is a cue with broken times."""
    for block in re.split(r"\n[ \t]*\n", "\n".join(lines)):
        text = block.strip()
        aside = _ASIDE.match(text)
        if aside:
            yield Note(_REASONS[aside[1]], text[aside.end() :].strip())
        elif text:
            yield Note("broken cue", text)


def voices(text: str) -> Iterator[str]:
    """The names of the speakers that WebVTT's voice tags give."""
    yield from (name.strip() for name in _VOICE.findall(text))


def runs_of(text: str) -> Iterator[Run]:
    """The text with bold and italic as styles; all other tags, and the times of karaoke, go."""
    styles: list[str] = []
    last = 0
    for tag in _TAG.finditer(text):
        yield Run(html.unescape(text[last : tag.start()]), frozenset(styles))
        last = tag.end()
        if tag[3] is not None:
            for letter, value in _OVERRIDE.findall(tag[3]):
                _switch(styles, _STYLES[letter], on=value != "0")
        elif (style := _STYLES.get((tag[2] or "").lower())) is not None:
            _switch(styles, style, on=not tag[1])
    yield Run(html.unescape(text[last:]), frozenset(styles))


def _switch(styles: list[str], style: str, *, on: bool) -> None:
    if style in styles:
        styles.remove(style)
    if on:
        styles.append(style)
