"""What of the text was translated and what was left as it stands, and why: one note at the end of every draft.

A sentence that was left because its draft was too uncertain is a finding of its own.
"""

from collections import Counter
from collections.abc import Iterator

from summarizer import placeholders
from summarizer.job import Finding, Passage, Result

TASKS = ("translate",)
WHOLE = True

_CHECK = "coverage"
_UNSURE = "under the confidence floor"


def check(result: Result) -> Iterator[Finding]:
    """Yield one note without a passage; an error instead when a sentence is in no passage or in two."""
    yield from _unsure(result)
    used = Counter(number for passage in result.passages for number in passage.sentences)
    total = len(result.document.sentences)
    lost = sum(1 for number in range(total) if not used[number])
    doubled = sum(1 for count in used.values() if count > 1)
    left = Counter(
        _reason(result, p, number) for p in result.passages if p.origin == "source" for number in p.sentences
    )
    message = f"{total - lost - left.total()} of {total} sentences translated"
    if left:
        reasons = ", ".join(f"{count} {reason}" for reason, count in left.most_common())
        message += f"; left as they were: {reasons}"
    message += _unknown(result)
    if lost or doubled:
        message += f"; {lost} in no passage, {doubled} in more than one"
    yield Finding(_CHECK, message, None, "error" if lost or doubled else "note")


def _unsure(result: Result) -> Iterator[Finding]:
    for index, passage in enumerate(result.passages):
        if _is_unsure(passage) and not passage.approved:
            sentence = result.document.sentences[passage.sentences[0]]
            message = (
                f"left in its own language: its draft had a confidence of {passage.confidence:.2f}, "
                f"under the floor of {result.job.floor:g}"
            )
            yield Finding(_CHECK, message, index, "warning", (sentence.start, sentence.stop), (0, len(passage.text)))


def _is_unsure(passage: Passage) -> bool:
    """A sentence that was left for another reason never had a draft whose confidence is known."""
    return passage.origin == "source" and passage.confidence is not None


def _unknown(result: Result) -> str:
    """How many drafts the floor could not be held against."""
    count = sum(passage.origin == "model" and passage.confidence is None for passage in result.passages)
    said = f"; the confidence of {count} drafts is not known: the floor of {result.job.floor:g} is not held there"
    return said if result.job.floor and count else ""


def _reason(result: Result, passage: Passage, number: int) -> str:
    document = result.document
    block = document.blocks[document.sentences[number].block]
    text = document.sentence_text(number)
    if _is_unsure(passage):
        return _UNSURE
    if block.kind == "code":
        return "code"
    if not any(char.isalpha() for char in text):
        return "without letters"
    if not placeholders.has_words(text, placeholders.in_sentence(document, number)):
        return "only addresses or placeholders"
    return "already in the target language"
