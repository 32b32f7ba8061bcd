"""Strings in, strings out, for programs: every line break and blank of the text stands where it stood."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from summarizer import Document, Job, Lang, Pipeline, Result, Source, detect

_BREAKS = re.compile(r"(\r\n|\n|\r)")
_OTHER_BREAKS = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")  # line ends to Python, blanks to the reader of a text
_LETTERS: dict[Lang, re.Pattern[str]] = {"ru": re.compile(r"[А-яЁё]"), "en": re.compile(r"[A-Za-z]")}
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Seen:
    """A text's language and the share of its letters (0 to 100) that are of that language's script."""

    lang: Lang
    share: float


@dataclass(frozen=True, slots=True)
class Written:
    """A translated text, and as many whole alternatives as were to be had."""

    text: str
    alternatives: tuple[str, ...] = ()


def see(text: str) -> Seen:
    """Which language the text is in. Raises `LanguageError` for a third one; no letters at all are English, share 0."""
    letters = _LETTER.findall(text)
    if not letters:
        return Seen("en", 0.0)
    lang = detect(text)
    return Seen(lang, round(100 * sum(1 for letter in letters if _LETTERS[lang].match(letter)) / len(letters), 1))


def translate(pipeline: Pipeline, text: str, source: Lang, job: Job) -> Written:
    """The text in `job.to`. What holds no letters, and a text that is in that language already, comes back as it is."""
    if source == job.to or not _LETTER.search(text):
        return Written(text)
    parts = _BREAKS.split(_OTHER_BREAKS.sub(" ", text))
    bodies = [part.strip() for part in parts[::2]]
    document, _ = pipeline.read_lines(Source.from_text("\n".join(bodies)), source)
    result = pipeline.run(document, job)
    depth = max((len(passage.alternatives) for passage in result.passages), default=0)
    texts = [_put(parts, bodies, _lines(document, result, n)) for n in range(depth + 1)]
    others = dict.fromkeys(text for text in texts[1:] if text != texts[0])
    return Written(texts[0], tuple(others)[: job.alternatives])


def _lines(document: Document, result: Result, rank: int) -> dict[int, str]:
    """The draft of every line: the best (rank 0), or made of every sentence's next alternative where it has one."""
    lines: dict[int, str] = {}
    for passage in result.passages:
        choices = (passage.text, *passage.alternatives)
        block = document.blocks[passage.block]
        end = document.sentences[passage.sentences[-1]].stop
        gap = re.match(r"\s*", document.text[end : block.stop])
        text = choices[min(rank, len(choices) - 1)] + (gap[0] if gap else "")
        lines[int(block.anchor)] = lines.get(int(block.anchor), "") + text
    return lines


def _put(parts: list[str], bodies: list[str], lines: dict[int, str]) -> str:
    """The lines between the blanks and breaks of the source."""
    made = list(parts)
    for number, body in enumerate(bodies):
        if number in lines:
            before, _, after = parts[2 * number].partition(body)
            made[2 * number] = before + lines[number] + after
    return "".join(made)


def without_tags(text: str) -> str:
    """The words of a piece of HTML."""
    return " ".join(_parse(text).text_content().split())


def translate_html(pipeline: Pipeline, text: str, source: Lang, job: Job) -> Written:
    """A piece of HTML in `job.to`, its tags and attributes as they were; alternatives are not to be had."""
    if source == job.to:
        return Written(text)
    root = _parse(text)
    places = list(_places(root))
    plain = [node.tail if is_tail else node.text for node, is_tail in places]
    lines = [" ".join(words.split()) for words in plain]
    drafts = translate(pipeline, "\n".join(lines), source, replace(job, alternatives=0)).text.split("\n")
    for (node, is_tail), words, draft in zip(places, plain, drafts, strict=True):
        body = words.strip()
        before, _, after = words.partition(body)
        setattr(node, "tail" if is_tail else "text", before + draft + after)
    return Written(_serialised(root))


def as_file(pipeline: Pipeline, result: Result, suffix: str) -> tuple[str, bytes]:
    """The suffix and the bytes of a translated file: the format it came in where that can be written, else Markdown."""
    name, written = _FORMATS.get(suffix, ("markdown", ".md"))
    return written, pipeline.export(result, name)


_FORMATS = {".txt": ("text", ".txt"), ".html": ("html", ".html"), ".docx": ("docx", ".docx"), ".srt": ("srt", ".srt")}


def _parse(text: str) -> Any:
    from lxml import html

    return html.fragment_fromstring(text, create_parent="div")


def _places(root: Any) -> Iterator[tuple[Any, bool]]:
    """The text nodes with letters: (element, is its tail); scripts, code and `translate="no"` are passed over."""
    if root.tag in _LEFT or not isinstance(root.tag, str) or root.get("translate") == "no":
        return
    if _LETTER.search(root.text or ""):
        yield root, False
    for child in root:
        yield from _places(child)
        if _LETTER.search(child.tail or ""):
            yield child, True


_LEFT = frozenset({"script", "style", "code", "pre", "kbd", "samp", "textarea"})


def _serialised(root: Any) -> str:
    """The fragment without the element that was put around it."""
    from lxml import html

    whole: str = html.tostring(root, encoding="unicode")
    return whole[len("<div>") : -len("</div>")]
