"""Where sentences end: razdel's rules behind rules of our own, each a small named function.

A rule sees one place (`Gap`) and says "join", "split" or nothing; the first that speaks decides. razdel's segmenter is
not used, its rules are: it copies the sentence at every sign, which makes a long line without a sentence end quadratic.
"""

import functools
import re
from collections.abc import Callable, Iterator
from typing import Any

from razdel.segmenters.punct import ENDINGS
from razdel.segmenters.sentenize import DELIMITER, SentSplit
from razdel.segmenters.sentenize import RULES as RAZDEL_RULES

from summarizer.document import Lang
from summarizer.language import english, russian
from summarizer.language.abbreviations import EXCLAIMED, NUMBERED, OPENERS_EN, OPENERS_RU, SUFFIXES
from summarizer.language.gaps import JOIN, SPLIT, Gap, Verdict

Rule = Callable[[Gap], Verdict | None]

_RAZDEL_WINDOW = 10  # characters on each side, as razdel's own splitter gives its rules
_RAZDEL_BULLET = 21  # one more than the longest list marker that razdel looks at
_RUSSIAN_ONLY = {"sokr_left", "inside_pair_sokr", "initials_left"}

_SIGN = re.compile(f"{DELIMITER}|“")  # razdel does not know “ as the end of „Zitat“
_GLUED_LEFT = re.compile(r"(?:^|[\s«„“\"(—–])(?:[^\W\d_]+-)*[^\W\d_]*[a-zа-яё][»”\")]?$|[a-zа-яё][?!.…][»”\")]$")
_GLUED_RIGHT = re.compile(r"[«„“\"]?([A-ZА-ЯЁ][a-zа-яё]+|[АВИКОСУЯ])(?=[\s,;:!?»—]|\.(?!\w)|$)")
_SHORTEST_GLUED = 3  # letters before the dot: "св.Иоанна", "ул.Ленина" and initials are shorter or abbreviations
_ELISION = re.compile(r"[\[(<]\s?(?:…|\.{2,4}|\?|!|\?!|!\?)$")
_REFERENCE = re.compile(r"[.?!…»”\"]\[[\d,\s–-]+$")
_ENDED = re.compile(r"[.?!…]['’»”\"]+$")  # a sentence end and a closing mark
_CLOSING = "»”\"“'’"
_OPENING_SIGNS = "«“„\"'‘([—–-"
_LOWER_IN_QUOTES = re.compile(r"\s[«“„\"'‘]+[a-zа-яё]+[\s,.»”\"'’]")
_SIGNED = re.compile(r"\s[—–-]\s?[^()]{1,40}\)")
_OPENING = {"»": "«", "”": "“", "“": "„", '"': '"', ")": "(", "]": "["}
_DASH_AND_NAME = re.compile(r"\s[—–-]\s(?=[A-ZА-ЯЁ])([\w-]+)(?:\s[A-ZА-ЯЁ][\w.-]*){0,3}(?:[,.(:]|$)")
_LONGEST_TITLE = 40  # characters: a longer quotation is somebody's words
_HEADING = re.compile(r"\W*([^\W\d_]+)\s+(?:№\s?)?(?:\d+(?:\.\d+)*|[IVXLC]+)$")


def split(text: str, lang: Lang) -> list[tuple[int, int]]:
    """The sentences of one block as offsets, in order; they hold all that is not white space. Linear in the text."""
    ends = [*_ends(text, lang), len(text)]
    spans = (_stripped(text, start, stop) for start, stop in zip([0, *ends], ends, strict=False))
    return [(start, stop) for start, stop in spans if start < stop]


def _ends(text: str, lang: Lang) -> Iterator[int]:
    begin = 0
    for sign in _SIGN.finditer(text):
        if _verdict(Gap(text, begin, sign.start(), sign.end(), lang)) != JOIN:
            begin = sign.end()
            yield begin


def _verdict(gap: Gap) -> Verdict | None:
    for rule in _rules(gap.lang):
        verdict = rule(gap)
        if verdict:
            return verdict
    return None


def _stripped(text: str, start: int, stop: int) -> tuple[int, int]:
    while start < stop and text[start].isspace():
        start += 1
    while start < stop and text[stop - 1].isspace():
        stop -= 1
    return start, stop


def semicolon(gap: Gap) -> Verdict | None:
    """A semicolon ends nothing."""
    return JOIN if gap.sign == ";" else None


def nothing_before(gap: Gap) -> Verdict | None:
    """… a sentence that begins with dots, or with a quotation mark."""
    return None if any(map(str.isalnum, gap.left)) or len(gap.far_left) > len(gap.left) else JOIN


def glued(gap: Gap) -> Verdict | None:
    """Конец.Начало: two sentences; but пример.рф, "Amazon.Com", "ул.Ленина"."""
    if gap.spaced or gap.sign not in ENDINGS or not gap.right:
        return None
    right = _GLUED_RIGHT.match(gap.right)
    if not right or not _GLUED_LEFT.search(gap.left) or right.group(1).lower() in SUFFIXES:
        return None
    if gap.word and (len(gap.word) < _SHORTEST_GLUED or _is_part_of_a_name(gap) or _known(gap.word, gap.lang)):
        return None
    return SPLIT


def _is_part_of_a_name(gap: Gap) -> bool:
    """«Сибирь.Реалии», Jury.Online; but "в Москве.Сегодня", "in London.The"."""
    if not gap.word[0].isupper() or gap.opens:
        return False
    return gap.next.isascii() or gap.left[: -len(gap.word)].endswith(tuple('«„“"'))


def inside_a_word(gap: Gap) -> Verdict | None:
    """3.14, U.S.S.R., www.example.com, ?!, .»: nothing ends where no white space follows."""
    return None if gap.spaced else JOIN


def comma_follows(gap: Gap) -> Verdict | None:
    """B.C.E . , a sign that no sentence begins with."""
    return JOIN if gap.next in (",", ":", ";") else None


def quotation_goes_on(gap: Gap) -> Verdict | None:
    """Chosen by the U.S. "to avoid" war: a quotation that begins in lower case begins no sentence."""
    return JOIN if gap.sign == "." and _LOWER_IN_QUOTES.match(gap.right) else None


def opening_mark(gap: Gap) -> Verdict | None:
    """“ closes „ and opens the English quotation."""
    return JOIN if gap.sign == "“" and ("„" not in gap.far_left or gap.left[-1:].isspace()) else None


def elision(gap: Gap) -> Verdict | None:
    """Он сказал […] Иванову, (…), (?), (!): a mark of the editor, inside a sentence."""
    return JOIN if gap.sign in ")]" and _ELISION.search(gap.left) else None


def reference(gap: Gap) -> Verdict | None:
    """The end.[12] The next sentence."""
    return SPLIT if gap.sign == "]" and gap.spaced and gap.capital and _REFERENCE.search(gap.left) else None


def bracket_inside(gap: Gap) -> Verdict | None:
    """Пришёл Иван (уже седой!) Петров: a bracket that was opened inside a sentence does not end it."""
    if gap.sign not in ")]" or gap.left[-1:] not in ENDINGS:
        return None
    opened = gap.far_left.rfind(_OPENING[gap.sign])
    return JOIN if opened > 0 and any(map(str.isalnum, gap.far_left[:opened])) else None


def nested_quotation(gap: Gap) -> Verdict | None:
    """He said: "They cried 'No!'" Then: the outer mark ends the sentence that the inner one ended."""
    if gap.sign not in _CLOSING or not gap.spaced or not _ENDED.search(gap.left):
        return None
    return SPLIT if gap.capital or gap.next in _OPENING_SIGNS else None


def note_of_the_editor(gap: Gap) -> Verdict | None:
    """(Они ушли. — Прим. ред.) within somebody's words: the dash belongs to what stands before it."""
    return JOIN if gap.sign in ENDINGS and _SIGNED.match(gap.right) and _in_bracket(gap) else None


def question_in_a_title(gap: Gap) -> Verdict | None:
    """Роман «Что делать?» Чернышевского: words, not a colon, stand before the quotation."""
    if gap.sign not in '»”"“' or gap.left[-1:] not in ("?", "!") or gap.opens or not gap.capital:
        return None
    opened = gap.far_left.rfind(_OPENING[gap.sign])
    before = gap.far_left[: max(0, opened)]
    short = len(gap.far_left) - opened <= _LONGEST_TITLE
    return JOIN if short and before[-1:].isspace() and before.rstrip()[-1:].isalpha() else None


def quotation_and_author(gap: Gap) -> Verdict | None:
    """«Мы победим!» — Лавров: the dash belongs to the quotation before it."""
    name = _DASH_AND_NAME.match(gap.right)
    if gap.sign not in '»”"“' or gap.left[-1:] not in ENDINGS or not name:
        return None
    return None if name.group(1).lower() in OPENERS_RU or name.group(1) in OPENERS_EN else JOIN


def name_with_exclamation_mark(gap: Gap) -> Verdict | None:
    """Yahoo! Finance."""
    return JOIN if gap.sign == "!" and gap.word.lower() in EXCLAIMED and not gap.opens else None


def numbered_heading(gap: Gap) -> Verdict | None:
    """Глава 1. Введение, Chapter II. The Beginning."""
    if gap.sign != "." or gap.start - gap.begin > len(gap.left):
        return None
    heading = _HEADING.fullmatch(gap.left)
    return JOIN if heading and heading.group(1).lower() in NUMBERED else None


def _in_bracket(gap: Gap) -> bool:
    return gap.far_left.rfind("(") > gap.far_left.rfind(")")


def _known(word: str, lang: Lang) -> bool:
    """Whether the word is an abbreviation that a name or number follows."""
    probe = f"{word}. Zz"
    gap = Gap(probe, 0, len(word), len(word) + 1, lang)
    return any(rule(gap) == JOIN for rule in (*_OWN[lang], *_razdel(lang)))


def _of_razdel(rule: Any) -> Rule:
    def asked(gap: Gap) -> Verdict | None:
        text = gap.text
        left = text[max(0, gap.start - _RAZDEL_WINDOW) : gap.start]
        right = text[gap.stop : gap.stop + _RAZDEL_WINDOW]
        buffer = text[gap.begin : min(gap.start, gap.begin + _RAZDEL_BULLET)]
        verdict: Verdict | None = rule(SentSplit(left, gap.sign, right, buffer))
        return verdict

    return asked


@functools.cache
def _razdel(lang: Lang) -> tuple[Rule, ...]:
    """The rules of razdel; its Russian abbreviations have no say in English ("no" is one of them)."""
    return tuple(_of_razdel(rule) for rule in RAZDEL_RULES if lang == "ru" or rule.name not in _RUSSIAN_ONLY)


_GENERAL: tuple[Rule, ...] = (
    semicolon,
    nothing_before,
    glued,
    inside_a_word,
    comma_follows,
    quotation_goes_on,
    opening_mark,
    elision,
    reference,
    bracket_inside,
    note_of_the_editor,
    name_with_exclamation_mark,
    numbered_heading,
)
_QUOTES: tuple[Rule, ...] = (nested_quotation, question_in_a_title, quotation_and_author)
_OWN: dict[Lang, tuple[Rule, ...]] = {"ru": russian.RULES, "en": english.RULES}


@functools.cache
def _rules(lang: Lang) -> tuple[Rule, ...]:
    return (*_GENERAL, *_OWN[lang], *_QUOTES, *_razdel(lang))
