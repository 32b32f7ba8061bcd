"""Digest sentences that nothing in the article supports."""

from collections.abc import Iterator

from summarizer.checks._sides import target_lang
from summarizer.evidence import THRESHOLD, support
from summarizer.job import Finding, Result, Severity

TASKS = ("digest",)

_EVIDENCE = "evidence"
# between the two thresholds it is a note: editors' leads (ru_rt.dev) say a fifth of their sentences in their own words
_NOTHING = 0.05


def check(result: Result) -> Iterator[Finding]:
    """Yield a finding for every passage below the threshold; the article's own sentences need no proof."""
    for index, passage in enumerate(result.passages):
        if passage.origin == "source" or not passage.text.strip():
            continue
        found = support(result.document, passage.text, target_lang(result))
        if found.score < THRESHOLD:
            message = f"nothing in the source supports this sentence ({found.score:.2f}, {THRESHOLD} would do)"
            severity: Severity = "warning" if found.score < _NOTHING else "note"
            yield Finding(_EVIDENCE, message, index, severity, target=(0, len(passage.text)))
