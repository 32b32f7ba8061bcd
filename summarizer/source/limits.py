"""How much of a source is read, and how long a link is waited for."""

from dataclasses import dataclass

MAX_BYTES = 50_000_000  # a 1,000-page book with its pictures; 100,000 words of text are under 2 MB


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Seconds, hops and bytes that a link may take; `total` is for all hops together, `size` for what is unpacked."""

    connect: float = 10.0
    read: float = 15.0
    total: float = 60.0
    redirects: int = 10
    size: int = MAX_BYTES


DEFAULT = Limits()
