"""Pairs whose source says how some of its words are rendered: so a model learns to take a word from a dictionary.

    python -m training.hints CORPORA DATA/spm.model DATA [--words FOLDER] [--sets NAME...]

In the source stands `hotbeds|очаг`, in the target, as ever, what a person or a model wrote («очагов»): the form that
the sentence asks for is the model's own work (after Dinu et al. 2019, with dictionary forms as Bergmanis and Pinnis
2021). DATA gets `hint-ru.npz` (hints in the English side, for "hint-ru>ru") and `hint-en.npz`. A word and its rendering
are a pair of the dictionary of rarer words (FOLDER, as `training.rarer_words` wants it), of the table of stems, or two
names that sound alike; each must stand alone in its sentence.
"""

import argparse
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import sentencepiece

from summarizer.document import Lang, other_lang
from summarizer.facts._lexicon import across
from summarizer.facts._name_sounds import alike, sounds
from summarizer.glossary.lemmas import is_russian, lemmas, readings
from summarizer.ranking.stems import stem
from training.prepare import Pairs, pack, read_pairs
from training.rarer_words import RARE, even, is_cyrillic, shorter

SIGN = "|"
SETS = ("llm-news", "news", "press")
SHARE = {"rare": 1.0, "common": 0.1, "name": 0.25}  # of the words that could have a hint
MOST = 3  # hints of a sentence
DISGUISED = 0.5  # of the words with a hint: another one stands in their place, so that only the hint can tell
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_TOLD = re.compile(rf"(?<![{SIGN}\w'’])[^\W\d_]+(?:['’][^\W\d_]+)*(?=[{SIGN}])")
_SHORTEST = 4
_Words = Mapping[str, list[str]]  # renderings of a word


class _Found(NamedTuple):
    """A word of the source, and what answers for it in the target."""

    word: re.Match[str]
    start: int
    rendering: str


def read_words(folder: Path | None) -> dict[Lang, dict[str, list[str]]]:
    """The renderings of rarer words; one may have several words."""
    found: dict[Lang, dict[str, list[str]]] = {"en": defaultdict(list), "ru": defaultdict(list)}
    files = sorted(folder.glob("*.tsv")) if folder else []
    for row in (line for file in files for line in file.read_text(encoding="utf-8").splitlines()):
        word, _, others = row.partition("\t")
        for other in others.split("\t")[0].split("|"):
            if _WORD.match(other) and word:
                found["ru" if is_cyrillic(word) else "en"][even(word)].append(other)
    return found


def with_hints(pairs: Iterable[tuple[str, str]], lang: Lang, words: _Words) -> Pairs:
    """The pairs (English, Russian) that can have a hint, with it in their side of `lang`."""
    chance, rows = random.Random(0), list(pairs)
    side = 0 if lang == "en" else 1
    seen = Counter(word for row in rows for word in _WORD.findall(row[side]))
    told = []
    for row in rows:
        able = [] if SIGN in row[side] else list(_matches(row[side], row[1 - side], lang, words))
        chosen = [found for found in able if chance.random() < SHARE[_kind(found.word.group(), seen)]]
        if chosen:
            hinted = _hinted(row[side], chance.sample(chosen, min(len(chosen), MOST)))
            told.append((hinted, row[1]) if lang == "en" else (row[0], hinted))
    return told


def disguised(sources: Sequence[str]) -> list[str]:
    """The sources with some of the words that have a hint taken for others that have one, capitals for capitals.

    A model that knows a word does not look at its hint; here it has to.
    """
    chance = random.Random(1)
    told = [word for source in sources for word in _TOLD.findall(source)]
    others = {small: [word for word in told if word.islower() == small] for small in (True, False)}

    def other(match: re.Match[str]) -> str:
        word = match.group()
        return chance.choice(others[word.islower()]) if chance.random() < DISGUISED else word

    return [_TOLD.sub(other, source) for source in sources]


def _hinted(source: str, chosen: Iterable[_Found]) -> str:
    for found in sorted(chosen, key=lambda found: -found.word.end()):
        at = found.word.end()
        source = f"{source[:at]}{SIGN}{found.rendering}{source[at:]}"
    return source


def _kind(word: str, seen: Mapping[str, int]) -> str:
    if not word.islower():
        return "name"
    return "rare" if seen[word] < RARE else "common"


def _matches(source: str, target: str, lang: Lang, words: _Words) -> Iterator[_Found]:
    """Words of the source that one place of the target answers for, and no other word."""
    theirs = list(_WORD.finditer(target))
    found = []
    for match in _WORD.finditer(source):
        if len(match.group()) >= _SHORTEST:
            small = match.group().islower()
            places = _small(match.group(), theirs, lang, words) if small else _capital(match.group(), theirs, lang)
            if len(places) == 1:
                found.append(_Found(match, *places[0]))
    claims = Counter(one.start for one in found)
    yield from (one for one in found if claims[one.start] == 1)


def _small(word: str, theirs: Sequence[re.Match[str]], lang: Lang, words: _Words) -> list[tuple[int, str]]:
    """Where the target has a rendering of the word, and the rendering as a dictionary has it."""
    stems = [_stem(other.group()) if other.group().islower() else "" for other in theirs]
    known = {rendering for own in lemmas(word) for rendering in words.get(own, ()) if " " in rendering}
    wanted = {_stem(one) for own in lemmas(word) for one in words.get(own, ())} | set(across(_stem(word), lang))
    places = {}
    for n, own in enumerate(stems):
        if own in wanted:
            places[theirs[n].start()] = _dictionary_form(theirs[n].group(), other_lang(lang))
    for rendering in known:
        parts = tuple(map(_stem, rendering.split()))
        for n in range(len(stems)):
            if tuple(stems[n : n + len(parts)]) == parts:
                places[theirs[n].start()] = rendering.replace(" ", SIGN)
    return list(places.items())


def _capital(word: str, theirs: Sequence[re.Match[str]], lang: Lang) -> list[tuple[int, str]]:
    heard = sounds(word.lower())
    names = [other for other in theirs if other.group()[0].isupper() and len(other.group()) >= _SHORTEST]
    same = [other for other in names if heard and alike(heard, sounds(other.group().lower()))]
    return [(other.start(), _dictionary_form(other.group(), other_lang(lang))) for other in same]


@lru_cache(maxsize=200_000)
def _dictionary_form(word: str, lang: Lang) -> str:
    low = word.lower()
    if lang == "ru":
        form = readings(word)[0].normal_form if is_russian(low) else low
    else:
        bases = shorter(low) if word.islower() else []
        form = max(bases, key=len, default=low.removesuffix("'s").removesuffix("’s"))
    return form if word.islower() else word[0] + form[1:]


@lru_cache(maxsize=200_000)
def _stem(word: str) -> str:
    return stem(even(word))


def main() -> None:
    """Write the two sets."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("spm", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--words", type=Path)
    parser.add_argument("--sets", nargs="+", default=list(SETS))
    given = parser.parse_args()
    spm = sentencepiece.SentencePieceProcessor(model_file=str(given.spm))
    pairs = [pair for name in given.sets for pair in read_pairs(given.corpora / f"{name}.tsv.xz")]
    for lang, words in read_words(given.words).items():
        english, russian = zip(*with_hints(pairs, lang, words), strict=True)
        english, russian = (disguised(english), russian) if lang == "en" else (english, disguised(russian))
        name = "hint-ru" if lang == "en" else "hint-en"
        kept = pack(list(zip(english, russian, strict=True)), spm, given.data / f"{name}.npz")
        print(name, kept, "pairs of", len(pairs))


if __name__ == "__main__":
    main()
