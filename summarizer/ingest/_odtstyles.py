"""What the styles of an OpenDocument text mean; automatic styles stand for what a writer did by hand."""

import re
from collections.abc import Iterator

from summarizer.ingest._wordstyles import CODE_CHARACTERS, Role, number, role_of
from summarizer.ingest._xml import Element

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_ESCAPED = re.compile("_([0-9a-f]{2,4})_")  # a style called "Heading 1" is written Heading_20_1


class OdtStyles:
    """The styles of a text, of its own part and of the part that holds the common ones, by family and name."""

    def __init__(self, *roots: Element | None) -> None:
        self._styles: dict[tuple[str, str], Element] = {}
        for root in roots:
            for style in root.iter(STYLE + "style") if root is not None else ():
                self._styles[style.get(STYLE + "family") or "", style.get(STYLE + "name") or ""] = style

    def paragraph(self, name: str) -> Role:
        """The role of a paragraph; automatic styles have the one of what they are made from."""
        for style in self._chain("paragraph", name):
            for called in _names(style):
                role = role_of(called)
                if role:
                    return role
            outline = number(style.get(STYLE + "default-outline-level") or "", 0)
            if outline:
                return Role("heading", min(outline, 6))
        return Role("paragraph")

    def run(self, name: str) -> frozenset[str]:
        """Of bold, italic, code and hidden, what a span with this style is."""
        chain = list(self._chain("text", name))
        on = {"bold"} if _first(chain, FO + "font-weight") in {"bold", "600", "700", "800", "900"} else set()
        on |= {"italic"} if _first(chain, FO + "font-style") in {"italic", "oblique"} else set()
        on |= {"hidden"} if _first(chain, TEXT + "display") == "none" else set()
        names = {called.casefold() for each in chain for called in _names(each)}
        on |= {"code"} if names & CODE_CHARACTERS else set()
        return frozenset(on)

    def hidden(self, name: str) -> bool:
        """Whether a paragraph style hides its text."""
        return _first(list(self._chain("paragraph", name)), TEXT + "display") == "none"

    def _chain(self, family: str, name: str) -> Iterator[Element]:
        seen: set[str] = set()
        while (family, name) in self._styles and name not in seen:
            seen.add(name)
            yield self._styles[family, name]
            name = self._styles[family, name].get(STYLE + "parent-style-name") or ""


def _names(style: Element) -> Iterator[str]:
    yield _ESCAPED.sub(lambda code: chr(int(code[1], 16)), style.get(STYLE + "name") or "")
    yield style.get(STYLE + "display-name") or ""


def _first(chain: list[Element], attribute: str) -> str:
    layers = (each.find(STYLE + "text-properties") for each in chain)
    return next((said for layer in layers if layer is not None and (said := layer.get(attribute))), "")
