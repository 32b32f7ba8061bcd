"""Books made by hand, and what the reader gives of them."""

from containers import zipped

from summarizer.document import Dropped, Meta, Piece
from summarizer.ingest.epub import read
from summarizer.source import Source

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="{}" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
XHTML = "application/xhtml+xml"


def page(body: str, head: str = "") -> str:
    return (
        f'{head}<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">'
        f"<head><title>No text</title><style>p {{}}</style></head><body>{body}</body></html>"
    )


def item(name: str, href: str, properties: str = "", media: str = XHTML) -> str:
    return f'<item id="{name}" href="{href}" media-type="{media}" properties="{properties}"/>'


def package(manifest: str, spine: str, meta: str = "", guide: str = "") -> str:
    return (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        f'xmlns:opf="http://www.idpf.org/2007/opf"><metadata>{meta}</metadata><manifest>{manifest}</manifest>'
        f"<spine>{spine}</spine><guide>{guide}</guide></package>"
    )


def epub(opf: str, path: str = "OEBPS/content.opf", **pages: str | bytes) -> Source:
    own = {"mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER.format(path), path: opf}
    folder = path.rpartition("/")[0]
    return zipped(own | {f"{folder}/{name}.xhtml".lstrip("/"): text for name, text in pages.items()}, "a.epub")


def book(*bodies: str, meta: str = "") -> Source:
    names = [f"c{number}" for number in range(len(bodies))]
    manifest = "".join(item(name, f"{name}.xhtml") for name in names)
    spine = "".join(f'<itemref idref="{name}"/>' for name in names)
    return epub(package(manifest, spine, meta), **{name: page(body) for name, body in zip(names, bodies, strict=True)})


def pieces(source: Source) -> list[Piece | Dropped]:
    return [item for item in read(source) if not isinstance(item, Meta)]


def texts(source: Source) -> list[str]:
    return [item.text for item in pieces(source) if isinstance(item, Piece)]
