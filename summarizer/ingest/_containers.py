"""What a ZIP or an OLE2 file is: both hold many formats, and their first bytes do not say which."""

from summarizer.errors import FormatError
from summarizer.ingest._archive import Archive
from summarizer.source import Source

ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
OLE2_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_CONVERT = "convert it first: soffice --headless --convert-to docx FILE"
_COPY_OUT = "Svodka reads articles: copy the text that you want into a text or DOCX file"
_UNPACK = "unpack it and give the file that holds the article"

_BY_MIMETYPE = {  # the entry `mimetype` that EPUB (OCF 3.3) and ODF (1.3, part 2) begin with
    "application/epub+zip": "epub",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.oasis.opendocument.text-template": "odt",
}
_BY_ENTRY = (("META-INF/container.xml", "epub"), ("word/", "docx"))
_OTHER_MIMETYPES = (
    ("application/vnd.oasis.opendocument.spreadsheet", "an ODS spreadsheet"),
    ("application/vnd.oasis.opendocument.presentation", "an ODP presentation"),
    ("application/vnd.oasis.opendocument", "an OpenDocument file without a text"),
)
_OTHER_ENTRIES = (
    ("xl/", "an Excel workbook", _COPY_OUT),
    ("ppt/", "a PowerPoint presentation", _COPY_OUT),
    ("Index/Document.iwa", "an Apple Pages document", "export it from Pages as DOCX"),
    ("AndroidManifest.xml", "an Android program", _COPY_OUT),
    ("META-INF/MANIFEST.MF", "a Java program", _COPY_OUT),
)
_OLE2_STREAMS = (  # names in the directory, MS-CFB 2.6.1: UTF-16
    ("EncryptedPackage", "is protected by a password", "open it with the password and save it without one"),
    ("WordDocument", "is a Word 97-2003 document (.doc)", _CONVERT),
    ("Workbook", "is an Excel 97-2003 workbook (.xls)", _COPY_OUT),
    ("PowerPoint Document", "is a PowerPoint 97-2003 presentation (.ppt)", _COPY_OUT),
    ("__properties_version1.0", "is an Outlook message (.msg)", "save it from Outlook as HTML or text"),
)


def in_zip(source: Source) -> str:
    """The reader for what the archive holds. Raises `FormatError`, with the format's name, for all else."""
    archive = Archive(source)
    names = archive.names()
    mimetype = (archive.get("mimetype") or b"")[:100].decode("ascii", "replace").strip()
    if mimetype in _BY_MIMETYPE:
        return _BY_MIMETYPE[mimetype]
    for start, name in _OTHER_MIMETYPES:
        if mimetype.startswith(start):
            raise FormatError(f"{source.label} is {name}", _COPY_OUT)
    for start, reader in _BY_ENTRY:
        if any(name.startswith(start) for name in names):
            return reader
    if any(name.lower().endswith(".fb2") for name in names):
        return "fb2"
    for start, name, hint in _OTHER_ENTRIES:
        if any(entry.startswith(start) for entry in names):
            raise FormatError(f"{source.label} is {name}", hint)
    raise FormatError(f"{source.label} is a ZIP archive", _UNPACK)


def refuse_ole2(source: Source) -> None:
    """Raise `FormatError` with what the old Office file is."""
    for stream, what, hint in _OLE2_STREAMS:
        if stream.encode("utf-16-le") in source.data:
            raise FormatError(f"{source.label} {what}", hint)
    raise FormatError(f"{source.label} is an old Office file", _CONVERT)


def refuse_rtf(source: Source) -> None:
    """Raise `FormatError` for rich text."""
    raise FormatError(f"{source.label} is an RTF document", _CONVERT)
