"""Replies with the marks of the target language: quotation marks in English, «» or a dash in Russian.

English leaves a quotation open until the reply ends; in a Russian article a reply stands in «», in an exchange of
replies after a dash (Мильчин и Чельцова, «Справочник издателя и автора», 6.2). A draft has one sentence of the reply:
its marks are put right at the edges, and where the author's words come in. What does not come out even is left.
"""

import re

from summarizer.document import Lang
from summarizer.tasks._turns import Turn

_LEAD = re.compile(r"^(?:[—–-]\s+)?[\"“«„]?\s*|^[—–]\s*")
_ENGLISH_AUTHOR = re.compile(r"([,!?…])\s+—\s+(?=\w)")
_ENGLISH_BACK = re.compile(r"([,.])\s+—\s+(?=\w)")
_RUSSIAN_AUTHOR = re.compile(r"([,!?…])\s+—\s+(?=[а-яё])")


def with_marks(text: str, turn: Turn, to: Lang) -> str:
    """A draft with the marks of its turn in the reply; as it was where they would not come out even."""
    if not any(char.isalnum() for char in text):
        return text
    if to == "en":
        return _checked(_in_english(text, turn), text, turn, '"', '"')
    return _dashed(text, turn) if turn.dashed else _checked(_in_russian(text, turn), text, turn, "«", "»")


def _checked(marked: str, text: str, turn: Turn, opening: str, closing: str) -> str:
    before, after = turn.spoken and not turn.opens, turn.ends and not turn.closes
    if opening == closing:
        even = (before + marked.count(opening)) % 2 == after
    else:
        even = before + marked.count(opening) - marked.count(closing) == after
    return marked if even else text


def _in_english(text: str, turn: Turn) -> str:
    body = _LEAD.sub("", text, count=1) if turn.opens or text.startswith(("—", "–", "- ")) else text
    if turn.spoken and '"' not in body.rstrip('"'):
        body = _ENGLISH_AUTHOR.sub(_english_author, body, count=1)
        if '"' in body.rstrip('"'):
            body = _ENGLISH_BACK.sub(r'\1 "', body, count=1)
    body = ('"' if turn.opens else "") + body
    return _closed(body, turn, '"') if turn.ends else body


def _english_author(match: re.Match[str]) -> str:
    return f'{match[1]}" '


def _in_russian(text: str, turn: Turn) -> str:
    body = _LEAD.sub("", text, count=1) if turn.opens else text
    if turn.opens and "»" not in body:
        body = _RUSSIAN_AUTHOR.sub(lambda m: "», — " if m[1] == "," else f"{m[1]}» — ", body, count=1)
    body = ("«" if turn.opens else "") + body
    return _closed(body, turn, "»") if turn.ends else body


def _closed(body: str, turn: Turn, mark: str) -> str:
    """The closing mark where the reply ends with the sentence; none where it goes on."""
    bare = re.sub(rf"{mark}([.…!?]*)$", r"\1", body)
    if not turn.closes:
        return bare
    if mark == "»":
        return f"{bare[:-1]}»." if bare.endswith(".") and not bare.endswith("..") else f"{bare}»"
    return f"{bare}{mark}"


def _dashed(text: str, turn: Turn) -> str:
    """A reply of an exchange in Russian: no quotes around it, a dash before it and beside the author's words."""
    body = re.sub(r"»(,?)\s+—\s+", r"\1 — ", _LEAD.sub("", text, count=1) if turn.opens else text)
    body = re.sub(r"([.,])\s+(?:—\s+)?«(?=[^«»]*»[.…!?]?$)", r"\1 — ", body) if turn.closes else body
    if turn.ends:
        body = re.sub(r"»([.…!?]*)$", r"\1", body)
    if body.count("«") != body.count("»"):
        return text
    return f"— {body}" if turn.opens else body
