"""Firefox's index of translation models (Remote Settings): which files a direction has, fetched and checked.

The index is read and every file unpacked and held against its SHA-256 by `fxtranslate` itself. Only the download is
ours: the package takes files from Mozilla's own server whatever index it is pointed at, so that a team's re-hosted
copy could not be used. Where files lie is asked of the index's server, as Firefox does.
"""

import hashlib
import logging
import time
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urljoin

from summarizer.errors import ModelError, one_line

if TYPE_CHECKING:
    import httpx

_LOG = logging.getLogger(__name__)
_FILES = "https://firefox-settings-attachments.cdn.mozilla.net/"  # where the index's server does not say
_BEST = ("base", "base-memory", "tiny")  # in this order, of one version; Mozilla's evaluation has base above tiny
_TRIES = 4
_FIRST_WAIT = 0.5  # seconds, doubled with every further try
_TIMEOUT = 30.0  # seconds without a byte
_KINDS = frozenset({"model", "vocab", "srcvocab", "trgvocab", "lex"})


class File(NamedTuple):
    """One file of a model as the index has it; `sha256` is that of the unpacked file."""

    name: str
    location: str
    sha256: str


def files(source: str, to: str) -> tuple[File, ...]:
    """What the direction's newest model consists of. Raises `ModelError` where the index has none or is not sound."""
    from fxtranslate import discovery

    try:
        body = discovery.fetch_records_body()
        served = (source, to) in discovery.model_pairs(body)  # of a version that this package can run
        records = [one for one in discovery.parse_records(body) if _is_of(one, source, to)]
    except ValueError as error:
        raise ModelError(f"Firefox's index of models cannot be read: {one_line(error)}", "try again later") from error
    if not served or not records:
        raise ModelError(f"Firefox's index has no model for {source}-{to} that this version of fxtranslate can run")
    return tuple(_file(record) for record in _newest(records))


def fetch(wanted: Iterable[File], folder: Path, *, first_wait: float = _FIRST_WAIT) -> dict[str, str]:
    """The files in `folder`, each checked; one that is there and sound is not fetched again. SHA-256 by name."""
    import httpx
    from fxtranslate import discovery

    with httpx.Client(timeout=_TIMEOUT, follow_redirects=True) as client:
        base = _base(client, discovery.records_url())
        for file in wanted:
            if not _is_there(folder / file.name, file.sha256):
                _fetch(client, urljoin(base, file.location), folder / file.name, file.sha256, first_wait)
    return {file.name: file.sha256 for file in wanted}


def _is_of(record: Mapping[str, Any], source: str, to: str) -> bool:
    direction = record["sourceLanguage"], record["targetLanguage"]
    return direction == (source, to) and record["fileType"] in _KINDS and str(record["version"]).startswith("3.")


def _newest(records: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The files of one model: the newest version, then the best architecture."""
    models = [record for record in records if record["fileType"] == "model"]
    best = max(models, key=lambda one: (_version(one["version"]), -_rank(one["architecture"])))
    same = best["version"], best["architecture"]
    return [one for one in records if (one["version"], one["architecture"]) == same]


def _version(text: str) -> tuple[int, ...]:
    """3.10 is after 3.9, and 3.0 after its own alpha 3.0a1."""
    main, _, alpha = text.partition("a")
    numbers = [int(part) if part.isdecimal() else 0 for part in main.split(".")]
    return (*numbers, int(alpha) if alpha.isdecimal() else 1_000_000)


def _rank(architecture: str | None) -> int:
    return _BEST.index(architecture) if architecture in _BEST else len(_BEST)


def _file(record: Mapping[str, Any]) -> File:
    name, sha256 = str(record["name"]), record["decompressedHash"]
    if not sha256:
        raise ModelError(f"Firefox's index has no SHA-256 for {name}: it is not fetched")
    if Path(name).name != name or name.startswith("."):
        raise ModelError(f"Firefox's index has a file of the name {name!r}: it is not fetched")
    return File(name, str(record["location"]), str(sha256))


def _base(client: "httpx.Client", index: str) -> str:
    """Where the index's server says that its files lie (Kinto's `attachments` capability)."""
    import httpx

    root, version, _ = index.partition("/v1/")
    try:
        return str(client.get(root + version).raise_for_status().json()["capabilities"]["attachments"]["base_url"])
    except (httpx.HTTPError, ValueError, KeyError, TypeError) as error:
        _LOG.info("%s does not say where its files lie (%s): taken from %s", root, one_line(error), _FILES)
        return _FILES


def _is_there(file: Path, sha256: str) -> bool:
    return file.is_file() and hashlib.sha256(file.read_bytes()).hexdigest() == sha256


def _fetch(client: "httpx.Client", url: str, file: Path, sha256: str, first_wait: float) -> None:
    """One file, unpacked and sound, under its name only then. Raises `ModelError` after some tries."""
    import httpx
    from fxtranslate import discovery

    fault = ""
    for turn in range(_TRIES):
        try:
            packed = client.get(url).raise_for_status().content
            content = discovery.verify_and_decompress(packed, sha256)
            break
        except (httpx.HTTPError, ValueError) as error:  # cut short, changed on the way, or nobody there
            fault = one_line(error)
            _LOG.info("%s: %s", file.name, fault)
            time.sleep(first_wait * 2**turn if turn + 1 < _TRIES else 0)
    else:
        raise ModelError(f"{file.name} cannot be fetched in {_TRIES} tries: {fault}", "try again later")
    _write(file, content)


def _write(file: Path, content: bytes) -> None:
    new = file.with_name(f".{file.name}.new")
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        new.write_bytes(content)
        new.replace(file)
    except OSError as error:
        new.unlink(missing_ok=True)
        raise ModelError(f"{file} cannot be written: {error.strerror or error}", "make room there") from error
