"""How fast people read."""

from summarizer.document import Lang

# the IReST texts: Trauzettel-Klosinski & Dietz 2012 (Invest. Ophthalmol. Vis. Sci. 53:5452)
_PACE: dict[Lang, int] = {"en": 228, "ru": 184}


def reading_pace(lang: Lang) -> int:
    """Words a minute of silent reading."""
    return _PACE[lang]
