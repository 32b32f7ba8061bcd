"""Which word of a finished draft came from which word of its sentence, through all that was done to both on the way.

The model saw a prompt (masks, lower case, runs of a cut sentence) and its answer was dressed afterwards; words of the
sentence and the prompt, of the answer and the draft, are matched in order, and the model's own links join the two.
"""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from summarizer.job import Tie
from summarizer.tasks._drafts import Draft

_WORD = re.compile(r"\S+")


def ties(draft: Draft, text: str, start: int) -> tuple[Tie, ...]:
    """The ties of `text`, the draft's final form; `start` is where its sentence begins in the document."""
    prompt, answer, links = _joined(draft)
    if not links:
        return ()
    source = dict(_matched(prompt, draft.source))
    target = dict(_matched(answer, text))
    found = ((source.get(left), target.get(right), weight) for left, right, weight in links)
    return tuple(Tie(start + a[0], start + a[1], *b, weight) for a, b, weight in found if a and b)


def _joined(draft: Draft) -> tuple[str, str, list[tuple[int, int, float]]]:
    """What went into the model and what came out, each as one text, with the starts of the words that are linked."""
    prompts, answers, links = "", "", []
    for n, piece in enumerate(draft.pieces):
        answer = draft.answers.get(n)
        prompts, answers = f"{prompts} ".lstrip(" "), f"{answers} ".lstrip(" ")
        if answer is None:
            words = [word.start() for word in _WORD.finditer(piece.source)]
            links += [(len(prompts) + word, len(answers) + word, 1.0) for word in words]
        elif answer.alignment:
            links += [(len(prompts) + a.start, len(answers) + a.target_start, a.weight) for a in answer.alignment]
        prompts += piece.prompt or piece.source
        answers += piece.source if answer is None else answer.text
    return prompts, answers, links if any(answer.alignment for answer in draft.answers.values()) else []


def _matched(left: str, right: str) -> Iterator[tuple[int, tuple[int, int]]]:
    """Starts of the left text's words, with the places of the words of the right text that they are."""
    lefts, rights = list(_WORD.finditer(left)), list(_WORD.finditer(right))
    matcher = SequenceMatcher(None, [_bare(m) for m in lefts], [_bare(m) for m in rights], autojunk=False)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal" or (kind == "replace" and b - a == d - c):
            for one, other in zip(lefts[a:b], rights[c:d], strict=True):
                yield one.start(), other.span()


def _bare(match: re.Match[str]) -> str:
    return match.group().lower().strip(".,;:!?…«»“”\"'()")
