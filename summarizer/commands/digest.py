"""`svodka digest`."""

import argparse
from typing import get_args

from summarizer import export
from summarizer.commands._terminal import reading, run, writing
from summarizer.document import Lang
from summarizer.job import Form, Job, Length

_FORMATS = ("text", "markdown", "html", "json", "docx")
HELP = "the few sentences that carry the article"


def command(given: argparse.Namespace) -> int:
    """`svodka digest`."""
    job = Job(
        task="digest",
        to=given.to,
        length=given.length,
        form=given.form,
        model=given.model,
        digest_model=given.digest_model,
        compress=given.compress,
    )
    return run(given, job)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Source, length, form, models, format."""
    reading(parser)
    parser.add_argument("--to", choices=get_args(Lang), help="the digest's language (default: the article's own)")
    parser.add_argument("--length", choices=get_args(Length), default="medium", help="about 60, 120 or 250 words")
    parser.add_argument("--form", choices=get_args(Form), default="paragraph")
    parser.add_argument("--model", metavar="NAME", help="the translator into the other language")
    parser.add_argument(
        "--digest-model", metavar="NAME", help="writes the digest (default: the article's own sentences)"
    )
    parser.add_argument(
        "--compress", action="store_true", help="shorten its sentences: no parentheses, asides, places of saying"
    )
    writing(parser, [name for name in _FORMATS if name in export.names()])
    parser.set_defaults(command=command)
