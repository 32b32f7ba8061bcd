"""Texts that are too long for a model, cut where a reader would pause, by the model's own count of tokens."""

import re
from collections.abc import Callable, Sequence

_PAUSES = (r"(?<=[.!?…;])\s+", r"(?<=[:,])\s+|\s+(?=[—–])", r"\s+")  # the strongest first


def fit(text: str, limit: int, count: Callable[[str], int]) -> list[str]:
    """The text in parts of `limit` tokens at most; only white space between the parts is lost.

    A run without any white space that is over the limit is cut between characters.
    """
    if count(text) <= limit or len(text) < 2:
        return [text]
    for pause in _PAUSES:
        pieces = re.split(pause, text)
        if len(pieces) > 1:
            return [part for whole in _gather(pieces, limit, count) for part in fit(whole, limit, count)]
    half = len(text) // 2
    return [*fit(text[:half], limit, count), *fit(text[half:], limit, count)]


def _gather(pieces: list[str], limit: int, count: Callable[[str], int]) -> list[str]:
    """Neighbours together again as long as they fit; never all of them, so that `fit` comes to an end."""
    sizes = [count(piece) + 1 for piece in pieces]  # 1: the joint may cost a token
    gathered = [[0]]
    size = sizes[0]
    for index in range(1, len(pieces)):
        size += sizes[index]
        if size <= limit:
            gathered[-1].append(index)
        else:
            gathered.append([index])
            size = sizes[index]
    if len(gathered) == 1:
        middle = len(pieces) // 2
        gathered = [list(range(middle)), list(range(middle, len(pieces)))]
    return [" ".join(pieces[index] for index in group) for group in gathered]


def gather(texts: Sequence[str], limit: int, count: Callable[[str], int]) -> list[list[str]]:
    """The texts in order, in groups of `limit` tokens at most and of about one size; one over the limit is cut."""
    pieces = [part for text in texts for part in fit(text, limit, count)]
    sizes = [count(piece) + 1 for piece in pieces]
    parts = max(1, -(-sum(sizes) // max(limit, 1)))
    even = min(limit, -(-sum(sizes) // parts) + max(sizes, default=0))  # the last group is not a crumb
    groups: list[list[str]] = []
    room = 0
    for piece, size in zip(pieces, sizes, strict=True):
        if size > room or not groups:
            groups.append([])
            room = even
        groups[-1].append(piece)
        room -= size
    return groups
