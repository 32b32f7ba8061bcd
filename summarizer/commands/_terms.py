"""`svodka project terms`: terms that an article suggests, looked through and accepted into a glossary."""

import argparse
from collections.abc import Iterable, Sequence
from pathlib import Path

from summarizer.commands._terminal import say, write
from summarizer.errors import UsageError
from summarizer.glossary import Proposal
from summarizer.memory import Project

_SHOWN = 3  # renderings of a term


def command(given: argparse.Namespace) -> int:
    """`svodka project terms`."""
    from summarizer import desk
    from summarizer.config import Settings
    from summarizer.pipeline import Pipeline

    with Project.open(given.project) as project:
        found = desk.proposed_terms(project, given.glossary)
        if not given.accept:
            write("".join(f"{line}\n" for line in _lines(found[: given.limit])).encode(), None)
            say(f"{len(found)} terms; --accept TERM=RENDERING takes one into the glossary")
            return 0
        terms = dict(_accepted(one, found) for one in given.accept)
        path = desk.accept_terms(Pipeline.from_settings(Settings.from_env()), project, terms, given.glossary)
        lacking = len({f.passage for f in project.findings() if f.check == "glossary"})
    say(f"{len(terms)} terms are in {path}; {lacking} sentences of the draft lack a term of it")
    return 0


def _lines(found: Iterable[Proposal]) -> Iterable[str]:
    """How often, the term, its renderings so far with how often each, apart by tabs."""
    for one in found:
        shown = [f"{rendering.text} ({len(rendering.passages)})" for rendering in one.renderings[:_SHOWN]]
        more = [f"{len(one.renderings) - _SHOWN} more"] if len(one.renderings) > _SHOWN else []
        yield f"{len(one.places)}\t{one.text}\t{'; '.join(shown + more)}"


def _accepted(given: str, found: Sequence[Proposal]) -> tuple[str, str]:
    """A term with the rendering that is named, else the most frequent one. Raises `UsageError` where there is none."""
    term, _, rendering = (part.strip() for part in given.partition("="))
    best = next((one.renderings[0].text for one in found if one.text == term and one.renderings), "")
    if not (rendering or best):
        raise UsageError(f"no rendering of “{term}” is known", f"name it: --accept '{term}=RENDERING'")
    return term, rendering or best


def arguments(parser: argparse.ArgumentParser) -> None:
    """The project, and what is accepted."""
    parser.add_argument("project", type=Path, metavar="PROJECT")
    parser.add_argument("--accept", action="append", metavar="TERM[=RENDERING]", help="default: the rendering so far")
    parser.add_argument("--glossary", type=Path, metavar="FILE", help="CSV or TSV; default: the project's own")
    parser.add_argument("--limit", type=int, default=50, metavar="N", help="of terms to show (default: 50)")
    parser.set_defaults(command=command)
