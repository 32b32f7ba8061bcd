"""`svodka ui`."""

import argparse
from pathlib import Path

from summarizer.commands._terminal import say

HELP = "the page, in a browser"


def command(given: argparse.Namespace) -> int:
    """`svodka ui`: serve the page until interrupted."""
    from ui.serve import Serving, serve

    serving = Serving(host=given.host, port=given.port, auth_file=given.auth_file, mcp=given.mcp, force=given.force)
    host = f"[{given.host}]" if ":" in given.host else given.host
    say(f"Svodka: http://{host}:{given.port} (Ctrl-C ends it)")
    serve(serving)
    return 0


def arguments(parser: argparse.ArgumentParser) -> None:
    """Where to serve, and to whom."""
    parser.add_argument("--host", default="127.0.0.1", help="default: this machine alone (127.0.0.1)")
    parser.add_argument("--port", type=int, default=7860)
    parser.add_argument("--auth-file", type=Path, metavar="FILE", help="names and hashed passwords of the users")
    parser.add_argument("--mcp", action="store_true", help="serve the tools for agents as well (MCP)")
    parser.add_argument("--force", action="store_true", help="serve other machines without users and passwords")
    parser.set_defaults(command=command)
