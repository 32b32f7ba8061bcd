"""Which sentences can stand in a digest at all, and which only beside the one before them."""

import re
from collections.abc import Sequence

from summarizer.document import Lang
from summarizer.ranking.stems import count_words
from summarizer.ranking.words import LEANING, LEANING_PHRASES, NEVER, OVERTURNED, TURNED

FEWEST_WORDS = 5  # below: a fragment
MOST_WORDS = 60  # above: longer than a whole short digest
_NEVER = re.compile(NEVER, re.IGNORECASE)
_OVERTURNED = re.compile(rf"[\W_]*(?:{OVERTURNED})", re.IGNORECASE)
_TURNED = re.compile(TURNED, re.IGNORECASE)
_WHOLE = re.compile(r"[.!…][\"'»”)\]]*$|[\"»”)]$")
_QUESTION = re.compile(r"\?[\"'»”)!]*$")
_PHRASES = {lang: re.compile(rf"(?:{phrases})\b", re.IGNORECASE) for lang, phrases in LEANING_PHRASES.items()}
_FIRST_WORD = re.compile(r"[\W_]*([^\W_]+)")
_SPEECH = re.compile(r"[«“\"][^«»“”\"]*[»”\"]")
_NAMED = re.compile(r"(?<=[\w,;»\"”] )[«\"“]?[A-ZА-ЯЁ][^\W_]+|\d")
_FIRST_PERSON = re.compile(r"\b(?:i|i'm|i've|we're|we've|я|мне|меня)\b", re.IGNORECASE)


def leans(text: str, lang: Lang) -> bool:
    """Whether the sentence begins with a pronoun or a connective that points back."""
    first = _FIRST_WORD.match(text)
    if first is None:
        return True
    word = first[1].lower().replace("ё", "е")
    opening = text[first.start(1) :].replace("ё", "е")
    return word in LEANING[lang] or _PHRASES[lang].match(opening) is not None


def is_fit(text: str) -> bool:
    """Whether the sentence is whole, a statement, neither too short nor too long, and no credit or appeal."""
    words = count_words(text)
    whole = _WHOLE.search(text) is not None and _QUESTION.search(text) is None
    return whole and FEWEST_WORDS <= words <= MOST_WORDS and _NEVER.search(text) is None


def mostly_speech(text: str) -> bool:
    """Whether more than half of the sentence's characters stand in quotation marks."""
    return sum(len(match.group()) for match in _SPEECH.finditer(text)) > len(text) / 2


def sets_a_scene(text: str) -> bool:
    """Whether the sentence, which opens a text, names nobody and no figure: such a one tells of no event yet."""
    return _NAMED.search(text) is None


def is_overturned(text: str) -> bool:
    """Whether the sentence tells what was so, or was believed, before the news: alone it says the contrary of it."""
    return _OVERTURNED.match(text) is not None and _TURNED.search(text) is None


def loose_quotes(sentences: Sequence[str]) -> list[bool]:
    """For the sentences of one block: whether each is a piece of a longer quotation, or speech without its speaker."""
    loose, depth = [], 0
    for text in sentences:
        after = _depth(text, depth)
        loose.append(depth > 0 or after > 0 or _only_speech(text))
        depth = after
    return loose


def _depth(text: str, depth: int) -> int:
    for char in text:
        if char in "«“„":
            depth += 1
        elif char in "»”":
            depth = max(depth - 1, 0)
        elif char == '"':
            depth = 1 - min(depth, 1)
    return depth


def _only_speech(text: str) -> bool:
    inside = re.fullmatch(r"[«“\"][^«»“”\"]*[»”\"][.!…]?", text.strip())
    outside = re.sub(r"[«“\"][^«»“”\"]*[»”\"]", " ", text)
    return inside is not None or _FIRST_PERSON.search(outside) is not None
