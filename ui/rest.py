"""A REST API that speaks LibreTranslate's words, so that clients people already have work unchanged.

After https://docs.libretranslate.com/api: paths, fields, answers and errors are theirs; the engine, the languages
(Russian and English) and the limits are ours.
"""

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Annotated, Any, cast

from fastapi import APIRouter, FastAPI, File, Form, Request, UploadFile
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from summarizer import Job, Lang, LanguageError, ModelError, Pipeline, Source, SvodkaError
from ui import texts
from ui.access import Doorkeeper
from ui.asking import NAMES, Asked, Fields, asked_by, listed, needed
from ui.texts import MOST_CHARACTERS
from ui.turns import BusyError, Turns

_KEPT_FILES = 32
_KEPT_FOR = 600.0  # seconds: a translated file waits so long to be fetched


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
    return [{"code": code, "name": name, "targets": sorted(NAMES)} for code, name in sorted(NAMES.items())]


def _settings() -> dict[str, Any]:
    return {
        "charLimit": MOST_CHARACTERS,
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
        text = needed(fields, "q")
        try:
            seen = texts.see(" ".join(str(part) for part in listed(text)))
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
        asked = asked_by(fields)
        with api.turns.turn(user):
            return _answer(asked, [_written(api.pipeline, asked, n) for n in range(len(asked.given))])


def _written(pipeline: Pipeline, asked: Asked, number: int) -> texts.Written:
    job = Job(to=asked.to, alternatives=asked.alternatives)
    write: Callable[[Pipeline, str, Lang, Job], texts.Written]
    write = texts.translate_html if asked.form == "html" else texts.translate
    return write(pipeline, asked.given[number], asked.sources[number].lang, job)


def _answer(asked: Asked, written: list[texts.Written]) -> dict[str, Any]:
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
            if code not in NAMES and (name == "target" or code != "auto"):
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
    suffix, written = texts.as_file(pipeline, given, result)
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
