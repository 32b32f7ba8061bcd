"""The models as `svodka models list` and `show` print them; what is only remembered carries a question mark."""

from collections.abc import Iterator, Mapping
from typing import Any, cast, get_args

from summarizer.document import Lang
from summarizer.engine import machine
from summarizer.engine.engine import Engine, Listed
from summarizer.engine.machine import Capacity, amount
from summarizer.engine.spec import Decoding, Direction, Spec
from summarizer.errors import ModelError, UsageError

_HEAD = ("model", "tasks", "directions", "licence", "commercial use", "size", "fits", "state")
_UNVERIFIED = "?: remembered, read in no card, README or licence"
_LICENCE = 24  # letters of it in the list
_NAMES = {
    "commercial": "commercial use",
    "newstest2018": "BLEU",
    "scored_by": "BLEU as by",
    "model": "name there",
    "window": "tokens at once",
}
_LEFT_OUT = {"unverified", "offered", "gives", "content"}  # for the program alone
_WIDTH = 16


def table(engine: Engine) -> str:
    """A line a model, best first, and what the columns mean; then what each task would use and what would be better."""
    capacity = machine.capacity(engine.kind)
    known = engine.available()
    rows = [_HEAD, *(_row(listed, capacity) for listed in known)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)
    of = "the GPU's memory" if capacity.kind == "cuda" else "memory"
    legend = [
        "best first in each direction; svodka models show NAME: all of one; svodka models fetch NAME: get one",
        "size: of the files as they are fetched, else the number of weights",
        f"fits: into the {amount(capacity.size)} of {of} here, as measured or by the number of weights",
        _UNVERIFIED,
    ]
    ready = f"ready on this machine: {', '.join(one.spec.name for one in known if one.state == 'ready')}"
    return "\n".join([*lines, "", *legend, "", ready, *used(engine), *_better(engine)]) + "\n"


def used(engine: Engine) -> list[str]:
    """A line a task and direction: the model that does it when none is named."""
    lines = [f"translate {way}: {_chosen(engine, *way.split('-'))}" for way in _ways()]
    return [*lines, "digest: the article's own sentences, without a model; --digest-model names one"]


def card(engine: Engine, name: str) -> str:
    """All that is known of one model, a line a field, several where it has several values."""
    listed = next((listed for listed in engine.available() if listed.spec.name == name), None)
    if listed is None:
        raise UsageError(f"there is no model called {name!r}", "`svodka models list` shows the names")
    spec = listed.spec
    defaults = {field: about.default for field, about in Spec.model_fields.items() if field not in _LEFT_OUT}
    said = [field for field, default in defaults.items() if getattr(spec, field) != default or field == "commercial"]
    lines = [(_NAMES.get(field, field.replace("_", " ")), value) for field in said for value in _values(spec, field)]
    lines += [("fits", _fits(spec, machine.capacity(engine.kind))), ("state", listed.state)]
    lines += [("folder", str(listed.folder or "")), ("weights", engine.account(listed))]
    lines += [("to get it", listed.command if listed.state != "ready" else "")]
    text = "".join(f"{label + ':':<{_WIDTH}}{value}\n" for label, value in lines if value)
    return f"{text}\n{_UNVERIFIED}\n" if spec.unverified else text


def _ways() -> tuple[str, ...]:
    return tuple(way for way in get_args(Direction) if way[:2] != way[3:])


def _chosen(engine: Engine, source: str, to: str) -> str:
    try:
        return engine.choose("translate", cast(Lang, source), cast(Lang, to)).name
    except ModelError as error:
        return f"none; {error.hint}" if error.hint else "none"


def _better(engine: Engine) -> Iterator[str]:
    """The commands for better models, each once."""
    notices: dict[str, None] = {}
    for way in _ways():
        source, to = cast("tuple[Lang, Lang]", tuple(way.split("-")))
        try:
            notices[engine.notice(engine.choose("translate", source, to))] = None
        except ModelError:  # there is none: that is said with the command
            continue
    yield from filter(None, notices)


def _row(listed: Listed, capacity: Capacity) -> tuple[str, ...]:
    spec = listed.spec
    licence = _value(spec, "licence")
    return (
        spec.name,
        _value(spec, "tasks"),
        "all" if set(spec.directions) == set(get_args(Direction)) else _value(spec, "directions"),
        licence if len(licence) <= _LICENCE else f"{licence[: _LICENCE - 1].rstrip(' ;,')}…",
        _value(spec, "commercial"),
        _value(spec, "size") or _value(spec, "parameters"),
        _fits(spec, capacity),
        listed.state,
    )


def _fits(spec: Spec, capacity: Capacity) -> str:
    needed = capacity.needed(spec)
    if needed is None:
        return ""
    return "yes" if needed <= capacity.size else f"no: {amount(needed)}"


def _values(spec: Spec, field: str) -> list[str]:
    """The field's lines: of a mapping one for each of its keys."""
    value = getattr(spec, field)
    pairs = value.model_dump(exclude_defaults=True) if isinstance(value, Decoding) else value
    if not isinstance(pairs, Mapping):
        return [_value(spec, field)]
    return [_marked(f"{key}: {' '.join(str(entry).split())}", spec, field) for key, entry in pairs.items()]


def _value(spec: Spec, field: str) -> str:
    return _marked(_text(getattr(spec, field), field), spec, field)


def _text(value: Any, field: str) -> str:
    match value:
        case True | False:
            return "yes" if value else "no"
        case None:
            return "not known" if field == "commercial" else ""
        case tuple():
            return ", ".join(value)
        case _:
            return str(value)


def _marked(text: str, spec: Spec, field: str) -> str:
    return f"{text} ?" if text and field in spec.unverified else text
