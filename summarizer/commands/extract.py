"""`svodka extract`."""

import argparse

from summarizer.commands._terminal import reading, say_dropped, source, write
from summarizer.config import Settings
from summarizer.export.json import document_data, dumps
from summarizer.pipeline import Pipeline

HELP = "what was read: blocks and sentences"


def command(given: argparse.Namespace) -> int:
    """`svodka extract`: what was read."""
    settings = Settings.from_env()
    document = Pipeline.from_settings(settings).read(source(given.source, settings), given.from_)
    say_dropped(document)
    if given.format == "json":
        write(dumps({"document": document_data(document)}), None)
    else:
        write(f"{document.text}\n".encode(), None)
    return 0


def arguments(parser: argparse.ArgumentParser) -> None:
    """Source and format."""
    reading(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(command=command)
