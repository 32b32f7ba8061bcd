"""Word files made by hand or by python-docx, and what the reader gives of them."""

import io

from containers import zipped

from summarizer.document import Dropped, Meta, Piece
from summarizer.ingest.docx import read
from summarizer.source import Source

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"


def relations(*entries: str) -> str:
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{"".join(entries)}</Relationships>'


def relation(name: str, kind: str, target: str, mode: str = "Internal") -> str:
    return f'<Relationship Id="{name}" Type="{RELATION}{kind}" Target="{target}" TargetMode="{mode}"/>'


def part(tag: str, inner: str) -> str:
    return f"<w:{tag} {NAMESPACES}>{inner}</w:{tag}>"


def word(body: str, *links: str, styles: str = "", **parts: str) -> Source:
    own = {
        "_rels/.rels": relations(relation("r1", "officeDocument", "word/document.xml")),
        "word/document.xml": part("document", f"<w:body>{body}</w:body>"),
        "word/_rels/document.xml.rels": relations(relation("rs", "styles", "styles.xml"), *links),
        "word/styles.xml": part("styles", styles),
    }
    return zipped(own | {f"word/{name}.xml": part(*content) for name, content in parts.items()}, "a.docx")


def pieces(source: Source) -> list[Piece | Dropped]:
    return [item for item in read(source) if not isinstance(item, Meta)]


def texts(body: str) -> list[str]:
    return [item.text for item in pieces(word(body)) if isinstance(item, Piece)]


def r(text: str, properties: str = "") -> str:
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def p(*inner: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(inner)}</w:p>"


def saved(document) -> Source:
    stream = io.BytesIO()
    document.save(stream)
    return Source(data=stream.getvalue(), name="a.docx")
