"""Subtitles: SubRip, WebVTT and (through pysubs2) Advanced SubStation; one piece a cue, its anchor says when.

SubRip and WebVTT are read here: pysubs2 takes a WebVTT note or a cue's name for text of the cue before it and forgets
the settings behind a cue's times (1.8.1).
"""

from collections.abc import Iterator

from summarizer.document import Dropped, Meta, Piece
from summarizer.errors import FormatError, NoArticleError, UsageError
from summarizer.ingest import _rebuild_cues
from summarizer.ingest._cues import Cue, Note, cues, runs_of, voices
from summarizer.ingest._pieces import pieces
from summarizer.job import Result
from summarizer.source import Source

EXTENSIONS = (".srt", ".vtt", ".ass", ".ssa")
MEDIA_TYPES = ("application/x-subrip", "text/srt", "text/vtt", "text/x-ssa", "text/x-ass")

_DASHES = ("- ", "– ", "— ", "-", "–", "—")


def read(source: Source) -> Iterator[Piece | Dropped | Meta]:
    """Yield one piece a cue, or one a speaker where a cue's lines begin with dashes.

    The anchor is `number|from-to` or `number|from-to|settings`, times as 00:01:02.500. Raises `FormatError` when there
    is no cue, `NoArticleError` when the cues are empty.
    """
    name = source.name or source.origin or "the subtitles"
    text = source.text().lstrip("\ufeff")
    if not text.strip():
        raise FormatError(f"{name} is empty", "save the subtitles again")
    items = list(_substation(text, name) if "[Script Info]" in text[:2000] else cues(text))
    if not any(isinstance(item, Cue) for item in items):
        raise FormatError(f"{name} holds no subtitles", "a cue has a line such as 00:01:02,500 --> 00:01:05,000")
    if not any(isinstance(item, Cue) and item.text for item in items):
        raise NoArticleError(f"{name} holds cues without text", "is there another track, with the text?")
    yield from _title(items)
    names = dict.fromkeys(name for item in items if isinstance(item, Cue) for name in voices(item.text))
    yield from (Dropped("speaker's name", name) for name in names)
    for item in items:
        yield from _cue(item) if isinstance(item, Cue) else [Dropped(item.reason, item.text)]


def rebuild(source: Source, result: Result) -> bytes:
    """The same cues with their text translated; SubStation files are not written back."""
    text = source.text()
    if "[Script Info]" in text[:2000]:
        raise UsageError("SubStation subtitles cannot be written back", "ask for srt")
    return _rebuild_cues.rebuild(text, result).encode()


def _title(items: list[Cue | Note]) -> Iterator[Meta]:
    titles = [item for item in items if isinstance(item, Note) and item.reason == "title"]
    items[:] = [item for item in items if item not in titles]
    if titles:
        yield Meta(title=titles[0].text)


def _cue(cue: Cue) -> Iterator[Piece]:
    for part in _speakers(cue.text):
        yield from pieces("paragraph", runs_of(part), 0, cue.anchor)


def _speakers(text: str) -> Iterator[str]:
    """The lines of a cue as one part, or as one a speaker."""
    lines = text.splitlines()
    spoken = [_bare(line).startswith(_DASHES) for line in lines]
    part: list[str] = []
    for line, begins in zip(lines, spoken, strict=True):
        if part and begins:
            yield "\n".join(part)
            part = []
        part.append(line)
    yield "\n".join(part)


def _bare(line: str) -> str:
    """The line less its tags."""
    return "".join(run.text for run in runs_of(line)).lstrip()


def _substation(text: str, name: str) -> Iterator[Cue | Note]:
    import pysubs2

    try:
        file = pysubs2.SSAFile.from_string(text)
    except (pysubs2.Pysubs2Error, ValueError) as error:
        raise FormatError(f"{name} is a broken SubStation file", "save the subtitles again, as .srt or .vtt") from error
    title = str(file.info.get("Title", ""))
    if title and title != "Default Aegisub file":
        yield Note("title", title)
    for number, event in enumerate(file.events, 1):
        if event.is_drawing:
            continue
        if event.is_comment:
            yield Note("note", event.plaintext)
            continue
        lines = event.text.replace(r"\N", "\n").replace(r"\n", "\n").replace(r"\h", " ")
        yield Cue(str(number), event.start, event.end, event.style.removeprefix("Default"), lines)
