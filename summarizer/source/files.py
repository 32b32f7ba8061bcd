"""Bytes from this machine: files and standard input, never more of them than the limit."""

import stat
from pathlib import Path
from typing import BinaryIO

from summarizer.errors import FormatError
from summarizer.source.limits import MAX_BYTES

_SPLIT = "give the article alone, or split the file"


def read_file(path: Path, limit: int = MAX_BYTES) -> bytes:
    """All of a file, at most `limit` bytes. Raises `FormatError` when it cannot be had; a larger one is not opened."""
    label = repr(str(path))
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise FormatError(f"{label} is a folder", "give the path of one file in it")
        if status.st_size > limit:
            raise _too_large(label, limit)
        with path.open("rb") as stream:
            return read_stream(stream, label, limit)
    except FileNotFoundError as error:
        raise FormatError(f"there is no file {label}", "check the path") from error
    except PermissionError as error:
        raise FormatError(f"{label} cannot be read: permission denied", "change its permissions, or copy it") from error
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        reason = getattr(error, "strerror", None) or str(error)
        raise FormatError(f"{label} cannot be read: {reason}", "check the path") from error


def read_stream(stream: BinaryIO, label: str, limit: int = MAX_BYTES) -> bytes:
    """All that comes, at most `limit` bytes. Raises `FormatError` when nothing or more comes."""
    data = bytearray()
    while chunk := stream.read(min(1_000_000, limit + 1 - len(data))):
        data += chunk
        if len(data) > limit:
            raise _too_large(label, limit)
    if not data:
        raise FormatError(f"{label} is empty", "give a file with text in it")
    return bytes(data)


def _too_large(label: str, limit: int) -> FormatError:
    return FormatError(f"{label} is larger than {limit / 1e6:.0f} MB", _SPLIT)
