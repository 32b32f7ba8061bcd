"""A REST API that speaks LibreTranslate's words, so that clients people already have work unchanged.

After https://docs.libretranslate.com/api: paths, fields, answers and errors are theirs; the engine, the languages
(Russian and English) and the limits are ours.
"""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Annotated, Any, Literal, cast

from fastapi import APIRouter, Depends, FastAPI, File, Form, Request, UploadFile
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from summarizer import Job, Lang, LanguageError, ModelError, Pipeline, Source, SvodkaError
from ui import texts
from ui.access import Doorkeeper
from ui.turns import BusyError, Turns

_NAMES: dict[str, str] = {"en": "English", "ru": "Russian"}
_MOST_CHARACTERS = 200_000  # of one request: an issue of a paper, a minute of two cores
_MOST_ALTERNATIVES = 8
_KEPT_FILES = 32
_KEPT_FOR = 600.0  # seconds: a translated file waits so long to be fetched
_DETECTED_FROM = 40  # characters: a shorter text of an array is judged together with the others


@dataclass(slots=True)
class Shelf:
    """Translated files until they are fetched, in memory: nothing that was uploaded is written to disk."""

    files: dict[str, tuple[float, str, bytes]] = field(default_factory=dict)

    def put(self, name: str, data: bytes) -> str:
        """Keep a file; gives the name under which it can be fetched, which nobody can guess."""
        now = time.monotonic()
        fresh = {key: file for key, file in self.files.items() if now - file[0] < _KEPT_FOR}
        self.files = dict(list(fresh.items())[-(_KEPT_FILES - 1) :])
        key = f"{secrets.token_urlsafe(16)}.{PurePath(name).name}"
        self.files[key] = (now, name, data)
        return key

    def get(self, key: str) -> tuple[str, bytes]:
        """The file's name and bytes. Raises `KeyError`."""
        _, name, data = self.files[key]
        return name, data


@dataclass(frozen=True, slots=True, kw_only=True)
class Api:
    """What the routes share: one pipeline and one queue for all users."""

    pipeline: Pipeline
    turns: Turns
    doorkeeper: Doorkeeper | None = None
    shelf: Shelf = field(default_factory=Shelf)


def add(app: FastAPI, api: Api) -> None:
    """Put the routes and their errors into the application, before anything is mounted at its root."""
    router = APIRouter(tags=["translate"])
    router.get("/health")(_health)
    router.get("/languages")(_languages)
    router.get("/frontend/settings")(_settings)
    router.post("/suggest")(_suggest)
    for add_to in (_add_detect, _add_translate, _add_files):
        add_to(router, api)
    app.include_router(router)
    app.add_exception_handler(HTTPException, _http_error)
    app.add_exception_handler(SvodkaError, _own_error)
    app.add_exception_handler(BusyError, _busy)


def _health() -> dict[str, str]:
    return {"status": "ok"}


def _languages() -> list[dict[str, Any]]:
    return [{"code": code, "name": name, "targets": sorted(_NAMES)} for code, name in sorted(_NAMES.items())]


def _settings() -> dict[str, Any]:
    return {
        "charLimit": _MOST_CHARACTERS,
        "frontendTimeout": 500,
        "apiKeys": False,
        "keyRequired": False,
        "suggestions": False,
        "filesTranslation": True,
        "supportedFilesFormat": list(_FILES),
        "language": {
            "source": {"code": "auto", "name": "Auto Detect"},
            "target": {"code": "en", "name": "English"},
        },
    }


def _suggest() -> None:
    raise HTTPException(403, "Suggestions are disabled on this server.")


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
            found[name] = [*_listed(found[name]), value] if name in found else value
    return found


Fields = Annotated[dict[str, Any], Depends(_fields)]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _needed(fields: dict[str, Any], name: str) -> Any:
    value = fields.get(name)
    if value in (None, "", []):
        raise HTTPException(400, f"Invalid request: missing {name} parameter")
    return value


def _user(request: Request, api: Api, key: str = "") -> str:
    """Who asks: the name of a known user, or the address where everybody may. Raises 403."""
    if api.doorkeeper is None:
        return request.client.host if request.client else ""
    name = api.doorkeeper.admits(request.headers.get("authorization", "")) or api.doorkeeper.admits_key(key)
    if name is None:
        raise HTTPException(403, "Invalid API key" if key else "Please provide an API key: NAME:PASSWORD")
    return name


def _add_detect(router: APIRouter, api: Api) -> None:
    @router.post("/detect")
    def detect(request: Request, fields: Fields) -> list[dict[str, Any]]:
        """The language of `q`; `confidence` is the share of its letters, in percent, that are of that script."""
        _user(request, api, str(fields.get("api_key", "")))
        text = _needed(fields, "q")
        try:
            seen = texts.see(" ".join(str(part) for part in _listed(text)))
        except LanguageError:
            return [{"confidence": 0.0, "language": "en"}]
        return [_detected(seen)]


def _detected(seen: texts.Seen) -> dict[str, Any]:
    return {"confidence": seen.share, "language": seen.lang}


def _add_translate(router: APIRouter, api: Api) -> None:
    @router.post("/translate")
    def translate(request: Request, fields: Fields) -> dict[str, Any]:
        """Translate `q`, a text or a list of them, from `source` (or `auto`) to `target`; `format` text or html."""
        user = _user(request, api, str(fields.get("api_key", "")))
        asked = _asked(fields)
        with api.turns.turn(user):
            return _answer(asked, [_written(api.pipeline, asked, n) for n in range(len(asked.given))])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    given: tuple[str, ...]
    is_list: bool
    is_auto: bool
    sources: tuple[texts.Seen, ...]
    to: Lang
    form: Literal["text", "html"]
    alternatives: int


def _asked(fields: dict[str, Any]) -> _Asked:
    q = _needed(fields, "q")
    source, target = str(_needed(fields, "source")), str(_needed(fields, "target"))
    form = str(fields.get("format") or "text")
    if not all(isinstance(text, str) for text in _listed(q)):
        raise HTTPException(400, "Invalid request: q must be a text or a list of texts")
    asked = tuple(_listed(q))
    size = sum(map(len, asked))
    if size > _MOST_CHARACTERS:
        raise HTTPException(400, f"Invalid request: request ({size}) exceeds text limit ({_MOST_CHARACTERS})")
    for code in (source, target):
        if code not in _NAMES and (code != "auto" or code is target):
            raise HTTPException(400, f"{code} is not supported")
    if form not in ("text", "html"):
        raise HTTPException(400, f"{form} format is not supported")
    return _Asked(
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


def _written(pipeline: Pipeline, asked: _Asked, number: int) -> texts.Written:
    job = Job(to=asked.to, alternatives=asked.alternatives)
    write: Callable[[Pipeline, str, Lang, Job], texts.Written]
    write = texts.translate_html if asked.form == "html" else texts.translate
    return write(pipeline, asked.given[number], asked.sources[number].lang, job)


def _answer(asked: _Asked, written: list[texts.Written]) -> dict[str, Any]:
    answer: dict[str, Any] = {"translatedText": [one.text for one in written]}
    if asked.is_auto:
        answer["detectedLanguage"] = [_detected(seen) for seen in asked.sources]
    if asked.alternatives:
        answer["alternatives"] = [list(one.alternatives) for one in written]
    return answer if asked.is_list else {key: values[0] for key, values in answer.items()}


_FILES = (".txt", ".md", ".html", ".docx", ".odt", ".epub", ".fb2", ".pdf", ".srt", ".vtt")


def _add_files(router: APIRouter, api: Api) -> None:
    @router.post("/translate_file")
    def translate_file(
        request: Request,
        file: Annotated[UploadFile | None, File()] = None,
        source: Annotated[str, Form()] = "",
        target: Annotated[str, Form()] = "",
        api_key: Annotated[str, Form()] = "",
    ) -> dict[str, str]:
        """Translate a file; the answer says where the translated one can be fetched for ten minutes."""
        user = _user(request, api, api_key)
        if file is None:
            raise HTTPException(400, "Invalid request: missing file parameter")
        for name, code in (("source", source), ("target", target)):
            if not code:
                raise HTTPException(400, f"Invalid request: missing {name} parameter")
            if code not in _NAMES and (name == "target" or code != "auto"):
                raise HTTPException(400, f"{code} is not supported")
        with api.turns.turn(user):
            name, data = _translated_file(api.pipeline, file, source, cast(Lang, target))
        url = request.url_for("download_file", name=api.shelf.put(name, data))
        return {"translatedFileUrl": str(url)}

    @router.get("/download_file/{name}")
    def download_file(name: str) -> Response:
        """A translated file, once it is there."""
        try:
            shown, data = api.shelf.get(name)
        except KeyError:
            raise HTTPException(404, "Invalid filename") from None
        ascii_name = "".join(
            char if char.isascii() and char.isprintable() and char not in '"\\' else "_" for char in shown
        )
        headers = {"Content-Disposition": f'attachment; filename="{ascii_name}"', "X-Content-Type-Options": "nosniff"}
        return Response(data, media_type="application/octet-stream", headers=headers)


def _translated_file(pipeline: Pipeline, file: UploadFile, source: str, target: Lang) -> tuple[str, bytes]:
    path = PurePath(file.filename or "")
    if path.suffix.lower() not in _FILES:
        raise HTTPException(400, "Invalid request: file format not supported")
    data = file.file.read()
    if not data:
        raise HTTPException(400, "Invalid request: empty file")
    given = Source(data=data, name=path.name)
    document = pipeline.read(given, None if source == "auto" else cast(Lang, source))
    if document.lang == target:
        return path.name, data
    result = pipeline.run(document, Job(to=target))
    suffix, written = texts.as_file(pipeline, result, path.suffix.lower())
    return f"{path.stem}.{target}{suffix}", written


def _http_error(_: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - the handler is registered for it
    return JSONResponse({"error": error.detail}, error.status_code, headers=error.headers)


def _own_error(_: Request, error: Exception) -> Response:
    hint = getattr(error, "hint", "")
    status = 500 if isinstance(error, ModelError) else 400
    return JSONResponse({"error": f"{error}; {hint}" if hint else str(error)}, status)


def _busy(_: Request, error: Exception) -> Response:
    return JSONResponse({"error": str(error)}, 503, headers={"Retry-After": "5"})
