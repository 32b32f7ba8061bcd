"""The shelf of commands: the file's name is the word after `svodka`.

A module defines `HELP`, a line for the list of commands, and `arguments(parser)`, which adds its arguments and sets
`command`, the function that does it and gives the exit code. Every module is imported at every start: what is heavy
is imported inside the functions.
"""

import argparse
from collections.abc import Iterator
from typing import Protocol, cast

from summarizer.shelf import Shelf


class Command(Protocol):
    """What a module on this shelf promises."""

    HELP: str

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add the arguments, and the function that gets them as the default `command`."""


_SHELF = Shelf(__name__, ("HELP", "arguments"))


def commands() -> Iterator[tuple[str, Command]]:
    """Every command with its name."""
    for name, module in _SHELF.all():
        yield name, cast(Command, module)
