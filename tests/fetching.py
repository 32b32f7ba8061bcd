"""What the tests of links share."""

from pathlib import Path

import pytest

from summarizer.config import Settings
from summarizer.errors import FetchError
from summarizer.source.fetch import fetch
from summarizer.source.limits import Limits

PAGE = "<html><body><p>Съезд открылся в четверг.</p></body></html>"
BODY = PAGE.encode()
QUICK = Limits(connect=0.2, read=0.2, total=0.6, size=100_000)  # for servers that never answer
PATIENT = Limits(connect=20, read=20, total=60, size=100_000)  # a busy machine is no fault
PRIVATE = Settings(models_dir=Path(), cache_dir=Path(), private_addresses=True)
PUBLIC = Settings(models_dir=Path(), cache_dir=Path())


def refusal(link, settings=PRIVATE, limits=PATIENT, **how):
    with pytest.raises(FetchError) as raised:
        fetch(link, settings, limits, **how)
    assert raised.value.hint
    assert "\n" not in str(raised.value)
    return str(raised.value)


def page(body=BODY, **headers):
    return (
        200,
        {"Content-Type": "text/html", **{name.replace("_", "-"): value for name, value in headers.items()}},
        body,
    )


def to(location, status=302):
    return status, {"Location": location}, b""


def names(table):
    """A resolver that knows these hosts."""
    return lambda host, port: table[host]
