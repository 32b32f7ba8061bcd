"""The shelf of commands: the file's name is the word after `svodka`.

A module defines `HELP`, a line for the list of commands, and `arguments(parser)`, which adds its arguments and sets
`command`, the function that does it and gives the exit code. Only the module of the command that is given is imported:
the list of commands is read from the modules' text, and costs no start.
"""

import argparse
import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol, cast

from summarizer.errors import ShelfError
from summarizer.shelf import Shelf


class Command(Protocol):
    """What a module on this shelf promises."""

    HELP: str

    def arguments(self, parser: argparse.ArgumentParser) -> None:
        """Add the arguments, and the function that gets them as the default `command`."""


_SHELF = Shelf(__name__, ("HELP", "arguments"))


def command(name: str) -> Command:
    """The command called `name`."""
    return cast(Command, _SHELF.get(name))


def helps() -> Iterator[tuple[str, str]]:
    """Every command's name and its line for the list. Raises `ShelfError` for a module without one."""
    for name in _SHELF.names():
        tree = ast.parse(Path(__file__).with_name(f"{name}.py").read_text(encoding="utf-8"))
        said = [
            node.value for node in tree.body if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "HELP"
        ]
        if not said:
            raise ShelfError(f"the command {name!r} does not define HELP")
        yield name, str(ast.literal_eval(said[0]))
