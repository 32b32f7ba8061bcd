"""The bytes of an input and where they come from: the only reader of disk and web for input."""

from dataclasses import dataclass
from pathlib import Path


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
        """A text that is already decoded."""
        return cls(data=text.encode(), media_type="text/plain", charset="utf-8", origin=origin)

    @classmethod
    def from_file(cls, path: Path | str) -> "Source":
        """The bytes of a file. Raises `FormatError` when there is none or it is too large."""
        path = Path(path)
        return cls(data=path.read_bytes(), name=path.name, origin=str(path))

    def text(self) -> str:
        """The bytes decoded: by the charset that was said, a mark at their start, or what they look like."""
        return self.data.decode(self.charset or "utf-8")
