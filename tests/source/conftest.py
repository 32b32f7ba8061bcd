import threading

import pytest
from web_server import serving


@pytest.fixture
def silence():
    """What a silent party waits for; set when the test is over."""
    event = threading.Event()
    yield event
    event.set()


@pytest.fixture
def serve():
    with serving() as start:
        yield start
