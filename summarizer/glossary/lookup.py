"""Terms found in a text, the longest first, and whether a draft has what a term asks for."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from summarizer.document import Lang
from summarizer.glossary.lemmas import lemmas
from summarizer.glossary.term import Term

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


class Hit(NamedTuple):
    """A term of the glossary in a text: `start` and `stop` are offsets into it."""

    term: Term
    start: int
    stop: int


class _Form(NamedTuple):
    words: tuple[str, ...]
    term: Term


class Glossary:
    """Terms of both languages, by the lemmas of the first word of each form."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self.terms = tuple(terms)
        self._tables: dict[Lang, dict[str, list[_Form]]] = {}

    def find(self, text: str, lang: Lang) -> Iterator[Hit]:
        """The terms of the text in order; where two begin at one word, the longest.

        A form with a capital is a name and asks for the capital (Lent, but not lent); one in capitals for all of them.
        """
        words = list(WORD.finditer(text))
        table = self._table(lang)
        at = 0
        while at < len(words):
            fitting = (form for lemma in lemmas(words[at].group()) for form in table.get(lemma, ()))
            whole = [form for form in fitting if _stands(form.words, words, at)]
            if not whole:
                at += 1
                continue
            best = max(whole, key=lambda form: len(form.words))
            last = at + len(best.words) - 1
            yield Hit(best.term, words[at].start(), words[last].end())
            at = last + 1

    def _table(self, lang: Lang) -> dict[str, list[_Form]]:
        if lang not in self._tables:
            table: defaultdict[str, list[_Form]] = defaultdict(list)
            for term in self.terms:
                for form in term.forms(lang):
                    words = tuple(WORD.findall(form))
                    for lemma in lemmas(words[0]) if words else ():
                        table[lemma].append(_Form(words, term))
            self._tables[lang] = dict(table)
        return self._tables[lang]


def place(form: str, text: str) -> tuple[int, int] | None:
    """Where the form stands in the text, in any inflection; None where it does not."""
    wanted = tuple(WORD.findall(form))
    words = list(WORD.finditer(text))
    if wanted:
        for at in range(len(words) - len(wanted) + 1):
            if _stands(wanted, words, at):
                return words[at].start(), words[at + len(wanted) - 1].end()
    return None


def _stands(form: Sequence[str], words: Sequence[re.Match[str]], at: int) -> bool:
    """Whether the words from `at` on are the form's, by lemma."""
    if at + len(form) > len(words):
        return False
    pairs = list(zip(form, (match.group() for match in words[at : at + len(form)]), strict=True))
    return all(_agrees(wanted, word) for wanted, word in pairs)


def _agrees(wanted: str, word: str) -> bool:
    if wanted.isupper() and len(wanted) > 1 and not word[:2].isupper():
        return False
    if wanted[0].isupper() and not word[0].isupper():
        return False
    return not lemmas(wanted).isdisjoint(lemmas(word))
