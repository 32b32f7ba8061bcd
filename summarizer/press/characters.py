"""Characters that carry layout and no text: they are taken out before anything is said about lines.

What stays is text in composed form (NFC: a PDF or a Mac file gives "й" as two characters) with plain line ends.
"""

import re
import unicodedata

_LINE_ENDS = re.compile(r"\r\n?|[\v\x1c-\x1e\x85\u2028]")
_PAGE_ENDS = re.compile(r"[\f\u2029]")
_SPACES = re.compile(r"[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# zero width and direction marks, controls, object replacement, private use; U+200D stays inside emoji
_NOTHING = re.compile(
    r"(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d"
    r"|[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufffc]"
)
_SOFT_HYPHENS = re.compile(r"\xad+(?![ ]*\n)")  # at a line end it is a hyphen to undo, elsewhere it is nothing
_SOFT_HYPHEN_AT_END = re.compile(r"\xad+[ ]*(?=\n)")
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LIGATURE = re.compile("[" + "".join(_LIGATURES) + "]")

SOFT = "\xad"  # what a line ends with where a soft hyphen was the break


def clean(text: str) -> str:
    """The text with a line feed for every line end and two for a page end; a soft hyphen stays only at a line end."""
    text = _PAGE_ENDS.sub("\n\n", _LINE_ENDS.sub("\n", text))
    text = _NOTHING.sub("", _SPACES.sub(" ", text))
    text = _SOFT_HYPHEN_AT_END.sub(SOFT, _SOFT_HYPHENS.sub("", text))
    return unicodedata.normalize("NFC", _LIGATURE.sub(lambda found: _LIGATURES[found[0]], text))
