"""The models as `svodka models list` and `show` print them; what is only remembered carries a question mark."""

from summarizer.engine.engine import Engine, Listed
from summarizer.engine.spec import Spec
from summarizer.errors import UsageError

_HEAD = ("model", "tasks", "directions", "licence", "commercial use", "size", "state")


def table(engine: Engine) -> str:
    """A line a model, best first, and what a question mark means."""
    rows = [_HEAD, *(_row(listed) for listed in engine.available())]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows)
    return "\n".join([*lines, "", "? not verified"]) + "\n"


def card(engine: Engine, name: str) -> str:
    """All that is known of one model, a line a field."""
    listed = next((listed for listed in engine.available() if listed.spec.name == name), None)
    if listed is None:
        raise UsageError(f"there is no model called {name!r}", "`svodka models list` shows the names")
    fields = [(field, _field(listed.spec, field)) for field in Spec.model_fields]
    fields += [("state", listed.state), ("folder", str(listed.folder or "")), ("to get it", listed.command)]
    return "".join(f"{field + ':':<15}{value}\n" for field, value in fields if value)


def _row(listed: Listed) -> tuple[str, ...]:
    spec = listed.spec
    fields = ("tasks", "directions", "licence", "commercial", "size")
    return (spec.name, *(_field(spec, field) for field in fields), listed.state)


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
