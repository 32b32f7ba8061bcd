"""What a server's reply says: its status, what the body is, what it is called."""

from email.message import Message
from pathlib import PurePosixPath
from typing import NamedTuple
from urllib.parse import unquote

from summarizer.errors import FetchError

_SAVE = "open it in a browser, save the page and give Svodka the file"
_LATER = "try again later"

_STATUS = {
    401: ("it asks for a login", _SAVE),
    402: ("it asks for payment", _SAVE),
    403: ("it refuses programs or readers without a subscription", _SAVE),
    404: ("there is no such page", "check the link"),
    410: ("the page was taken down", "look for it in a web archive"),
    429: ("it has had too many requests from here", _LATER),
    451: ("the page is blocked for legal reasons", "look for it in a web archive"),
    503: ("it is overloaded or asks whether you are human", _LATER),
}
_NO_DOCUMENTS = {  # RFC 6838's top-level types, and what else a link may lead to that holds no article
    "image/": "a picture",
    "video/": "a video",
    "audio/": "a recording",
    "font/": "a font",
    "application/json": "data for programs (JSON)",
    "application/javascript": "a script",
    "text/javascript": "a script",
    "text/css": "a style sheet",
    "application/vnd.apple.mpegurl": "a video",
}


class Said(NamedTuple):
    """What the headers say of the body, "" where they say nothing."""

    media_type: str = ""
    charset: str = ""
    name: str = ""


def refuse_status(status: int, url: str) -> None:
    """Raise `FetchError` for every status that brings no document."""
    if 200 <= status < 300:
        return
    what, hint = _STATUS.get(status, ("", ""))
    if not what:
        what, hint = ("its server has failed", _LATER) if status >= 500 else ("it brings no document", "check the link")
    raise FetchError(f"{url} answered {status}: {what}", hint)


def refuse_media(media_type: str, url: str) -> None:
    """Raise `FetchError` for a body that is no document by its own account."""
    for start, kind in _NO_DOCUMENTS.items():
        if media_type.startswith(start):
            raise FetchError(f"{url} is {kind}, not an article", "give the link of the article's page")


def said(content_type: str, disposition: str, path: str) -> Said:
    """Read the two headers (RFC 2231 included); the name comes from the URL's path when no header gives one."""
    message = Message()
    if content_type:
        message["Content-Type"] = content_type
    if disposition:
        message["Content-Disposition"] = disposition
    name = PurePosixPath((message.get_filename() or unquote(path)).replace("\\", "/")).name
    media_type = message.get_content_type() if content_type else ""
    return Said(media_type, message.get_content_charset() or "", "".join(filter(str.isprintable, name)))
