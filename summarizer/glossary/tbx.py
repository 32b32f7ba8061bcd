"""TBX-Basic (ISO 30042): concepts with terms in two languages; both the 2008 and the 2019 shape of the elements."""

from collections.abc import Iterator

from summarizer.errors import FormatError, UsageError
from summarizer.glossary.term import Term
from summarizer.safe_xml import Element, line_of, local, parse

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_STATUSES = frozenset({"administrativeStatus", "normativeAuthorization", "status"})
_FORBIDDEN = frozenset({"deprecatedterm", "supersededterm", "deprecated", "obsolete", "forbidden"})
_PREFERRED = frozenset({"preferredterm", "preferred", "standardizedterm"})


def read_tbx(data: bytes, name: str) -> tuple[Term, ...]:
    """The terms of a file. Raises `UsageError` with the line for broken XML, entities and missing languages."""
    try:
        root = parse(data, name, "export the glossary again")
    except FormatError as error:
        raise UsageError(str(error), error.hint) from error
    concepts = list(root.iter("{*}termEntry", "{*}conceptEntry"))
    for part in (part for concept in concepts for part in concept.iter("{*}langSet", "{*}langSec")):
        if not part.get(_LANG):
            raise UsageError(f"{name}, line {line_of(part)}: a {local(part)} does not say its language", "add xml:lang")
    terms = tuple(term for concept in concepts for term in _term(concept))
    if concepts and not terms:
        raise UsageError(
            f"{name}, line {line_of(concepts[0])}: no concept has English and Russian terms", "check xml:lang"
        )
    return terms


def _term(concept: Element) -> Iterator[Term]:
    accepted: dict[str, list[str]] = {"en": [], "ru": []}
    forbidden: dict[str, list[str]] = {"en": [], "ru": []}
    for part in concept.iter("{*}langSet", "{*}langSec"):
        lang = str(part.get(_LANG) or "").lower().split("-")[0]
        for text, status in _texts(part) if lang in accepted else ():
            if status in _FORBIDDEN:
                forbidden[lang].append(text)
            elif status in _PREFERRED:
                accepted[lang].insert(0, text)
            else:
                accepted[lang].append(text)
    if accepted["en"] and accepted["ru"]:
        yield Term(
            en=tuple(accepted["en"]),
            ru=tuple(accepted["ru"]),
            forbidden_en=tuple(forbidden["en"]),
            forbidden_ru=tuple(forbidden["ru"]),
            line=line_of(concept),
        )


def _texts(part: Element) -> Iterator[tuple[str, str]]:
    """Each term of a language with its administrative status, "" where it has none."""
    for group in part.iter("{*}tig", "{*}ntig", "{*}termSec"):
        term = next(group.iter("{*}term"), None)
        text = " ".join("".join(map(str, term.itertext())).split()) if term is not None else ""
        if text:
            yield text, next(filter(None, map(_status, group.iter())), "")


def _status(note: Element) -> str:
    """What a note says of its term: the data category is its type (style DCA of ISO 30042) or its name (DCT)."""
    kind = note.get("type") if local(note) == "termNote" else local(note)
    return " ".join((note.text or "").split()).lower().removesuffix("-admn-sts") if kind in _STATUSES else ""
