"""What goes out with each sentence to be edited elsewhere, and is known by when it comes back."""

import re
import zlib

from summarizer.document import Lang
from summarizer.safe_xml import allowed

EXCHANGE = "urn:svodka:exchange"  # the namespace of what we add to formats that allow it
STATES: dict[Lang, dict[str, str]] = {
    "en": {"new": "no draft", "draft": "draft", "edited": "edited", "approved": "approved"},
    "ru": {"new": "нет перевода", "draft": "черновик", "edited": "исправлено", "approved": "готово"},
}
_NAMES = {word: state for words in STATES.values() for state, word in words.items()}
_ID = re.compile(r"s([1-9][0-9]{0,8})")
_KNOWN = re.compile(r"s[1-9][0-9]{0,8}(?:\s+([0-9a-f]{8}))?")


def segment_id(number: int) -> str:
    """The id of a sentence (its number from 0): the same from export to import."""
    return f"s{number + 1}"


def segment_number(name: str) -> int | None:
    """The number of the sentence with this id."""
    found = _ID.fullmatch(name.strip())
    return int(found[1]) - 1 if found else None


def label(number: int, draft: str) -> str:
    """An id with the checksum of the draft that goes out under it, for a reader's eye and for `of_label`.

    White space at the draft's ends does not count: LibreOffice 7.4 drops it at the end of a table's cell (2026-11-28).
    """
    return f"{segment_id(number)} {checksum(written(draft).strip())}"


def of_label(text: str) -> tuple[int, str] | None:
    """Number and checksum ("" where somebody left it out) of what `label` made; `None` for anything else."""
    text = " ".join(text.split())
    found = _KNOWN.fullmatch(text)
    return (int(text.split()[0][1:]) - 1, found[1] or "") if found else None


def written(text: str) -> str:
    """The text as a file holds it: without what XML does not allow, its line ends all alike."""
    return allowed(text).replace("\r\n", "\n").replace("\r", "\n")


def remark(severity: str, message: str) -> str:
    """A finding as a line among the notes on a sentence, so that it is known from what an editor wrote."""
    return f"[{severity}] {' '.join(written(message).split())}"


def checksum(text: str) -> str:
    """Eight hexadecimal digits of a text as it is written: whether a draft is still the one that went out."""
    return f"{zlib.crc32(written(text).encode()):08x}"


def state_named(word: str) -> str | None:
    """The state that a word means in either language: new, draft, edited, approved."""
    return _NAMES.get(" ".join(word.split()).casefold())
