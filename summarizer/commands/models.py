"""`svodka models`."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from summarizer.commands._terminal import say, write
from summarizer.config import Settings
from summarizer.errors import ModelError

if TYPE_CHECKING:
    from summarizer.engine.engine import Engine

HELP = "the models there are"


def models_list(_: argparse.Namespace) -> int:
    """`svodka models list`."""
    from summarizer.model_table import table

    write(table(_engine()).encode(), None)
    return 0


def models_show(given: argparse.Namespace) -> int:
    """`svodka models show NAME`."""
    from summarizer.model_table import card

    write(card(_engine(), given.name).encode(), None)
    return 0


def models_fetch(given: argparse.Namespace) -> int:
    """`svodka models fetch NAME...`: licence and size first, then the files, then a trial."""
    from summarizer.engine.collection import Collection

    collection = Collection(Settings.from_env())
    for name in given.names:
        collection.fetch(name, say, update=given.update)
        _try(name)
    return 0


def models_add(given: argparse.Namespace) -> int:
    """`svodka models add DIR`."""
    from summarizer.engine.adding import add, list_of
    from summarizer.engine.collection import Collection

    collection = Collection(Settings.from_env())
    fields = {"name": given.name, "family": given.family, "directions": given.directions, "tasks": given.task}
    entry = add(collection, given.folder, fields)
    say(f"{entry.name} ({entry.family}, {', '.join(entry.directions)}) is in {collection.store.place(entry)}")
    if entry.name not in collection.specs:
        say(f"its entry is in {list_of(collection)}: licence, window and prefix can be filled in there")
    _try(entry.name)
    return 0


def models_verify(given: argparse.Namespace) -> int:
    """`svodka models verify [NAME...]`: every file read anew, every canary asked anew; 4 where something is wrong."""
    from summarizer.engine.collection import Collection

    collection, engine = Collection(Settings.from_env()), _engine()
    here = [one.spec.name for one in engine.available() if one.folder is not None]
    wrong = 0
    for name in given.names or here:
        faults = collection.verify(name)
        for fault in faults:
            say(f"{name}: {fault.file} {fault.what}")
        wrong += bool(faults) or not _is_right(engine, name, accept=given.accept)
        engine.close()
    return 4 if wrong else 0


def models_remove(given: argparse.Namespace) -> int:
    """`svodka models remove NAME...`."""
    from summarizer.engine.adding import strike
    from summarizer.engine.collection import Collection

    collection = Collection(Settings.from_env())
    for name in given.names:
        collection.remove(name)
        strike(collection, name)
        say(f"{name} is removed")
    return 0


def models_export(given: argparse.Namespace) -> int:
    """`svodka models export NAME... -o FILE`."""
    from summarizer.engine.carrying import pack
    from summarizer.engine.collection import Collection
    from summarizer.engine.machine import amount

    size = pack(Collection(Settings.from_env()), given.names, given.output)
    say(f"{given.output}: {', '.join(given.names)}, {amount(size)}; there: svodka models import {given.output.name}")
    return 0


def models_import(given: argparse.Namespace) -> int:
    """`svodka models import FILE`."""
    from summarizer.engine.carrying import unpack
    from summarizer.engine.collection import Collection

    for name in unpack(Collection(Settings.from_env()), given.file):
        say(f"{name} is here, every file as the archive's list says")
        _try(name)
    return 0


def arguments(parser: argparse.ArgumentParser) -> None:
    """A command for each thing one does with models."""
    verbs = parser.add_subparsers(metavar="WHAT", required=True)

    def verb(name: str, command: Callable[[argparse.Namespace], int], about: str) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = verbs.add_parser(name, help=about, description=about)
        made.set_defaults(command=command)
        return made

    verb("list", models_list, "a line a model")
    verb("show", models_show, "one model, in full").add_argument("name", metavar="NAME")
    fetch = verb("fetch", models_fetch, "get models from the hub, each checked and pinned")
    fetch.add_argument("names", metavar="NAME", nargs="+")
    fetch.add_argument("--update", action="store_true", help="the newest commit in the place of the pinned one")
    _add_arguments(verb("add", models_add, "a model folder that is on this machine already"))
    verify = verb("verify", models_verify, "whether files and answers are as they were when the model came")
    verify.add_argument("names", metavar="NAME", nargs="*", help="default: every model here")
    verify.add_argument("--accept", action="store_true", help="what it answers now is right")
    verb("remove", models_remove, "remove models' files").add_argument("names", metavar="NAME", nargs="+")
    export = verb("export", models_export, "models in one file, for a machine without a network")
    export.add_argument("names", metavar="NAME", nargs="+")
    export.add_argument("-o", dest="output", metavar="FILE", type=Path, required=True)
    verb("import", models_import, "the models of such a file").add_argument("file", metavar="FILE", type=Path)


def _add_arguments(add: argparse.ArgumentParser) -> None:
    from summarizer.engine.spec import Direction, Task

    add.add_argument("folder", metavar="DIR", type=Path)
    add.add_argument("--name", metavar="NAME", help="default: the folder's")
    add.add_argument("--family", metavar="FAMILY", help="default: seen from its files")
    add.add_argument("--directions", metavar="LIST", type=_list_of(get_args(Direction)), help="as in ru-en,en-ru")
    add.add_argument("--task", metavar="LIST", type=_list_of(get_args(Task)), help="translate (default), digest")


def _list_of(choices: tuple[str, ...]) -> Callable[[str], list[str]]:
    def parse(text: str) -> list[str]:
        given = [part.strip() for part in text.split(",") if part.strip()]
        if not given or set(given) - set(choices):
            raise argparse.ArgumentTypeError(f"it can be: {', '.join(choices)}, several with commas")
        return given

    return parse


def _engine() -> "Engine":
    from summarizer.engine.engine import Engine

    return Engine(Settings.from_env())


def _try(name: str) -> None:
    """Load it once, which converts it and asks its canary. Raises `ModelError`."""
    from summarizer.engine import machine

    engine = _engine()
    entry = next(one.spec for one in engine.available() if one.spec.name == name)
    if lacks := machine.capacity(engine.kind).lacks(entry):
        say(f"{name} was not tried: {lacks}")
        return
    engine.load(entry)
    engine.close()
    say(f"{name} is ready")


def _is_right(engine: "Engine", name: str, *, accept: bool) -> bool:
    try:
        answers = engine.prove(name, accept=accept)
    except ModelError as error:
        say(f"{name}: {error}" + (f"; {error.hint}" if error.hint else ""))
        return False
    for direction, text in answers.gave.items():
        say(f"{name}: {direction}: {text}")
    if answers.fault and not accept:
        say(f"{name}: {answers.fault}; if it is right: svodka models verify {name} --accept")
    else:
        say(f"{name}: files and answers are {'accepted' if accept else 'as they should be'}")
    return accept or not answers.fault
