"""A page that stands alone: no script, no font, no request; it prints well."""

from html import escape
from itertools import groupby

from summarizer import inline
from summarizer.export import _layout, _opening
from summarizer.job import Passage, Result

EXTENSION = ".html"

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1.05rem/1.6 Georgia, "PT Serif", serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem; }
header, footer { font: 0.85rem/1.5 system-ui, sans-serif; opacity: 0.75; }
header { border-bottom: 1px solid; margin-bottom: 1.5rem; padding-bottom: 0.5rem; }
footer { border-top: 1px solid; margin-top: 2rem; }
sup a { text-decoration: none; }
td { border: 1px solid; padding: 0.2rem 0.5rem; }
table { border-collapse: collapse; }
.error { border-bottom: 2px solid #c33; }
.warning { border-bottom: 2px dotted #c80; }
"""


def render(result: Result) -> bytes:
    """UTF-8 HTML with the opening, the text, and the evidence or the findings."""
    lang = result.job.to or result.document.lang
    body = _digest(result) if result.job.task == "digest" else _draft(result)
    page = [
        "<!doctype html>",
        f'<html lang="{lang}"><head><meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(_opening.title(result))}</title><style>{_STYLE}</style></head><body>",
        f"<header>{_header(result)}</header>",
        *body,
        _footer(result),
        "</body></html>",
    ]
    return ("\n".join(part for part in page if part) + "\n").encode()


def _header(result: Result) -> str:
    meta = result.document.meta
    lines = [escape(_opening.provenance(meta))]
    if meta.url.startswith(("http://", "https://")):
        lines.append(f'<a href="{escape(meta.url)}">{escape(meta.url)}</a>')
    made = (escape(_opening.notice(result)), escape(_opening.measure(result)))
    return "<br>".join(line for line in (*lines, *made) if line)


def _digest(result: Result) -> list[str]:
    body = [
        f'{_spot(result, n, passage)}<sup><a href="#e{n + 1}">{n + 1}</a></sup>'
        for n, passage in enumerate(result.passages)
    ]
    if result.job.form == "paragraph":
        text = [f"<p>{' '.join(body)}</p>"]
    else:
        head = body[:1] if result.job.form == "headline" else []
        points = "".join(f"<li>{point}</li>" for point in body[len(head) :])
        text = [f"<h1>{head[0]}</h1>"] if head else []
        text.append(f"<ul>{points}</ul>")
    evidence = "".join(
        f'<li id="e{n}">{escape(_layout.evidence(result, passage))}</li>'
        for n, passage in enumerate(result.passages, 1)
    )
    return [*text, f"<h2>{_opening.words(result)['evidence']}</h2>", f"<ol>{evidence}</ol>"]


def _draft(result: Result) -> list[str]:
    numbered = {id(passage): n for n, passage in enumerate(result.passages)}
    parts: list[str] = []
    for kind, group in groupby(_layout.blocks(result), key=lambda laid: laid.block.kind):
        laid = list(group)
        if kind == "cell":
            rows = "".join(f"<tr>{''.join(f'<td>{escape(c)}</td>' for c in row)}</tr>" for row in _layout.rows(laid))
            parts.append(f"<table>{rows}</table>")
        elif kind == "item":
            items = "".join(f"<li{_indent(one)}>{_inline(result, one, numbered)}</li>" for one in laid)
            parts.append(f"<ul>{items}</ul>")
        else:
            parts += [_block(result, one, numbered) for one in laid]
    return parts


def _indent(item: _layout.Laid) -> str:
    return f' style="margin-left: {1.5 * item.block.level}rem"' if item.block.level else ""


def _block(result: Result, laid: _layout.Laid, numbered: dict[int, int]) -> str:
    level = max(2, min(laid.block.level or 2, 6))
    tag = {"title": "h1", "heading": f"h{level}", "quote": "blockquote", "code": "pre"}.get(laid.block.kind, "p")
    return f"<{tag}>{_inline(result, laid, numbered)}</{tag}>"


def _inline(result: Result, laid: _layout.Laid, numbered: dict[int, int]) -> str:
    return " ".join(_spot(result, numbered[id(passage)], passage) for passage in laid.passages if passage.text)


def _spot(result: Result, index: int, passage: Passage) -> str:
    """A passage with its inline marks, and the findings on it as a tooltip."""
    is_draft = result.job.task == "translate"
    runs = inline.runs(result.document, passage) if is_draft else (inline.Run(_layout.shown(result, index)),)
    text = "".join(_run(run) for run in runs)
    found = [f for f in result.findings if f.passage == index and f.severity != "note"]
    if not found:
        return text
    worst = "error" if any(f.severity == "error" for f in found) else "warning"
    return f'<span class="{worst}" title="{escape("; ".join(f.message for f in found))}">{text}</span>'


def _run(run: inline.Run) -> str:
    text = escape(run.text)
    for mark in run.marks:
        if mark.kind in _layout.TAGS:
            text = f"<{_layout.TAGS[mark.kind]}>{text}</{_layout.TAGS[mark.kind]}>"
        elif _layout.is_link(mark.target):
            text = f'<a href="{escape(mark.target)}">{text}</a>'
    return text


def _footer(result: Result) -> str:
    items = "".join(f"<li>{head}: {escape(message)}</li>" for head, message in _layout.remarks(result))
    return f"<footer><h2>{_opening.words(result)['findings']}</h2><ul>{items}</ul></footer>" if items else ""
