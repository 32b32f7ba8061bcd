"""Models of the hub, through `huggingface_hub`: asked for, fetched, resumed and held against the hub's own hashes.

HF_ENDPOINT, HF_TOKEN and HF_HOME (its token and its cache) are the client's own and mean here what they mean there. A
download that was broken off goes on where it stopped: the client itself begins anew in a new process (2.4.0), so the
parts are ours. Code of a repository is never fetched.
"""

import errno
import hashlib
import logging
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from summarizer.engine.hub_files import File, beside, files_of, loadable, pickled, safetensors
from summarizer.engine.machine import amount
from summarizer.engine.spec import Spec
from summarizer.engine.store import sha256
from summarizer.errors import ModelError, one_line

if TYPE_CHECKING:
    from huggingface_hub import HfApi

_TITLE, _BOT = "Adding `safetensors` variant of this model", "SFconvertbot"  # the hub's own conversion service
_SPARE = 64 * 2**20  # bytes left free beside what is fetched
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Plan:
    """What would be fetched, from where; `licence` is what the model's card says."""

    repo: str
    endpoint: str
    commit: str
    weights_commit: str  # "" where the weights are of the same commit
    licence: str
    gated: bool
    files: tuple[File, ...]

    @property
    def size(self) -> int:
        """Bytes."""
        return sum(file.size for file in self.files)

    @property
    def pickled(self) -> int:
        """Bytes that are written once more, as safetensors."""
        return sum(file.size for file in self.files if fnmatchcase(file.name, "pytorch_model*.bin"))

    @property
    def page(self) -> str:
        """Where a person reads about it."""
        return f"{self.endpoint}/{self.repo}"


def plan(spec: Spec, wanted: Sequence[str], commit: str = "") -> Plan:
    """What this model needs of its repository, at `commit` where one is pinned. Raises `ModelError`."""
    from huggingface_hub import HfApi

    repo = spec.repo or ""
    endpoint = (os.environ.get("HF_ENDPOINT") or "https://huggingface.co").rstrip("/")
    with _said(repo, endpoint):
        api = HfApi(endpoint=endpoint, library_name="svodka")
        info = api.model_info(repo, revision=commit or spec.revision, files_metadata=True)
        main = files_of(info)
        weights = loadable(main, wanted) or _converted(api, spec, main) or pickled(main)
    if not weights:
        raise ModelError(f"{repo} has no weights that can be read: neither safetensors nor pytorch_model.bin")
    other = next((file.commit for file in weights if file.commit != info.sha), "")
    files = {file.name: file for file in (*beside(main, (*wanted, *spec.files)), *weights)}
    licence = str(getattr(info.card_data, "license", None) or "")
    return Plan(repo, endpoint, str(info.sha), other, licence, bool(info.gated), tuple(files.values()))


def download(plan: Plan, folder: Path) -> None:
    """The plan's files in the folder, each of them checked. What is there is not fetched again. Raises `ModelError`."""
    with _said(plan.repo, plan.endpoint):
        folder.mkdir(parents=True, exist_ok=True)
        _room(plan, folder)
        for file in plan.files:
            if not (folder / file.name).is_file():
                _fetch(plan, file, folder)


def _converted(api: "HfApi", spec: Spec, main: Mapping[str, File]) -> list[File]:
    """Safetensors of the conversion branch, where it was made of these very weights."""
    branch = spec.conversion or _conversion_branch(api, spec.repo or "")
    if not branch:
        return []
    there = files_of(api.model_info(spec.repo or "", revision=branch, files_metadata=True))
    if [replace(file, commit="") for file in pickled(there)] != [replace(f, commit="") for f in pickled(main)]:
        _LOG.info("%s: %s was made of other weights and is passed over", spec.repo, branch)
        return []
    return safetensors(there)


def _conversion_branch(api: "HfApi", repo: str) -> str:
    from huggingface_hub.errors import HfHubHTTPError

    try:
        asked = api.get_repo_discussions(repo, discussion_type="pull_request", discussion_status="open")
        return next((str(one.git_reference) for one in asked if one.title == _TITLE and one.author == _BOT), "")
    except HfHubHTTPError as error:  # closed to discussion
        _LOG.info("%s: its pull requests cannot be read: %s", repo, one_line(error))
        return ""


def _room(plan: Plan, folder: Path) -> None:
    have = sum(path.stat().st_size for path in folder.iterdir() if path.is_file())
    need = max(0, plan.size - have) + plan.pickled + _SPARE
    free = shutil.disk_usage(folder).free
    if free < need:
        raise OSError(errno.ENOSPC, f"{plan.repo} needs {amount(need)} in {folder.parent}, {amount(free)} are free")


def _fetch(plan: Plan, file: File, folder: Path) -> None:
    from huggingface_hub import hf_hub_url, try_to_load_from_cache

    target, part = folder / file.name, folder / f".{file.name}.part"
    cached = try_to_load_from_cache(plan.repo, file.name, revision=file.commit)
    if isinstance(cached, str):
        shutil.copyfile(cached, part)
    else:
        url = hf_hub_url(plan.repo, file.name, revision=file.commit, endpoint=plan.endpoint)
        _download(url, file, part, plan.endpoint)
    found = sha256(part) if file.sha256 else _blob(part)
    if found != (file.sha256 or file.blob or found):
        part.unlink()
        raise ModelError(
            f"{file.name} of {plan.repo} is not the file that the hub lists: its hash is {found[:12]}…, "
            f"not {(file.sha256 or file.blob)[:12]}…",
            "fetch it again; if it stays so, something between here and the hub changes files",
        )
    part.replace(target)


def _download(url: str, file: File, part: Path, endpoint: str) -> None:
    """Into `part`, going on behind what is there of a large file."""
    from huggingface_hub import get_hf_file_metadata
    from huggingface_hub.file_download import http_get
    from huggingface_hub.utils import build_hf_headers  # type: ignore[attr-defined]

    about = get_hf_file_metadata(url, endpoint=endpoint, library_name="svodka")
    headers = build_hf_headers(library_name="svodka")
    if urlsplit(about.location).netloc != urlsplit(url).netloc:
        headers.pop("authorization", None)  # the token is for the hub, not for where the files lie
    begun = part.stat().st_size if file.sha256 and part.is_file() else 0
    if begun > file.size:
        begun = 0
    with part.open("r+b" if begun else "wb") as content:
        content.seek(begun)
        http_get(
            about.location,
            content,
            resume_size=begun,
            headers=headers,
            expected_size=about.size,
            displayed_filename=file.name,
        )


def _blob(path: Path) -> str:
    """Git's name for a content: SHA-1 is what the hub lists of small files."""
    data = path.read_bytes()
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


@contextmanager
def _said(repo: str, endpoint: str) -> Iterator[None]:
    """What the client raises, said by name and with what to do."""
    from huggingface_hub import errors

    again = "run the same command again: it goes on where it stopped"
    try:
        yield
    except errors.GatedRepoError as error:
        raise ModelError(
            f"{repo} is for those who have accepted its terms",
            f"accept them at {endpoint}/{repo}, then set HF_TOKEN to a token of yours ({endpoint}/settings/tokens)",
        ) from error
    except errors.RepositoryNotFoundError as error:
        raise ModelError(f"{endpoint} has no model {repo}, or not for you", "a private one wants HF_TOKEN") from error
    except errors.HfHubHTTPError as error:
        raise ModelError(f"{repo}: {endpoint} answers: {_first_line(error)}", again) from error
    except errors.OfflineModeIsEnabled as error:
        raise ModelError(f"{repo} cannot be fetched: HF_HUB_OFFLINE is set", "unset it, or use an archive") from error
    except (errors.HTTPError, errors.HFValidationError) as error:  # type: ignore[attr-defined]
        raise ModelError(f"{repo} cannot be fetched from {endpoint}: {_first_line(error)}", again) from error
    except OSError as error:
        if error.errno == errno.ENOSPC:
            hint = "make room, or name another folder in SVODKA_MODELS_DIR; what has come is kept"
            raise ModelError(f"the disk is full: {error.strerror}", hint) from error
        raise ModelError(f"{repo} cannot be fetched: {_first_line(error)}", again) from error


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
