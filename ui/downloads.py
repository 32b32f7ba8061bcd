"""Results as files that a browser can fetch: named after the article, in a folder of their own."""

import re
import tempfile
from pathlib import Path

from summarizer import Pipeline, Result, UsageError
from ui.render import title_of

FORMATS = {"markdown": "Markdown", "docx": "DOCX", "html": "HTML"}
_SUFFIXES = {"markdown": ".md", "docx": ".docx", "html": ".html"}


def write(pipeline: Pipeline, result: Result, name: str) -> str | None:
    """The path of the result in the format called `name`; `None` where this version has no such format."""
    try:
        data = pipeline.export(result, name)
    except UsageError:
        return None
    folder = Path(tempfile.mkdtemp(prefix="svodka-"))
    path = folder / f"{file_name(result)}{_SUFFIXES[name]}"
    path.write_bytes(data)
    return str(path)


def file_name(result: Result) -> str:
    """The title as a file name that every system takes, with the target language."""
    words = re.sub(r"[^\w-]+", " ", title_of(result.document)).split()
    name = "-".join(words)[:60].strip("-_") or "svodka"
    return f"{name}.{result.job.to or result.document.lang}"
