"""What the styles of a Word or OpenDocument text mean: their names, in English and Russian, as kinds of piece."""

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

from summarizer.document import Kind
from summarizer.ingest._xml import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# Word writes built-in styles by their English name whatever its language; other programs write their own.
NAMES: dict[str, tuple[Kind | Literal["contents"], int]] = {
    **dict.fromkeys(("title", "название", "заглавие"), ("title", 0)),
    **dict.fromkeys(("subtitle", "подзаголовок"), ("heading", 2)),
    **dict.fromkeys(("quote", "intense quote", "block text", "quotations", "block quotation"), ("quote", 0)),
    **dict.fromkeys(("цитата", "выделенная цитата", "цитата 2", "цитаты", "блочная цитата"), ("quote", 0)),
    **dict.fromkeys(
        ("html preformatted", "preformatted text", "code", "source code", "macro", "macro text"), ("code", 0)
    ),
    **dict.fromkeys(("стандартный html", "текст в заданном формате", "код", "исходный код"), ("code", 0)),
    **dict.fromkeys(("toc heading", "contents heading", "заголовок оглавления"), ("contents", 0)),
}
CODE_CHARACTERS = frozenset(
    {"html code", "html typewriter", "source text", "verbatim char", "код html", "исходный текст", "inline code"}
)
_HEADING = re.compile(r"(?:heading|заголовок|überschrift|titre)\s*(\d)")
_CONTENTS = re.compile(r"(?:toc|contents|оглавление)\s*\d")
_ITEM = re.compile(r"(?:list (?:bullet|number)|(?:маркированный|нумерованный) список)\s*(\d?)")


class Role(NamedTuple):
    """What a paragraph is; `contents` is a line of a table of contents."""

    kind: Kind | Literal["contents"]
    level: int = 0


def role_of(name: str) -> Role | None:
    """The role that a style's name gives, None where it gives none."""
    name = name.strip().casefold()
    if name in NAMES:
        return Role(*NAMES[name])
    if heading := _HEADING.fullmatch(name):
        return Role("heading", min(max(int(heading[1]), 1), 6))
    if item := _ITEM.fullmatch(name):
        return Role("item", max(int(item[1] or 1) - 1, 0))
    return Role("contents") if _CONTENTS.fullmatch(name) else None


class Styles:
    """The styles of a Word document by id, each with those it is based on."""

    def __init__(self, root: Element | None) -> None:
        found = root.iterfind(W + "style") if root is not None else ()
        self._styles = {str(style.get(W + "styleId")): style for style in found}

    def paragraph(self, style: str, properties: Element | None) -> Role:
        """The role of a paragraph with this style and these properties of its own."""
        role = next(filter(None, (role_of(_name(each)) for each in self._chain(style))), None)
        if role is None or role.kind == "item":
            outline = number(self._value(style, properties, "outlineLvl"), 9)
            if outline < 9:  # 9: body text
                return Role("heading", min(outline + 1, 6))
        if role is None or role.kind == "item":
            listed = self._value(style, properties, "numPr/" + W + "numId")
            if listed == "0" or not (listed or role):
                return Role("paragraph")
            level = self._value(style, properties, "numPr/" + W + "ilvl")
            return Role("item", number(level, role.level if role else 0))
        return role

    def run(self, style: str, properties: Element | None) -> frozenset[str]:
        """Of bold, italic, code and hidden, what a run with this style and these properties is."""
        chain = [each.find(W + "rPr") for each in self._chain(style)]
        layers = [layer for layer in (properties, *chain) if layer is not None]
        switches = {"b": "bold", "i": "italic", "vanish": "hidden"}
        on = {said for tag, said in switches.items() if _switched(layers, tag)}
        names = {_name(each).casefold() for each in self._chain(style)}
        return frozenset(on | ({"code"} if names & CODE_CHARACTERS else set()))

    def hidden(self, style: str) -> bool:
        """Whether a paragraph style hides its text."""
        return "hidden" in self.run(style, None)

    def _chain(self, style: str) -> Iterator[Element]:
        seen: set[str] = set()
        while style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style]
            style = value(self._styles[style].find(W + "basedOn"))

    def _value(self, style: str, properties: Element | None, path: str) -> str:
        layers = [properties, *(each.find(W + "pPr") for each in self._chain(style))]
        found = (layer.find(W + path) for layer in layers if layer is not None)
        return next((value(each) for each in found if each is not None), "")


def value(element: Element | None) -> str:
    """The `w:val` of an element, "" where there is none."""
    return "" if element is None else element.get(W + "val") or ""


def number(text: str, otherwise: int) -> int:
    """A small whole number in an attribute, or what to take where it is none."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else otherwise


def _name(style: Element) -> str:
    return value(style.find(W + "name"))


def _switched(layers: list[Element], tag: str) -> bool:
    found = next((switch for layer in layers if (switch := layer.find(W + tag)) is not None), None)
    return found is not None and value(found) not in {"0", "false", "off", "none"}
