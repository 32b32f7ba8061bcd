"""What a file that comes back says of each sentence, whatever its format."""

from typing import NamedTuple

from summarizer.exchange import checksum, written


class Target(NamedTuple):
    """What came back for a segment; its text is "" where there is none yet or none any more."""

    number: int
    source: str
    text: str
    is_approved: bool
    line: int  # of the file; of a table: its row
    checksum: str = ""  # of the draft that went out; "" where the file does not say
    is_undone: bool = False  # the file says that there is no draft yet
    note: str = ""
    is_trimmed: bool = False  # white space at the ends may have been lost on the way, and says nothing

    def seen(self, text: str) -> str:
        """A text as the file's editor had it before them."""
        return written(text).strip() if self.is_trimmed else written(text)

    @property
    def is_unedited(self) -> bool:
        """The text is the draft that went out; False where the file does not say."""
        return self.checksum == checksum(self.seen(self.text))

    def differs(self, text: str) -> bool:
        """Whether the text is another than the one that came back."""
        return self.seen(text) != self.seen(self.text)


class Read(NamedTuple):
    """The targets in the order of the file, and what was found that cannot be taken in: lines and why."""

    targets: tuple[Target, ...]
    odd: tuple[tuple[int, str], ...] = ()
