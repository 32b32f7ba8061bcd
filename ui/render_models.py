"""The Models tab as HTML."""

from collections.abc import Iterable

from summarizer import Lang
from ui.deeds import Deed, Verb
from ui.locales import count, say
from ui.render import text
from ui.stock import Row


def uses(translators: dict[str, str], lang: Lang) -> str:
    """What each task would use; `translators` by direction, "" where there is none."""
    lines = [(say(f"models.translate.{direction}", lang), _name(name, lang)) for direction, name in translators.items()]
    lines.append((say("models.digest", lang), say("models.extractive", lang)))
    shown = "".join(f"<dt>{what}</dt><dd>{by}</dd>" for what, by in lines)
    return f'<h2>{say("models.uses", lang)}</h2><dl class="uses">{shown}</dl>'


def _name(name: str, lang: Lang) -> str:
    return f"<code>{text(name)}</code>" if name else f"<em>{say('models.none', lang)}</em>"


def stock(rows: Iterable[Row], lang: Lang, *, mine: bool = True) -> str:
    """What is here, what can be had, what has to wait for another version; with buttons where the page is `mine`."""
    rows = tuple(rows)
    here = [row for row in rows if row.state in {"ready", "incomplete"}]
    to_be_had = [row for row in rows if row.state == "absent" and row.command]
    waiting = [row for row in rows if row not in here and row not in to_be_had]
    ready = _table(here, lang, mine=mine) if here else f'<p class="quiet">{say("models.ready.none", lang)}</p>'
    parts = [f"<h2>{say('models.ready', lang)}</h2>{ready}"]
    if to_be_had:
        parts.append(f"<h2>{say('models.absent', lang)}</h2>{_table(to_be_had, lang, mine=mine)}")
    if waiting:
        head = say("models.waiting", lang, count=count("model", len(waiting), lang))
        parts.append(f"<details><summary>{head}</summary>{_table(waiting, lang, mine=False)}</details>")
    return "".join(parts)


def _table(rows: list[Row], lang: Lang, *, mine: bool) -> str:
    heads = [say(f"models.{key}", lang) for key in ("name", "for", "licence", "size")]
    head = "".join(f'<th scope="col">{name}</th>' for name in heads)
    body = "".join(_line(row, heads, lang, mine=mine) for row in rows)
    return f'<table class="models"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _line(row: Row, heads: list[str], lang: Lang, *, mine: bool) -> str:
    cells = [_purpose(row, lang), _licence(row, lang), _size(row, lang)]
    shown = "".join(f'<td data-head="{head}">{cell}</td>' for head, cell in zip(heads[1:], cells, strict=True))
    state = f' <span class="says error">✕ {say("models.incomplete", lang)}</span>' if row.state == "incomplete" else ""
    note = f'<span class="quiet" lang="en">{text(row.note)}</span>' if row.note else ""
    deeds = _deeds(row, lang) if mine else ""
    return f'<tr><th scope="row"><code>{text(row.name)}</code>{state}{note}{deeds}</th>{shown}</tr>'


def _deeds(row: Row, lang: Lang) -> str:
    verbs = {"absent": ("fetch",), "incomplete": ("fetch", "remove"), "ready": ("verify", "remove")}.get(row.state, ())
    buttons = "".join(
        f'<button type="button" data-act="{verb}" data-name="{text(row.name)}">{say(f"models.{verb}", lang)}</button>'
        for verb in verbs
        if verb != "remove" or row.command
    )
    return f'<span class="deeds">{buttons}</span>'


def question(verb: Verb, row: Row, lang: Lang) -> str:
    """What is asked before something is fetched or removed: licence and size."""
    said = say(
        f"models.sure.{verb}",
        lang,
        name=text(row.name),
        licence=_licence_name(row, lang),
        commercial=say(f"models.commercial.{row.commercial}", lang),
        size=_size(row, lang),
    )
    return f'<div class="asking" role="alertdialog">{said}</div>'


def deed(now: Deed, size: str, lang: Lang) -> str:
    """How far a deed is, and what the command said of it."""
    said = say(f"deed.{now.verb}", lang, name=text(now.name))
    if now.came:
        said += f": {say('deed.came', lang, came=now.came // 10**6, size=text(size) or '?')}"
    outcome = ""
    if now.code is not None:
        outcome = say("deed.failed", lang, code=now.code) if now.code else say("deed.done", lang)
    lines = "\n".join(text(line) for line in now.lines)
    working = " at-work" if now.code is None else ""
    bar = "<progress></progress>" if working else ""
    return (
        f'<div class="deed{working}"><div class="progress" role="status">{bar}<span>{said}. {outcome}</span></div>'
        f"{f'<pre>{lines}</pre>' if lines else ''}</div>"
    )


def _purpose(row: Row, lang: Lang) -> str:
    tasks = ", ".join(say(f"task.{task}", lang) for task in row.tasks)
    ways = ", ".join(direction.replace("-", "→") for direction in row.directions)
    score = f'<span class="quiet">{say("models.score", lang)}: {row.score}</span>' if row.score else ""
    return f"{tasks} {ways}{score}"


def _licence(row: Row, lang: Lang) -> str:
    shown = text(row.licence) or say("models.unknown", lang)
    commercial = say(f"models.commercial.{row.commercial}", lang)
    return (
        f'{shown}{_doubt(row, "licence", lang)}<span class="quiet">{commercial}{_doubt(row, "commercial", lang)}</span>'
    )


def _licence_name(row: Row, lang: Lang) -> str:
    return f"{text(row.licence) or say('models.unknown', lang)}{_doubt(row, 'licence', lang)}"


def _size(row: Row, lang: Lang) -> str:
    return f"{text(row.size)}{_doubt(row, 'size', lang)}" if row.size else say("models.unknown", lang)


def _doubt(row: Row, field: str, lang: Lang) -> str:
    """A question mark with its meaning, where a field is remembered only."""
    if field not in row.unverified:
        return ""
    meaning = say("models.unverified", lang)
    return f' <abbr title="{meaning}" aria-label="{meaning}">?</abbr>'
