"""Zip containers (DOCX, ODT, EPUB, zipped FB2), opened so that a hostile one cannot exhaust memory or time."""

import io
import struct
import zipfile
import zlib

from summarizer.errors import FormatError
from summarizer.source import Source

# OPC, ODF and EPUB allow stored and deflated entries only. It matters: zipfile expands bzip2 and LZMA without a bound.
METHODS = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})
ENTRIES = 10_000  # a book of 1,189 chapters with a picture each has 2,400; each costs memory to list
TOTAL_BYTES = 512 * 2**20  # what all entries claim together; a source ends at 50 MB, and pictures hardly compress
ENTRY_BYTES = 64 * 2**20  # one part that is read; 100,000 words are 1.1 MB in the hand of LibreOffice 7.4 (2026-11-28)
# Deflate ends at 1032:1. A part is held to RATIO from RATIO_FROM bytes on: below, even a bomb is harmless.
# 2026-11-28, main parts by LibreOffice and python-docx: prose 4 to 5, an empty table of 2,000 rows 119 to 169, the same
# line 20,000 times 295.
RATIO = 400
RATIO_FROM = 8 * 2**20

_ENTRY_MARK = b"PK\x01\x02"  # opens each line of a zip's directory
_OLE_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BROKEN = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, NotImplementedError)
_AGAIN = "download or export it again"


class Archive:
    """The entries of a zip container by path, whatever their case; nothing is expanded before it is asked for.

    Raises `FormatError` when the bytes are no zip, cut off, encrypted, or a zip bomb (by the limits above).
    """

    def __init__(self, source: Source) -> None:
        self.name = source.label
        self._zip = self._opened(source.data)
        entries = self._zip.infolist()
        if sum(entry.file_size for entry in entries) > TOTAL_BYTES:
            raise self._bomb(f"it would unpack to more than {TOTAL_BYTES >> 20} MB")
        self._entries = {entry_key(entry.filename): entry for entry in entries}

    def names(self) -> list[str]:
        """The paths of all entries, as they are written."""
        return self._zip.namelist()

    def get(self, path: str) -> bytes | None:
        """The bytes of an entry, None where there is none."""
        entry = self._entries.get(entry_key(path))
        if entry is None or entry.is_dir():
            return None
        self._check(entry)
        try:
            with self._zip.open(entry) as stream:
                return stream.read()
        except _BROKEN as error:
            raise FormatError(f"{self.name} is broken: {path} cannot be unpacked", _AGAIN) from error

    def need(self, path: str) -> bytes:
        """The bytes of an entry without which there is nothing to read."""
        data = self.get(path)
        if data is None:
            raise FormatError(f"{self.name} is incomplete: {path} is missing", _AGAIN)
        return data

    def _opened(self, data: bytes) -> zipfile.ZipFile:
        if not data:
            raise FormatError(f"{self.name} is empty", "choose another file")
        if data.startswith(_OLE_MARK):
            raise FormatError(
                f"{self.name} is protected by a password or an old Office file",
                "open it in LibreOffice or Word and save it as .docx without a password",
            )
        if data.count(_ENTRY_MARK) > ENTRIES:
            raise self._bomb(f"it has more than {ENTRIES} entries")
        try:
            return zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            if data.startswith(b"PK"):
                raise FormatError(f"{self.name} is cut off or broken", _AGAIN) from error
            raise FormatError(f"{self.name} is no zip container, as its format must be", "check the file") from error

    def _check(self, entry: zipfile.ZipInfo) -> None:
        if entry.flag_bits & 0x1:
            raise FormatError(f"{self.name} is encrypted: {entry.filename}", "save it without a password")
        if entry.compress_type not in METHODS:
            raise FormatError(f"{self.name} packs {entry.filename} in a way its format does not know", _AGAIN)
        if entry.file_size > ENTRY_BYTES:
            raise self._bomb(f"{entry.filename} would unpack to {entry.file_size >> 20} MB")
        if entry.file_size > max(RATIO_FROM, RATIO * entry.compress_size):
            raise self._bomb(f"{entry.filename} would unpack to more than {RATIO} times its size")

    def _bomb(self, why: str) -> FormatError:
        return FormatError(f"{self.name} looks like a zip bomb: {why}", "if you trust it, export it again in parts")


def entry_key(path: str) -> str:
    """A path as its container is asked for it, whatever its case."""
    return path.replace("\\", "/").lstrip("/").casefold()
