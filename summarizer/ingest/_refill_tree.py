"""Paragraphs of HTML, XHTML, FictionBook and OpenDocument trees, as slots that can be given another text.

A paragraph is a run of text nodes between two block elements. Inline elements keep their tag and attributes; they move
to where their words went, and what holds no words (a picture, the mark of a note) stays behind the word it followed.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

from summarizer.ingest._refill import Slot, even
from summarizer.inline import Drafted

Element: TypeAlias = Any  # of lxml, with or without namespaces
Span: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Which elements of a format are blocks, which are passed over, which are a line break or a blank."""

    blocks: frozenset[str]
    skipped: frozenset[str]
    breaks: frozenset[str] = frozenset({"br"})
    blanks: frozenset[str] = frozenset()
    is_mark: Callable[[Element], bool] = lambda _: False  # of an inline element that the reader passes over


@dataclass(slots=True)
class Leaf:
    """A text node (of `element`, or its tail); `start` and `stop` are places in the paragraph's even text."""

    element: Element
    is_tail: bool
    start: int = 0
    stop: int = 0
    after_break: bool = False
    after_blank: bool = False

    @property
    def raw(self) -> str:
        """What stands there."""
        return (self.element.tail if self.is_tail else self.element.text) or ""

    @property
    def owner(self) -> Element:
        """The element whose content the text is."""
        return self.element.getparent() if self.is_tail else self.element

    def set(self, text: str) -> None:
        """Write."""
        if self.is_tail:
            self.element.tail = text
        else:
            self.element.text = text


def slots(root: Element, grammar: Grammar, local: Callable[[Element], str]) -> Iterator[Slot]:
    """Every paragraph of the tree, in order; what `translate="no"` covers is passed over."""
    run: list[Leaf] = []
    pending = [False, False]  # a break, a blank before the next leaf
    for leaf in list(_walk(root, grammar, local, pending)):
        if leaf is None:
            if run:
                yield Paragraph(run)
            run = []
        else:
            run.append(leaf)
    if run:
        yield Paragraph(run)


def _walk(
    node: Element, grammar: Grammar, local: Callable[[Element], str], pending: list[bool]
) -> Iterator[Leaf | None]:
    """Leaves with words, and None where a block begins or ends."""
    name = local(node) if isinstance(node.tag, str) else ""
    if name in grammar.breaks:
        pending[0] = True
    pending[1] = pending[1] or name in grammar.blanks
    is_block = name in grammar.blocks
    if is_block:
        yield None
    if isinstance(node.tag, str) and name not in grammar.skipped and not _is_held(node, grammar):
        yield from _leaf(Leaf(node, is_tail=False), pending)
        for child in node:
            yield from _walk(child, grammar, local, pending)
            yield from _leaf(Leaf(child, is_tail=True), pending)
    if is_block:
        yield None


def _is_held(node: Element, grammar: Grammar) -> bool:
    return node.get("translate") == "no" or grammar.is_mark(node)


def _leaf(leaf: Leaf, pending: list[bool]) -> Iterator[Leaf]:
    if leaf.raw.strip():
        leaf.after_break, leaf.after_blank = pending
        pending[:] = [False, False]
        yield leaf
    elif leaf.raw:
        pending[1] = True


class Paragraph:
    """A `Slot` of text nodes."""

    def __init__(self, leaves: list[Leaf]) -> None:
        self._leaves = leaves
        text, open_end = "", False
        for leaf in leaves:
            blank = open_end or leaf.after_break or leaf.after_blank or leaf.raw[:1].isspace()
            text += " " if blank and text else ""
            leaf.start = len(text)
            text += even(leaf.raw)
            leaf.stop, open_end = len(text), leaf.raw[-1:].isspace()
        self._text = text

    @property
    def text(self) -> str:
        """The words of the text nodes."""
        return self._text

    def parts(self) -> list[Slot]:
        """The paragraph cut at its line breaks."""
        groups: list[list[Leaf]] = []
        for leaf in self._leaves:
            if leaf.after_break or not groups:
                groups.append([])
            groups[-1].append(leaf)
        return [Paragraph(group) for group in groups] if len(groups) > 1 else []

    def put(self, drafted: Drafted) -> None:
        """Write the draft over the text nodes."""
        _Writer(drafted, self._text).write(self._leaves, (0, len(drafted.text)))


@dataclass(slots=True)
class _Item:
    """A child element of the paragraph and its place in the draft; `leaves` are the words in it, none in a picture."""

    element: Element
    leaves: list[Leaf]
    place: Span


class _Writer:
    """Writes one draft."""

    def __init__(self, drafted: Drafted, source: str) -> None:
        self._drafted = drafted
        self._source = source

    def write(self, leaves: list[Leaf], place: Span, *, inside: bool = False) -> None:
        """Give the text nodes this stretch of the draft; elements go where their words went."""
        top = _common([leaf.owner for leaf in leaves])
        head = _head(top, leaves[0])
        children = _between(top, head, _last(top, leaves[-1]))
        items = [self._item(child, leaves, place) for child in children]
        if any(_is_torn(item) for item in items):
            self._flat(leaves, place)
            return
        lead = _lead(leaves[0].raw) if leaves[0].owner is top else _slot(top, head)
        tail = _tail(leaves[-1].raw) if leaves[-1].owner is top else children[-1].tail or ""
        lead, tail = ("", "") if inside else (lead, tail)  # blanks are between the elements, not in them
        for child in children:
            top.remove(child)
        self._lay(top, head, items, (lead, place, tail))

    def _item(self, child: Element, leaves: list[Leaf], place: Span) -> _Item:
        own = [leaf for leaf in leaves if _holds(child, leaf)]
        if own:
            places = self._drafted.places((own[0].start, own[-1].stop)) or [(place[1], place[1])]
            start, stop = min(one[0] for one in places), max(one[1] for one in places)
        else:
            before = [leaf.stop for leaf in leaves if _precedes(leaf, child)]
            start = stop = self._drafted.after(max(before, default=0), self._source)
        low, high = place
        return _Item(child, own, (min(max(start, low), high), min(max(stop, low), high)))

    def _lay(self, top: Element, head: Element | None, items: list[_Item], around: tuple[str, Span, str]) -> None:
        """Text and elements in the draft's order, from the slot behind `head` on."""
        lead, (at, end), tail = around
        index = 0 if head is None else top.index(head) + 1
        written = head
        text = lead
        for item in sorted(items, key=lambda item: item.place):
            start = max(item.place[0], at)
            _set_slot(top, written, text + self._drafted.text[at:start])
            at = max(item.place[1], start)
            if item.leaves:
                self.write(item.leaves, (start, at), inside=True)
            top.insert(index, item.element)
            index, written, text = index + 1, item.element, ""
        _set_slot(top, written, text + self._drafted.text[at:end] + tail)

    def _flat(self, leaves: list[Leaf], place: Span) -> None:
        """Where elements reach over paragraphs: the whole stretch into the first text node."""
        first = leaves[0]
        first.set(_lead(first.raw) + self._drafted.text[slice(*place)] + _tail(first.raw))
        for leaf in leaves[1:]:
            leaf.set("")


def _lead(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]


def _tail(text: str) -> str:
    return text[len(text.rstrip()) :]


def _common(elements: list[Element]) -> Element:
    """The innermost element that is or holds all of these."""
    chains = [[element, *element.iterancestors()] for element in elements]
    return next(one for one in chains[0] if all(one in chain for chain in chains[1:]))


def _child(top: Element, leaf: Leaf) -> Element:
    """The child of `top` that the leaf stands in."""
    return next(one for one in (leaf.owner, *leaf.owner.iterancestors()) if one.getparent() is top)


def _head(top: Element, first: Leaf) -> Element | None:
    """The element whose tail is the first place for text; None where that is the text of `top` itself."""
    if first.owner is top:
        return first.element if first.is_tail else None
    return _child(top, first).getprevious()


def _last(top: Element, last: Leaf) -> Element | None:
    if last.owner is top:
        return last.element if last.is_tail else None
    return _child(top, last)


def _between(top: Element, head: Element | None, last: Element | None) -> list[Element]:
    """The children after `head`, up to `last`."""
    start = 0 if head is None else top.index(head) + 1
    return list(top[start : 0 if last is None else top.index(last) + 1])


def _slot(top: Element, head: Element | None) -> str:
    return (top.text if head is None else head.tail) or ""


def _set_slot(top: Element, head: Element | None, text: str) -> None:
    if head is None:
        top.text = text
    else:
        head.tail = text


def _holds(element: Element, leaf: Leaf) -> bool:
    return leaf.owner is element or element in leaf.owner.iterancestors()


def _precedes(leaf: Leaf, child: Element) -> bool:
    """Whether the words stand before the element, both under one parent."""
    parent = child.getparent()
    own = leaf.element if leaf.is_tail and leaf.owner is parent else None
    if leaf.owner is parent:
        return own is None or parent.index(own) < parent.index(child)
    return bool(parent.index(_child(parent, leaf)) < parent.index(child))


def _is_torn(item: _Item) -> bool:
    """Whether the element holds words of other paragraphs too."""
    inside = len(even("".join(item.element.itertext())).replace(" ", ""))
    return bool(item.leaves) and inside != sum(len(even(leaf.raw).replace(" ", "")) for leaf in item.leaves)
