"""The beginning of a draft with other words at its end, for a model to go on from."""

from dataclasses import replace

from summarizer import typography
from summarizer.document import Lang
from summarizer.job import Passage


def where(passage: Passage, start: int, stop: int) -> int | None:
    """Where in the draft the first word begins that came from this stretch of the source."""
    firsts = {tie.target_start: tie for tie in reversed(passage.ties)}.values()
    return min((tie.target_start for tie in firsts if tie.start < stop and start < tie.stop), default=None)


def begun(before: str, form: str) -> str:
    """The words behind what stands before them, with a capital where nothing does."""
    return before + (form if before else form[:1].upper() + form[1:])


def written_on(passage: Passage, text: str, source: str, to: Lang) -> Passage:
    """The passage with what a model wrote on from such a beginning; its ties are to be found anew."""
    return replace(passage, text=typography.dress(text, source, to), ties=(), alternatives=())
