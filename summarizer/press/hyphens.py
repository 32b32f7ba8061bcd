"""Words broken at a line end: which hyphen belongs to the word, which only to the line."""

import re
from collections.abc import Iterable

from summarizer.press.characters import SOFT
from summarizer.press.words import word_set

_WORD = re.compile(r"[^\W\d_]+(?:[-‐‑][^\W\d_]+)*")
_LEFT = re.compile(r"((?:[^\W_]+[-‐‑])*[^\W_]+)[-‐‑¬\xad]$")
_RIGHT = re.compile(r"[^\W_]+(?:[-‐‑][^\W_]+)*")
# Only parts that are hardly ever half of another word: "pro-" and "co-" would break "pro-duction", «по-» «по-литика».
_BEFORE = word_set("кое кой self well north south east west")
_NOT_AFTER = word_set("ern erly ward wards ish ing ness")  # north-ern, self-ish
_AFTER = word_set("либо нибудь таки based backed")
_PRONOUNS = word_set("""
    кто что где когда куда как откуда почему зачем отчего сколько кого чего кому чему кем чем ком чём какой какая какое
    какие какого каких каким какую какими чей чья чьё чьи
    """)
_PAIRS = {
    "из": word_set("за под"),
    "во": word_set("первых вторых"),
    "в": word_set("третьих четвёртых пятых шестых"),
    "по": word_set("""
        русски английски украински американски европейски новому прежнему другому своему видимому настоящему разному
        моему твоему нашему вашему
        """),
}
_HANGING = word_set("and or to и или")  # "two- and three-stage": the hyphen stays, and so does the space


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """The words of the texts in small letters, compounds whole: what `weld` looks a broken word up in."""
    found: set[str] = set()
    halved = False  # the text before ended in half a word: so this one begins with the other half
    for text in texts:
        words = _WORD.findall(text)
        ends_halved = broken(text.rstrip())
        found.update(words[1 if halved else 0 : len(words) - 1 if ends_halved else len(words)])
        halved = ends_halved
    return frozenset(word.replace("‑", "-").lower() for word in found)


def broken(left: str) -> bool:
    """Whether the text ends with a word's part and a hyphen."""
    return bool(_LEFT.search(left[-60:]))


def weld(left: str, right: str, words: frozenset[str]) -> str:
    """The two halves as one text, the hyphen kept where it belongs to the word.

    It belongs there when the text has the compound elsewhere and not the word without it, when both halves are words
    of the text and the word without it is not, before capitals and figures, and with parts such as «кое-», «-то» and
    "north-" that are written so.
    """
    found, follows = _LEFT.search(left[-60:]), _RIGHT.match(right)
    if not found or not follows:
        return f"{left} {right}"
    if left.endswith(SOFT):
        return left[:-1] + right
    first, second = found[1], follows[0]
    if second.lower() in _HANGING:
        return f"{left} {right}"
    return (left[:-1] + "-" if _belongs(first, second, words) else left[:-1]) + right


def _belongs(first: str, second: str, words: frozenset[str]) -> bool:
    if not second[0].islower() and not (first.isupper() and second.isupper() and len(second) > 1):
        return True
    if not first[-1].isalpha():
        return True
    first, second = first.lower(), second.lower()
    whole, compound = first + second, f"{first}-{second}"
    if (whole in words) != (compound in words):
        return compound in words
    if _written_so(first.rsplit("-", 1)[-1], second):
        return True
    return whole not in words and len(first) > 3 and len(second) > 3 and first in words and second in words


def _written_so(first: str, second: str) -> bool:
    if second in _PAIRS.get(first, ()) or second in _AFTER:
        return True
    if second == "то":
        return first in _PRONOUNS
    return first in _BEFORE and second not in _NOT_AFTER
