"""Slightly broken XML made whole before a parser gives it up: tags that cross, loose angle brackets, a missing end."""

import html
import re
from collections import Counter
from collections.abc import Iterator

_ATTRIBUTE = re.compile(r"\s([A-Za-z_][\w:.-]*)\s*=\s*(\"[^\"<]*\"|'[^'<]*')")
_TAG = re.compile(r"<(/?)([A-Za-z_][\w:.-]*)([^<>]*?)(/?)>|<(?!!DOCTYPE)")


def without(text: str, start: str, stop: str, *, keep_open: bool = False) -> str:
    """The text without what stands from each `start` to the next `stop`, in time that grows with the text alone.

    Where the `stop` is missing all goes up to the next `start`, or, with `keep_open`, only the `start` itself.
    """
    first, *rest = text.split(start)
    kept = [first]
    for part in rest:
        before, found, after = part.partition(stop)
        kept.append(after if found else before * keep_open)
    return "".join(kept)


def mend(text: str) -> tuple[str, list[str]]:
    """The text with every tag closed in order, and the elements that its end left open."""
    for start, stop in (("<!--", "-->"), ("<?", "?>")):
        text = without(text, start, stop, keep_open=True)
    opened: list[str] = []
    parts = list(_balanced(text, opened))
    return "".join(parts) + "".join(f"</{name}>" for name in reversed(opened)), opened


def letters(text: str) -> int:
    """How many letters and digits stand outside of tags."""
    return sum(map(str.isalnum, html.unescape(_TAG.sub("", text))))


def _balanced(text: str, opened: list[str]) -> Iterator[str]:
    count: Counter[str] = Counter()
    last = 0
    for match in _TAG.finditer(text):
        yield text[last : match.start()]
        last = match.end()
        closing, name, alone = match[1], match[2], match[4]
        if name is None:
            yield "&lt;"
        elif closing and not count[name]:
            continue
        elif closing:
            while (inner := opened.pop()) != name:
                count[inner] -= 1
                yield f"</{inner}>"
            count[name] -= 1
            yield f"</{name}>"
        else:
            if not alone:
                opened.append(name)
                count[name] += 1
            yield f"<{name}{_attributes(match[3])}{alone}>"
    yield text[last:]


def _attributes(text: str) -> str:
    """The attributes that are written as XML wants it, each once."""
    return "".join(f" {name}={value}" for name, value in dict(_ATTRIBUTE.findall(text)).items())
