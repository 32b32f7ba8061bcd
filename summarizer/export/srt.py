"""SubRip subtitles: the article's own cues with the draft in them, two lines a cue.

Who watches sees no list of findings: a sentence that was left in the source's language says so where it stands.
"""

import re
import textwrap
from itertools import groupby

from summarizer.errors import UsageError
from summarizer.export import _layout, _opening
from summarizer.job import Result

EXTENSION = ".srt"

# the anchor of a cue: its number, its times, settings that SubRip does not have
_CUE = re.compile(r"[^|]*\|(?P<start>[\d:.,]+)-(?P<stop>[\d:.,]+)(?:\|.*)?", re.DOTALL)
_WIDTH = 42  # characters of a line: the common limit of broadcasters for Latin and Cyrillic alike


def render(result: Result) -> bytes:
    """UTF-8 with CRLF, as players expect. Raises `UsageError` where the article has no cues."""
    cues: list[str] = []
    given = list(_layout.blocks(result)) if result.job.task == "translate" else []
    for anchor, group in groupby(given, key=lambda laid: laid.block.anchor):
        times = _CUE.fullmatch(anchor)
        if times is None:
            continue
        parts = [_said(result, laid) for laid in group]
        lines = parts if len(parts) > 1 else _wrapped(parts[0])
        cues.append(f"{len(cues) + 1}\n{_time(times['start'])} --> {_time(times['stop'])}\n" + "\n".join(lines))
    if not cues and result.passages:
        raise UsageError("there are no times for subtitles in this", "give a file with subtitles: .srt, .vtt or .ass")
    return ("\n\n".join(cues) + "\n").replace("\n", "\r\n").encode()


def _said(result: Result, laid: _layout.Laid) -> str:
    left = f"[{_opening.words(result)['left']}] "
    return " ".join(left * _layout.is_left(passage) + passage.text for passage in laid.passages if passage.text)


def _wrapped(text: str) -> list[str]:
    """One line, or two of about equal length; more only where two would be too wide for the screen."""
    flat = " ".join(text.split())
    if len(flat) <= _WIDTH:
        return [flat]
    if len(flat) > 2 * _WIDTH:
        return textwrap.wrap(flat, _WIDTH, break_long_words=False)
    breaks = [at.start() for at in re.finditer(" ", flat)]
    if not breaks:
        return [flat]
    middle = min(breaks, key=lambda at: abs(2 * at - len(flat)))
    return [flat[:middle], flat[middle + 1 :]]


def _time(clock: str) -> str:
    """`00:01:02,345` as SubRip writes it."""
    return clock.replace(".", ",")
