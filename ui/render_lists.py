"""The lists of the History and Models tabs as HTML."""

from collections.abc import Iterable
from html import escape

from summarizer import Lang
from ui.history import Entry
from ui.locales import say
from ui.render import text


def history(entries: Iterable[Entry], lang: Lang, *, kept: bool) -> str:
    """A line an entry, the last first, each a button."""
    if not kept:
        return f'<p class="quiet">{say("history.off", lang)}</p>'
    rows = "".join(_entry(entry, lang) for entry in entries)
    if not rows:
        return f'<p class="quiet">{say("history.empty", lang)}</p>'
    return f'<p class="quiet">{say("history.where", lang)}</p><ul class="entries">{rows}</ul>'


def _entry(entry: Entry, lang: Lang) -> str:
    day = entry.at.strftime("%d.%m.%Y, %H:%M" if lang == "ru" else "%Y-%m-%d, %H:%M")
    to = say("history.to", lang, lang=say(f"lang.{entry.to}", lang))
    label = escape(say("history.open", lang, title=entry.title))
    origin = f" · {text(entry.origin)}" if entry.origin else ""
    return (
        f'<li><button type="button" data-act="open" data-name="{entry.number}" aria-label="{label}">'
        f'<span class="name" lang="{entry.source}">{text(entry.title)}</span>'
        f'<span class="quiet">{day} · {to}{origin}</span></button></li>'
    )
