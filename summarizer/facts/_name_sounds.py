"""How a name sounds, in a spelling that the Latin and the Cyrillic script share.

Names are rewritten by ear and by many systems (Хьюз, Hughes; Жижек, Žižek; Цзиньпин, Jinping), so letters are brought
to a few classes of consonants, a letter that is read in several ways gives several spellings, and vowels do not count.
"""

import itertools
import re
import unicodedata
from functools import lru_cache

_CYRILLIC = str.maketrans(dict.fromkeys("abcdefghijklmnopqrstuvwxyzаеёиоуъыьэюя'-", "") | {
    "б": "b", "в": "v", "г": "g", "д": "d", "ж": "s", "з": "s", "к": "k", "л": "l", "м": "m", "н": "n", "п": "b",
    "р": "r", "с": "s", "т": "d", "ф": "v", "х": "g", "ц": "s", "ч": "s", "ш": "s", "щ": "s",
})  # fmt: skip
_UNHEARD = re.compile("[^a-z]")
# a Latin letter or group, and the classes that it may stand for
_LATIN: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("tions", ("s",)), ("tion", ("s", "dn")), ("shch", ("s",)), ("tsch", ("s",)),
    ("sch", ("s", "sg")), ("tch", ("s", "ds")), ("dzh", ("ds",)), ("igh", ("", "g")),
    ("ugh", ("", "g", "v")), ("sh", ("s",)), ("ch", ("s", "k", "g")), ("zh", ("s", "ds")), ("kh", ("g",)),
    ("gh", ("g", "")), ("ph", ("v",)), ("th", ("d", "s")), ("ts", ("s",)), ("tz", ("s",)), ("ck", ("k",)),
    ("wh", ("", "g")), ("qu", ("kv", "k")), ("kn", ("n", "kn")), ("wr", ("r",)), ("gn", ("n", "gn")), ("dg", ("ds",)),
    ("ll", ("l", "")),
    ("c", ("k", "s")), ("g", ("g", "ds")), ("j", ("ds", "", "g", "s")), ("h", ("g", "")), ("w", ("v", "")),
    ("x", ("ks", "s", "g")), ("q", ("k", "s")), ("z", ("s", "ds")), ("s", ("s",)), ("t", ("d",)), ("d", ("d",)),
    ("p", ("b",)), ("b", ("b",)), ("f", ("v",)), ("v", ("v",)), ("k", ("k",)), ("l", ("l",)), ("m", ("m",)),
    ("n", ("n",)), ("r", ("r",)),
)  # fmt: skip
_READINGS = dict(_LATIN)
_PARTS = re.compile("|".join(group for group, _ in _LATIN))
_MOST = 48  # spellings of one name
_DOUBLE = re.compile(r"(.)\1+")


@lru_cache(maxsize=50_000)
def sounds(name: str) -> frozenset[str]:
    """The spellings of a name (lower case, either script); none where no consonant is left."""
    if any("а" <= letter <= "я" for letter in name):
        found = {_UNHEARD.sub("", name.translate(_CYRILLIC))}
    else:
        plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
        readings = (_READINGS[part] for part in _PARTS.findall(plain.lower()))
        found = {"".join(spelling) for spelling in itertools.islice(itertools.product(*readings), _MOST)}
    return frozenset(_DOUBLE.sub(r"\1", spelling) for spelling in found) - {""}


@lru_cache(maxsize=50_000)  # a name is held against all of its sentence's, in every hypothesis
def alike(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether two names can be one by their sounds: a spelling in common, or one consonant more or other in four."""
    if not a.isdisjoint(b):
        return True
    return any(_one_apart(x, y) for x in a for y in b if min(len(x), len(y)) >= 3)


def _one_apart(x: str, y: str) -> bool:
    if len(x) > len(y):
        x, y = y, x
    if len(y) - len(x) > 1 or (len(x) == len(y) and len(x) < 4):
        return False
    at = next((n for n, (a, b) in enumerate(zip(x, y, strict=False)) if a != b), len(x))
    return x[at:] == y[at + 1 :] if len(x) < len(y) else x[at + 1 :] == y[at + 1 :]
