"""One row of a glossary."""

from typing import NamedTuple

from summarizer.document import Lang


class Term(NamedTuple):
    """Accepted forms in both languages, the preferred one first, and renderings that are wrong.

    Where `kept` is true the words stand in the translation as they stand in the source.
    """

    en: tuple[str, ...]
    ru: tuple[str, ...]
    forbidden_en: tuple[str, ...] = ()
    forbidden_ru: tuple[str, ...] = ()
    kept: bool = False
    note: str = ""
    line: int = 0  # of the file, for messages

    def forms(self, lang: Lang) -> tuple[str, ...]:
        """The accepted forms in a language."""
        return self.ru if lang == "ru" else self.en

    def forbidden(self, lang: Lang) -> tuple[str, ...]:
        """The wrong renderings in a language."""
        return self.forbidden_ru if lang == "ru" else self.forbidden_en
