"""The models as `svodka models list` and `show` print them; what is only remembered carries a question mark."""

from typing import cast, get_args

from summarizer.document import Lang
from summarizer.engine import machine
from summarizer.engine.engine import Engine, Listed
from summarizer.engine.machine import Capacity, amount
from summarizer.engine.spec import Direction, Spec
from summarizer.errors import ModelError, UsageError

_HEAD = ("model", "tasks", "directions", "licence", "commercial use", "size", "fits", "state")


def table(engine: Engine) -> str:
    """A line a model, best first, and what a question mark means; then what each task would use."""
    capacity = machine.capacity(engine.kind)
    rows = [_HEAD, *(_row(listed, capacity) for listed in engine.available())]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)
    of = "the GPU's memory" if capacity.kind == "cuda" else "memory"
    fits = f"fits: into the {amount(capacity.size)} of {of} here, as measured or by the number of parameters"
    return "\n".join([*lines, "", "?: not verified", fits, "", *used(engine)]) + "\n"


def used(engine: Engine) -> list[str]:
    """A line a task and direction: the model that does it when none is named."""
    lines = [f"translate {way}: {_chosen(engine, way)}" for way in get_args(Direction) if way[:2] != way[3:]]
    return [*lines, "digest: the article's own sentences, without a model; --digest-model names one"]


def card(engine: Engine, name: str) -> str:
    """All that is known of one model, a line a field."""
    listed = next((listed for listed in engine.available() if listed.spec.name == name), None)
    if listed is None:
        raise UsageError(f"there is no model called {name!r}", "`svodka models list` shows the names")
    said = [
        f for f, about in Spec.model_fields.items() if getattr(listed.spec, f) != about.default or f == "commercial"
    ]
    fields = [(field, _field(listed.spec, field)) for field in said]
    fields += [("fits", _fits(listed.spec, machine.capacity(engine.kind))), ("state", listed.state)]
    fields += [("folder", str(listed.folder or "")), ("weights", engine.account(listed)), ("to get it", listed.command)]
    return "".join(f"{field + ':':<15}{value}\n" for field, value in fields if value)


def _chosen(engine: Engine, way: str) -> str:
    source, to = cast("tuple[Lang, Lang]", tuple(way.split("-")))
    try:
        return engine.choose("translate", source, to).name
    except ModelError as error:
        return f"none; {error.hint}" if error.hint else "none"


def _row(listed: Listed, capacity: Capacity) -> tuple[str, ...]:
    spec = listed.spec
    fields = ("tasks", "directions", "licence", "commercial", "size")
    return (spec.name, *(_field(spec, field) for field in fields), _fits(spec, capacity), listed.state)


def _fits(spec: Spec, capacity: Capacity) -> str:
    needed = capacity.needed(spec)
    if needed is None:
        return ""
    return "yes" if needed <= capacity.size else f"no, {amount(needed)}"


def _field(spec: Spec, field: str) -> str:
    value = getattr(spec, field)
    match value:
        case True | False:
            text = "yes" if value else "no"
        case None:
            text = "not known" if field == "commercial" else ""
        case tuple():
            text = ", ".join(value)
        case str() | int() | float():
            text = str(value)
        case _:
            pairs = value if isinstance(value, dict) else value.model_dump(exclude_defaults=True)
            text = ", ".join(f"{key} {entry}" for key, entry in pairs.items())
    return f"{text} ?" if text and field in spec.unverified else text
