"""`svodka doctor`."""

import argparse
import sys

from summarizer.config import Settings

HELP = "whether this installation and its models are sound"


def command(given: argparse.Namespace) -> int:
    """`svodka doctor`: a page about this machine; 4 where something that is there is not sound."""
    from summarizer.doctor import examine
    from summarizer.engine.offline import isolated

    if given.offline and given.isolation is None and sys.platform == "linux":
        return isolated(["doctor", "--offline"])

    def say(line: str) -> None:
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()

    return 4 if examine(Settings.from_env(), say, offline=given.offline, isolation=given.isolation) else 0


def arguments(parser: argparse.ArgumentParser) -> None:
    """Whether the network is refused meanwhile."""
    parser.add_argument("--offline", action="store_true", help="refuse every connection, and prove that none was tried")
    parser.add_argument("--isolation", default=None, help=argparse.SUPPRESS)
    parser.set_defaults(command=command)
