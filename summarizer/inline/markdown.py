"""Runs of formatted text as Markdown."""

import re
from collections.abc import Iterable

from summarizer.inline import Run


def markdown(runs: Iterable[Run]) -> str:
    """The runs with their bold, italic, code and links."""
    return "".join(map(_run, runs))


def escaped(text: str) -> str:
    """Text that Markdown shows as it stands."""
    text = re.sub(r"([\\`*_\[\]<>|])", r"\\\1", text)
    return re.sub(r"^(#{1,6}\s|[-+]\s|\d+[.)]\s)", lambda found: "\\" + found[0], text)


def _run(run: Run) -> str:
    """White space at the ends of a run stays outside of its marks, or Markdown would not see them."""
    body = run.text.strip()
    if not body:
        return run.text
    before, _, after = run.text.partition(body)
    text = _code(body) if any(mark.kind == "code" for mark in run.marks) else escaped(body)
    for mark in run.marks:
        if mark.kind == "bold":
            text = f"**{text}**"
        elif mark.kind == "italic":
            text = f"*{text}*"
        elif mark.kind == "link" and mark.target:
            text = f"[{text}](<{mark.target}>)"
    return before + text + after


def _code(text: str) -> str:
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", text)), default=0))
    return f"{fence}{text}{fence}"
