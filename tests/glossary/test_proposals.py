"""Terms that an article suggests, with their renderings in its draft."""

import re

import pytest

from summarizer import language
from summarizer.document import Piece
from summarizer.glossary import Glossary, Term, propose
from summarizer.glossary.phrases import phrases
from summarizer.job import Passage, Tie

ENGLISH = "The State Duma met on Monday. Its missile shield is new. The missile shield cost much, said the State Duma."


def article(text, lang):
    return language.lay_out([Piece("paragraph", text)], lang=lang)


def drafted(document, *drafts):
    """Passages whose words are tied: in a draft `State Duma=Госдума` says what a word came from, the rest is untied."""
    passages = []
    for number, draft in enumerate(drafts):
        sentence, text, ties = document.sentences[number], "", []
        for part in re.split(r"(\[[^\]]*\])", draft):
            own, _, written = part[1:-1].partition("=") if part.startswith("[") else ("", "", part)
            for word in re.finditer(r"\S+", written) if own else ():
                start = document.text.index(own, sentence.start)
                ties.append(Tie(start, start + len(own), len(text) + word.start(), len(text) + word.end()))
            text += written
        passages.append(Passage(text, (number,), sentence.block, origin="model", ties=tuple(ties)))
    return passages


def told(proposals):
    return [(one.text, one.kind, len(one.places), [(r.text, r.passages) for r in one.renderings]) for one in proposals]


def test_what_is_said_twice_is_proposed_with_its_renderings():
    document = article(ENGLISH, "en")
    passages = drafted(
        document,
        "[State Duma=Госдума] собралась в понедельник.",
        "Её [missile shield=ракетный щит] нов.",
        "[missile shield=Ракетный щит] стоил много, заявили в [State Duma=Государственной Думе].",
    )
    assert told(propose(document, passages)) == [
        ("State Duma", "name", 2, [("Госдума", (0,)), ("Государственная Дума", (2,))]),
        ("missile shield", "phrase", 2, [("ракетный щит", (1, 2))]),
    ]


def test_russian_terms_are_found_in_any_inflection_and_listed_in_the_nominative():
    document = article("Ключевую ставку подняли. О ключевой ставке спорили.", "ru")
    passages = drafted(
        document, "The [Ключевую ставку=key rate] rose.", "They argued over the [ключевой ставке=key rate]."
    )
    assert told(propose(document, passages)) == [("ключевая ставка", "phrase", 2, [("key rate", (0, 1))])]


def test_consistency_is_the_share_of_the_most_frequent_rendering():
    document = article(ENGLISH, "en")
    passages = drafted(document, "[State Duma=Госдума] собралась.", "Нов.", "Сказали в [State Duma=Думе].")
    duma, shield = (
        next(p for p in propose(document, passages[:n]) if p.text == t)
        for n, t in ((3, "State Duma"), (0, "missile shield"))
    )
    assert duma.consistency == 0.5
    assert shield.consistency is None


def test_a_rendering_in_what_a_person_wrote_is_seen_where_it_is_known_from_elsewhere():
    document = article("The State Duma met. They left. The State Duma voted.", "en")
    first, second, third = drafted(document, "[State Duma=Госдума] собралась.", "Ушли.", "Депутаты Госдумы голосовали.")
    assert told(propose(document, [first, second, third])) == [("State Duma", "name", 2, [("Госдума", (0, 2))])]


def test_what_the_glossary_has_is_not_proposed():
    document = article(ENGLISH, "en")
    known = Glossary([Term(en=("State Duma",), ru=("Государственная дума",))])
    assert [one.text for one in propose(document, [], known)] == ["missile shield"]


def test_a_common_noun_is_proposed_only_where_its_renderings_differ():
    document = article("A deal was made. The deal is dead. No deal came. They want a deal.", "en")
    once = drafted(
        document, "[deal=Сделка] есть.", "[deal=Договор] мёртв.", "Нет [deal=сделки].", "Ждут [deal=сделки]."
    )
    twice = [*once[:3], *drafted(document, "", "", "", "Ждут [deal=договора].")[3:]]
    assert told(propose(document, once)) == []
    assert told(propose(document, twice)) == [("deal", "word", 4, [("сделка", (0, 2)), ("договор", (1, 3))])]


def test_an_article_without_a_draft_is_read_for_terms_too():
    assert [one.text for one in propose(article(ENGLISH, "en"), [])] == ["State Duma", "missile shield"]


@pytest.mark.parametrize(
    ("sentence", "lang", "found"),
    [
        ("The Bank of England acted.", "en", ["Bank of England"]),
        ("Court Blocks Trade Deal", "en", []),  # a headline: its capitals say nothing
        ("He met Angela Merkel yesterday.", "en", ["Angela Merkel"]),
        ("Он встретил Ангелу Меркель.", "ru", ["Ангелу Меркель"]),
        ("Решение Центрального банка оспорили.", "ru", []),  # the bank is a phrase, its adjective alone no name
        ("Они говорили об этом вчера.", "ru", []),
        ("", "ru", []),
    ],
)
def test_a_name_has_capitals_that_the_sentence_does_not_ask_for(sentence, lang, found):
    names = [sentence[p.start : p.stop] for p in phrases(sentence, lang) if p.kind == "name"]
    assert [name for name in names if not any(name in other for other in names if other != name)] == found


@pytest.mark.parametrize(
    ("phrase", "whole"),
    [
        ("ключевой ставки", True),
        ("решение Центрального банка", True),
        ("министр иностранных дел", True),
        ("ключевая ставки", False),
        ("говорил министр", False),
        ("этой ставки", False),
        ("ставку банку", False),
    ],
)
def test_a_russian_noun_phrase_agrees(phrase, whole):
    found = [phrase[p.start : p.stop] for p in phrases(phrase, "ru")]
    assert (phrase in found) is whole
