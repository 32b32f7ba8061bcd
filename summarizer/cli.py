"""The command line: arguments to a source and a job, through the pipeline, to standard output.

Results go to standard output, all else to standard error. Exit codes: 0 done; 1 done, with findings of severity error
under `--strict`; 2 wrong usage; 3 the source could not be read; 4 no model for this; 130 interrupted.
"""

import argparse
import os
import re
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from summarizer import export
from summarizer.config import Settings
from summarizer.document import Document, Lang
from summarizer.engine.engine import Engine
from summarizer.errors import ModelError, SourceError, SvodkaError, UsageError
from summarizer.export.json import document_data, dumps
from summarizer.job import Form, Job, Length, Result
from summarizer.model_table import card, table
from summarizer.pipeline import Pipeline
from summarizer.source import Source
from summarizer.version import __version__

_EXIT_CODES: tuple[tuple[type[SvodkaError], int], ...] = ((SourceError, 3), (ModelError, 4), (UsageError, 2))


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; gives the exit code, never raises but for wrong usage (`SystemExit`, code 2)."""
    arguments = _parser().parse_args(argv)
    try:
        code: int = arguments.command(arguments)
    except SvodkaError as error:
        _say(f"svodka: {error}" + (f"; {error.hint}" if error.hint else ""))
        return next((code for kind, code in _EXIT_CODES if isinstance(error, kind)), 70)
    except KeyboardInterrupt:
        _say("svodka: interrupted")
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what follows must not fail on the closed pipe
        return 0
    except Exception as error:
        if os.environ.get("SVODKA_DEBUG"):
            raise
        _say(f"svodka: a bug: {type(error).__name__}: {error}; SVODKA_DEBUG=1 shows where")
        return 70
    return code


def digest(arguments: argparse.Namespace) -> int:
    """`svodka digest`."""
    job = Job(
        task="digest",
        to=arguments.to,
        length=arguments.length,
        form=arguments.form,
        model=arguments.model,
        digest_model=arguments.digest_model,
    )
    return _run(arguments, job)


def translate(arguments: argparse.Namespace) -> int:
    """`svodka translate`."""
    job = Job(task="translate", to=arguments.to, model=arguments.model, alternatives=arguments.alternatives)
    return _lines(arguments, job) if arguments.lines else _run(arguments, job)


def extract(arguments: argparse.Namespace) -> int:
    """`svodka extract`: what was read."""
    settings = Settings.from_env()
    document = Pipeline.from_settings(settings).read(_source(arguments.source, settings), arguments.from_)
    _say_dropped(document)
    if arguments.format == "json":
        _write(dumps({"document": document_data(document)}), None)
    else:
        _write(f"{document.text}\n".encode(), None)
    return 0


def models_list(_: argparse.Namespace) -> int:
    """`svodka models list`."""
    _write(table(Engine(Settings.from_env())).encode(), None)
    return 0


def models_show(arguments: argparse.Namespace) -> int:
    """`svodka models show NAME`."""
    _write(card(Engine(Settings.from_env()), arguments.name).encode(), None)
    return 0


def _run(arguments: argparse.Namespace, job: Job) -> int:
    settings = Settings.from_env()
    pipeline = Pipeline.from_settings(settings)
    document = pipeline.read(_source(arguments.source, settings), arguments.from_)
    result = _followed(pipeline, document, job)
    _write(pipeline.export(result, arguments.format), arguments.output)
    _say_dropped(document)
    return _judged(result, strict=arguments.strict)


def _lines(arguments: argparse.Namespace, job: Job) -> int:
    """One output line for every input line, empty ones included: for line-aligned test sets."""
    settings = Settings.from_env()
    pipeline = Pipeline.from_settings(settings)
    document, count = pipeline.read_lines(_source(arguments.source, settings), arguments.from_)
    result = _followed(pipeline, document, job)
    lines: list[list[str]] = [[] for _ in range(count)]
    for passage in result.passages:
        lines[int(document.blocks[passage.block].anchor)].append(passage.text)
    _write("".join(" ".join(parts).replace("\n", " ") + "\n" for parts in lines).encode(), arguments.output)
    return _judged(result, strict=arguments.strict)


def _followed(pipeline: Pipeline, document: Document, job: Job) -> Result:
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
        _say(f"note: {line}")
    return result


def _judged(result: Result, *, strict: bool) -> int:
    """Say what the checks found; gives the exit code."""
    for finding in result.findings:
        where = "" if finding.passage is None else f" [sentence {finding.passage + 1}]"
        _say(f"{finding.severity}: {finding.check}{where}: {finding.message}")
    return int(strict and any(finding.severity == "error" for finding in result.findings))


def _source(name: str, settings: Settings) -> Source:
    if name == "-":
        return Source.from_stream(sys.stdin.buffer)
    if re.match(r"[A-Za-z]+://", name):
        return Source.from_url(name, settings)
    return Source.from_file(Path(name))


def _write(data: bytes, output: str | None) -> None:
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


def _say(line: str) -> None:
    print(line, file=sys.stderr)


def _say_dropped(document: Document) -> None:
    counts = Counter(dropped.reason for dropped in document.dropped)
    if counts:
        what = ", ".join(f"{reason} ({count})" if count > 1 else reason for reason, count in counts.items())
        _say(f"left out: {what}; `svodka extract --format json` shows it")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="svodka",
        description="Digest and translate long articles between Russian and English, on your own machine.",
        epilog="SOURCE is a path, a link, or - for standard input.",
    )
    parser.add_argument("--version", action="version", version=f"svodka {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    _digest_parser(commands.add_parser("digest", help="the few sentences that carry the article"))
    _translate_parser(commands.add_parser("translate", help="the whole article, sentence by sentence"))
    _extract_parser(commands.add_parser("extract", help="what was read: blocks and sentences"))
    models = commands.add_parser("models", help="the models there are").add_subparsers(metavar="WHAT", required=True)
    models.add_parser("list", help="a line a model").set_defaults(command=models_list)
    show = models.add_parser("show", help="one model, in full")
    show.add_argument("name", metavar="NAME")
    show.set_defaults(command=models_show)
    return parser


def _digest_parser(parser: argparse.ArgumentParser) -> None:
    _reading(parser)
    parser.add_argument("--to", choices=get_args(Lang), help="the digest's language (default: the article's own)")
    parser.add_argument("--length", choices=get_args(Length), default="medium", help="about 60, 120 or 250 words")
    parser.add_argument("--form", choices=get_args(Form), default="paragraph")
    parser.add_argument("--model", metavar="NAME", help="the translator, where the digest is in the other language")
    parser.add_argument("--digest-model", metavar="NAME", help="default: the article's own sentences")
    _writing(parser)
    parser.set_defaults(command=digest)


def _translate_parser(parser: argparse.ArgumentParser) -> None:
    _reading(parser)
    parser.add_argument("--to", choices=get_args(Lang), help="default: the other language")
    parser.add_argument("--model", metavar="NAME", help="default: the best one on this machine")
    parser.add_argument("--lines", action="store_true", help="one output line for every input line")
    parser.add_argument("--alternatives", type=int, default=0, metavar="N", help="further drafts a sentence (JSON)")
    _writing(parser)
    parser.set_defaults(command=translate)


def _extract_parser(parser: argparse.ArgumentParser) -> None:
    _reading(parser)
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.set_defaults(command=extract)


def _reading(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("source", metavar="SOURCE", help="a path, a link, or - for standard input")
    parser.add_argument("--from", dest="from_", choices=get_args(Lang), help="the article's language (default: seen)")


def _writing(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=export.names(), default="text")
    parser.add_argument("--strict", action="store_true", help="exit with 1 when a check finds an error")
    parser.add_argument("-o", dest="output", metavar="FILE", help="write there, whole or not at all")


if __name__ == "__main__":
    sys.exit(main())
