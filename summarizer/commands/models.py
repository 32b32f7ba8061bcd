"""`svodka models`."""

import argparse

from summarizer.commands._terminal import write
from summarizer.config import Settings
from summarizer.engine.engine import Engine
from summarizer.model_table import card, table

HELP = "the models there are"


def models_list(_: argparse.Namespace) -> int:
    """`svodka models list`."""
    write(table(Engine(Settings.from_env())).encode(), None)
    return 0


def models_show(arguments: argparse.Namespace) -> int:
    """`svodka models show NAME`."""
    write(card(Engine(Settings.from_env()), arguments.name).encode(), None)
    return 0


def arguments(parser: argparse.ArgumentParser) -> None:
    """A command for each thing one does with models."""
    verbs = parser.add_subparsers(metavar="WHAT", required=True)
    verbs.add_parser("list", help="a line a model").set_defaults(command=models_list)
    show = verbs.add_parser("show", help="one model, in full")
    show.add_argument("name", metavar="NAME")
    show.set_defaults(command=models_show)
