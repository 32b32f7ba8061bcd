"""`svodka project`: a translation that is worked on for longer than one call."""

import argparse
import shutil
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import get_args

from summarizer import desk, export
from summarizer.commands import _terms
from summarizer.commands._terminal import SAME, floored, judged, reading, say, source, write
from summarizer.config import Settings
from summarizer.document import Lang, other_lang
from summarizer.errors import UsageError
from summarizer.job import Job
from summarizer.memory import Memory, Project, estimate, take_in
from summarizer.memory.units import of_tmx
from summarizer.pipeline import Pipeline

HELP = "a translation kept in a file: draft, work on it, export, import"


# What an import leaves as it is, by its reason.
_LEFT = {
    "missing": "missing: {where} is not in the file and stays as it is",
    "repeated": "not taken [line {line}]: {where} is there more than once: {text!r}",
    "emptied": "not taken [line {line}]: {where} has no draft any more; it keeps the one it had",
    "odd": "not taken [line {line}]: {text}",
    "note": "note [{where}]: {text}",
}


def new(given: argparse.Namespace) -> int:
    """`svodka project new`."""
    settings = Settings.from_env()
    pipeline = Pipeline.from_settings(settings)
    article = source(given.source, settings)
    document = pipeline.read(article, given.from_)
    to: Lang = given.to or other_lang(document.lang)
    job = Job(to=to, model=given.model, glossary=given.glossary, alternatives=given.alternatives, floor=given.floor)
    with Project.create(_path(given.output), document, article, job) as project, _memory(given.memory) as memory:
        return 0 if given.empty else _drafted(pipeline, project, memory)


def _drafted(pipeline: Pipeline, project: Project, memory: Memory | None) -> int:
    count = sum(1 for _ in desk.draft(pipeline, project, memory))
    say(f"{project.path}: {count} of {project.progress().total} sentences drafted")
    return judged(project.result(), strict=False)


def open_(given: argparse.Namespace) -> int:
    """`svodka project open`: where the page finds it; what has no draft yet gets one."""
    settings = Settings.from_env()
    with Project.open(given.project) as project:
        project.verify()
        if given.draft:
            _drafted(Pipeline.from_settings(settings), project, None)
    if settings.data_dir is None:
        raise UsageError("there is no folder for drafts on this machine", "set SVODKA_DATA_DIR")
    place = settings.data_dir / "projects"
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    name = place / f"{_slug(given.project.stem)}.svodka"
    if name.exists():
        raise UsageError(f"the page has a draft {name.name} already", "delete it there, or rename the file")
    shutil.copyfile(given.project, name)
    say(f"{name.name} stands in the page's list of drafts now: svodka ui")
    return 0


def status(given: argparse.Namespace) -> int:
    """`svodka project status`: how far it is, and what a quote counts."""
    from summarizer.glossary import read

    with Project.open(given.project) as project, _memory(given.memory) as memory:
        document, progress = project.document, project.progress()
        rows = estimate(document, desk.pair(project), memory)
        path = given.glossary or project.job.glossary
        terms = [*read(path).find(document.text, document.lang)] if path else []
    lines = [f"{'':16}{'segments':>10}{'words':>10}"]
    lines += [f"{row.label:16}{row.segments:>10}{row.words:>10}" for row in rows]
    lines += ["", f"{'state':16}{'segments':>10}"]
    states = ("new", "draft", "edited", "approved")
    lines += [f"{state:16}{getattr(progress, state):>10}" for state in states]
    if path:
        lines += ["", f"{'terms found':16}{len(terms):>10}{len({hit.term for hit in terms}):>10} different"]
    write(("\n".join(lines) + "\n").encode(), None)
    return 0


def export_(given: argparse.Namespace) -> int:
    """`svodka project export`."""
    with Project.open(given.project) as project:
        result, article = project.result(), project.source
        if given.format == SAME:
            if article is None:
                raise UsageError("the file that the article came from is not in the project", "choose another format")
            data = Pipeline.from_settings(Settings.from_env()).rebuilder(article)(article, result)
        else:
            data = export.export_format(given.format).render(result)
        project.mark_exported()
    write(data, given.output)
    return judged(result, strict=given.strict)


def import_(given: argparse.Namespace) -> int:
    """`svodka project import`: an edited XLIFF or Word table into the project, or a TMX into a memory."""
    data = _bytes(given.file)
    if given.file.suffix.lower() == ".tmx":
        with Memory(given.memory or _own_memory()) as memory:
            taken, left = memory.import_tmx(data, given.file.name)
        say(f"{taken} units taken into {memory.path}" + (f", {left} in other languages kept" if left else ""))
        return 0
    with Project.open(given.project) as project:
        returned = take_in(project, data, given.file.name)
    say(f"segments taken over: {len(returned.taken)}, unchanged: {returned.same}")
    for segment, text in returned.conflicts:
        say(f"conflict [sentence {segment.number + 1}]: the project has {segment.text!r}, the file {text!r}")
    for target in returned.strangers:
        say(f"not taken [line {target.line}]: its source is not that of sentence {target.number + 1}")
    for rest in returned.left:
        where = f"sentence {rest.number + 1}" if rest.number is not None else ""
        say(_LEFT[rest.why].format(where=where, line=rest.line, text=rest.text))
    return int(bool(returned.conflicts or returned.strangers or any(rest.why != "note" for rest in returned.left)))


def _memory(path: Path | None) -> AbstractContextManager[Memory | None]:
    """The memory named, a TMX file as one for this call, else the machine's own, if it has one."""
    own = _own_memory()
    if path is None:
        return Memory(own) if own.is_file() else nullcontext()
    if path.suffix.lower() != ".tmx":
        return Memory(path)
    return of_tmx(path, _bytes(path))


def _own_memory() -> Path:
    folder = Settings.from_env().data_dir
    if folder is None:
        raise UsageError("there is no folder for a memory on this machine", "name a file with --memory")
    place = folder / "projects"
    place.mkdir(parents=True, exist_ok=True, mode=0o700)
    return place / "memory.db"


def _bytes(path: Path) -> bytes:
    from summarizer.source import Source

    return Source.from_file(path).data


def _path(name: str) -> Path:
    path = Path(name)
    return path if path.suffix == ".svodka" else path.with_name(f"{path.name}.svodka")


def _slug(name: str) -> str:
    kept = "".join(char if char.isascii() and char.isalnum() else "-" for char in name.lower()).strip("-")
    return kept[:60] or "project"


def arguments(parser: argparse.ArgumentParser) -> None:
    """A command for each thing one does with a project."""
    verbs = parser.add_subparsers(metavar="WHAT", required=True)
    _new_arguments(verbs.add_parser("new", help="read an article, draft it, keep both in a file"))
    opening = verbs.add_parser("open", help="put a project into the page's list of drafts")
    opening.add_argument("project", type=Path, metavar="PROJECT")
    opening.add_argument("--draft", action="store_true", help="first draft what has no draft yet")
    opening.set_defaults(command=open_)
    counting = verbs.add_parser("status", help="words, repetitions, memory matches, terms, states")
    counting.add_argument("project", type=Path, metavar="PROJECT")
    counting.add_argument("--memory", type=Path, metavar="FILE", help="a memory or a TMX file")
    counting.add_argument("--glossary", type=Path, metavar="FILE", help="default: the project's own")
    counting.set_defaults(command=status)
    _terms.arguments(verbs.add_parser("terms", help="names and phrases to hold to, with their renderings so far"))
    _transfer_arguments(verbs)


def _new_arguments(parser: argparse.ArgumentParser) -> None:
    reading(parser)
    parser.add_argument("-o", dest="output", metavar="PROJECT", required=True, help="the file to make (.svodka)")
    parser.add_argument("--to", choices=get_args(Lang), help="default: the other language")
    parser.add_argument("--model", metavar="NAME", help="default: the best one on this machine")
    parser.add_argument("--glossary", type=Path, metavar="FILE", help="terms that have to be kept to")
    parser.add_argument("--memory", type=Path, metavar="FILE", help="a memory or a TMX file; default: your own")
    parser.add_argument("--alternatives", type=int, default=3, metavar="N", help="further drafts a sentence")
    floored(parser)
    parser.add_argument("--empty", action="store_true", help="draft nothing yet")
    parser.set_defaults(command=new)


def _transfer_arguments(verbs: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    out = verbs.add_parser("export", help="the draft as it stands")
    out.add_argument("project", type=Path, metavar="PROJECT")
    out.add_argument("--format", choices=(*export.names(), SAME), default="text")
    out.add_argument("--strict", action="store_true", help="exit with 1 when a check finds an error")
    out.add_argument("-o", dest="output", metavar="FILE", help="write there, whole or not at all")
    out.set_defaults(command=export_)
    into = verbs.add_parser("import", help="an edited XLIFF or Word table into the project, a TMX into the memory")
    into.add_argument("project", type=Path, metavar="PROJECT")
    into.add_argument("file", type=Path, metavar="FILE", help=".xlf, .docx (bilingual-docx), or .tmx")
    into.add_argument("--memory", type=Path, metavar="FILE", help="the memory that takes a TMX; default: your own")
    into.set_defaults(command=import_)
