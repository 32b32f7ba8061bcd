"""What every command does at the terminal: find the source, follow the job, say the findings, write the result."""

import argparse
import os
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from summarizer.config import Settings
from summarizer.document import Document, Lang
from summarizer.errors import UsageError
from summarizer.job import Job, Result

if TYPE_CHECKING:
    from summarizer.pipeline import Pipeline
    from summarizer.source import Source

SAME = "same"  # the source's own format, its layout kept


def run(arguments: argparse.Namespace, job: Job) -> int:
    """Read the source, do the job, write the result, say the rest; gives the exit code."""
    from summarizer.pipeline import Pipeline

    settings = Settings.from_env()
    pipeline = Pipeline.from_settings(settings)
    given = source(arguments.source, settings)
    document = pipeline.read(given, arguments.from_)
    rebuild = pipeline.rebuilder(given) if arguments.format == SAME else None  # before the work: it may be refused
    result = followed(pipeline, document, job)
    write(rebuild(given, result) if rebuild else pipeline.export(result, arguments.format), arguments.output)
    say_dropped(document)
    return judged(result, strict=arguments.strict)


def followed(pipeline: "Pipeline", document: Document, job: Job) -> Result:
    """Run the job; on a terminal, show how far it is."""
    show = sys.stderr.isatty()
    result = None
    for step in pipeline.stream(document, job):
        if show and step.total:
            print(f"\r{step.stage} {step.done}/{step.total} ", end="", file=sys.stderr, flush=True)
        result = step.result or result
    if show:
        print("\r\033[K", end="", file=sys.stderr, flush=True)
    if result is None:
        raise AssertionError("the last step carries no result")
    for line in pipeline.notices(document, result):
        say(f"note: {line}")
    return result


def judged(result: Result, *, strict: bool) -> int:
    """Say what the checks found; gives the exit code."""
    for finding in result.findings:
        where = "" if finding.passage is None else f" [sentence {finding.passage + 1}]"
        say(f"{finding.severity}: {finding.check}{where}: {finding.message}")
    return int(strict and any(finding.severity == "error" for finding in result.findings))


def source(name: str, settings: Settings) -> "Source":
    from summarizer.source import Source

    if name == "-":
        return Source.from_stream(sys.stdin.buffer)
    if re.match(r"[A-Za-z]+://", name):
        return Source.from_url(name, settings)
    return Source.from_file(Path(name))


def write(data: bytes, output: str | None) -> None:
    """To standard output, or whole or not at all into a file."""
    if output is None or output == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    path = Path(output)
    try:
        if path.exists() and not path.is_file():  # a device or a pipe cannot be replaced
            path.write_bytes(data)
            return
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as new:
            new.write(data)
        mask = os.umask(0)
        os.umask(mask)
        Path(new.name).chmod(0o666 & ~mask)  # as an ordinary new file; a temporary one is the owner's alone
        Path(new.name).replace(path)
    except OSError as error:
        raise UsageError(f"cannot write {output}: {error.strerror}", "name another file with -o") from error


def say(line: str) -> None:
    print(line, file=sys.stderr)


def say_dropped(document: Document) -> None:
    counts = Counter(dropped.reason for dropped in document.dropped)
    if counts:
        what = ", ".join(f"{reason} ({count})" if count > 1 else reason for reason, count in counts.items())
        say(f"left out: {what}; `svodka extract --format json` shows it")


def reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", metavar="SOURCE", help="a path, a link, or - for standard input")
    parser.add_argument("--from", dest="from_", choices=get_args(Lang), help="the article's language (default: seen)")


def floored(parser: argparse.ArgumentParser) -> None:
    """The confidence that a draft must have."""
    about = "leave a sentence as it is where its draft is less sure than this, 0 to 1 (default: 0, never)"
    parser.add_argument("--floor", type=_share, default=0.0, metavar="N", help=about)


def _share(text: str) -> float:
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 0 to 1")
    return share


def writing(parser: argparse.ArgumentParser, formats: Sequence[str]) -> None:
    """The format, `--strict` and the output file."""
    parser.add_argument("--format", choices=formats, default="text")
    parser.add_argument("--strict", action="store_true", help="exit with 1 when a check finds an error")
    parser.add_argument("-o", dest="output", metavar="FILE", help="write there, whole or not at all")
