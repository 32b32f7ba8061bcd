"""What the Models tab shows: which model does what on this machine, and what else there is to be had."""

from dataclasses import dataclass
from typing import Any, Literal

from summarizer import Lang, ModelError, Pipeline

Commercial = Literal["yes", "no", "unknown"]
_TRYING_OUT = "echo"  # a family that gives the text back: no reader wants it listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A model as it is listed; `unverified` names the fields that are remembered, not read in a card or a licence."""

    name: str
    tasks: tuple[str, ...]
    directions: tuple[str, ...]
    licence: str
    commercial: Commercial
    size: str
    state: str
    command: str
    score: str = ""
    note: str = ""
    unverified: tuple[str, ...] = ()


def rows(pipeline: Pipeline) -> tuple[Row, ...]:
    """Every model that is known, best first."""
    return tuple(_row(listed) for listed in pipeline.engine.available() if listed.spec.family != _TRYING_OUT)


def _row(listed: Any) -> Row:
    spec = listed.spec
    commercial: dict[bool | None, Commercial] = {True: "yes", False: "no", None: "unknown"}
    return Row(
        name=spec.name,
        tasks=spec.tasks,
        directions=spec.directions,
        licence=spec.licence,
        commercial=commercial[spec.commercial],
        size=spec.size or "",
        state=listed.state,
        command=listed.command,
        score=", ".join(f"{direction} {score}" for direction, score in spec.newstest2018.items()),
        note=spec.note,
        unverified=spec.unverified,
    )


def translator(pipeline: Pipeline, source: Lang, to: Lang) -> str:
    """The model that would translate now, "" where there is none."""
    try:
        return pipeline.engine.choose("translate", source, to).name
    except ModelError:
        return ""
