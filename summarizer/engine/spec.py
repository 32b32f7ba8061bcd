"""`models.yaml` as data: what is known of each model, and what is only remembered."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Any, Literal, TypeAlias

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, field_validator

from summarizer.config import Settings
from summarizer.document import Lang
from summarizer.errors import UsageError, one_line

Task: TypeAlias = Literal["translate", "digest"]
Direction: TypeAlias = Literal["ru-en", "en-ru", "ru-ru", "en-en"]
Family: TypeAlias = Literal["echo", "ct2", "marian", "firefox", "nllb", "t5", "mbart", "causal", "server"]
Amount: TypeAlias = Annotated[str, Field(pattern=r"^\d+(\.\d+)? ?([kMGTB]|[kMGT]B)$")]  # 240M, 0.9 GB


def _by_language(value: Any) -> Any:
    return {"ru": value, "en": value} if isinstance(value, str) else value


class Decoding(BaseModel):
    """How a model writes; `measured` says what the values rest on."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    beam: int = Field(default=4, ge=1, le=64)
    length_penalty: float = Field(default=1.0, ge=0)
    repetition_penalty: float = Field(default=1.0, gt=0)  # above 1: what was said is less likely to be said again
    no_repeat_ngram: int = Field(default=0, ge=0)  # 0: n-grams may come again
    measured: str = ""


class Spec(BaseModel):
    """One model. Fields named in `unverified` are remembered, not read in a card, a README or a licence."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$")  # also the name of its folder
    family: Family
    tasks: tuple[Task, ...] = Field(min_length=1)
    directions: tuple[Direction, ...] = Field(min_length=1)
    repo: str | None = None  # on the hub: OWNER/NAME
    revision: str | None = None  # of the repo; None where it is not known, never invented
    url: str | None = None  # of a server, in place of the setting
    model: str | None = None  # the name that the server knows it by
    licence: str = ""
    commercial: bool | None = None  # None: not known
    parameters: Amount | None = None
    size: Amount | None = None  # of the files, as they are fetched
    memory: Amount | None = None  # of the running process, at its peak
    window: int | None = Field(default=None, ge=8)  # tokens of one prompt, with tag and end
    prefix: Annotated[Mapping[Lang, str], BeforeValidator(_by_language)] = Field(default_factory=dict)  # by target
    # of a chat model: its maker's own prompts; {text} {language} {source} {words} {prefix} stand for what they say
    prompts: Mapping[Task, Annotated[str, Field(pattern=r"\{text\}")]] = Field(default_factory=dict)
    content: Literal["text", "languages"] = "text"  # of a chat message: languages for TranslateGemma's template
    decoding: Decoding = Decoding()
    files: tuple[str, ...] = ()  # patterns of files that it needs beside those of its family
    conversion: str | None = Field(default=None, pattern=r"^refs/")  # where its safetensors lie; None: looked for
    offered: bool = False  # before better ones to who has nothing but the shipped model: it is a small download
    gated: bool = False  # its terms must be accepted on its page first
    canary: Mapping[Lang, str] = Field(default_factory=dict)  # by source language; {}: the list's own
    gives: Mapping[Direction, str] = Field(default_factory=dict)  # what it writes of its canary, where it is shipped
    newstest2018: Mapping[Direction, float] = Field(default_factory=dict)  # BLEU
    scored_by: str = ""  # who measured newstest2018
    note: str = ""
    unverified: tuple[str, ...] = ()

    @field_validator("unverified")
    @classmethod
    def _are_fields(cls, names: tuple[str, ...]) -> tuple[str, ...]:
        unknown = sorted(set(names) - set(cls.model_fields))
        if unknown:
            raise ValueError(f"there is no field {', '.join(unknown)}")
        return names

    def serves(self, task: str, source: Lang, to: Lang) -> bool:
        """Whether it does this task in this direction."""
        return task in self.tasks and f"{source}-{to}" in self.directions


def own_list(settings: Settings) -> Path | None:
    """The user's list of models: the one that the settings name, else the one beside the models, where there is one."""
    beside = settings.models_dir / "models.yaml"
    return settings.models_file or (beside if beside.is_file() else None)


def read(models_file: Path | None = None) -> tuple[Spec, ...]:
    """The shipped entries, best first; the user's own new ones before them, own values of shipped ones in their place.

    Raises `UsageError` with the entry, the line and the field that are wrong.
    """
    shipped = _content(SHIPPED)
    entries = {entry["name"]: entry for entry in _entries(SHIPPED, shipped)}
    own = {entry["name"]: entry for entry in _entries(models_file, _content(models_file))} if models_file else {}
    new = {name: entry for name, entry in own.items() if name not in entries}
    merged = [{**entry, **own.get(name, {})} for name, entry in entries.items()]
    canaries = shipped["canaries"]
    where = dict.fromkeys(own, models_file or SHIPPED)
    return tuple(_spec(entry, where.get(entry["name"], SHIPPED), canaries) for entry in [*new.values(), *merged])


SHIPPED = Path(__file__).parents[1] / "data" / "models.yaml"
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # 10 times as fast where libyaml is there


def _content(path: Path) -> dict[str, Any]:
    try:
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=_LOADER)  # noqa: S506 - a safe one, in C
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise UsageError(f"the list of models {path} cannot be read: {one_line(error)}") from error
    if not isinstance(content, dict) or not isinstance(content.get("models"), list):
        raise UsageError(f"the list of models {path} is not a list", "it must be `models:` and a list of entries")
    return content


def _entries(path: Path, content: dict[str, Any]) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = content["models"]
    for place, entry in enumerate(entries, start=1):
        if not isinstance(entry, dict) or not isinstance(entry.get("name"), str):
            raise UsageError(f"{path}, line {_line(path, place - 1)}, entry {place}: field `name`: it has none")
    _refuse_twins((entry["name"] for entry in entries), path)
    return entries


def _refuse_twins(names: Iterable[str], path: Path) -> None:
    seen: set[str] = set()
    for place, name in enumerate(names):
        if name in seen:
            raise UsageError(f"{path}, line {_line(path, place)}, entry {name!r}: the name is there twice")
        seen.add(name)


def _spec(entry: dict[str, Any], path: Path, canaries: Mapping[Task, Mapping[Lang, str]]) -> Spec:
    try:
        spec = Spec.model_validate(entry)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        line = _line(path, entry["name"], first["loc"])
        raise UsageError(f"{path}, line {line}, entry {entry['name']!r}: field `{field}`: {first['msg']}") from error
    return spec if spec.canary else spec.model_copy(update={"canary": canaries[spec.tasks[0]]})


def usual_canary(task: Task) -> Mapping[Lang, str]:
    """What a model of this task is asked whose entry says nothing of it."""
    canaries: Mapping[Task, Mapping[Lang, str]] = _content(SHIPPED)["canaries"]
    return canaries[task]


def checked(entry: dict[str, Any], where: str) -> Spec:
    """An entry that stands in no file yet. Raises `UsageError`, with the field."""
    try:
        spec = Spec.model_validate(entry)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        raise UsageError(f"{where}: field `{field}`: {first['msg']}") from error
    return spec


def _line(path: Path, entry: str | int, field: Sequence[str | int] = ()) -> int:
    """Where an entry, by name or place, or a field of it stands; the file is read again, for an error's sake alone."""
    node: Any = _value(yaml.compose(path.read_text(encoding="utf-8"), Loader=_LOADER), "models")
    entries = [one for n, one in enumerate(node.value) if entry in (n, getattr(_value(one, "name"), "value", None))]
    if not entries:
        return int(node.start_mark.line) + 1
    node = entries[0]
    line = int(node.start_mark.line) + 1
    for part in field:
        key = next((key for key, _ in _pairs(node) if key.value == part), None)
        if key is None:
            break
        line, node = int(key.start_mark.line) + 1, _value(node, str(part))
    return line


def _pairs(node: Any) -> list[tuple[Any, Any]]:
    return list(node.value) if isinstance(node, yaml.MappingNode) else []


def _value(node: Any, key: str) -> Any:
    return next((value for name, value in _pairs(node) if name.value == key), None)
