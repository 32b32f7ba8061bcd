"""Ctrl-C, in a process of its own: in Python's own waiting, and in a call of a library that does not come back."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROGRAM = """
import ctypes, sys, time
from summarizer import cli
from summarizer.commands import doctor

def sleeps(_):
    print("begun", flush=True)
    time.sleep(600)

def stuck(_):  # a lock that is held: no signal interrupts waiting for it
    library, lock = ctypes.CDLL(None), ctypes.create_string_buffer(64)
    library.pthread_mutex_lock(lock)
    print("begun", flush=True)
    library.pthread_mutex_lock(lock)

def tidies(_):
    try:
        sleeps(_)
    finally:
        print("tidied", flush=True)

doctor.command = locals()[sys.argv.pop()]
sys.exit(cli.main())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the lock is the C library's, in its layout on Linux")
@pytest.mark.parametrize(("command", "output"), [("sleeps", ""), ("stuck", ""), ("tidies", "tidied\n")])
def test_an_interrupt_ends_the_program_whatever_it_is_in(command, output):
    arguments = [sys.executable, "-c", PROGRAM, "doctor", command]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT) as child:
        assert child.stdout.readline() == "begun\n"
        child.send_signal(signal.SIGINT)
        left, said = child.communicate(timeout=120)
    assert (child.returncode, left, said) == (130, output, "svodka: interrupted\n")


@pytest.mark.parametrize(("given", "code"), [("--version", 0), ("no-such-command", 2)])
def test_a_program_that_nobody_interrupts_ends_as_it_did(given, code):
    arguments = [sys.executable, "-m", "summarizer", given]
    assert subprocess.run(arguments, capture_output=True, check=False, cwd=ROOT).returncode == code
