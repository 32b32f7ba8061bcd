"""Which network addresses a link may lead to, and what a host's name resolves to.

A link that a page or a redirect names must not reach the services of this machine or this network. The names of hosts
say nothing of that (anybody can point a name at 127.0.0.1): the resolved addresses are looked at.
"""

import ipaddress
import queue
import socket
import threading
from collections.abc import Callable
from typing import TypeAlias

from summarizer.errors import FetchError

Resolve: TypeAlias = Callable[[str, int], list[str]]  # host and port to addresses; raises OSError
_Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address

_NETWORKS = tuple(
    (ipaddress.ip_network(network), kind)
    for network, kind in (
        ("169.254.169.254/32", "a cloud's metadata address"),
        ("fd00:ec2::254/128", "a cloud's metadata address"),
        ("100.100.100.200/32", "a cloud's metadata address"),  # Alibaba Cloud
        ("168.63.129.16/32", "a cloud's metadata address"),  # Azure: a public address that never leaves the host
        ("100.64.0.0/10", "an address inside a provider's network"),  # RFC 6598
        ("64:ff9b:1::/48", "a private address"),  # RFC 8215
        ("fec0::/10", "a private address"),  # site-local, RFC 3879; ipaddress calls it global
    )
)
_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: an IPv4 address in the last 32 bits


def why_refused(address: str) -> str:
    """What kind of address it is when it must not be connected to, else "". Raises `ValueError` for what is none."""
    ip = _unwrapped(ipaddress.ip_address(address))
    for network, kind in _NETWORKS:
        if ip in network:
            return kind
    kinds = (
        (ip.is_loopback, "an address of this machine"),
        (ip.is_unspecified, "an address of this machine"),
        (ip.is_link_local, "a link-local address"),
        (ip.is_multicast, "a multicast address"),
        (ip.is_private, "a private address"),
        (not ip.is_global or ip.is_reserved, "a reserved address"),
    )
    return next((kind for holds, kind in kinds if holds), "")


def _unwrapped(ip: _Address) -> _Address:
    """The IPv4 address inside an IPv6 one (mapped, 6to4, Teredo, NAT64): that is where the packets go."""
    if isinstance(ip, ipaddress.IPv4Address):
        return ip
    inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
    if ip in _NAT64:
        inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return inner or ip


def system_resolve(host: str, port: int) -> list[str]:
    """The addresses that the system's resolver gives, its order kept."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def resolve_within(resolve: Resolve, host: str, port: int, seconds: float) -> list[str]:
    """The addresses of `host`. Raises `FetchError` for none, and after `seconds`: getaddrinfo has no limit."""
    answer: queue.SimpleQueue[list[str] | OSError] = queue.SimpleQueue()
    threading.Thread(target=_ask, args=(resolve, host, port, answer), daemon=True).start()
    try:
        found = answer.get(timeout=max(seconds, 0.001))
    except queue.Empty:
        message = f"the name server did not say within {seconds:.0f} s where {host} is"
        raise FetchError(message, "check the network and try again") from None
    if isinstance(found, OSError) or not found:
        raise FetchError(f"there is no host called {host}, or no network", "check the link and the network")
    return found


def _ask(resolve: Resolve, host: str, port: int, answer: "queue.SimpleQueue[list[str] | OSError]") -> None:
    try:
        answer.put(resolve(host, port))
    except (OSError, UnicodeError):  # UnicodeError: a label over 63 characters
        answer.put(OSError(host))


def allowed(addresses: list[str], host: str) -> list[str]:
    """The addresses as they came. Raises `FetchError` when one of them must not be connected to: a name that has both
    kinds is a trick."""
    for address in addresses:
        kind = why_refused(address)
        if kind:
            hint = "set SVODKA_PRIVATE_ADDRESSES=1 if you trust the link"
            raise FetchError(f"{host} leads to {address}, {kind}", hint)
    return addresses
