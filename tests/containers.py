"""Zip containers made by hand, sound and hostile, for the tests of the formats that are one."""

import io
import struct
import zipfile

from summarizer.source import Source

XXE = '<!DOCTYPE x [<!ENTITY leak SYSTEM "file:///etc/passwd">]>'
LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'


def zipped(parts: dict[str, str | bytes], name: str = "a.zip") -> Source:
    return Source(data=packed(parts), name=name)


def packed(parts: dict[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in parts.items():
            archive.writestr(path, content)
    return stream.getvalue()


def patched(data: bytes, parts: dict[str, str | bytes]) -> bytes:
    """The container with these parts instead of or beside its own."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        own = {path: archive.read(path) for path in archive.namelist()}
    return packed(own | parts)


def claiming(data: bytes, path: str, size: int) -> bytes:
    """The container whose directory says that the entry at `path` unpacks to `size` bytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        real = archive.getinfo(path).file_size
    at = data.index(path.encode(), data.index(b"PK\x01\x02")) - 46
    assert struct.unpack_from("<I", data, at + 24) == (real,)
    return data[: at + 24] + struct.pack("<I", size) + data[at + 28 :]
