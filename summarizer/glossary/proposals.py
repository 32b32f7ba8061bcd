"""Terms that an article itself suggests: what it says more than once, and how its draft has rendered that so far."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from summarizer.document import Document, Lang, other_lang
from summarizer.glossary.forms import Written, capitalised, dictionary_form, key, support
from summarizer.glossary.lookup import WORD, Glossary
from summarizer.glossary.phrases import Kind, phrases
from summarizer.glossary.renderings import Drafts, Rendering, renderings
from summarizer.job import Passage

_Lemmas: TypeAlias = tuple[str, ...]
_WAVERS = 2  # times that a single common noun must have each of two renderings; a rendering of one place is noise often
_LEAST = {"name": 2, "phrase": 2, "word": 3}  # times; a single common noun is asked for only where it wavers


class Proposal(NamedTuple):
    """A term of the article, as a dictionary has it, with its places in the document's text.

    `renderings` come the most frequent first; together they may have fewer places than the term: where nothing is
    drafted yet, or the engine does not say which word came from which.
    """

    text: str
    kind: Kind
    places: tuple[tuple[int, int], ...]
    renderings: tuple[Rendering, ...]

    @property
    def consistency(self) -> float | None:
        """The share of the most frequent rendering; `None` where none is known."""
        counts = [len(rendering.passages) for rendering in self.renderings]
        return counts[0] / sum(counts) if counts else None


class _Occurrence(NamedTuple):
    number: int  # of the sentence
    start: int  # in the document's text
    stop: int
    kind: Kind
    first: bool
    words: tuple[str, ...]


def propose(document: Document, passages: Sequence[Passage], known: Glossary | None = None) -> tuple[Proposal, ...]:
    """The terms that the article has more than once, the most frequent first; what `known` has is left out.

    Single common nouns come last.
    """
    lang = document.lang
    enough = {lemmas: group for lemmas, group in _grouped(document).items() if len(group) >= _LEAST[_kind(group)]}
    own = capitalised(document.sentence_text(n) for n in range(len(document.sentences)))
    drafts = {n: (k, p) for k, p in enumerate(passages) if p.origin != "source" for n in p.sentences}
    text = _Text(document, drafts, own, capitalised(passage.text for _, passage in drafts.values()))
    found = [text.proposal(lemmas, group) for lemmas, group in _longest(enough).items() if not text.is_lost(group)]
    wanted = [one for one in found if _worth(one, lang) and not _is_known(one.text, lang, known)]
    return tuple(sorted(wanted, key=lambda one: (one.kind == "word", -len(one.places), one.places[0])))


def _occurrences(document: Document) -> Iterator[_Occurrence]:
    for number, sentence in enumerate(document.sentences):
        block = document.blocks[sentence.block]
        if block.lang != document.lang or block.kind == "code":
            continue
        text, at = document.text[sentence.start : sentence.stop], sentence.start
        for start, stop, kind, first in phrases(text, block.lang):
            yield _Occurrence(number, at + start, at + stop, kind, first, tuple(WORD.findall(text[start:stop])))


def _grouped(document: Document) -> dict[_Lemmas, list[_Occurrence]]:
    """Occurrences of one term, by the lemmas of its words."""
    found = list(_occurrences(document))
    counts = support(one.words for one in found)
    groups: defaultdict[_Lemmas, list[_Occurrence]] = defaultdict(list)
    for one in found:
        groups[key(one.words, counts)].append(one)
    return dict(groups)


def _kind(group: Sequence[_Occurrence]) -> Kind:
    """As it is inside of sentences, where a capital says something."""
    inside = [one.kind for one in group if not one.first]
    return Counter(inside or [one.kind for one in group]).most_common(1)[0][0]


def _longest(groups: Mapping[_Lemmas, list[_Occurrence]]) -> dict[_Lemmas, list[_Occurrence]]:
    """Without what stands nearly only inside of a longer one that is kept: "Security" of "Security Council"."""
    kept: dict[_Lemmas, list[_Occurrence]] = {}
    covered: set[int] = set()
    for lemmas, group in sorted(groups.items(), key=lambda one: (-len(one[0]), -len(one[1]))):
        free = [one for one in group if one.start not in covered]
        if len(free) >= _LEAST[_kind(group)]:
            kept[lemmas] = free
            covered.update(at for one in free for at in range(one.start, one.stop))
    return kept


class _Text(NamedTuple):
    """The article and its draft, with the words of each that have a capital wherever they stand."""

    document: Document
    drafts: Drafts
    own: frozenset[str]
    drafted: frozenset[str]

    def proposal(self, lemmas: _Lemmas, group: Sequence[_Occurrence]) -> Proposal:
        name = _kind(group) == "name"
        lang = self.document.lang
        places = [(one.number, (one.start, one.stop)) for one in group]
        written = [Written(one.words, one.first) for one in group]
        return Proposal(
            dictionary_form(written, lang, lemmas, None if name else self.own),
            _kind(group),
            tuple(place for _, place in places),
            renderings(places, self.drafts, other_lang(lang), None if name else self.drafted),
        )

    def is_lost(self, group: Sequence[_Occurrence]) -> bool:
        """Whether the model looked at the term in none of the drafts: "Iranian" where it wrote Iran's."""
        drafted = [self.drafts[one.number][1] for one in group if one.number in self.drafts]
        return len(drafted) == len(group) and not any(
            not passage.ties or any(tie.start < one.stop and one.start < tie.stop for tie in passage.ties)
            for one, passage in zip(group, drafted, strict=True)
        )


def _worth(one: Proposal, lang: Lang) -> bool:
    """A single common noun only where its renderings waver, an English phrase only where one of them is a noun's."""
    if one.kind == "word":
        return sum(rendering.nominal and len(rendering.passages) >= _WAVERS for rendering in one.renderings) > 1
    nominal = not one.renderings or any(rendering.nominal for rendering in one.renderings)
    return one.kind == "name" or lang == "ru" or nominal


def _is_known(text: str, lang: Lang, known: Glossary | None) -> bool:
    return known is not None and any((hit.start, hit.stop) == (0, len(text)) for hit in known.find(text, lang))
