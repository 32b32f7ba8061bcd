"""Strings in, strings out, for programs: every line break and blank of the text stands where it stood."""

import re
from dataclasses import dataclass
from pathlib import PurePath

from summarizer import Document, Job, Lang, Pipeline, Result, Source, UsageError, detect

MOST_CHARACTERS = 200_000  # of one request: an issue of a paper, a minute of two cores
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
    from lxml import html

    content: str = html.fragment_fromstring(text, create_parent="div").text_content()
    return " ".join(content.split())


def translate_html(pipeline: Pipeline, text: str, source: Lang, job: Job) -> Written:
    """A piece of HTML in `job.to`, its tags and attributes as they were; alternatives are not to be had."""
    return Written(text if source == job.to else pipeline.translate_markup(text, source, job))


def as_file(pipeline: Pipeline, source: Source, result: Result) -> tuple[str, bytes]:
    """The suffix and the bytes of a translated file: the format it came in where that can be written, else Markdown."""
    try:
        return PurePath(source.name).suffix.lower(), pipeline.rebuilder(source)(source, result)
    except UsageError:
        return ".md", pipeline.export(result, "markdown")
