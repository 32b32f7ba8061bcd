"""Markdown: a draft with its structure, a digest whose sentences point at their evidence."""

import re
from itertools import groupby

from summarizer import inline
from summarizer.export import _layout, _opening
from summarizer.inline.markdown import escaped, markdown
from summarizer.job import Passage, Result

EXTENSION = ".md"


def render(result: Result) -> bytes:
    """UTF-8 Markdown, opened by what it was made from and by what."""
    body = _digest(result) if result.job.task == "digest" else _draft(result)
    parts = ["  \n".join(_opening_lines(result)), *body, *_findings(result)]
    return ("\n\n".join(parts) + "\n").encode()


def _opening_lines(result: Result) -> list[str]:
    """The lines that introduce the result: the original, its link, what made this."""
    meta = result.document.meta
    label = _opening.words(result)["original"]
    origin = _opening.provenance(meta)
    lines = [f"*{label}: {escaped(origin)}*" if origin else "", f"<{meta.url}>" if meta.url else ""]
    made = (_opening.notice(result), _opening.measure(result))
    return [line for line in (*lines, *(f"*{escaped(said)}*" for said in made if said)) if line]


def _digest(result: Result) -> list[str]:
    body = [f"{escaped(_layout.shown(result, n))} [{n + 1}]" for n in range(len(result.passages))]
    if result.job.form == "headline":
        text = [f"# {body[0]}", "\n".join(f"- {line}" for line in body[1:])] if body else []
    elif result.job.form in {"points", "card"}:
        text = ["\n".join(f"- {line}" for line in body)]
    else:
        text = [" ".join(body)]
    return [*text, f"## {_opening.words(result)['evidence']}", _evidence(result)]


def _evidence(result: Result) -> str:
    lines = enumerate(result.passages, 1)
    return "\n".join(f"{n}. {escaped(_layout.evidence(result, passage))}" for n, passage in lines)


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
    return markdown(inline.runs(result.document, passage))


def _table(cells: list[_layout.Laid]) -> str:
    rows = [[escaped(cell) for cell in row] for row in _layout.rows(cells)]
    width = max(len(row) for row in rows)
    padded = [row + [""] * (width - len(row)) for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in padded]
    return "\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]])


def _findings(result: Result) -> list[str]:
    lines = [f"- {head}: {escaped(message)}" for head, message in _layout.remarks(result)]
    return [f"## {_opening.words(result)['findings']}", "\n".join(lines)] if lines else []
