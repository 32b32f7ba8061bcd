"""Where an English full stop does not end a sentence: rules that razdel, made for Russian, does not have."""

import re

from summarizer.language.abbreviations import (
    AFTER_COMPANY,
    AFTER_NAME,
    AFTER_STREET,
    AFTER_TIME,
    BEFORE_NAME,
    BEFORE_NUMBER,
    COMPANY,
    LETTERED,
    SAYING,
    STATE,
    STREET,
)
from summarizer.language.gaps import JOIN, SPLIT, Gap, Verdict, is_part_of_a_mark

_DOTTED = re.compile(r"(?:^|[^\w.])((?:[A-Za-z]{1,2}\.\s?)+[A-Za-z])$")  # U.S, a.m, Ph.D, J. R. R
_MARK_AND_NUMBER = re.compile(r"\s[A-Z]{1,3}[-/]?\d")
_ROMAN = re.compile(r"[IVXLC]+$")
_TIME = re.compile(r"(?:\d|noon|midnight)\s?[APap]\.\s?[Mm]$")
_PRONOUN = re.compile(r"(?:^|\s)[a-z]+ I$")
_ASKED = re.compile(r"[?!]['’]?$")
_NAMES_AND_VERB = re.compile(r"\s(?:[A-Z][\w.'’-]*\s){1,4}(\w+)")
_LONGEST_TIME = 18  # characters: "Around 11:30 a.m."
_CLOSING = "\"'”’»"


def before_a_name(gap: Gap) -> Verdict | None:
    """Mr. Smith, Gen. Lee, St. Petersburg, e.g. London; but "on Main St. He"."""
    if gap.sign != "." or _abbreviation(gap) not in BEFORE_NAME:
        return None
    return SPLIT if gap.opens and gap.word in STREET else JOIN


def before_a_number(gap: Gap) -> Verdict | None:
    """No. 5, Jan. 5, Fig. 3, Vol. II; but "He said no. Then"."""
    if gap.sign != "." or gap.word not in BEFORE_NUMBER:
        return None
    roman = _ROMAN.match(gap.next) and not gap.opens
    return JOIN if gap.next.isdigit() or roman or _MARK_AND_NUMBER.match(gap.right) else None


def time_of_day(gap: Gap) -> Verdict | None:
    """At 5 p.m. Friday, 5 p.m. EST; but "at 5 p.m. Police"."""
    if gap.sign != "." or not _TIME.search(gap.left):
        return None
    opens = gap.start - gap.begin < _LONGEST_TIME  # "At 5 p.m. Police": what happened must still come
    return JOIN if opens or gap.next in AFTER_TIME or not gap.capital else SPLIT


def dotted_letters(gap: Gap) -> Verdict | None:
    """The U.S. President, a Ph.D. Student, J. R. R. Tolkien; but "in the U.S. The President"."""
    dotted = _DOTTED.search(gap.left)
    ordinal = gap.next.isdigit() and gap.after_next.isalpha()  # the U.S. 173rd Brigade
    if gap.sign != "." or not (gap.capital or ordinal) or not dotted:
        return None
    return SPLIT if gap.opens and dotted.start(1) > 0 else JOIN


def initial(gap: Gap) -> Verdict | None:
    """George W. Bush; but "Plan B. Police", "so do I. Then"."""
    letter = gap.word
    if gap.sign != "." or len(letter) != 1 or not letter.isupper() or not gap.capital:
        return None
    if gap.left == letter:  # a speaker's initial or a list's letter
        return JOIN
    whole = _PRONOUN.search(gap.left) or is_part_of_a_mark(gap) or gap.word_before.lower() in LETTERED
    return SPLIT if gap.opens or whole else JOIN


def company(gap: Gap) -> Verdict | None:
    """Apple Inc. Chief Executive Tim Cook; but "bought by Apple Inc. Shares"."""
    if gap.sign != "." or gap.word not in COMPANY or not gap.capital:
        return None
    return JOIN if gap.next in AFTER_COMPANY else SPLIT


def after_a_name(gap: Gap) -> Verdict | None:
    """Martin Luther King Jr. Day, the State Dept. Spokesman."""
    if gap.sign != "." or gap.word not in AFTER_NAME or not gap.capital:
        return None
    return SPLIT if gap.opens else JOIN


def street(gap: Gap) -> Verdict | None:
    """Pennsylvania Ave. NW; but "on Fifth Ave. Police"."""
    if gap.sign != "." or gap.word not in STREET or not gap.capital:
        return None
    return JOIN if gap.next in AFTER_STREET else SPLIT


def state(gap: Gap) -> Verdict | None:
    """The Calif. Highway Patrol; but "in Springfield, Ill. Police"."""
    if gap.sign != "." or gap.word not in STATE or not gap.capital:
        return None
    ends = gap.opens or gap.left[: -len(gap.word)].endswith(", ") or gap.word_before.islower() is False
    return SPLIT if ends else JOIN


def bracket_follows(gap: Gap) -> Verdict | None:
    """Broadcasting Inc. (MRBI), Mustafa O. (14), R-Ariz. (2014)."""
    if gap.sign != "." or gap.next not in ("(", "["):
        return None
    an_initial = len(gap.word) == 1 and gap.word.isupper() and not is_part_of_a_mark(gap)
    return JOIN if an_initial or gap.word in COMPANY | AFTER_NAME | STATE else None


def author_words(gap: Gap) -> Verdict | None:
    """A question in quotes and who asked it: "Who is it?" John Smith asked."""
    if gap.sign not in _CLOSING or not _ASKED.search(gap.left):
        return None
    said = _NAMES_AND_VERB.match(gap.right)
    return JOIN if said and said.group(1) in SAYING else None


def _abbreviation(gap: Gap) -> str:
    """The word before the sign, with the dots inside it: "e.g", "p. m"."""
    dotted = _DOTTED.search(gap.left)
    return dotted.group(1) if dotted else gap.word


RULES = (
    before_a_name,
    before_a_number,
    time_of_day,
    dotted_letters,
    initial,
    company,
    after_a_name,
    street,
    state,
    bracket_follows,
    author_words,
)
