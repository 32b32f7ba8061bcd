"""Markdown: a draft with its structure, a digest whose sentences point at their evidence."""

import re
from itertools import groupby

from summarizer import inline
from summarizer.export import _layout, _opening
from summarizer.job import Passage, Result

EXTENSION = ".md"


def render(result: Result) -> bytes:
    """UTF-8 Markdown, opened by what it was made from and by what."""
    body = _digest(result) if result.job.task == "digest" else _draft(result)
    parts = ["  \n".join(_opening_lines(result)), *body, *_findings(result)]
    return ("\n\n".join(parts) + "\n").encode()


def _escaped(text: str) -> str:
    """Text that Markdown shows as it stands."""
    text = re.sub(r"([\\`*_\[\]<>|])", r"\\\1", text)
    return re.sub(r"^(#{1,6}\s|[-+]\s|\d+[.)]\s)", lambda found: "\\" + found[0], text)


def _opening_lines(result: Result) -> list[str]:
    """The lines that introduce the result: the original, its link, what made this."""
    meta = result.document.meta
    label = _opening.words(result)["original"]
    origin = _opening.provenance(meta)
    lines = [f"*{label}: {_escaped(origin)}*" if origin else "", f"<{meta.url}>" if meta.url else ""]
    return [line for line in (*lines, f"*{_escaped(_opening.notice(result))}*") if line]


def _digest(result: Result) -> list[str]:
    body = [f"{_escaped(passage.text)} [{n}]" for n, passage in enumerate(result.passages, 1)]
    if result.job.form == "headline":
        text = [f"# {body[0]}", "\n".join(f"- {line}" for line in body[1:])] if body else []
    elif result.job.form == "points":
        text = ["\n".join(f"- {line}" for line in body)]
    else:
        text = [" ".join(body)]
    return [*text, f"## {_opening.words(result)['evidence']}", _evidence(result)]


def _evidence(result: Result) -> str:
    lines = enumerate(result.passages, 1)
    return "\n".join(f"{n}. {_escaped(_layout.evidence(result, passage))}" for n, passage in lines)


def _draft(result: Result) -> list[str]:
    parts: list[str] = []
    for kind, group in groupby(_layout.blocks(result), key=lambda laid: laid.block.kind):
        laid = list(group)
        if kind == "cell":
            parts.append(_table(laid))
        elif kind == "item":
            parts.append("\n".join(f"{'  ' * item.block.level}- {_inline(result, item)}" for item in laid))
        else:
            parts += [_block(result, one) for one in laid]
    return parts


def _block(result: Result, laid: _layout.Laid) -> str:
    match laid.block.kind:
        case "title":
            return f"# {_inline(result, laid)}"
        case "heading":
            return f"{'#' * max(2, min(laid.block.level or 2, 6))} {_inline(result, laid)}"
        case "quote":
            return f"> {_inline(result, laid)}"
        case "code":
            fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", laid.text)), default=0))
            return f"{fence}\n{laid.text}\n{fence}"
        case _:
            return _inline(result, laid)


def _inline(result: Result, laid: _layout.Laid) -> str:
    return " ".join(_marked(result, passage) for passage in laid.passages if passage.text)


def _marked(result: Result, passage: Passage) -> str:
    return "".join(_run(run) for run in inline.runs(result.document, passage))


def _run(run: inline.Run) -> str:
    """The run's words between its marks; white space at its ends stays outside, or Markdown would not see them."""
    body = run.text.strip()
    if not body:
        return run.text
    before, _, after = run.text.partition(body)
    text = _code(body) if any(mark.kind == "code" for mark in run.marks) else _escaped(body)
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


def _table(cells: list[_layout.Laid]) -> str:
    rows = [[_escaped(cell) for cell in row] for row in _layout.rows(cells)]
    width = max(len(row) for row in rows)
    padded = [row + [""] * (width - len(row)) for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in padded]
    return "\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]])


def _findings(result: Result) -> list[str]:
    lines = [f"- {head}: {_escaped(message)}" for head, message in _layout.remarks(result)]
    return [f"## {_opening.words(result)['findings']}", "\n".join(lines)] if lines else []
