"""A draft's way in and out as a file: what is read, and the formats that it leaves in."""

import base64
import io
import mimetypes
import re
from dataclasses import replace
from pathlib import Path

from summarizer import Pipeline, Project, Source, SvodkaError, UsageError
from ui.draft_data import Data, title
from ui.draft_room import Room, data_of

FORMATS = {
    "docx": ".docx",
    "same": "",  # the suffix of the file that the article came from
    "markdown": ".md",
    "html": ".html",
    "bilingual": ".bilingual.md",
    "bilingual_docx": ".bilingual.docx",
    "bilingual_html": ".bilingual.html",
    "tmx": ".tmx",
    "xliff": ".xlf",
    "xliff2": ".xlf",
    "srt": ".srt",
    "svodka": ".svodka",
    "memory": ".tmx",  # what was approved in every draft, not in this one alone
}


def source_of(request: Data, pipeline: Pipeline) -> Source:
    """A file (name and base64), a link, or a text."""
    if "data" in request:
        name = str(request.get("name", ""))
        return replace(Source.from_stream(io.BytesIO(data_of(request)), name), name=name)
    text = str(request.get("text", ""))
    if re.fullmatch(r"\s*https?://\S+\s*", text, re.IGNORECASE):
        return Source.from_url(text.strip(), pipeline.settings)
    return Source.from_text(text)


def export(room: Room, request: Data) -> Data:
    """The draft as it stands, or the memory of all drafts, as a file with a name."""
    if request.get("format") == "memory":
        with room.memory() as memory:
            return {
                "name": f"memory{FORMATS['memory']}",
                "data": base64.b64encode(b"".join(memory.export_tmx())).decode(),
            }
    with room.open(request) as project:
        suffix, data = _exported(room.pipeline, project, str(request.get("format")))
        name = re.sub(r"[^\w-]+", " ", title(project.document)).split()
    stem = "-".join(name)[:60].strip("-_") or "svodka"
    return {"name": f"{stem}{suffix}", "data": base64.b64encode(data).decode()}


def can_be_rebuilt(pipeline: Pipeline, project: Project) -> bool:
    """Whether the file that the article came from can be written again, translated."""
    source = project.source
    if source is None:
        return False
    try:
        pipeline.rebuilder(source)
    except SvodkaError:
        return False
    return True


def _exported(pipeline: Pipeline, project: Project, name: str) -> tuple[str, bytes]:
    if name not in FORMATS:
        raise UsageError(f"there is no format {name!r}", f"there are: {', '.join(FORMATS)}")
    if name == "svodka":
        return FORMATS[name], project.copy()
    result = project.result()
    source = project.source
    project.mark_exported()
    if name != "same":
        return FORMATS[name], pipeline.export(result, name)
    if source is None:
        raise UsageError("the file that the article came from is not kept", "choose another format")
    suffix = Path(source.name).suffix or mimetypes.guess_extension(source.media_type) or ".txt"
    return suffix, pipeline.rebuilder(source)(source, result)
