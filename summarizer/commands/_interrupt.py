"""An interrupt that ends the program within a second, whatever it is in.

Python sees an interrupt when a call comes back, and a translator of billions of parameters comes back after a batch:
a minute on a laptop. Files are written whole or not at all, so that nothing is lost by not waiting for it.
"""

import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from summarizer.commands._terminal import say

CODE = 130
_GRACE = 0.7  # seconds for what is open to be closed


@contextmanager
def at_once() -> Iterator[None]:
    """Meanwhile a thread beside hears of an interrupt when it comes, and ends the program if nobody else does."""
    if threading.current_thread() is not threading.main_thread():  # another one gets no interrupts
        yield
        return
    heard, told = os.pipe()
    if sys.platform != "win32":
        os.set_blocking(told, False)
    before = signal.set_wakeup_fd(told, warn_on_full_buffer=False)
    over = threading.Event()
    threading.Thread(target=_listen, args=(heard, over), name="interrupt", daemon=True).start()
    try:
        yield
    finally:
        over.set()
        signal.set_wakeup_fd(before)
        os.close(told)


def end() -> NoReturn:
    """Say so and end, without the libraries' own tidying up, which waits for their batches."""
    say("svodka: interrupted")
    os._exit(CODE)


def _listen(heard: int, over: threading.Event) -> None:
    while content := os.read(heard, 64):
        if signal.SIGINT in content and not over.wait(_GRACE):
            end()
    os.close(heard)
