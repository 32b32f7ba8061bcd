"""How figures, number words and scale words make one number: "1 млн 200 тыс.", "two hundred and five", "2-3 тысячи"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

from summarizer.document import Lang
from summarizer.facts._number_literals import LITERAL, Reading, read
from summarizer.facts._number_readings import other_readings, with_fraction
from summarizer.facts._number_words import (
    INDEFINITE,
    LETTER_SCALES,
    RU_COMPOUND_STEMS,
    RU_PREFIXES,
    SCALES,
    WORDS,
    Word,
)

_WORD = re.compile(r"[^\W\d_]+")
_JOIN = re.compile(r"[\s\u00a0-]{1,2}|\s*-?\s*and\s+", re.IGNORECASE)
_SCALE_JOIN = re.compile(r"[\s\u00a0-]{0,2}\.?\s?|\s(?:of\s)?an?\s", re.IGNORECASE)  # "half a billion"
_RANGE = re.compile(r"\s?[-–—]\s?|\s(?:to|or|и|или|до|and)\s", re.IGNORECASE)
_DASH = re.compile(r"\s?[-–—/]\s?")
_DECADE = re.compile(r"(?:\w+[тс]яты|сороковы|девяносты)(?:е|х|м|ми)", re.IGNORECASE)
_ADJECTIVE = re.compile(r"\w{2,}(?:[ыио]й|ого|его|ому|ему|ым|им|ом|ем|[ая]я|ую|юю|ое|ее|ые|ие|[ыи]х|[ыи]ми)")
_RANK = {"hundred": 3, "ten": 2, "teen": 1, "unit": 1, "whole": 0}
_ADJECTIVE_SCALES = (("тысячн", "1000"), ("миллионн", "1000000"), ("миллиардн", "1000000000"))


class Token(NamedTuple):
    """A figure (`reading`), a number word (`word`) or a scale word (`scale`)."""

    start: int
    stop: int
    reading: Reading | None = None
    word: Word | None = None
    scale: Decimal | None = None


class Number(NamedTuple):
    """A number with the place it was read from."""

    start: int
    stop: int
    amounts: tuple[Decimal, ...] = ()
    whole: tuple[str, ...] = ()
    scale: Decimal = Decimal(1)
    weak: bool = False


def numbers(text: str, lang: Lang) -> list[Number]:
    """The numbers of the text in order; the first of a range takes the scale of the second as another reading."""
    tokens = list(_tokens(text, lang))
    found: list[Number] = []
    at = 0
    while at < len(tokens):
        number, at = _number(text, tokens, at)
        if number is not None:
            found.append(number)
    found = [_spread(text, here, after) for here, after in zip_longest(found, found[1:])]
    found = [one._replace(amounts=other_readings(text, one.start, one.stop, one.amounts)) for one in found]
    return list(_short_years(text, found))


def _short_years(text: str, found: list[Number]) -> Iterator[Number]:
    """2015-16, 1941–45: the second year can be the short form of a year of the same century."""
    before: Number | None = None
    for number in found:
        short = number.stop - number.start == 2 and before is not None and before.stop - before.start == 4
        if short and before and before.amounts and _DASH.fullmatch(text, before.stop, number.start):
            century = before.amounts[0] // 100 * 100
            number = number._replace(amounts=(*number.amounts, *(century + amount for amount in number.amounts)))  # noqa: PLW2901
        yield number
        before = number


def _spread(text: str, number: Number, after: Number | None) -> Number:
    if after is None or after.scale == 1 or number.scale != 1 or not number.amounts:
        return number
    if not _RANGE.fullmatch(text, number.stop, after.start):
        return number
    return number._replace(amounts=(*number.amounts, *(amount * after.scale for amount in number.amounts)))


def _tokens(text: str, lang: Lang) -> Iterator[Token]:
    for match in _matches(text):
        if match.re is LITERAL:
            reading = read(match, lang)
            if reading is not None:
                yield Token(match.start(), match.end(), reading=reading)
                yield from _letter_scale(text, match.end())
            continue
        token = _word_token(match, text, lang)
        if token is not None:
            yield token


def _matches(text: str) -> Iterator[re.Match[str]]:
    """Figures and words from left to right, each behind the one before; of two at one place the figure."""
    coming = {pattern: pattern.search(text) for pattern in (LITERAL, _WORD)}
    while found := [match for match in coming.values() if match]:
        match = min(found, key=re.Match.start)
        yield match
        for other in found:
            if other.start() < match.end():
                coming[other.re] = other.re.search(text, match.end())


def _letter_scale(text: str, at: int) -> Iterator[Token]:
    match = re.compile(r"(k|m|b|bn|tn)\b", re.IGNORECASE).match(text, at)
    if match:
        yield Token(at, match.end(), scale=Decimal(LETTER_SCALES[match.group().lower()]))


def _word_token(match: re.Match[str], text: str, lang: Lang) -> Token | None:
    form = match.group().lower().replace("ё", "е")
    start, stop = match.span()
    if form in SCALES[lang] and _has_amount(text, start, form):
        return Token(start, stop, scale=Decimal(SCALES[lang][form]))
    if form == "hundred" and _has_amount(text, start, form):
        return Token(start, stop, scale=Decimal(100))
    word = _meaning(form, lang)
    if word is not None:
        return Token(start, stop, word=word)
    if text[start - 1 : start] != "-":
        return None
    scale = next((value for stem, value in _ADJECTIVE_SCALES if form.startswith(stem)), None)
    return Token(start, stop, scale=Decimal(scale)) if scale else None


@lru_cache(maxsize=50_000)
def _meaning(form: str, lang: Lang) -> Word | None:
    word = WORDS["en" if form.isascii() else lang].get(form)  # «Seven Up» in a Russian text
    return word or (_compound(form) if lang == "ru" else None)


def _has_amount(text: str, start: int, form: str) -> bool:
    """Whether the scale word is counted: "thousands of people" and a bare "млн" are no figures."""
    return form not in INDEFINITE or re.search(r"[\w%.][\s\u00a0-]{0,2}$", text[max(0, start - 4) : start]) is not None


def _compound(form: str) -> Word | None:
    """пятилетний, двадцатиэтажный, сорокадвухлетний: the number stands before the stem of the adjective."""
    amount, rest = Decimal(0), form
    while found := next(((p, v) for p, v in RU_PREFIXES if rest.startswith(p)), None):
        amount, rest = amount + Decimal(found[1]), rest.removeprefix(found[0])
        if rest.startswith(RU_COMPOUND_STEMS):
            return Word(str(amount), "whole", weak=True)
    if amount not in {0, 100} and _ADJECTIVE.fullmatch(rest):  # двадцатидюймовый; «столичный» is none
        return Word(str(amount), "whole", weak=True)
    return None


def _number(text: str, tokens: list[Token], at: int) -> tuple[Number | None, int]:
    first = tokens[at]
    if first.reading is not None and first.reading.whole:
        return Number(first.start, first.stop, whole=first.reading.whole), at + 1
    number, at = _group(text, tokens, at)
    while number is not None and number.scale > 100 and at < len(tokens) and _joined(text, number.stop, tokens[at]):
        rest, after = _group(text, tokens, at)
        if rest is None or not rest.amounts or rest.amounts[0] * 1 >= number.scale or rest.weak:
            break
        amounts = tuple(amount + rest.amounts[0] for amount in number.amounts)
        number, at = number._replace(amounts=amounts, stop=rest.stop, scale=rest.scale), after
    return number, at


def _group(text: str, tokens: list[Token], at: int) -> tuple[Number | None, int]:
    """An amount and the scale word after it."""
    first = tokens[at]
    if first.scale is not None:
        return _bare_scale(text, first), at + 1
    if first.reading is not None:
        number, at = Number(first.start, first.stop, first.reading.amounts), at + 1
    else:
        number, at = _words(text, tokens, at)
    amounts, stop = with_fraction(text, number.stop, number.amounts)
    number = number._replace(amounts=amounts, stop=stop, weak=number.weak and stop == number.stop)
    while at < len(tokens) and tokens[at].start < number.stop:
        at += 1
    if at < len(tokens) and tokens[at].scale is not None and _SCALE_JOIN.fullmatch(text, number.stop, tokens[at].start):
        number, at = _scaled(number, tokens[at]), at + 1
    return number, at


def _scaled(number: Number, token: Token) -> Number:
    scale = token.scale or Decimal(1)
    amounts = tuple(amount * scale for amount in number.amounts)
    if token.stop - token.start == 1:  # "5m": five million or five metres
        amounts += number.amounts
    return number._replace(amounts=amounts, stop=token.stop, scale=scale, weak=False)


def _bare_scale(text: str, token: Token) -> Number | None:
    before = text[max(0, token.start - 3) : token.start].lower()
    counted = before.endswith((" a ", "\na ")) or before == "a " or text[token.start].lower() in "тм"
    return (
        Number(token.start, token.stop, (token.scale or Decimal(1),), scale=Decimal(1), weak=True) if counted else None
    )


def _words(text: str, tokens: list[Token], at: int) -> tuple[Number, int]:
    """Number words below a thousand, from hundreds down; an ordinal ends the number."""
    first = tokens[at]
    amount, stop, rank, weak = Decimal(0), first.start, 9, True
    while at < len(tokens):
        token = tokens[at]
        if amount and token.scale == 100 and rank == 1 and _joined(text, stop, token):
            amount, stop, rank, weak, at = amount * 100, token.stop, 3, False, at + 1
            continue
        if token.word is None or (amount and not _follows(text, stop, rank, token)):
            break
        word = token.word
        weak = weak and word.weak and not amount
        amount, stop, rank, at = amount + _value(word), token.stop, _RANK[word.role], at + 1
        if word.ordinal or word.role == "whole":
            break
    if _DECADE.fullmatch(text[first.start : stop]):
        return Number(first.start, stop, whole=_decade(amount)), at
    return Number(first.start, stop, (amount,), weak=weak), at


def _decade(amount: Decimal) -> tuple[str, ...]:
    """девяностые: the decade, of whichever century."""
    return (f"decade:{1900 + int(amount)}", f"decade:{1800 + int(amount)}", f"number:{int(amount)}")


def _follows(text: str, stop: int, rank: int, token: Token) -> bool:
    word = token.word
    if word is None or word.role == "whole" or not _joined(text, stop, token):
        return False
    return _RANK[word.role] < rank and not (word.role == "teen" and rank == 2)


def _joined(text: str, stop: int, token: Token) -> bool:
    return _JOIN.fullmatch(text, stop, token.start) is not None


def _value(word: Word) -> Decimal:
    above, _, below = word.value.partition("/")
    return Decimal(above) / Decimal(below or 1)
