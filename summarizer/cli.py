"""The command line: arguments to a source and a job, through the pipeline, to standard output.

Results go to standard output, all else to standard error. Exit codes: 0 done; 1 done, with findings of severity error
under `--strict`; 2 wrong usage; 3 the source could not be read; 4 no model for this; 130 interrupted.
"""

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from contextlib import nullcontext

from summarizer.commands import _interrupt, command, helps
from summarizer.commands._terminal import say
from summarizer.errors import ModelError, SourceError, SvodkaError, UsageError
from summarizer.version import __version__

_EXIT_CODES: tuple[tuple[type[SvodkaError], int], ...] = ((SourceError, 3), (ModelError, 4), (UsageError, 2))

# new objects before a search for garbage: tables of names and words are 200,000 that stay; a first sentence took 1.04
# processor seconds with Python's own 700, 0.94 with this (28 November 2026)
_GARBAGE = 100_000


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line; gives the exit code, never raises but for wrong usage (`SystemExit`, code 2)."""
    is_program = argv is None
    if is_program:
        gc.set_threshold(_GARBAGE)
    argv = sys.argv[1:] if argv is None else argv
    arguments = _parser(argv).parse_args(argv)
    try:
        with _interrupt.at_once() if is_program else nullcontext():
            code: int = arguments.command(arguments)
    except SvodkaError as error:
        say(f"svodka: {error}" + (f"; {error.hint}" if error.hint else ""))
        return next((code for kind, code in _EXIT_CODES if isinstance(error, kind)), 70)
    except KeyboardInterrupt:
        if is_program:
            _interrupt.end()
        say("svodka: interrupted")
        return _interrupt.CODE
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what follows must not fail on the closed pipe
        return 0
    except Exception as error:
        if os.environ.get("SVODKA_DEBUG"):
            raise
        say(f"svodka: a bug: {type(error).__name__}: {error}; SVODKA_DEBUG=1 shows where")
        return 70
    return code


def _parser(argv: Sequence[str]) -> argparse.ArgumentParser:
    """The arguments of the command that is given; of the others the names alone, so that they need not be imported."""
    parser = argparse.ArgumentParser(
        prog="svodka",
        description="Digest and translate long articles between Russian and English, on your own machine.",
        epilog="SOURCE is a path, a link, or - for standard input.",
    )
    parser.add_argument("--version", action="version", version=f"svodka {__version__}")
    shelf = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, about in helps():
        parser_of_it = shelf.add_parser(name, help=about)
        if name in argv:
            command(name).arguments(parser_of_it)
    return parser


if __name__ == "__main__":
    sys.exit(main())
