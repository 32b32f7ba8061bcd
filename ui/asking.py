"""What a request of the REST API asks for, checked; what is wrong with it is said in LibreTranslate's words."""

from dataclasses import dataclass
from typing import Annotated, Any, Literal, cast

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

from summarizer import Lang, LanguageError
from ui import texts
from ui.texts import MOST_CHARACTERS

NAMES: dict[str, str] = {"en": "English", "ru": "Russian"}
_MOST_ALTERNATIVES = 8


async def _fields(request: Request) -> dict[str, Any]:
    """The request's fields, sent as JSON, as a form or in the address; of a field sent more than once a list."""
    if "json" in request.headers.get("content-type", ""):
        try:
            data = await request.json()
        except ValueError:
            data = None
        if not isinstance(data, dict):
            raise HTTPException(400, "Invalid request: the body is not a JSON object")
        return data
    form = await request.form()
    found: dict[str, Any] = {}
    for name, value in [*request.query_params.multi_items(), *form.multi_items()]:
        if isinstance(value, str):
            found[name] = [*listed(found[name]), value] if name in found else value
    return found


Fields = Annotated[dict[str, Any], Depends(_fields)]


def listed(value: Any) -> list[Any]:
    """One value as a list of one."""
    return value if isinstance(value, list) else [value]


def needed(fields: dict[str, Any], name: str) -> Any:
    """A field that must be there. Raises `HTTPException` 400."""
    value = fields.get(name)
    if value in (None, "", []):
        raise HTTPException(400, f"Invalid request: missing {name} parameter")
    return value


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A request to translate; `sources` has each text's language."""

    given: tuple[str, ...]
    is_list: bool
    is_auto: bool
    sources: tuple[texts.Seen, ...]
    to: Lang
    form: Literal["text", "html"]
    alternatives: int


def asked_by(fields: dict[str, Any]) -> Asked:
    """The request in these fields. Raises `HTTPException` 400."""
    q = needed(fields, "q")
    source, target = str(needed(fields, "source")), str(needed(fields, "target"))
    form = str(fields.get("format") or "text")
    if not all(isinstance(text, str) for text in listed(q)):
        raise HTTPException(400, "Invalid request: q must be a text or a list of texts")
    asked = tuple(listed(q))
    size = sum(map(len, asked))
    if size > MOST_CHARACTERS:
        raise HTTPException(400, f"Invalid request: request ({size}) exceeds text limit ({MOST_CHARACTERS})")
    for code in (source, target):
        if code not in NAMES and (code != "auto" or code is target):
            raise HTTPException(400, f"{code} is not supported")
    if form not in ("text", "html"):
        raise HTTPException(400, f"{form} format is not supported")
    return Asked(
        given=asked,
        is_list=isinstance(q, list),
        is_auto=source == "auto",
        sources=_seen(asked, form) if source == "auto" else tuple(texts.Seen(cast(Lang, source), 100.0) for _ in asked),
        to=cast(Lang, target),
        form=cast(Literal["text", "html"], form),
        alternatives=_count(fields.get("alternatives", 0)),
    )


def _seen(asked: tuple[str, ...], form: str) -> tuple[texts.Seen, ...]:
    """The language of each text; a short one is judged by its own letters, never by its neighbours'."""
    bare = [texts.without_tags(text) if form == "html" else text for text in asked]
    try:
        return tuple(texts.see(text) for text in bare)
    except LanguageError as error:
        raise HTTPException(400, f"{error}; English and Russian are supported") from error


def _count(value: Any) -> int:
    try:
        return max(0, min(int(value), _MOST_ALTERNATIVES))
    except (TypeError, ValueError):
        raise HTTPException(400, "Invalid request: alternatives must be a number") from None
