"""What of the text was translated and what was left as it stands, and why: one note at the end of every draft."""

from collections import Counter
from collections.abc import Iterator

from summarizer import placeholders
from summarizer.job import Finding, Result

TASKS = ("translate",)

_CHECK = "coverage"


def check(result: Result) -> Iterator[Finding]:
    """Yield one note without a passage; an error instead when a sentence is in no passage or in two."""
    used = Counter(number for passage in result.passages for number in passage.sentences)
    total = len(result.document.sentences)
    lost = sum(1 for number in range(total) if not used[number])
    doubled = sum(1 for count in used.values() if count > 1)
    left = Counter(_reason(result, number) for p in result.passages if p.origin == "source" for number in p.sentences)
    message = f"{total - lost - left.total()} of {total} sentences translated"
    if left:
        reasons = ", ".join(f"{count} {reason}" for reason, count in left.most_common())
        message += f"; left as they were: {reasons}"
    if lost or doubled:
        message += f"; {lost} in no passage, {doubled} in more than one"
    yield Finding(_CHECK, message, None, "error" if lost or doubled else "note")


def _reason(result: Result, number: int) -> str:
    document = result.document
    block = document.blocks[document.sentences[number].block]
    text = document.sentence_text(number)
    if block.kind == "code":
        return "code"
    if not any(char.isalpha() for char in text):
        return "without letters"
    if not placeholders.has_words(text, placeholders.in_sentence(document, number)):
        return "only addresses or placeholders"
    return "already in the target language"
