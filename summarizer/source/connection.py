"""Connections that go to exactly the addresses that were checked, and that end in time.

The name is resolved once, its addresses are checked, and the socket is opened to one of them: no second resolution,
which could answer otherwise (DNS rebinding), comes in between. Host header, SNI and certificate stay the name's. Every
read waits no longer than the time that is left for the whole link, so that a server that drips bytes ends too.
"""

import ssl
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import httpcore
import httpx

from summarizer.source.addresses import Resolve, allowed, resolve_within
from summarizer.source.limits import Limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """When all that a link may take is over."""

    limits: Limits
    end: float

    @classmethod
    def start(cls, limits: Limits) -> "Clock":
        """It runs from now."""
        return cls(limits=limits, end=time.monotonic() + limits.total)

    def left(self, seconds: float | None) -> float:
        """`seconds`, or what is left when that is less. Raises `httpcore.ReadTimeout` when nothing is left."""
        left = self.end - time.monotonic()
        if left <= 0:
            raise httpcore.ReadTimeout
        return left if seconds is None else min(left, seconds)


class _Stream(httpcore.NetworkStream):
    def __init__(self, stream: httpcore.NetworkStream, clock: Clock) -> None:
        self._stream = stream
        self._clock = clock

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._clock.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._clock.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, self._clock.left(timeout))
        return _Stream(stream, self._clock)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _Backend(httpcore.NetworkBackend):
    def __init__(self, clock: Clock, resolve: Resolve, *, private: bool) -> None:
        self._clock = clock
        self._resolve = resolve
        self._private = private
        self._sockets = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        addresses = resolve_within(self._resolve, host, port, self._clock.left(timeout))
        if not self._private:
            allowed(addresses, host)
        failure: httpcore.ConnectError | httpcore.ConnectTimeout | None = None
        for address in addresses:
            try:
                stream = self._sockets.connect_tcp(
                    address, port, self._clock.left(timeout), local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return _Stream(stream, self._clock)
        raise failure or httpcore.ConnectError(host)


class _Body(httpx.SyncByteStream):
    def __init__(self, response: httpcore.Response) -> None:
        self._response = response

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._response.iter_stream())

    def close(self) -> None:
        self._response.close()


class Transport(httpx.BaseTransport):
    """httpx's way to the network; errors of the network stay httpcore's, refusals are `FetchError`."""

    def __init__(self, clock: Clock, resolve: Resolve, *, private: bool) -> None:
        self._pool = httpcore.ConnectionPool(
            ssl_context=httpx.create_ssl_context(trust_env=False),
            network_backend=_Backend(clock, resolve, private=private),
            max_keepalive_connections=0,
        )

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Send it; the body is read as it is iterated."""
        url = request.url
        response = self._pool.handle_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path),
                headers=request.headers.raw,
                extensions=request.extensions,
            )
        )
        return httpx.Response(status_code=response.status, headers=response.headers, stream=_Body(response))

    def close(self) -> None:
        """Close every connection."""
        self._pool.close()
