"""Passages that are not in the language asked for, or that hold a run of words of the other one."""

import re
from collections.abc import Iterator

from summarizer.checks._sides import target_lang
from summarizer.document import Lang, other_lang
from summarizer.job import Finding, Passage, Result

TASKS = ("translate", "digest")

_LANGUAGE = "language"
_LETTERS: dict[Lang, re.Pattern[str]] = {"ru": re.compile(r"[А-Яа-яЁё]"), "en": re.compile(r"[A-Za-z]")}
# words of the other script that begin with a small letter: names of foreign companies keep theirs, with a capital.
# newstest2018, 3,000 human pairs each way, 2026-11-28: a run of three occurs in 1 sentence
_RUN: dict[Lang, re.Pattern[str]] = {
    "ru": re.compile(r"(?<![\w@./])[a-z]{2,}(?:\s+[a-z]{2,}){2,}"),
    "en": re.compile(r"(?<![\w@./])[а-яё]{2,}(?:\s+[а-яё]{2,})*"),
}
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 12  # letters that are judged
_SHARE = 0.5


def check(result: Result) -> Iterator[Finding]:
    """Yield at most one finding a passage."""
    to = target_lang(result)
    for index, passage in enumerate(result.passages):
        if passage.origin == "source":
            continue
        own = len(_LETTERS[to].findall(passage.text))
        other = len(_LETTERS[other_lang(to)].findall(_without_names(passage, result)))
        if own + other >= _FEWEST and own < _SHARE * (own + other):
            name = {"ru": "Russian", "en": "English"}[to]
            message = f"the draft is not in {name}: {other} of its {own + other} letters are of the other script"
            yield Finding(_LANGUAGE, message, index, "warning", target=(0, len(passage.text)))
        elif run := _RUN[to].search(passage.text):
            message = f"“{run.group()[:60]}” in the draft is left in the source's language"
            yield Finding(_LANGUAGE, message, index, "warning", target=run.span())


def _without_names(passage: Passage, result: Result) -> str:
    """The draft without the words with a capital that its source has too: Airbnb, Microsoft."""
    source = {word for n in passage.sentences for word in _WORD.findall(result.document.sentence_text(n))}
    return _WORD.sub(lambda word: "" if word[0][0].isupper() and word[0] in source else word[0], passage.text)
