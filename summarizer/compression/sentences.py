"""One sentence through the rules of its language, round by round, until none finds anything more to leave out."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from summarizer.compression.cuts import Cut, Rule
from summarizer.compression.losses import is_safe
from summarizer.document import Lang

OPENINGS = frozenset({"dateline", "opener"})  # what may go without a reader missing it where the sentence stands alone
_ROUNDS = 4  # one cut may lay another bare: "But of course, he said, however, that"


@dataclass(frozen=True, slots=True)
class Compressed:
    """A sentence's shorter form; `places[n]` is where its character n, or what it stands for, is in the sentence."""

    text: str
    places: tuple[int, ...]
    size: int  # characters of the sentence
    kinds: tuple[str, ...] = ()

    def gaps(self) -> tuple[tuple[int, int], ...]:
        """The spans of the sentence that were left out."""
        kept = [-1, *self.places, self.size]
        return tuple((a + 1, b) for a, b in pairwise(kept) if b > a + 1)


@dataclass(slots=True)
class _Work:
    text: str
    places: list[int]
    kinds: list[str] = field(default_factory=list)

    def make(self, kind: str, cut: Cut) -> None:
        stands_for = self.places[max(0, cut.start - 1)] if self.places else 0
        self.text = cut.applied(self.text)
        self.places[cut.start : cut.stop] = [stands_for] * len(cut.put)
        self.kinds.append(kind)


def compress(text: str, lang: Lang, around: Sequence[str] = (), kinds: Collection[str] | None = None) -> Compressed:
    """The sentence without what the rules of these kinds (`None`: of all) leave out, itself where they find nothing.

    `around` are the texts read beside it: an abbreviation that it uses stays explained.
    """
    work = _Work(text, list(range(len(text))))
    rules = [(kind, rule) for kind, rule in _rules(lang) if kinds is None or kind in kinds]
    for _ in range(_ROUNDS):
        if not _round(work, rules, lang, around):
            break
    return Compressed(work.text, tuple(work.places), len(text), tuple(work.kinds))


def _rules(lang: Lang) -> tuple[tuple[str, Rule], ...]:
    """Of the language alone: to compile those of both takes 20 ms, which a translation need not wait for."""
    if lang == "en":
        from summarizer.compression import english

        return english.RULES
    from summarizer.compression import russian

    return russian.RULES


def _round(work: _Work, rules: Sequence[tuple[str, Rule]], lang: Lang, around: Sequence[str]) -> bool:
    """Every rule's first safe cut made; whether there was one."""
    before = len(work.kinds)
    for kind, rule in rules:
        for cut in rule(work.text):
            if is_safe(kind, work.text, cut, lang, around):
                work.make(kind, cut)
                break
    return len(work.kinds) > before
