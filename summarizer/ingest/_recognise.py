"""Which reader is for a source: by what its bytes are, then by the media type, then by the suffix.

Servers and users name files wrongly more often than a page looks like something that it is not.
"""

import re
from pathlib import PurePath

from summarizer.errors import FormatError
from summarizer.ingest._containers import OLE2_START, ZIP_STARTS, in_zip, refuse_ole2, refuse_rtf
from summarizer.shelf import Shelf
from summarizer.source import Source

READERS = Shelf("summarizer.ingest", ("EXTENSIONS", "MEDIA_TYPES", "read"))
_CONTAINERS = frozenset({"pdf", "docx", "odt", "epub", "fb2"})  # their bytes say what they are
_TEXTS = frozenset({"", "plain", "markdown", "html", "subtitles"})

_PDF = re.compile(rb"%PDF-\d\.\d")  # within the first 1,024 bytes: PDF 1.7, implementation note 13
_HEAD = 32_768  # characters in which a text shows what it is

_PREAMBLE = re.compile(r"(?:\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^>\[]*(?:\[.*?\]\s*)?>)*", re.DOTALL | re.IGNORECASE)
_ROOT = re.compile(r"<([a-zA-Z][\w:.-]*)(?=[\s/>])")
_DOCTYPE_HTML = re.compile(r"<!doctype\s+html", re.IGNORECASE)
_HTML_ROOTS = frozenset({"html", "head", "body", "meta", "title", "base"})
# What a piece of a page's source, pasted or saved, begins with; a text that begins with another tag is a text.
_HTML_BLOCK = re.compile(
    r"address|article|aside|blockquote|center|div|dl|figure|footer|form|h[1-6]|header|img|link|main|nav|ol|p|script"
    r"|section|span|style|table|ul",
    re.IGNORECASE,
)
_TAG = re.compile(
    r"</?(?:a|article|b|body|br|div|em|h[1-6]|head|html|i|li|p|section|span|strong|table|td|ul)\b[^<>]*>", re.IGNORECASE
)
_XML_NAMES = {
    "rss": "a news feed",
    "feed": "a news feed",
    "RDF": "a news feed",
    "urlset": "a site map",
    "svg": "an SVG picture",
}
_OTHER_XML = "XML of a kind that Svodka does not know"
_XML_HINT = "give the article's own page or file"

_VTT = re.compile(r"WEBVTT(?:[ \t\r\n]|\Z)")
_SRT = re.compile(r"\s*(?:\d+\s*\r?\n)?\d{1,2}:\d\d:\d\d[,.]\d{1,3}\s*-->\s*\d{1,2}:\d\d:\d\d[,.]\d{1,3}")

_ATX = re.compile(r"^#{1,6} +\S", re.MULTILINE)
_LINK = re.compile(r"\[[^\]\n]{1,300}\]\((?:https?://|mailto:|/|#)[^)\s]*\)")
_OTHER_SIGNS = re.compile(r"\*\*\S[^*\n]*\*\*|^(?:```|~~~)|^> \S|^\[[^\]\n]+\]: +\S", re.MULTILINE)


def recognise(source: Source) -> str:
    """The name of the reader for `source`. Raises `FormatError`, with what it is, when there is none."""
    declared = _declared(source)
    if declared not in _CONTAINERS | _TEXTS:  # a format that was put on the shelf: only its name is known
        return declared
    return _by_bytes(source) or _by_text(source, source.text(), declared)


def _by_bytes(source: Source) -> str:
    data = source.data
    if data.startswith(OLE2_START):
        refuse_ole2(source)
    if data.startswith(rb"{\rtf"):
        refuse_rtf(source)
    if data.startswith(ZIP_STARTS):
        return in_zip(source)
    pdf = _PDF.search(data[:1_024])
    # Further in, a text may speak of PDF: only one that has PDF's objects is one.
    return "pdf" if pdf and (pdf.start() == 0 or b" obj" in data) else ""


def _by_text(source: Source, text: str, declared: str) -> str:
    if not text.strip():
        raise FormatError(f"{source.label} holds no text", "give a file with text in it")
    head = text[:_HEAD]
    markup = _markup(source, head, declared)
    if markup:
        return markup
    if _VTT.match(text) or _SRT.match(head):
        return "subtitles"
    if declared in _CONTAINERS:
        raise FormatError(f"{source.label} is called {declared.upper()} but is none", "check that it was saved whole")
    if declared in ("", "html", "plain"):  # a page without a tag is a text
        return "markdown" if _is_markdown(head) else "plain"
    return declared


def _markup(source: Source, head: str, declared: str) -> str:
    """The reader html or fb2 when the text is that, "" when it is no markup. Raises `FormatError` for other XML."""
    preamble = _PREAMBLE.match(head)
    start = preamble.end() if preamble else 0
    root = _ROOT.match(head, start)
    name = root[1].rsplit(":", 1)[-1] if root else ""
    if name == "FictionBook":
        return "fb2"
    if _DOCTYPE_HTML.search(head[:start]) or name.lower() in _HTML_ROOTS:
        return "html"
    if declared == "html" and _TAG.search(head):
        return "html"
    if "<?xml" in head[:start].lower() or name in _XML_NAMES or (name and _is_called_xml(source)):
        raise FormatError(f"{source.label} is {_XML_NAMES.get(name, _OTHER_XML)}, not an article", _XML_HINT)
    return "html" if declared in ("", "plain") and _is_fragment(head, name) else ""


def _is_called_xml(source: Source) -> bool:
    return source.media_type.endswith(("/xml", "+xml")) or source.name.lower().endswith(".xml")


def _is_fragment(head: str, name: str) -> bool:
    return bool(_HTML_BLOCK.fullmatch(name)) and len(_TAG.findall(head)) >= 2


def _declared(source: Source) -> str:
    """The reader that the media type, then the suffix asks for; "" when neither is known."""
    suffix = PurePath(source.name).suffix.lower()
    readers = list(READERS.all())
    for name, reader in readers:
        if name != "plain" and source.media_type in reader.MEDIA_TYPES:
            return name
    return next((name for name, reader in readers if suffix in reader.EXTENSIONS), "")


def _is_markdown(head: str) -> bool:
    """Signs that no plain text has together; a lone `# line` or a lone link is in plain texts, too."""
    headings, links = len(_ATX.findall(head)), len(_LINK.findall(head))
    return links >= 3 or (headings >= 1 and links >= 1) or (headings >= 2 and bool(_OTHER_SIGNS.search(head)))
