"""`svodka translate`."""

import argparse
from pathlib import Path
from typing import get_args

from summarizer import export
from summarizer.commands._terminal import SAME, floored, followed, judged, reading, run, source, write, writing
from summarizer.config import Settings
from summarizer.document import Lang
from summarizer.job import Job
from summarizer.pipeline import Pipeline

HELP = "the whole article, sentence by sentence"


def command(given: argparse.Namespace) -> int:
    """`svodka translate`."""
    job = Job(
        task="translate",
        to=given.to,
        model=given.model,
        glossary=given.glossary,
        memory=given.memory,
        alternatives=given.alternatives,
        floor=given.floor,
    )
    return _lines(given, job) if given.lines else run(given, job)


def _lines(given: argparse.Namespace, job: Job) -> int:
    """One output line for every input line, empty ones included: for line-aligned test sets."""
    settings = Settings.from_env()
    pipeline = Pipeline.from_settings(settings)
    document, count = pipeline.read_lines(source(given.source, settings), given.from_)
    result = followed(pipeline, document, job)
    lines: list[list[str]] = [[] for _ in range(count)]
    for passage in result.passages:
        lines[int(document.blocks[passage.block].anchor)].append(passage.text)
    write("".join(" ".join(parts).replace("\n", " ") + "\n" for parts in lines).encode(), given.output)
    return judged(result, strict=given.strict)


def arguments(parser: argparse.ArgumentParser) -> None:
    """Source, target, models, format."""
    reading(parser)
    parser.add_argument("--to", choices=get_args(Lang), help="default: the other language")
    parser.add_argument("--model", metavar="NAME", help="default: the best one on this machine")
    parser.add_argument("--lines", action="store_true", help="one output line for every input line")
    parser.add_argument(
        "--glossary",
        type=Path,
        metavar="FILE",
        help="terms to hold: CSV, TSV or TBX, or the word press: bodies and treaties as the press glossary has them",
    )
    parser.add_argument("--memory", type=Path, metavar="FILE", help="a translation memory: TMX, or one of Svodka's")
    parser.add_argument("--alternatives", type=int, default=0, metavar="N", help="further drafts a sentence (JSON)")
    floored(parser)
    writing(parser, (*export.names(), SAME))
    parser.set_defaults(command=command)
