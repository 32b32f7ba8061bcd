"""How a Russian text addresses somebody: every «ты» and «вы», as pronouns and as verbs."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from summarizer.glossary.lemmas import readings

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_FAMILIAR = "ты тебя тебе тобой тобою твой твоя твое твои твоего твоей твоих твоему твоим твою твоею твоими твоем"
_POLITE = "вы вас вам вами ваш ваша ваше ваши вашего вашей ваших вашему вашим вашу вашею вашими вашем"
# said to nobody, or to anybody: "скажешь" in "ничего не скажешь", "пожалуй", "представляешь"
_NOBODY = re.compile(
    r"не\s+(?:по(?:делаешь|споришь|верите?|веришь)|скажешь|знаешь|поймёшь|поймешь|оберёшься|оберешься|попишешь)"
    r"|ничего\s+\w+ешь|(?:как|куда|что|где|кого|чего|сколько)\s+ни\s+\w+|хоть\s+\w+|не\s+дай\s+бог|поди|небось|"
    r"извините|прости(?:те)?|здравствуй(?:те)?|прощай(?:те)?|позвольте|видите\s+ли|видишь\s+ли|чуть\s+свет",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"(?:^|[,.!?…:;«„“\"(—–-])\s*$")  # a small model writes imperatives elsewhere that are none
_PRONOUNS = {**dict.fromkeys(_FAMILIAR.split(), True), **dict.fromkeys(_POLITE.split(), False)}


_SECOND = re.compile("(?:шь|шься|те|тесь)$")  # looked at first: to parse every word takes five times as long
_ENDING = re.compile("(?:ь|ься|те|тесь|и|ись|й|йся)$")  # these or an imperative's


class Address(NamedTuple):
    """A word that addresses somebody: `familiar` as «ты», else as «вы»."""

    start: int
    stop: int
    familiar: bool


def addresses(text: str) -> Iterator[Address]:
    """The words of the text that show how somebody is addressed, in order."""
    nobody = [match.span() for match in _NOBODY.finditer(text)]
    for match in _WORD.finditer(text):
        word = match.group().lower().replace("ё", "е")
        if word not in _PRONOUNS and not _ENDING.search(word):
            continue
        begins = _CLAUSE.search(text[: match.start()]) is not None
        found = _form(word) if begins or _SECOND.search(word) or word in _PRONOUNS else None
        if found is None or any(start <= match.start() < stop for start, stop in nobody):
            continue
        if found.asserts or begins:
            yield Address(match.start(), match.end(), found.familiar)


class _Form(NamedTuple):
    familiar: bool
    asserts: bool  # no imperative


@lru_cache(maxsize=50_000)
def _form(word: str) -> _Form | None:
    """`None` where the word addresses nobody, or might be another word."""
    if word in _PRONOUNS:
        return _Form(_PRONOUNS[word], asserts=True)
    tags = [reading.tag for reading in readings(word)]
    second = [tag for tag in tags if tag.person == "2per" or (tag.mood == "impr" and tag.involvement == "excl")]
    numbers = {tag.number for tag in second}
    if len(second) < len(tags) or len(numbers) != 1:
        return None
    return _Form(numbers == {"sing"}, asserts=any(tag.person == "2per" for tag in second))
