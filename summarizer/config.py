"""Settings of this machine: environment variables, read once at the front door."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast, get_args

from summarizer.document import Lang
from summarizer.errors import UsageError


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where models lie and how they run; every field has an environment variable, `SVODKA_` + its name."""

    models_dir: Path
    cache_dir: Path
    data_dir: Path | None = None  # where drafts and the page's history are kept; None: nothing is
    models_file: Path | None = None  # the user's own entries, beside the ones that are shipped
    device: str = "auto"  # auto, cpu, cuda
    threads: int = 0  # 0: as many as there are cores for this process
    offline: bool = False  # never open a connection, not even for a link the user gave
    private_addresses: bool = False  # links to private, loopback and link-local addresses are allowed
    server_url: str = ""  # of a server that speaks OpenAI's interface; its key is no setting: SVODKA_SERVER_KEY alone
    server_model: str = ""  # the name that the server knows its model by; "": the one it has
    reader: Lang | None = None  # the reader's language, in which digests are written; None: the article's own

    @classmethod
    def from_env(cls, env: Mapping[str, str] | None = None) -> "Settings":
        """Read the environment. Raises `UsageError` for a value that cannot be read, with the variable's name."""
        env = os.environ if env is None else env
        data = Path(env.get("XDG_DATA_HOME") or Path.home() / ".local/share") / "svodka"
        cache = Path(env.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "svodka"
        own = env.get("SVODKA_MODELS_FILE", "")
        return cls(
            models_file=Path(own).expanduser() if own else None,
            models_dir=Path(env.get("SVODKA_MODELS_DIR") or data / "models").expanduser(),
            cache_dir=Path(env.get("SVODKA_CACHE_DIR") or cache).expanduser(),
            data_dir=Path(env.get("SVODKA_DATA_DIR") or data).expanduser(),
            device=_choice(env, "SVODKA_DEVICE", ("auto", "cpu", "cuda"), "auto"),
            threads=_whole_number(env, "SVODKA_THREADS"),
            offline=_switch(env, "SVODKA_OFFLINE") or _switch(env, "HF_HUB_OFFLINE"),
            private_addresses=_switch(env, "SVODKA_PRIVATE_ADDRESSES"),
            server_url=env.get("SVODKA_SERVER_URL", "").strip(),
            server_model=env.get("SVODKA_SERVER_MODEL", "").strip(),
            reader=cast("Lang | None", _choice(env, "SVODKA_READER", ("", *get_args(Lang)), "") or None),
        )


def cores() -> int:
    """Physical cores that this process may use: two threads on one core gain nothing in matrix arithmetic."""
    affinity: Callable[[int], set[int]] | None = getattr(os, "sched_getaffinity", None)
    if affinity is None:
        return os.cpu_count() or 1
    return len({_siblings(number) for number in affinity(0)})


def _siblings(cpu: int) -> str:
    try:
        return Path(f"/sys/devices/system/cpu/cpu{cpu}/topology/thread_siblings_list").read_text(encoding="ascii")
    except OSError:  # not said: a core of its own
        return str(cpu)


def _choice(env: Mapping[str, str], name: str, choices: tuple[str, ...], default: str) -> str:
    value = env.get(name, "").strip().lower() or default
    if value not in choices:
        raise UsageError(f"{name} is {value!r}", f"it can be: {', '.join(choice for choice in choices if choice)}")
    return value


def _whole_number(env: Mapping[str, str], name: str) -> int:
    value = env.get(name, "").strip() or "0"
    if not value.isdecimal():
        raise UsageError(f"{name} is {value!r}", "it must be a whole number, 0 for all cores")
    return int(value)


def _switch(env: Mapping[str, str], name: str) -> bool:
    return env.get(name, "").strip().lower() in {"1", "true", "yes", "on"}
