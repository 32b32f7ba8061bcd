"""A zip container with some of its entries replaced, all others byte for byte, in the order they had."""

import io
import zipfile

from summarizer.ingest._archive import entry_key
from summarizer.source import Source


def replaced(source: Source, entries: dict[str, bytes]) -> bytes:
    """The container with these entries in place of its own."""
    changed = {entry_key(path): data for path, data in entries.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(source.data)) as old, zipfile.ZipFile(out, "w") as new:
        for entry in old.infolist():
            data = changed.get(entry_key(entry.filename))
            new.writestr(entry, old.read(entry) if data is None else data, compress_type=entry.compress_type)
    return out.getvalue()
