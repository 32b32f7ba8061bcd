"""How a digest or a draft introduces itself: what it was made from, by what, and that nobody has read it yet."""

from summarizer.document import Lang, Meta
from summarizer.job import Result
from summarizer.language.reading import reading_pace

_WORDS: dict[Lang, dict[str, str]] = {
    "en": {
        "original": "Original",
        "draft": "Machine draft by {maker}, unreviewed",
        "digest": "Machine digest by {maker}, unreviewed",
        "evidence": "Evidence",
        "findings": "Findings",
        "source": "Source",
        "target": "Draft",
        "measure": "{words} of {of} words, {time} instead of {whole} of reading",
        "beside": "original",
        "left": "in Russian",
        "seconds": "s",
        "minutes": "min",
    },
    "ru": {
        "original": "Оригинал",
        "draft": "Машинный черновик ({maker}), не проверен",
        "digest": "Машинная сводка ({maker}), не проверена",
        "evidence": "Источник каждого предложения",
        "findings": "Замечания",
        "source": "Оригинал",
        "target": "Черновик",
        "measure": "{words} из {of} слов, {time} вместо {whole} чтения",
        "beside": "оригинал",
        "left": "англ.",
        "seconds": "с",
        "minutes": "мин",
    },
}


def words(result: Result) -> dict[str, str]:
    """The labels in the language the result is written in."""
    return _WORDS[result.job.to or result.document.lang]


def provenance(meta: Meta) -> str:
    """Title, byline, outlet, date of the original, those that are known, joined by commas."""
    return ", ".join(part for part in (meta.title, meta.byline, meta.outlet, meta.date) if part)


def lines(result: Result) -> list[str]:
    """What stands above a table: where the original is from, its address, who made this; those that are known."""
    meta = result.document.meta
    return [line for line in (provenance(meta), meta.url, notice(result)) if line]


def notice(result: Result) -> str:
    """Who made it, and that it is unreviewed."""
    key = "digest" if result.job.task == "digest" else "draft"
    return words(result)[key].format(maker=_maker(result.signature))


def measure(result: Result) -> str:
    """How long the digest is beside its article, in words and in time of reading; "" for a draft."""
    if result.job.task != "digest":
        return ""
    lang = result.job.to or result.document.lang
    ours = sum(len(passage.text.split()) for passage in result.passages)
    theirs = len(result.document.text.split())
    pair = {"time": _time(ours, lang, words(result)), "whole": _time(theirs, result.document.lang, words(result))}
    return words(result)["measure"].format(words=ours, of=theirs, **pair)


def _time(count: int, lang: Lang, labels: dict[str, str]) -> str:
    """Of reading so many words: seconds by fives under a minute and a half, then minutes."""
    seconds = 60 * count / reading_pace(lang)
    if seconds < 90:
        return f"{max(5, 5 * round(seconds / 5))} {labels['seconds']}"
    return f"{round(seconds / 60)} {labels['minutes']}"


def title(result: Result) -> str:
    """The title of the result: the translated title where the draft has it, else the original's."""
    document = result.document
    if result.job.task == "translate":
        titled = [p.text for p in result.passages if document.blocks[p.block].kind == "title"]
        if titled:
            return " ".join(titled)
    return document.meta.title or document.origin or "Svodka"


def _maker(signature: str) -> str:
    """The parts of a signature that name what made it: `digest|extractive@1|model:m@1+int8|v:0.1.0` to two names."""
    named = (part for part in signature.split("|")[1:] if part.startswith("model:") or "@" in part)
    parts = [part.removeprefix("model:") for part in named]
    return ", ".join(parts) or "svodka"
