"""From a link to bytes: redirects by hand, every hop's address checked, time and size limited."""

import zlib
from collections.abc import Iterator
from typing import NamedTuple

import httpcore
import httpx

from summarizer.config import Settings
from summarizer.errors import FetchError, one_line
from summarizer.source.addresses import Resolve, system_resolve
from summarizer.source.connection import Clock, Transport
from summarizer.source.limits import DEFAULT, Limits
from summarizer.source.replies import Said, refuse_media, refuse_status, said
from summarizer.version import __version__

_HEADERS = {
    "User-Agent": f"svodka/{__version__} (reads single articles for its user)",
    "Accept": "text/html,application/xhtml+xml,application/pdf,text/*;q=0.9,*/*;q=0.5",
    "Accept-Language": "ru,en;q=0.9",
    "Accept-Encoding": "gzip",  # what `_unpacked` can limit while it unpacks
}


class Fetched(NamedTuple):
    """The body, what was said of it, and the URL that it came from in the end."""

    data: bytes
    said: Said
    url: str


def fetch(url: str, settings: Settings, limits: Limits = DEFAULT, resolve: Resolve = system_resolve) -> Fetched:
    """Get what the link leads to. Raises `FetchError` for whatever comes in between.

    The environment's proxies are not used: through a proxy the address that is connected to could not be checked.
    Cookies are kept between the hops of this link only.
    """
    start = _checked(url)
    if settings.offline:
        raise FetchError(f"{start} was not fetched: SVODKA_OFFLINE is set", "unset it, or give a file")
    clock = Clock.start(limits)
    transport = Transport(clock, resolve, private=settings.private_addresses)
    timeout = httpx.Timeout(limits.read, connect=limits.connect)
    with httpx.Client(transport=transport, headers=_HEADERS, timeout=timeout, trust_env=False) as client:
        try:
            return _follow(client, start, limits)
        except httpcore.TimeoutException as error:
            raise _too_slow(start, error, limits) from error
        except (httpcore.NetworkError, httpcore.ProtocolError) as error:
            raise _broken(start, error) from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:  # all that httpx does itself here is to read the Location
            message = f"{start} redirects to what is not a link that can be read"
            raise FetchError(message, "open it in a browser and give the address it ends at") from error


def _checked(link: str) -> httpx.URL:
    try:
        url = httpx.URL(link.strip())
    except (httpx.InvalidURL, ValueError) as error:
        raise FetchError(f"{link[:200]!r} is not a link: {error}", "give a link that begins with https://") from error
    if url.scheme not in ("http", "https") or not url.host:
        hint = "only http:// and https:// links are read"
        raise FetchError(f"{link[:200]!r} is not a link that can be read", hint)
    if url.userinfo:
        raise FetchError(
            f"the link to {url.host} has a password in it", "links are read without passwords: save the page"
        )
    return url.copy_with(fragment=None)


def _follow(client: httpx.Client, url: httpx.URL, limits: Limits) -> Fetched:
    seen: list[tuple[httpx.URL, str]] = []
    for _ in range(limits.redirects + 1):
        request = client.build_request("GET", url)
        state = (url, request.headers.get("Cookie", ""))  # pages that set a cookie lead to themselves once
        if state in seen:
            raise FetchError(f"{url} redirects in a circle", "open it in a browser and give the address it ends at")
        seen.append(state)
        response = client.send(request, stream=True)
        try:
            if not response.has_redirect_location:
                return _read(response, limits)
            url = _checked(str(url.join(response.headers["Location"])))
        finally:
            response.close()
    raise FetchError(f"{seen[0][0]} redirects more than {limits.redirects} times", "give the address it ends at")


def _read(response: httpx.Response, limits: Limits) -> Fetched:
    url = str(response.url)
    refuse_status(response.status_code, url)
    headers = response.headers
    about = said(headers.get("Content-Type", ""), headers.get("Content-Disposition", ""), response.url.path)
    refuse_media(about.media_type, url)
    if int(headers.get("Content-Length", "0")) > limits.size:
        raise _too_large(url, limits)
    data = bytearray()
    for chunk in _unpacked(response, url):
        data += chunk
        if len(data) > limits.size:
            raise _too_large(url, limits)
    if not data:
        raise FetchError(f"{url} sent nothing", "open it in a browser, save the page and give Svodka the file")
    return Fetched(bytes(data), about, url)


def _unpacked(response: httpx.Response, url: str) -> Iterator[bytes]:
    """The body in pieces of at most 1 MB, however small a gzip bomb's own pieces are."""
    packing = response.headers.get("Content-Encoding", "identity").strip().lower()
    if packing == "identity":
        yield from response.iter_raw()
        return
    if packing not in ("gzip", "x-gzip", "deflate"):
        raise FetchError(f"{url} is packed as {packing!r}, which was not asked for", "save the page and give the file")
    unpack = zlib.decompressobj(zlib.MAX_WBITS | 32)
    try:
        for chunk in response.iter_raw():
            rest = chunk
            while rest and not unpack.eof:
                yield unpack.decompress(rest, 1_000_000)
                rest = unpack.unconsumed_tail
    except zlib.error as error:
        raise FetchError(f"{url} sent gzip data that is broken", "try again") from error
    if not unpack.eof:
        raise FetchError(f"{url} broke off before its end", "try again")


def _too_large(url: str, limits: Limits) -> FetchError:
    return FetchError(f"{url} is larger than {limits.size / 1e6:.0f} MB", "give the article alone")


def _too_slow(url: httpx.URL, error: httpcore.TimeoutException, limits: Limits) -> FetchError:
    if isinstance(error, httpcore.ConnectTimeout):
        message = f"{url.host} did not answer within {limits.connect:g} s"
    else:
        message = f"{url} did not come within {limits.read:g} s of silence and {limits.total:g} s in all"
    return FetchError(message, "try again later, or save the page and give the file")


def _broken(url: httpx.URL, error: Exception) -> FetchError:
    reason = one_line(error) or type(error).__name__
    if "CERTIFICATE" in reason.upper():
        return FetchError(f"the certificate of {url.host} is not valid: {reason}", "check the link")
    return FetchError(f"{url} could not be fetched: {reason}", "check the link and the network")
