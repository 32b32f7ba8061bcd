"""Everything that Svodka raises on purpose.

SvodkaError                 message: what happened, with the name; hint: what to do
├── SourceError             exit 3: the source could not be read
│   ├── FetchError          a link: status, redirect loop, timeout, refused address, size
│   ├── FormatError         a file: empty, binary, broken, encrypted, unknown, too large
│   ├── NoArticleError      a page or file that holds no article (cookie wall, paywall, scripts, pictures only)
│   └── LanguageError       a text that is neither Russian nor English
├── ModelError              exit 4: no model for this, or its files are not sound
├── UsageError              exit 2: a wrong argument or setting, said by the library
│   └── ConflictError       a segment was changed by somebody else in between: both texts
└── ShelfError              a module on a shelf does not keep the shelf's promise (a programming error)
"""


class SvodkaError(Exception):
    """Base of all; `str()` gives the message alone, `hint` what the user can do about it."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class SourceError(SvodkaError):
    """The source could not be read."""


class FetchError(SourceError):
    """A link could not be fetched."""


class FormatError(SourceError):
    """The bytes are not what a reader can read."""


class NoArticleError(SourceError):
    """The bytes were read, but there is no article in them."""


class LanguageError(SourceError):
    """The text is in a language that Svodka does not read."""


class ModelError(SvodkaError):
    """There is no model for what was asked, or its files are not sound."""


class UsageError(SvodkaError):
    """An argument or a setting is wrong."""


class ConflictError(UsageError):
    """A segment (from 0) is not any more what its editor saw: nothing was written, and both texts are here."""

    def __init__(self, segment: int, *, yours: str, theirs: str) -> None:
        super().__init__(f"segment {segment + 1} was changed elsewhere in the meantime", "compare both and choose")
        self.segment = segment
        self.yours = yours
        self.theirs = theirs


class ShelfError(SvodkaError):
    """A module on a shelf does not keep the shelf's promise."""


def one_line(error: BaseException) -> str:
    """What a foreign error says, on one line: messages of ours are one line, and libraries end theirs as they like."""
    return " ".join(str(error).split())
