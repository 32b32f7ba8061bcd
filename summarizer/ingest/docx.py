"""Word documents, read from their XML: python-docx leaves out insertions, notes, text boxes and content controls."""

import posixpath
from collections.abc import Iterator

from summarizer.document import Dropped, Meta, Piece
from summarizer.errors import FormatError
from summarizer.ingest import _rebuild_docx
from summarizer.ingest._archive import Archive
from summarizer.ingest._pieces import finish, joined
from summarizer.ingest._rebuild_zip import replaced
from summarizer.ingest._word import Body
from summarizer.ingest._wordstyles import Styles, W
from summarizer.ingest._xml import Element, local, parse
from summarizer.job import Result
from summarizer.source import Source

EXTENSIONS = (".docx", ".docm", ".dotx", ".dotm")
MEDIA_TYPES = (
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template",
    "application/vnd.ms-word.document.macroenabled.12",
)

# ISO 29500 strict writes the same elements under other addresses.
STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
BESIDE = {  # parts that stand beside the text: relationship, element of each entry, reason
    "footnotes": ("footnote", "notes"),
    "endnotes": ("endnote", "notes"),
    "comments": ("comment", "comment"),
    "header": ("hdr", "running head"),
    "footer": ("ftr", "running head"),
}


def read(source: Source) -> Iterator[Piece | Dropped | Meta]:
    """The text as Word shows it with all changes accepted; anchors p12 and t0r1c2 count in the main part."""
    package = _Package(source)
    return finish(_read(package), package.archive.name)


def rebuild(source: Source, result: Result) -> bytes:
    """The file with the drafts in its main text; notes, running heads and comments keep their own words."""
    path, root = main_part(source)
    return replaced(source, {path: _rebuild_docx.rebuilt(root, result)})


def main_part(source: Source) -> tuple[str, Element]:
    """Path and root of the part that holds the text, for who wants its markup."""
    package = _Package(source)
    path = package.main
    root = package.part(path, needed=True)
    if root is None:
        raise AssertionError("a part that is needed was not read")
    return path, root


def _read(package: "_Package") -> Iterator[Piece | Dropped | Meta]:
    path = package.main
    body = package.part(path, needed=True)
    body = body.find(W + "body") if body is not None else None
    if body is None:
        raise FormatError(f"{package.archive.name} holds no Word document", "choose a .docx file with text")
    relations = package.relations(path)
    styles_path = package.target(path, "styles")
    styles = Styles(package.part(styles_path) if styles_path else None)
    yield _meta(package)
    links = {name: target for name, kind, target in relations if kind == "hyperlink"}
    yield from Body(body, styles, links).read()
    seen: set[str] = set()
    for _, kind, target in relations:
        part = package.part(target) if kind in BESIDE else None
        if part is not None:
            for text in _entries(part, BESIDE[kind][0], styles):
                if text not in seen:
                    seen.add(text)
                    yield Dropped(BESIDE[kind][1], text)


def _entries(part: Element, tag: str, styles: Styles) -> Iterator[str]:
    for entry in part.iter(W + tag):
        if "eparator" not in (entry.get(W + "type") or ""):  # separator, continuationSeparator
            text = joined(Body(entry, styles, {}).read())
            if text:
                yield text


def _meta(package: "_Package") -> Meta:
    path = package.target("", "core-properties")
    core = package.part(path) if path else None
    said = {local(child): " ".join((child.text or "").split()) for child in core} if core is not None else {}
    return Meta(title=said.get("title", ""), byline=said.get("creator", ""), date=said.get("created", "")[:10])


class _Package:
    """The parts of a Word file, found through their relationships."""

    def __init__(self, source: Source) -> None:
        self.archive = Archive(source)

    @property
    def main(self) -> str:
        """The path of the text itself."""
        return self.target("", "officeDocument") or "word/document.xml"

    def part(self, path: str, *, needed: bool = False) -> Element | None:
        data = self.archive.need(path) if needed else self.archive.get(path)
        if data is None:
            return None
        for strict, usual in STRICT:
            data = data.replace(strict, usual)
        return parse(data, f"{self.archive.name}: {path}")

    def relations(self, path: str) -> list[tuple[str, str, str]]:
        """Id, kind and target of what the part at `path` ("" for the package) refers to."""
        folder, name = posixpath.split(path)
        root = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
        found = []
        for relation in root if root is not None else ():
            target = relation.get("Target") or ""
            if relation.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found.append((relation.get("Id") or "", (relation.get("Type") or "").rpartition("/")[2], target))
        return found

    def target(self, path: str, kind: str) -> str:
        return next((target for _, found, target in self.relations(path) if found == kind), "")
