"""`svodka check`."""

import argparse
from typing import get_args

from summarizer.commands._terminal import reading, say, say_dropped, source, write
from summarizer.config import Settings
from summarizer.document import Lang
from summarizer.errors import UsageError
from summarizer.evidence import task_of
from summarizer.export.json import dumps, findings_data
from summarizer.job import Finding
from summarizer.pipeline import Pipeline

HELP = "what is wrong with a summary or translation that somebody else wrote"


def command(given: argparse.Namespace) -> int:
    """`svodka check`: findings to standard output, with offsets into the source's and the draft's text."""
    if given.source == given.draft == "-":
        raise UsageError("both SOURCE and DRAFT are -", "standard input can be one of them")
    settings = Settings.from_env()
    pipeline = Pipeline.from_settings(settings)
    article = pipeline.read(source(given.source, settings), given.from_)
    draft = pipeline.read(source(given.draft, settings), given.to)
    say_dropped(article)
    task = given.task or task_of(article, draft)
    say(f"checked as a {'translation' if task == 'translate' else 'digest'}")
    findings = pipeline.check_draft(article, draft, task)
    if given.format == "json":
        write(dumps({"findings": findings_data(findings)}), None)
    else:
        write("".join(f"{_line(finding)}\n" for finding in findings).encode(), None)
    return int(given.strict and any(finding.severity == "error" for finding in findings))


def arguments(parser: argparse.ArgumentParser) -> None:
    """Source, draft, task, format."""
    reading(parser)
    parser.add_argument("draft", metavar="DRAFT", help="the summary or translation: a path, a link, or -")
    parser.add_argument("--to", choices=get_args(Lang), help="the draft's language (default: seen)")
    parser.add_argument("--task", choices=("digest", "translate"), help="what the draft is (default: by its length)")
    parser.add_argument("--format", choices=("text", "json"), default="text")
    parser.add_argument("--strict", action="store_true", help="exit with 1 when a check finds an error")
    parser.set_defaults(command=command)


def _line(finding: Finding) -> str:
    """`error: numbers: 14:17: message`: the place is that of the draft, in characters."""
    at = "" if finding.target is None else f"{finding.target[0]}:{finding.target[1]}: "
    return f"{finding.severity}: {finding.check}: {at}{finding.message}"
