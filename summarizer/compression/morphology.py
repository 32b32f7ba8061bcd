"""What kinds of words Russian words can be, by the dictionary."""

from functools import lru_cache

from summarizer.glossary.lemmas import readings


@lru_cache(maxsize=50_000)
def tags(word: str) -> tuple[frozenset[str], ...]:
    """The grammemes (OpenCorpora's) of every reading that the dictionary has for the word, the likeliest first."""
    return tuple(frozenset(parse.tag.grammemes) for parse in readings(word.lower()))


def may_be(word: str, *wanted: str) -> bool:
    """Whether a reading of the word has all of these grammemes."""
    return any(reading.issuperset(wanted) for reading in tags(word))


def is_likely(word: str, *wanted: str) -> bool:
    """Whether the likeliest reading of the word has all of these grammemes."""
    found = tags(word)
    return bool(found) and found[0].issuperset(wanted)
