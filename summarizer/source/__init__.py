"""The bytes of an input and where they come from: the only reader of disk and web for input."""

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from summarizer.config import Settings
from summarizer.source.encoding import decode
from summarizer.source.files import read_file, read_stream
from summarizer.source.limits import DEFAULT

__all__ = ["Source"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Bytes as they came; `media_type` and `charset` are what the sender said of them ("" where nothing was said)."""

    data: bytes
    name: str = ""  # a file name, for its suffix
    media_type: str = ""  # text/html, application/pdf ...
    charset: str = ""
    origin: str = ""  # path, URL, "-" for standard input

    @classmethod
    def from_text(cls, text: str, origin: str = "") -> "Source":
        """A text that is already decoded; what cannot be encoded (a lone surrogate) becomes a question mark."""
        return cls(data=text.encode("utf-8", "replace"), media_type="text/plain", charset="utf-8", origin=origin)

    @classmethod
    def from_file(cls, path: Path | str) -> "Source":
        """The bytes of a file. Raises `FormatError` when there is none, it is empty, or it is larger than 50 MB."""
        path = Path(path)
        return cls(data=read_file(path), name=path.name, origin=str(path))

    @classmethod
    def from_stream(cls, stream: BinaryIO, origin: str = "-") -> "Source":
        """The bytes of an open stream, such as standard input. Raises `FormatError` as `from_file` does."""
        return cls(data=read_stream(stream, _label("", origin)), origin=origin)

    @classmethod
    def from_url(cls, url: str, settings: Settings) -> "Source":
        """What a link leads to; `origin` is the address that it led to in the end.

        Raises `FetchError`. The environment's proxies are not used, and private addresses only where the settings
        allow them.
        """
        from summarizer.source.fetch import fetch

        fetched = fetch(url, settings, DEFAULT)
        said = fetched.said
        return cls(
            data=fetched.data, name=said.name, media_type=said.media_type, charset=said.charset, origin=fetched.url
        )

    @property
    def label(self) -> str:
        """What to call it in a message."""
        return _label(self.name, self.origin)

    def text(self) -> str:
        """The bytes decoded, by what they show and by what was said of them. Raises `FormatError` when they are binary.

        Control characters and a byte order mark are left out; line ends are as they came.
        """
        return decode(self.data, self.charset, self.label)


def _label(name: str, origin: str) -> str:
    if origin == "-":
        return "standard input"
    return repr(name) if name else origin or "the text"
