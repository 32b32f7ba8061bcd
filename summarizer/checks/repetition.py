"""Loops: a small model that lost the thread says the same words again and again."""

import re
from collections.abc import Iterator

from summarizer.checks._sides import short
from summarizer.job import Finding, Result

TASKS = ("translate", "digest")

_CHECK = "repetition"
_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
# a run of 1 to 6 words said at least so often in a row, and more often than in the source. newstest2018, 6,000 human
# sentences, 2026-11-28: no false alarm ("очень-очень", "very, very" are two)
_TIMES = {1: 3, 2: 3, 3: 3, 4: 2, 5: 2, 6: 2}


def check(result: Result) -> Iterator[Finding]:
    """Yield the longest loop of a passage that its source does not have."""
    for index, passage in enumerate(result.passages):
        if passage.origin == "source" or not passage.sentences:
            continue
        loop = longest_loop(passage.text)
        source = result.document.sentences_text(passage.sentences)
        if loop is not None and longest_loop(source) is None:
            text = passage.text[loop[0] : loop[1]]
            yield Finding(_CHECK, f"the draft repeats itself: “{short(text)}”", index, "warning", target=loop)


def longest_loop(text: str) -> tuple[int, int] | None:
    """The place of the longest run of words that is said again and again; `None` where there is none."""
    words = list(_WORD.finditer(text))
    forms = [word.group().lower() for word in words]
    best: tuple[int, int] | None = None
    for length, times in _TIMES.items():
        run = 0  # words that equal the one `length` before
        for at in range(length, len(forms)):
            run = run + 1 if forms[at] == forms[at - length] else 0
            if run >= length * (times - 1):
                start, stop = words[at - run - length + 1].start(), words[at].end()
                if best is None or stop - start > best[1] - best[0]:
                    best = (start, stop)
    return best
