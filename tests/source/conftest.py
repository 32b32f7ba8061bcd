import threading

import pytest


@pytest.fixture
def silence():
    """What a silent party waits for; set when the test is over."""
    event = threading.Event()
    yield event
    event.set()
