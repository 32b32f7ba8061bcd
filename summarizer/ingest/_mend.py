"""Slightly broken XML made whole before a parser gives it up: tags that cross, loose angle brackets, a missing end."""

import re
from collections import Counter
from collections.abc import Iterator

_TAG = re.compile(r"<(/?)([A-Za-z_][\w:.-]*)([^<>]*?)(/?)>|<(?!!DOCTYPE)")


def without(text: str, start: str, stop: str) -> str:
    """The text without what stands from each `start` to the next `stop`, in time that grows with the text alone."""
    first, *rest = text.split(start)
    kept = [first]
    for part in rest:
        _, found, after = part.partition(stop)
        kept.append(after if found else "")
    return "".join(kept)


def mend(text: str) -> tuple[str, list[str]]:
    """The text with every tag closed in order, and the elements that its end left open."""
    for start, stop in (("<!--", "-->"), ("<?", "?>")):
        text = without(text, start, stop)
    opened: list[str] = []
    parts = list(_balanced(text, opened))
    return "".join(parts) + "".join(f"</{name}>" for name in reversed(opened)), opened


def letters(text: str) -> int:
    """How many letters and digits stand outside of tags."""
    return sum(map(str.isalnum, re.sub(r"<[/A-Za-z_!?][^<>]*>", "", text)))


def _balanced(text: str, opened: list[str]) -> Iterator[str]:
    count: Counter[str] = Counter()
    last = 0
    for match in _TAG.finditer(text):
        yield text[last : match.start()]
        last = match.end()
        closing, name, _, alone = match[1], match[2], match[3], match[4]
        if name is None:
            yield "&lt;"
        elif closing and not count[name]:
            continue
        elif closing:
            while (inner := opened.pop()) != name:
                count[inner] -= 1
                yield f"</{inner}>"
            count[name] -= 1
            yield match[0]
        else:
            if not alone:
                opened.append(name)
                count[name] += 1
            yield match[0]
    yield text[last:]
