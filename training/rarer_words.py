"""The dictionary of rarer words: which words want one, and their renderings to the file that ships.

    python -m training.rarer_words list CORPORA WORDS      (wants `pip install wordfreq`)
    python -m training.rarer_words pack RENDERED summarizer/data/facts/rarer.tsv.xz

`list` writes WORDS/en.tsv and WORDS/ru.tsv: words that our training data has fewer than 60 times, the commonest of the
language (by wordfreq's lists) first, with that number. RENDERED is a folder of .tsv files: a word, a tab, its
renderings parted by "|", the likeliest first ("-": none), and the number, where it is known. Of these `pack` keeps the
first of one word, for nouns, adjectives and adverbs. The file has the word, its rendering, and the stems that only its
other forms have («огурец» has огурц).
"""

import argparse
import lzma
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from summarizer.document import Lang
from summarizer.glossary.lemmas import is_russian, lemmas, readings
from summarizer.glossary.vocabulary import is_listed
from summarizer.ranking.stems import stem
from training.prepare import read_pairs

RARE = 60  # times in the training data
SETS = {"news": 1.0, "llm-news": 1.0, "press": 1.0, "prose": 1.0, "headlines": 1.0, "docs": 0.1}
_LONGEST_LIST = 16_000  # words of a language
_ONE_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_PROPER = {"Name", "Surn", "Patr", "Geox", "Orgn", "Abbr"}
_ENDINGS = ("s", "es", "d", "ed", "ing", "'s")
_INFLECTED = ("NOUN", "ADJF", "INFN", "PRTF")
# Parts of speech of the Russian side. newstest2018, first 1,000 lines, svodka-ruen 5 (28 November 2026), chrF2 / BLEU
# ru-en, en-ru: without a dictionary 51.0 / 22.3, 47.8 / 18.1; with these 51.3 / 22.6, 48.1 / 18.2; with verbs and
# renderings of several words, too, 51.4 / 22.4, 48.2 / 18.0; with words that were seen oftener 51.2 / 22.2, 47.9 / 17.7
_KEPT = ("NOUN", "ADJF", "ADJS", "ADVB")


def rare(common: Mapping[str, float], seen: Mapping[str, float], lang: Lang) -> list[tuple[str, float]]:
    """Dictionary forms that training saw seldom, the commonest in the language first, with how often it did.

    `common` has the language's word forms with their frequencies, `seen` those of the training data. An English word
    is counted with all that have its stem.
    """
    base = _russian_base if lang == "ru" else _english_base
    key = str if lang == "ru" else stem
    frequency, times = defaultdict[str, float](float), defaultdict[str, float](float)
    for word, share in common.items():
        frequency[base(word, common)] += share
    for word, count in seen.items():
        times[key(base(word, common) or word)] += count
    commonest = sorted(frequency.keys() - {""}, key=lambda word: -frequency[word])
    return [(word, times[key(word)]) for word in commonest if times[key(word)] < RARE][:_LONGEST_LIST]


def entries(lines: Iterable[str]) -> dict[str, str]:
    """Each word's rendering, the word with е for ё."""
    found: dict[str, str] = {}
    for line in lines:
        word, others, count = (*line.strip().split("\t"), "", "")[:3]
        able = [other for other in others.split("|") if _ONE_WORD.fullmatch(other)]
        pair = {is_cyrillic(one): one for one in (word, *able[:1])}
        if len(pair) == 2 and _ONE_WORD.fullmatch(word) and float(count or 0) < RARE and _is_kept(pair[True]):
            found.setdefault(even(word), able[0])
    return found


def _is_kept(russian: str) -> bool:
    return str(readings(russian.lower())[0].tag.POS) in _KEPT


def other_stems(word: str) -> Iterator[str]:
    """Stems of the word's other forms that are not its own."""
    if is_cyrillic(word):
        own = (parse for parse in readings(word) if parse.tag.POS in _INFLECTED and even(parse.normal_form) == word)
        forms = {even(form.word) for parse in own for form in parse.lexeme}
    else:
        made = {word + ending for ending in _ENDINGS}
        made |= {word + word[-1] + ending for ending in ("ed", "ing")}
        made |= {word[:-1] + ending for ending in ("ies", "ied", "ing")}
        forms = {form for form in made if word in lemmas(form)}
    yield from sorted({stem(form) for form in forms if len(form) > 3} - {stem(word)})


def _russian_base(word: str, _: Mapping[str, float]) -> str:
    if not re.fullmatch("[а-яё]{4,}", word) or not is_russian(word):
        return ""
    parse = readings(word)[0]
    return "" if _PROPER & set(parse.tag.grammemes) else parse.normal_form


def _english_base(word: str, common: Mapping[str, float]) -> str:
    if not re.fullmatch("[a-z]{4,}", word) or not is_listed(word):
        return ""
    best = max(shorter(word), key=lambda base: common.get(base, 0), default=word)
    return best if common.get(best, 0) >= common.get(word, 0) / 20 else word  # "news" is no plural of new


def shorter(word: str) -> list[str]:
    """English words that this one, in small letters, may be a form of."""
    return [base for base in lemmas(word) if base != word and len(base) > 2 and is_listed(base)]


def even(word: str) -> str:
    """The word in small letters, е for ё."""
    return word.lower().replace("ё", "е").replace("’", "'")


def is_cyrillic(word: str) -> bool:
    """Whether it is a Russian word."""
    return any("а" <= letter <= "я" for letter in even(word))


def _list(corpora: Path, out: Path) -> None:
    import wordfreq

    seen: dict[Lang, dict[str, float]] = {"en": defaultdict(float), "ru": defaultdict(float)}
    for name, share in SETS.items():
        for pair in read_pairs(corpora / f"{name}.tsv.xz"):
            for side, counts in zip(pair, seen.values(), strict=True):
                for word in re.findall(r"[^\W\d_]+", side.lower()):
                    counts[word] += share
    out.mkdir(parents=True, exist_ok=True)
    for lang, counts in seen.items():
        rows = rare(wordfreq.get_frequency_dict(lang), counts, lang)
        (out / f"{lang}.tsv").write_text("".join(f"{word}\t{count:.0f}\n" for word, count in rows), encoding="utf-8")


def _pack(rendered: Path, out: Path) -> None:
    found = entries(line for file in sorted(rendered.glob("*.tsv")) for line in file.read_text("utf-8").splitlines())
    lines = ["\t".join([word, found[word], *other_stems(word)]) for word in sorted(found)]
    out.write_bytes(lzma.compress("\n".join(lines).encode(), preset=9 | lzma.PRESET_EXTREME))
    print(f"{len(found)} entries, {out.stat().st_size} bytes")


def main() -> None:
    """Write the lists, or the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("list", "pack"))
    parser.add_argument("given", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    (_list if given.what == "list" else _pack)(given.given, given.out)


if __name__ == "__main__":
    main()
