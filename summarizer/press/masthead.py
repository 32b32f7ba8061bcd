"""The head of an article: its title stays, byline, date, outlet and tags go into `Meta`."""

import re

from summarizer.document import Dropped, Meta, Piece
from summarizer.press import dates, phrases
from summarizer.press.breaks import goes_on, holds_sentence_end
from summarizer.press.marks import is_link
from summarizer.press.shapes import AGENCIES, either, is_prose, stands_alone

REASON = "masthead"

_ZONE = 15  # pieces: an article that has not begun by then has no head of ours
_TITLE = 250  # characters
_LINE = 120  # characters of a head line
_NAME = r"[A-ZА-ЯЁ][\w'’.-]*"
_BODY = "(?: (?:project|staff|team|editors|newsroom|desk))?"  # By the X staff
_NAMES = rf"(?:the )?{_NAME}(?:,? (?:and|with|for|of|the|и|de|von|van|der|al|bin|{_NAME})){{0,11}}{_BODY}"
_BYLINE = re.compile(
    r"(?P<label>(?i:by|written by|story by|reported by|author|авторы?|текст|автор текста|беседовала?|подготовила?))"
    rf"(?:\s*:\s*|\s+)(?P<names>{_NAMES})(?:\s*[|•·—/].*)?\.?"
)
_PERSON = re.compile(rf"{_NAME}(?: {_NAME}){{1,2}}")
_DESK = either(phrases.DESKS)
_DATELINE = re.compile(r"[A-ZА-ЯЁ][A-ZА-ЯЁ .-]+, [A-ZА-ЯЁ .-]+")
_LABEL = re.compile(either(phrases.LABELS).pattern + r"\s*:.*", re.IGNORECASE | re.DOTALL)
_NOT_OUTLET = re.compile(
    r"\b(?:\d{1,2}:\d{2}(?::\d{2})?(?:\s*(?:[ap]\.?m\.?|мск|msk|gmt|utc|et|est|bst)\b)*"
    r"|updated|published|posted|last modified|date|in|on|at|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
    r"|опубликовано|обновлено|размещено|дата|в|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье)(?!\w)",
    re.IGNORECASE,
)
_READING = re.compile(
    r"(?:время (?:чтения|на чтение)|reading time)\b.{0,20}|\d+ (?:min(?:ute)?s? read|мин(?:ут[аы]?)?\.? чтения)"
    r"|\d[\d ]* (?:просмотр\w*|views)",
    re.IGNORECASE,
)
_OUTLET = re.compile(rf"[«\"]?{_NAME}(?: (?:of|the|and|&|{_NAME}|[а-яё]+))*[»\"]?")
_PARTING = " ,.|•·—–-/:()\t"
_MOST_WORDS = 6  # of an outlet's name
_SECTION_WORDS = 3  # of a linked section's name above the title
_TAIL = 5  # pieces at the end where a byline may stand

Flow = list[Piece | Dropped]


def read(flow: Flow, meta: Meta) -> tuple[Flow, Meta]:
    """The flow with its title marked and its head lines dropped, and what they say; what `meta` has already wins."""
    seen: Flow = list(flow)
    titled = _title_place(flow, meta)
    for place in _zone(flow):
        piece = flow[place]
        if not isinstance(piece, Piece) or piece.kind == "title":
            continue
        above = titled is None or place < titled
        said = None if place == titled else _head_line(piece, _next(flow, place), meta, above=above)
        if said is not None:
            seen[place], meta = Dropped(REASON, piece.text), _filled(meta, said)
        elif titled is None and _is_title(piece, _next(flow, place)):
            titled = place
    if titled is not None and isinstance(piece := flow[titled], Piece):
        seen[titled] = piece._replace(kind="title")
        meta = _filled(meta, {"title": piece.text})
    return _signed(seen, meta)


def _zone(flow: Flow) -> range:
    """The places before the first sentence of the body; none where no body follows."""
    for place, item in enumerate(flow[:_ZONE]):
        if isinstance(item, Piece) and item.kind in ("paragraph", "quote") and is_prose(item.text):
            return range(place)
    return range(0)


def _title_place(flow: Flow, meta: Meta) -> int | None:
    """Where the title stands, by the reader's word, by the source's own title, or as the first of all headings."""
    pieces = [(place, item) for place, item in enumerate(flow[: 2 * _ZONE]) if isinstance(item, Piece)]
    for place, piece in pieces:
        if piece.kind == "title":
            return place
    for place, piece in pieces:
        if meta.title and piece.kind in ("heading", "paragraph") and _same(piece.text, meta.title):
            return place
    first = next(iter(pieces), None)
    return first[0] if first and len(pieces) > 1 and (first[1].kind, first[1].level) == ("heading", 1) else None


def _same(one: str, other: str) -> bool:
    return re.sub(r"\W+", " ", one).strip().casefold() == re.sub(r"\W+", " ", other).strip().casefold()


def _is_title(piece: Piece, below: str) -> bool:
    if piece.kind == "heading":
        return True
    text = piece.text
    if goes_on(below) or (len(text) > _LINE and holds_sentence_end(text)):
        return False
    if (
        piece.kind != "paragraph"
        or len(text) > _TITLE
        or text[0] in "—–-@#(*"
        or stands_alone(text)
        or _DATELINE.fullmatch(text)
    ):
        return False
    return len(text.split()) > 1 and not text[0].islower() and not text.endswith((".", ",", ";", ":"))


def _next(flow: Flow, place: int) -> str:
    item = flow[place + 1] if place + 1 < len(flow) else None
    return item.text if isinstance(item, Piece) else ""


def _head_line(piece: Piece, below: str, meta: Meta, *, above: bool) -> dict[str, str] | None:
    """What a head line says, None where the piece is none."""
    text = piece.text
    if piece.kind not in ("paragraph", "heading", "item") or len(text) > 2 * _LINE:
        return None
    if _LABEL.fullmatch(text) or _READING.fullmatch(text) or text in (meta.outlet, meta.byline):
        return {}
    if _DESK.fullmatch(text):
        return {"byline": text}
    if found := _BYLINE.fullmatch(text):
        return {"byline": found["names"].strip(_PARTING)}
    if not above and _PERSON.fullmatch(text) and _date_line(below, meta) is not None:
        return {"byline": text}
    is_section = above and is_link(piece) and len(text.split()) <= _SECTION_WORDS
    return {} if is_section else _date_line(text, meta)


def _date_line(text: str, meta: Meta) -> dict[str, str] | None:
    """Date, and outlet or byline beside it; None where more than names stands there."""
    found = dates.find(text) if len(text) <= _LINE else None
    if found is None:
        return None
    before = _NOT_OUTLET.sub("", text[: found.start])
    if before.strip(_PARTING) and before.rstrip()[-1] not in _PARTING:
        return None
    sides = [side.strip(_PARTING) for side in (before, _NOT_OUTLET.sub("", text[found.stop :]))]
    names = [side for side in sides if side]
    if not all(_OUTLET.fullmatch(name) and len(name.split()) <= _MOST_WORDS for name in names):
        return None
    return {"date": found.iso, **_named(names[0] if names else "", meta)}


def _named(name: str, meta: Meta) -> dict[str, str]:
    """Outlet or byline: a lone word is a city unless it is a known agency; two names without a byline are unclear."""
    if " " not in name:
        return {"outlet": name} if name.strip('«»"').lower() in AGENCIES else {}
    if not meta.byline and _PERSON.fullmatch(name):
        return {"byline": name} if "а" <= name[-1].lower() <= "я" else {}
    return {"outlet": name}


def _filled(meta: Meta, said: dict[str, str]) -> Meta:
    return meta._replace(**{field: value for field, value in said.items() if value and not getattr(meta, field)})


def _signed(flow: Flow, meta: Meta) -> tuple[Flow, Meta]:
    """A byline below the text, as Russian papers have it."""
    for place in range(max(0, len(flow) - _TAIL), len(flow)):
        item = flow[place]
        if place and isinstance(item, Piece) and item.kind == "paragraph" and len(item.text) <= _LINE:
            found = _BYLINE.fullmatch(item.text)
            if found and ":" in item.text:
                flow[place] = Dropped(REASON, item.text)
                meta = _filled(meta, {"byline": found["names"].strip(_PARTING)})
    return flow, meta
