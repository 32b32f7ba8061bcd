"""Results as files that a browser can fetch: named after the article, in a folder of their own."""

import re
import shutil
import tempfile
import time
from pathlib import Path

from summarizer import Pipeline, Result, UsageError
from ui.render import title_of

FORMATS = {"markdown": "Markdown", "docx": "DOCX", "html": "HTML"}
_SUFFIXES = {"markdown": ".md", "docx": ".docx", "html": ".html"}
_KEPT_FOR = 3600  # seconds
_LONGEST = 60  # characters of a name: with Cyrillic in UTF-8 still far under the 255 bytes of common file systems


class Downloads:
    """A folder of files to fetch: those of an hour ago go with the next one, the folder with the process."""

    def __init__(self) -> None:
        self._folder = tempfile.TemporaryDirectory(prefix="svodka-")

    def write(self, pipeline: Pipeline, result: Result, name: str) -> str | None:
        """The path of the result in the format called `name`; `None` where this version has no such format."""
        try:
            data = pipeline.export(result, name)
        except UsageError:
            return None
        self._prune()
        folder = Path(tempfile.mkdtemp(dir=self._folder.name))
        path = folder / f"{file_name(result)}{_SUFFIXES[name]}"
        path.write_bytes(data)
        return str(path)

    def close(self) -> None:
        """Remove the folder now."""
        self._folder.cleanup()

    def _prune(self) -> None:
        old = time.time() - _KEPT_FOR
        for folder in Path(self._folder.name).iterdir():
            if folder.stat().st_mtime < old:
                shutil.rmtree(folder, ignore_errors=True)


def file_name(result: Result) -> str:
    """The title, or how the text begins, as a file name that every system takes, with the target language."""
    document = result.document
    words = re.sub(r"[^\w-]+", " ", title_of(document) or document.text[:_LONGEST]).split()
    name = "-".join(words)[:_LONGEST].strip("-_") or "svodka"
    return f"{name}.{result.job.to or document.lang}"
