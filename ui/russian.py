"""What the library says in English, said in Russian: a sentence is found again by its shape, its values stay.

The shapes lie in `ui.words.findings` and `ui.words.errors`; a test holds them to what the library can say.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from summarizer import Lang, SvodkaError
from ui.words import errors, findings, hints
from ui.words.kinds import KINDS

_PLACE = re.compile(r"\{(\w+)\}")
_LINE = re.compile(r", line (\d+)\Z")
_Shape = tuple[re.Pattern[str], str]


def russian(message: str) -> str:
    """The message in Russian; "" where no shape fits. Of several sentences, joined by semicolons, all must fit."""
    whole = _said(message, _finding_shapes())
    if whole or "; " not in message:
        return whole
    parts = [_said(part, _finding_shapes()) for part in message.split("; ")]
    return "; ".join(parts) if all(parts) else ""


def told(error: SvodkaError, lang: Lang) -> tuple[str, str]:
    """What happened and what to do about it, for this reader; in English where no shape fits."""
    message, hint = str(error), error.hint
    return (message, hint) if lang == "en" else (_known(message) or message, _known(hint) or hint)


def _known(message: str) -> str:
    return _said(message, _error_shapes())


def _said(message: str, shapes: tuple[_Shape, ...]) -> str:
    for pattern, words in shapes:
        found = pattern.fullmatch(message)
        values = {name: _value(name, value) for name, value in found.groupdict().items()} if found else {}
        if found and None not in values.values():
            return words.format(**values)
    return ""


def _value(name: str, value: str) -> str | None:
    """A value in Russian; None for a kind that has no name, whose message is another one."""
    if name == "reasons":
        return ", ".join(_said(one, _reason_shapes()) or one for one in value.split(", "))
    if name.startswith("kind"):
        return KINDS.get(value)
    if name == "place":
        return _LINE.sub(r", строка \1", value)
    return f"«{value[1:-1]}»" if value[:1] + value[-1:] == "“”" else value


@lru_cache(maxsize=1)
def _finding_shapes() -> tuple[_Shape, ...]:
    return _shapes(findings.SAID)


@lru_cache(maxsize=1)
def _reason_shapes() -> tuple[_Shape, ...]:
    return _shapes(findings.REASONS)


@lru_cache(maxsize=1)
def _error_shapes() -> tuple[_Shape, ...]:
    return _shapes(errors.SAID) + _shapes(hints.SAID)


def _shapes(said: Mapping[str, str]) -> tuple[_Shape, ...]:
    return tuple((re.compile(_pattern(english), re.DOTALL), words) for english, words in said.items())


def _pattern(english: str) -> str:
    """What stands between braces as a group of that name, all else as it is."""
    parts = _PLACE.split(english)
    return "".join(f"(?P<{part}>.+?)" if n % 2 else re.escape(part) for n, part in enumerate(parts))
